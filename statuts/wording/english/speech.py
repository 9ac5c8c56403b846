"""English, as `statuts.wording.languages.Language` wants it."""

from statuts.model.instruction import Address
from statuts.wording.english.nouns import address_noun
from statuts.wording.english.reading import read_act
from statuts.wording.english.writing import write

__all__ = ["name", "read_act", "write"]


def name(address: Address) -> str:
    """« paragraph 1 of Article 3 »."""
    return address_noun(address)
