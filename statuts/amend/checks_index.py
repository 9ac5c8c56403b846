"""What a text holds that can be referred to: numbers of articles and of divisions."""

from dataclasses import dataclass

from statuts.amend.checks_mentions import inner_numbers
from statuts.markdown.labels import read_label
from statuts.model.document import Document, Section, SectionKind


@dataclass(frozen=True, slots=True)
class Index:
    """The articles by number (all that have it), the numbers inside articles, those of divisions by word."""

    articles: dict[str, tuple[Section, ...]]
    inner: frozenset[str]
    divisions: dict[str, frozenset[str]]

    def has(self, number: str) -> bool:
        """Whether an article, or a numbered passage of one, may be meant by `number`.

        A further figure (« 5.2 ») is a passage of article 5, and can only be missed where its other
        passages are numbered so; a letter (« 8 a ») never can.
        """
        if number in self.articles or number in self.inner:
            return True
        known = (*self.articles, *self.inner)
        if any(key.startswith(f"{number}-") and len(key) == len(number) + 2 for key in known):
            return True
        head, sign, last = _parted(number)
        if not sign or not self.has(head):
            return False
        return not last.isdigit() or not any(
            key.startswith(f"{head}{sign}") and key[-1].isdigit() for key in known
        )

    def one(self, number: str) -> Section | None:
        """The only article of that number, else None."""
        found = self.articles.get(number, ())
        return found[0] if len(found) == 1 else None

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The whole numbers that stand between two."""
        if not (first.isdigit() and last.isdigit()) or int(last) - int(first) > 200:
            return ()
        return tuple(str(number) for number in range(int(first) + 1, int(last)))


def index_of(document: Document) -> Index:
    """What can be referred to in `document`."""
    articles: dict[str, tuple[Section, ...]] = {}
    divisions: dict[str, set[str]] = {}
    inner: set[str] = set()
    for section in document.sections:
        key = section.heading.key if section.heading else ""
        if not key:
            continue
        if section.kind is SectionKind.ARTICLE:
            articles[key] = (*articles.get(key, ()), section)
        elif section.kind in (SectionKind.DIVISION, SectionKind.ANNEX):
            divisions.setdefault(_word(read_label(section.blocks[0].body).word), set()).add(key)
    for word, key in inner_numbers(document):
        inner.add(key)
        divisions.setdefault(_word(word), set()).add(key)
    return Index(articles, frozenset(inner), {word: frozenset(keys) for word, keys in divisions.items()})


def _word(word: str) -> str:
    return "annexe" if word.startswith(("annex", "append")) else word


def _parted(number: str) -> tuple[str, str, str]:
    for sign in (".", "-"):
        head, found, last = number.rpartition(sign)
        if found:
            return head, sign, last
    return number, "", ""
