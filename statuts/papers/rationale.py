"""The reasons given for a proposal: which part of the author's Markdown goes with which article."""

from collections.abc import Iterable
from dataclasses import dataclass

from statuts.markdown.labels import Label, LabelKind, read_label
from statuts.markdown.read import read
from statuts.markdown.slug import slug
from statuts.model.document import Block, BlockKind
from statuts.model.message import Message, msg
from statuts.model.redline import ArticleChange, ArticleSide

_TITLES = frozenset({"expose-des-motifs", "motifs", "rationale", "reasons"})


@dataclass(frozen=True, slots=True)
class Rationale:
    """Markdown by the id of the article it is about; `general` is about the whole. Nothing is left out."""

    general: str
    by_article: dict[str, str]
    remarks: tuple[Message, ...] = ()


NO_RATIONALE = Rationale("", {})


def read_rationale(source: str, articles: Iterable[ArticleChange]) -> Rationale:
    """The reasons in `source`, cut at the headings that name one of `articles` by id, number or title.

    A heading that names none of them goes on with what it stands in, or opens general text where it is
    of the level of those that do; one that looks like an article's is remarked upon.
    """
    keys = _keys(articles)
    general: list[str] = []
    by_article: dict[str, list[str]] = {}
    remarks: list[Message] = []
    target, level = general, 0
    for block in (block for section in read(source).sections for block in section.blocks):
        if block.kind is BlockKind.FRONT_MATTER:
            continue
        if block.kind is BlockKind.HEADING:
            words = block.body.strip()
            found = _named(words, keys)
            if found is not None:
                target, level = by_article.setdefault(found, []), block.depth
                continue
            if block.depth <= level or read_label(words).kind is LabelKind.ARTICLE:
                target, level = general, 0
            if read_label(words).kind is LabelKind.ARTICLE:
                remarks.append(
                    msg("The reasons under “{heading}” are about no article that changes.", heading=words)
                )
            if slug(words) in _TITLES:
                continue
        target.append(_raw(block))
    return Rationale(
        "".join(general).strip(),
        {name: "".join(parts).strip() for name, parts in by_article.items()},
        tuple(remarks),
    )


def _raw(block: Block) -> str:
    return block.raw if block.raw.endswith("\n") else block.raw + "\n"


def _keys(articles: Iterable[ArticleChange]) -> dict[str, str]:
    """What a heading may say → the article's id; what the new text calls it comes first."""
    keys: dict[str, str] = {}
    changed = list(articles)
    for sides in ([a.new for a in changed], [a.old for a in changed]):
        for article, side in zip(changed, sides, strict=True):
            if side is not None:
                for key in _names(side):
                    keys.setdefault(key, article.shown.id)
    return keys


def _names(side: ArticleSide) -> list[str]:
    numbered = _numbered(read_label(side.label))
    return [name for name in (side.id, slug(side.label), slug(side.title), numbered) if name]


def _named(words: str, keys: dict[str, str]) -> str | None:
    """The id of the article a heading names, by its whole text or by its number."""
    return keys.get(words) or keys.get(slug(words)) or keys.get(_numbered(read_label(words)))


def _numbered(label: Label) -> str:
    """« Art. 1 » and « ARTICLE PREMIER » are one; empty where there is no number."""
    if not label.key:
        return ""
    article = label.kind in (LabelKind.ARTICLE, LabelKind.NUMBER)
    return f"{LabelKind.ARTICLE if article else label.word}:{label.key}"
