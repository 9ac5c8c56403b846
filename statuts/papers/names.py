"""What a sentence calls a text, an article, a division, and the numbered changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from statuts.markdown.labels import LabelKind, read_label
from statuts.model.document import SectionKind
from statuts.model.message import Message, msg
from statuts.model.redline import ArticleChange, ArticleSide, ArticleStatus, Side
from statuts.render.voice import Voice

_NUMBERED_DIVISIONS = {
    "titre": msg("title {number}"),
    "chapitre": msg("chapter {number}"),
    "section": msg("section {number}"),
    "sous-section": msg("subsection {number}"),
    "partie": msg("part {number}"),
    "livre": msg("book {number}"),
    "annexe": msg("annex {number}"),
}
_ENGLISH_WORDS = {"title": "titre", "chapter": "chapitre", "subsection": "sous-section", "part": "partie",
                  "book": "livre", "annex": "annexe", "appendix": "annexe", "annexes": "annexe"}  # fmt: skip


class TextKind(StrEnum):
    """The texts a French sentence names each in its own way; any other goes by its title."""

    STATUTES = "statuts"
    RULES = "reglement-interieur"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TextName:
    """What a governed text is called: its kind, and its title for the head of a page."""

    kind: TextKind
    title: str

    @staticmethod
    def of(id: str, title: str) -> "TextName":
        """The name of the text that an archive keeps under `id`."""
        return TextName(TextKind(id) if id in tuple(TextKind) else TextKind.OTHER, title)

    def with_of(self) -> Message:
        """« des statuts »."""
        if self.kind is TextKind.STATUTES:
            return msg("of the statutes")
        if self.kind is TextKind.RULES:
            return msg("of the internal rules")
        return msg("of the text “{title}”", title=self.title)

    def with_in(self) -> Message:
        """« dans les statuts »."""
        if self.kind is TextKind.STATUTES:
            return msg("into the statutes")
        if self.kind is TextKind.RULES:
            return msg("into the internal rules")
        return msg("into the text “{title}”", title=self.title)


def section_name(kind: SectionKind, side: ArticleSide, voice: Voice) -> str:
    """A part of a text with its article and its title: « l’article 1er (« Objet ») »."""
    short = short_name(kind, side, voice)
    if side.title and side.number:
        return voice.say(msg("{name} (“{title}”)", name=short, title=side.title))
    return short


def short_name(kind: SectionKind, side: ArticleSide, voice: Voice) -> str:
    """The same without the title where the number is enough: « l’article 1er », « le titre II »."""
    if kind in (SectionKind.TITLE, SectionKind.OPENING, SectionKind.PREAMBLE):
        fixed = {
            SectionKind.TITLE: msg("the heading of the text"),
            SectionKind.OPENING: msg("the opening of the text"),
            SectionKind.PREAMBLE: msg("the preamble"),
        }
        return voice.say(fixed[kind])
    if side.number:
        return voice.say(_numbered(kind, side, voice.language))
    if kind is SectionKind.ARTICLE:
        return voice.say(msg("the article “{title}”", title=side.title or side.label))
    if kind is SectionKind.ANNEX:
        return voice.say(msg("the annex “{title}”", title=side.title) if side.title else msg("the annex"))
    return voice.say(msg("the division “{title}”", title=side.title or side.label))


def _numbered(kind: SectionKind, side: ArticleSide, language: str) -> Message:
    number = "1er" if language == "fr" and side.number == "1" else side.number
    if kind is SectionKind.ARTICLE:
        return msg("article {number}", number=number)
    label = read_label(side.label)
    word = _ENGLISH_WORDS.get(label.word, label.word) if label.kind is not LabelKind.NONE else ""
    if word in _NUMBERED_DIVISIONS:
        return Message(_NUMBERED_DIVISIONS[word].text, {"number": side.number})
    return msg("the division “{title}”", title=side.label)


def new_name(kind: SectionKind, side: ArticleSide, voice: Voice) -> str:
    """A part that did not exist before: « un article 9 bis (« Mineurs ») »."""
    title = side.title or side.label
    if kind is SectionKind.ARTICLE:
        if side.number and side.title:
            return voice.say(msg("an article {number} (“{title}”)", number=side.number, title=title))
        if side.number:
            return voice.say(msg("an article {number}", number=side.number))
        return voice.say(msg("an article “{title}”", title=title))
    messages = {
        SectionKind.ANNEX: msg("an annex (“{title}”)", title=side.label),
        SectionKind.PREAMBLE: msg("a preamble"),
        SectionKind.TITLE: msg("a heading of the text (“{title}”)", title=title),
        SectionKind.OPENING: msg("an opening"),
        SectionKind.DIVISION: msg("a division (“{title}”)", title=side.label),
    }
    return voice.say(messages[kind])


def heading_of(article: ArticleChange, voice: Voice) -> str:
    """What heads the part of a paper about an article: its label, or what it is where it has none."""
    return article.shown.label or voice.say(msg("Before the first article"))


def is_left_behind(article: ArticleChange) -> bool:
    """Whether this is the place a moved article left: the article itself stands elsewhere."""
    return article.side is Side.OLD and ArticleStatus.MOVED in article.statuses


def changes_of(article: ArticleChange) -> tuple[int, ...]:
    """The numbers of the changes of an article, moves included."""
    moves = {block.move for block in article.blocks if block.move is not None}
    return tuple(sorted({*article.changes, *moves}))


def change_numbers(numbers: Iterable[int], voice: Voice) -> str:
    """« C1 à C3, C7 »."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(
        f"C{first}" if first == last else voice.say(msg("C{first} to C{last}", first=first, last=last))
        for first, last in runs
    )
