"""A title as an identifier: ASCII, lower case, hyphens, safe as the name of a file on any system."""

import re
import unicodedata
from functools import lru_cache

MAX_LENGTH = 60
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "-", "·": ""})
_OTHER = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """`text` as an identifier of at most 60 characters; empty where no letter or digit can be kept."""
    name = text.lower()
    if not name.isascii():
        folded = unicodedata.normalize("NFKD", name.translate(_LIGATURES))
        name = "".join(c for c in folded if not unicodedata.combining(c))
    name = _OTHER.sub("-", name).strip("-")
    if len(name) > MAX_LENGTH:
        cut = name.rfind("-", 0, MAX_LENGTH + 1)
        name = name[: cut if cut > 0 else MAX_LENGTH]
    # Windows refuses these names whatever the extension.
    return f"{name}-texte" if _RESERVED.match(name) else name
