"""References to an article, an item, an alinéa or a division that the text does not have."""

import re

from statuts.amend.checks_index import Index
from statuts.amend.checks_mentions import Mention
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.document import BlockKind, Document, Section, SectionKind
from statuts.model.message import Message, msg

_ORDINALS = {
    "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
    "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
}  # fmt: skip
_OF_ARTICLE = frozenset({"de", "l'", "du"})
_DIVISIONS: dict[str, Message] = {
    "titre": msg("“{reference}”: there is no title {number}."),
    "chapitre": msg("“{reference}”: there is no chapter {number}."),
    "section": msg("“{reference}”: there is no section {number}."),
    "sous-section": msg("“{reference}”: there is no subsection {number}."),
    "annexe": msg("“{reference}”: there is no annex {number}."),
}
_NOT_COUNTED = frozenset({BlockKind.HEADING, BlockKind.RULE})


def missing_articles(index: Index, mention: Mention) -> tuple[str, ...]:
    """The numbers a reference names, and those inside its ranges, that no article has.

    None where the text numbers no article: then a number may be one that a printer gives.
    """
    if mention.word != "article" or not index.articles:
        return ()
    inside = [n for first, last in mention.ranges for n in index.between(first, last)]
    ends = [number for number in mention.numbers if not index.has(number)]
    return tuple(ends) or tuple(number for number in inside if not _covered(index, number))


def _covered(index: Index, number: str) -> bool:
    """A range goes over a gap that the numbering itself has: that is said once, as a skipped number."""
    whole = [int(key) for key in index.articles if key.isdigit()]
    return index.has(number) or (bool(whole) and min(whole) < int(number) < max(whole))


def part_finding(index: Index, mention: Mention) -> CheckFinding | None:
    """A finding where « au 3° de l’article 4 » or « au deuxième alinéa de l’article 4 » names too much."""
    if mention.word != "article" or len(mention.numbers) != 1:
        return None
    article = index.one(mention.numbers[0])
    if article is None:
        return None
    item, alinea = _part_before(mention)
    following = next(iter(mention.after[mention.after[:1] == (",",) :]), "")  # « l’article 4, 3° »
    if not item and re.fullmatch(r"\d{1,2}°", following):
        item = int(following[:-1])
    if item and not _has_item(article, item):
        return _finding(
            CheckCode.NO_SUCH_PART,
            mention,
            msg(
                "“{reference}”: “{label}” has no item {number}.",
                reference=mention.written,
                label=article.label,
                number=item,
            ),
        )
    count = _most_alineas(article)
    if alinea and alinea > count:
        return _finding(
            CheckCode.NO_SUCH_PART,
            mention,
            msg(
                "“{reference}”: “{label}” has no alinéa {number}; it has {count} at most.",
                reference=mention.written,
                label=article.label,
                number=alinea,
                count=count,
            ),
        )
    return None


def _part_before(mention: Mention) -> tuple[int, int]:
    """The item and the alinéa, 0 where none is named, that the reference is preceded by."""
    words = list(mention.before)
    while words and words[-1] in _OF_ARTICLE:
        words.pop()
    if len(words) == len(mention.before) or not words or "de" not in mention.before[len(words) :]:
        return 0, 0
    if words[-1] in {"alinéa", "al"} and len(words) > 1:
        return 0, _ORDINALS.get(words[-2], _figure(words[-2]))
    item = re.fullmatch(r"(\d{1,2})°", words[-1]) or (
        re.fullmatch(r"(\d{1,2})", words[-1]) if words[-2:-1] in (["au"], ["du"], ["le"]) else None
    )
    return (int(item[1]) if item else 0), 0


def _figure(word: str) -> int:
    figure = re.fullmatch(r"(\d{1,2})(?:e|ème|nd)?", word)
    return int(figure[1]) if figure else 0


def _has_item(article: Section, number: int) -> bool:
    """Whether anything in the article may be called its item `number`."""
    if re.search(
        rf"(?<![\w.,]){number}\s?(?:°|º|\)|\.|-|–|er\b)", "".join(block.raw for block in article.blocks)
    ):
        return True
    return sum(block.kind in (BlockKind.ITEM, BlockKind.ROW) for block in article.blocks) >= number


def _most_alineas(article: Section) -> int:
    """How many alinéas there are at most: every line that may have been meant as one counts."""
    return sum(1 + block.body.count("\n") for block in article.blocks if block.kind not in _NOT_COUNTED) or 1


def division_finding(index: Index, mention: Mention) -> CheckFinding | None:
    """A finding where a title or a chapter is named that the text does not have.

    A section or an annex may be something else (a branch, a paper apart): only where others are numbered.
    """
    if mention.word == "article" or not mention.numbers:
        return None
    number, known = mention.numbers[0], index.divisions.get(mention.word, frozenset())
    if number in known or number in index.divisions.get("", frozenset()):
        return None
    if not known and mention.word not in ("titre", "chapitre"):
        return None
    message = _DIVISIONS[mention.word].text
    written = mention.written.split()[-1]
    return _finding(
        CheckCode.NO_SUCH_DIVISION,
        mention,
        Message(message, {"reference": mention.written, "number": written}),
    )


def neighbour_finding(document: Document, mention: Mention) -> CheckFinding | None:
    """A finding where the first article names the one before it, or the last the one after it."""
    articles = document.articles
    if not mention.relative or mention.section.kind is not SectionKind.ARTICLE:
        return None
    if mention.relative < 0 and mention.section is articles[0]:
        return _finding(
            CheckCode.NO_NEIGHBOUR,
            mention,
            msg("“{reference}”: this is the first article.", reference=mention.written),
        )
    if mention.relative > 0 and mention.section is articles[-1]:
        return _finding(
            CheckCode.NO_NEIGHBOUR,
            mention,
            msg("“{reference}”: this is the last article.", reference=mention.written),
        )
    return None


def _finding(code: CheckCode, mention: Mention, message: Message) -> CheckFinding:
    return CheckFinding(code, mention.section.label, mention.line, message)
