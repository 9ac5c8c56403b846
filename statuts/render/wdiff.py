"""The whole text with `[-old-]{+new+}` and nothing else, for other programs to read."""

from statuts.diff.inverse import effective_side, segments_of_block
from statuts.model.redline import ChangeClass, Op, Part, Redline, Segment
from statuts.render.filtering import visible

_MARKS = {Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}")}


def render(redline: Redline, shown: frozenset[ChangeClass]) -> str:
    """The redline; what is not `shown` stands as the new text has it. Line ends carry no marks."""
    out: list[str] = []
    for article in redline.articles:
        for block in article.blocks:
            segments = segments_of_block(block.segments, effective_side(article, block))
            out += _block(list(visible(segments, shown)))
    return "".join(out)


def _block(segments: list[Segment]) -> list[str]:
    out: list[str] = []
    run: list[str] = []
    op = Op.EQUAL
    whole = bool(segments) and all(s.op is segments[0].op for s in segments)
    for segment in segments:
        text, end = segment.text, ""
        if segment.part is Part.TAIL:
            # A line end is kept once and unmarked, whoever owns it, so that lines stay lines.
            text = segment.text.rstrip()
            end = segment.text[len(text) :] if segment.op is not Op.DELETE or whole else ""
        if text:
            if segment.op is not op:
                out += _closed(op, run)
                run, op = [], segment.op
            run.append(text)
        if end or not text:
            out += [*_closed(op, run), end]
            run, op = [], Op.EQUAL
    return out + _closed(op, run)


def _closed(op: Op, run: list[str]) -> list[str]:
    if op is Op.EQUAL or not run:
        return run
    start, end = _MARKS[op]
    return [start, *run, end]
