"""French, as `statuts.wording.languages.Language` wants it."""

from statuts.model.instruction import Address
from statuts.wording.french.nouns import address_noun
from statuts.wording.french.reading import read_act
from statuts.wording.french.writing import write

__all__ = ["name", "read_act", "write"]


def name(address: Address) -> str:
    """« le premier alinéa de l’article 3 »."""
    return address_noun(address, "des statuts", lambda _: False, full=False).the
