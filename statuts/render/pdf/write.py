"""The PDF of a sheet, for archives (PDF/A-3a) and for every reader (PDF/UA-1): the same bytes each time."""

import json
from typing import NamedTuple

import statuts.render.pdf as here
from statuts.errors import TemplateProblem
from statuts.model.message import Message, msg
from statuts.model.sheet import Sheet
from statuts.render.pdf.signs import Signs
from statuts.render.pdf.values import values_of
from statuts.render.voice import Voice

_FONTS = f"{here.__path__[0]}/fonts"
_UNDRAWN = "could not be displayed"


class Pdf(NamedTuple):
    """The file, and what its reader must know: signs that had to be replaced."""

    data: bytes
    messages: tuple[Message, ...]


def write_pdf(sheet: Sheet, template: str | bytes, voice: Voice) -> Pdf:
    """The sheet laid out by `template`, the text of `paper.typ`. Raises `TemplateProblem`.

    Should a font lack a sign it was thought to have, everything but plain letters is shown by code.
    """
    import typst

    source = template.encode() if isinstance(template, str) else template
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[_FONTS])
    for cautious in (False, True):
        signs = Signs(cautious=cautious)
        values = values_of(sheet, voice, signs)
        try:
            data, _ = typst.Compiler(
                source,
                root=_FONTS,  # nothing else can be read from within
                font_paths=fonts,
                sys_inputs={"paper": json.dumps(values, ensure_ascii=False, separators=(",", ":"))},
            ).compile_with_warnings(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=sheet.moment)
        except typst.TypstError as error:
            if not cautious and _UNDRAWN in str(error):
                continue
            raise TemplateProblem(
                msg("The PDF cannot be laid out: {reason}.", reason=str(error.message).strip().rstrip(".")),
                msg("compare your paper.typ with the one that comes with the program"),
            ) from None
        assert isinstance(data, bytes)
        return Pdf(data, signs.messages)
    raise AssertionError("the second try returns or raises")
