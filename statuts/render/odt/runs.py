"""Words in their styles, as the inside of a paragraph."""

from statuts.model.flow import FlowRun
from statuts.model.redline import Op
from statuts.model.sheet import Line, Run
from statuts.render.odt.escape import attribute, words
from statuts.render.odt.names import ADDED, CODE, EM, LINK, STRONG, STRUCK, VISITED_LINK

_DRAWN = {Op.DELETE: STRUCK, Op.INSERT: ADDED}


def line(runs: Line) -> str:
    """A line of the paper itself."""
    return "".join([_linked(_styled(run), f"#{run.anchor}" if run.anchor else "") for run in runs])


def flow_run(run: FlowRun) -> str:
    """Words of a text."""
    xml = words(run.text)
    if run.strong or run.em or run.code or run.link:
        xml = _linked(_styled(run), run.link)
    if run.drawn is not Op.EQUAL:
        xml = f'<text:span text:style-name="{_DRAWN[run.drawn]}">{xml}</text:span>'
    return xml


def _styled(run: Run | FlowRun) -> str:
    xml = words(run.text)
    for wanted, style in ((run.code, CODE), (run.em, EM), (run.strong, STRONG)):
        if wanted:
            xml = f'<text:span text:style-name="{style}">{xml}</text:span>'
    return xml


def _linked(xml: str, address: str) -> str:
    if not address:
        return xml
    style = f'text:style-name="{LINK}" text:visited-style-name="{VISITED_LINK}"'
    return f'<text:a xlink:type="simple" xlink:href="{attribute(address)}" {style}>{xml}</text:a>'
