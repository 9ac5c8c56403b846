"""Signs that no font at hand can draw are shown by their code, and told; none is ever lost silently."""

import re
from functools import cache

from statuts.language.invisible import name, named
from statuts.model.message import Message, msgn
from statuts.render.pdf.coverage import DRAWN

_TOLD = 5
"""Signs named in the message; of more, only how many there are."""

_RTL = "\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(rf"[{_RTL}](?:[{_RTL}\s\d.,]*[{_RTL}])?")
_NOT_PLAIN = re.compile(
    "[^\t\n -~\u00a0-\u00ac\u00ae-\u024f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f"
    "\u2010-\u2027\u202f-\u203a\u20ac\u2190-\u2193⟨⟩]+"
)


@cache
def _unknown() -> re.Pattern[str]:
    ranges = (part.partition("-") for part in DRAWN.split())
    drawn = "".join(rf"\U{int(a, 16):08x}-\U{int(b or a, 16):08x}" for a, _, b in ranges)
    return re.compile(f"[^\t\n{drawn}]+")


class Signs:
    """Makes texts fit to be drawn, and remembers what it replaced. `cautious` trusts plain letters only."""

    def __init__(self, *, cautious: bool = False) -> None:
        self._cautious = cautious
        self._replaced: dict[str, None] = {}

    def fit(self, text: str) -> str:
        """`text` with what cannot be seen or drawn named, and right-to-left letters kept to themselves."""
        if not _NOT_PLAIN.search(text):
            return text
        unknown = _NOT_PLAIN if self._cautious else _unknown()
        text = unknown.sub(self._stand_in, named(text))
        return _RIGHT_TO_LEFT.sub("\u2067\\g<0>\u2069", text)

    def _stand_in(self, match: re.Match[str]) -> str:
        signs = match.group()
        self._replaced.update(dict.fromkeys(signs))
        return f"⟨{name(signs) if len(signs) == 1 else ' '.join(f'U+{ord(sign):04X}' for sign in signs)}⟩"

    @property
    def messages(self) -> tuple[Message, ...]:
        """What to tell whoever asked for the paper."""
        if not self._replaced:
            return ()
        signs = list(self._replaced)
        told = ", ".join(map(name, signs[:_TOLD])) + (", …" if len(signs) > _TOLD else "")
        said = msgn(
            "The fonts of the PDF lack {count} sign; it is shown by its code: {signs}.",
            "The fonts of the PDF lack {count} signs; they are shown by their codes: {signs}.",
            len(signs),
            signs=told,
        )
        return (said,)
