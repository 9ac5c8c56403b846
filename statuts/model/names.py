"""Which words may name a text, a version or an article: they become file names on every system."""

import re
from functools import lru_cache

from statuts.model.message import msg

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
LONGEST = 80

# Windows keeps these for devices; the others are folders and files the archive itself uses.
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "proposals", "attachments", "rationale"]
    + [f"{device}{n}" for device in ("com", "lpt") for n in range(10)]
)

NAMES_HINT = msg("names are made of the letters a–z, digits and hyphens (2021-06-21, objet, article-9-bis)")


@lru_cache(4096)
def is_name(word: str) -> bool:
    """Whether `word` may be an id: lower-case ASCII letters, digits, single hyphens; nothing reserved."""
    return len(word) <= LONGEST and word not in _RESERVED and _NAME.fullmatch(word) is not None
