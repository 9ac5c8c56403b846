"""Words replaced alike wherever a text has them: one instruction for the whole text, not one a place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from statuts.errors import WordingError
from statuts.language.words import is_word, keys
from statuts.model.instruction import ReplaceWords, Step, Unit, Words
from statuts.wording.edits import nature_of
from statuts.wording.matching import match
from statuts.wording.outline import Outline
from statuts.wording.pairs import Article
from statuts.wording.places import Place
from statuts.wording.plan_alineas import AlineaPlanner
from statuts.wording.planned import Formula, Levels, Planned

_FEWEST = 3
"""Places, in two articles or more, from which on « partout où il figure » says it better."""


def everywhere(
    text: Outline, articles: Sequence[Article], alineas: AlineaPlanner, levels: Levels
) -> Iterator[Planned]:
    """The deeds on words replaced at each of their places in `text`, all of which are told by words."""
    places: defaultdict[tuple[str, str], list[tuple[int, int, tuple[int, ...]]]] = defaultdict(list)
    for n, article in enumerate(articles):
        for k, pair in enumerate(article.pairs):
            for run in pair.runs:
                places[run.old.strip(), run.new.strip()].append((n, k, run.changes))
    for (old, new), found in places.items():
        if (
            len(found) < _FEWEST
            or len({n for n, *_ in found}) < 2
            or not new
            or not any(map(is_word, keys(old)))
        ):
            continue
        told = all(_is_told_by_words(articles[n], n, k, alineas, levels) for n, k, _ in found)
        if told and _times(text, old) == len(found):
            words = Words(old, nature_of(old), every=True)
            deed = ReplaceWords(((Step(Unit.TEXT),),), words, Words(new, nature_of(new)))
            yield Planned(deed, tuple(c for *_, changes in found for c in changes), found[0][0], found[0][1])


def _is_told_by_words(article: Article, n: int, k: int, alineas: AlineaPlanner, levels: Levels) -> bool:
    if article.old is None or article.new is None or levels.articles.get(n) is Formula.ARTICLE:
        return False
    if levels.pairs.get((n, k), Formula.WORDS) is not Formula.WORDS or alineas.mostly_new(article):
        return False
    return alineas.by_words(article, article.pairs[k]) is not None


def _times(text: Outline, words: str) -> int:
    """How often words stand in the alinéas of a text."""
    whole = Place(Unit.TEXT, tuple(range(len(text.portions))), 0, len(text.source))
    try:
        return len(match(text, [whole], Words(words, every=True), ""))
    except WordingError:
        return 0
