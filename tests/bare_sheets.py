"""Papers for tests: a text, or a redline of two, with nothing around it."""

from datetime import UTC, datetime

from statuts.diff.alineas import unchanged
from statuts.diff.compare import compare
from statuts.i18n import say
from statuts.language.dates import in_full
from statuts.markdown.read import read
from statuts.model.redline import ArticleChange, ArticleSide, ArticleStatus, ChangeClass, Side
from statuts.model.sheet import Element, Look, Passage, Sheet
from statuts.render.voice import Voice

MOMENT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
VOICE = Voice("fr", lambda message: say(message, "fr"), lambda day: in_full(day, "fr"), str)
_SIDE = ArticleSide("", "", "", "")


def sheet_of(*elements: Element, large: bool = False, author: str = "Association Exemple") -> Sheet:
    """A paper with these elements."""
    return Sheet(
        language="fr",
        title="Statuts",
        association="Association Exemple",
        band="Projet soumis au vote",
        running="Association Exemple · Statuts · version du 21 juin 2021 · empreinte 3f9a",
        author=author,
        moment=MOMENT,
        elements=elements,
        shown=frozenset(ChangeClass),
        large=large,
    )


def redline_sheet(old: str, new: str) -> Sheet:
    """A paper that is the redline of two texts and nothing else."""
    redline = compare(read(old), read(new))
    return sheet_of(*(Passage(a, Look.REDLINE, levels={n: n for n in range(1, 7)}) for a in redline.articles))


def plain_sheet(text: str) -> Sheet:
    """A paper that is a text and nothing else."""
    return sheet_of(
        *(
            Passage(
                ArticleChange(
                    s.kind,
                    (ArticleStatus.UNCHANGED,),
                    Side.BOTH,
                    _SIDE,
                    _SIDE,
                    tuple(map(unchanged, s.blocks)),
                ),
                Look.PLAIN,
                levels={n: n for n in range(1, 7)},
            )
            for s in read(text).sections
        )
    )
