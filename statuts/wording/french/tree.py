"""What stands at a node of a French act that was read: its words, its quotations, its ranks."""

from collections.abc import Iterator

from statuts.errors import WordingError
from statuts.language.numbering import ADVERBS, from_roman, to_roman
from statuts.model.instruction import Nature, Words
from statuts.model.message import msg
from statuts.wording.combinators import Node
from statuts.wording.french.vocabulary import COUNTS, NATURES, RANKS
from statuts.wording.tree import TokenTree


class Tree(TokenTree):
    """What nodes hold, in French."""

    def ranks(self, node: Node) -> tuple[tuple[int, ...], bool]:
        """The ranks of a node « rangs », and whether they are the two ends of a run."""
        series = node.first("série")
        if series is not None:
            words = self.key(series).split()
            count = self.count(words[0])
            return (
                tuple(range(1, count + 1)) if words[-1].startswith("prem") else tuple(range(-count, 0))
            ), False
        run = node.first("suite")
        if run is not None:
            return tuple(self.rank(part) for part in run.every("rang")), True
        return tuple(self.rank(part) for part in node.every("rang")), False

    def rank(self, node: Node) -> int:
        """The rank that « deuxième », « 2e », « vingt et unième » or « avant-dernier » says."""
        key = self.key(node)
        if key in RANKS:
            return RANKS[key]
        figures = "".join(character for character in key if character.isdecimal())
        return int(figures) if figures else 1

    def count(self, word: str) -> int:
        """« trois » or « 3 »."""
        return COUNTS.get(word, int(word) if word.isdecimal() else 0)

    def words(self, node: Node) -> list[Words]:
        """The quoted words of an « objet » or a « nouveau », each with the occurrence that is meant."""
        named = node.first("nature")
        nature = NATURES.get(self.key(named), Nature.WORDS) if named is not None else Nature.WORDS
        texts = [self.quotation(quotation) for quotation in node.every("citation")]
        free = node.first("libre")
        if free is not None:
            texts.append(self.text(free))
        return [self.meant(Words(text, nature), node) for text in texts]

    def meant(self, words: Words, node: Node) -> Words:
        """The words with the occurrences that a node says are meant."""
        for occurrence in node.every("occurrence"):
            if found := occurrence.first("rangs"):
                words = words._replace(ranks=self.ranks(found)[0])
            if occurrence.first("partout"):
                words = words._replace(every=True)
            if fois := occurrence.first("fois"):
                words = words._replace(times=self.count(self.key(fois).split()[0]))
        return words

    def numbers(self, node: Node) -> tuple[tuple[str, ...], bool]:
        """The numbers of a node « numéros », as written, and whether they are the two ends of a run."""
        run = node.first("suite")
        if run is not None and len(node.parts) == 1:
            return tuple(self.text(number) for number in run.every("numéro")), True
        found: list[str] = []
        for part in node.parts:
            if part.name == "numéro":
                found.append(self.text(part))
            elif part.name == "suite":
                first, last = (self.text(number) for number in part.every("numéro"))
                found += expanded(first, last)
        return tuple(found), False


def expanded(first: str, last: str) -> list[str]:
    """All numbers from `first` to `last`: 17 to 21, 11-1 to 11-5, 9 bis to 9 quater."""
    one, other = first.removesuffix("er"), last
    if one.isdecimal() and other.isdecimal():
        return list(_between(int(one), int(other), first))
    stem, _, tail = one.rpartition("-")
    if stem and other.startswith(f"{stem}-") and tail.isdecimal() and other.rpartition("-")[2].isdecimal():
        return [f"{stem}-{n}" for n in range(int(tail), int(other.rpartition("-")[2]) + 1)]
    base, _, adverb = one.rpartition(" ")
    end = other.rpartition(" ")[2]
    if base and adverb in ADVERBS and end in ADVERBS and other.startswith(f"{base} "):
        return [f"{base} {each}" for each in ADVERBS[ADVERBS.index(adverb) : ADVERBS.index(end) + 1]]
    if from_roman(one) and from_roman(other) and one.isupper() and other.isupper():
        return [to_roman(n) for n in range(from_roman(one), from_roman(other) + 1)]
    if one.endswith("°") and other.endswith("°") and one[:-1].isdecimal() and other[:-1].isdecimal():
        return [f"{n}°" for n in range(int(one[:-1]), int(other[:-1]) + 1)]
    if (
        len(one) == len(other) == 1
        and one.isalpha()
        and other.isalpha()
        and one.isascii()
        and other.isascii()
    ):
        return [chr(n) for n in range(ord(one), ord(other) + 1)]
    raise WordingError(
        msg("“{first} to {last}”: which numbers stand between is not certain.", first=first, last=last),
        msg("name each of them"),
    )


def _between(first: int, last: int, written: str) -> Iterator[str]:
    for number in range(first, last + 1):
        yield written if number == first else str(number)
