"""Which article of the old text is which of the new: by what it says, then its title, its number last.

Aligning by number first turns one insertion into sixteen rewrites; the number is the weakest evidence.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from statuts.diff.kept_heads import pairs_by_head
from statuts.diff.order import Pair, in_place
from statuts.diff.section_keys import alineas_below, bodies, number_key, size, title_key
from statuts.diff.sequence import hunks
from statuts.diff.units import likeness, plainly_alike, rough
from statuts.language.words import with_signs_apart
from statuts.model.document import Section, SectionKind

SAME_CONTENT = 0.2
"""Share of common word triples from which two articles are taken for the same one."""

_TITLE, _NUMBER = 0.35, 0.1  # what an equal title and an equal number add to it
_FIRST, _OPENING = 4, 0.6  # the words that say what an article without a title is about, and what they add
_HALF = 0.5
_EDGE = 40  # characters at one end that two long alinéas share which are plainly alike
_EVERYWHERE = 6  # articles that may share three words in a row before these tell nothing
_body = itemgetter(2)
_NUMBERED = frozenset({SectionKind.ARTICLE, SectionKind.DIVISION, SectionKind.ANNEX})
_LOOSE = frozenset({SectionKind.ARTICLE, SectionKind.PREAMBLE, SectionKind.ANNEX})


def pair_articles(old: Sequence[Section], new: Sequence[Section]) -> list[Pair]:
    """Pairs of indices, ascending by the old one; each index at most once."""
    pairs = _identical(old, new)
    pairs += pairs_by_head(old, new, pairs)
    pairs += _sharing(old, new, pairs)
    left_old, left_new = _left(len(old), {i for i, _ in pairs}), _left(len(new), {j for _, j in pairs})
    evident = _Evident([old[i] for i in left_old], [new[j] for j in left_new])
    pairs += _in_between(old, new, pairs, evident)
    pairs += _alike(old, new, pairs)
    pairs += _in_between(old, new, pairs, _same_place)
    pairs += _in_between(old, new, pairs, _half_alike)
    return sorted(pairs)


def _identical(old: Sequence[Section], new: Sequence[Section]) -> list[Pair]:
    """Sections that say exactly the same, in their order; then those that do elsewhere, once each."""
    told: dict[tuple[str, ...], int] = {}  # numbers instead of texts: these are read once
    ids_old = [told.setdefault((s.kind, *bodies(s)), len(told)) for s in old]
    ids_new = [told.setdefault((s.kind, *bodies(s)), len(told)) for s in new]
    pairs: list[Pair] = []
    i = j = 0
    for hunk in hunks(ids_old, ids_new):
        pairs += zip(range(i, hunk.a0), range(j, hunk.b0), strict=True)
        i, j = hunk.a1, hunk.b1
    pairs += zip(range(i, len(old)), range(j, len(new)), strict=True)
    done_old, done_new = {i for i, _ in pairs}, {j for _, j in pairs}
    count_old, count_new = Counter(ids_old), Counter(ids_new)
    where = {key: j for j, key in enumerate(ids_new) if j not in done_new and count_new[key] == 1}
    pairs += [
        (i, where[key])
        for i, key in enumerate(ids_old)
        if i not in done_old and count_old[key] == 1 and key in where and any(map(str.strip, bodies(old[i])))
    ]
    return pairs


def _sharing(old: Sequence[Section], new: Sequence[Section], done: list[Pair]) -> list[Pair]:
    """Pairs that have at least half of their text in whole alinéas in common: found without reading words."""
    left_old = _left(len(old), {i for i, _ in done})
    left_new = _left(len(new), {j for _, j in done})
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i in left_old:
        for body in map(_body, old[i].blocks[1:]):
            holders[body].append(i)
    found: list[tuple[float, int, int]] = []
    for j in left_new:
        common: dict[int, int] = {}
        for body in map(_body, new[j].blocks[1:]):
            held = holders.get(body)
            if held is not None and len(held) == 1:
                common[held[0]] = common.get(held[0], 0) + len(body)
        for i, shared in common.items():
            share = 2 * shared / max(size(old[i]) + size(new[j]), 1)
            if share >= _HALF and _compatible(old[i], new[j]):
                found.append((share, i, j))
    if len({i for _, i, _ in found}) == len({j for _, _, j in found}) == len(found):
        return [(i, j) for _, i, j in found]  # each has one partner: none need be weighed against another
    return list(_greedy(sorted((-(share + _headed_alike(old[i], new[j])), i, j) for share, i, j in found)))


def _alike(old: Sequence[Section], new: Sequence[Section], done: list[Pair]) -> list[Pair]:
    """Pairs by shared word triples and titles, the most alike first."""
    left_old = _left(len(old), {i for i, _ in done})
    left_new = _left(len(new), {j for _, j in done})
    if not left_old or not left_new:
        return []
    triples_old = {i: _triples(old[i]) for i in left_old}
    triples_new = {j: _triples(new[j]) for j in left_new}
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in left_old:
        for triple in triples_old[i]:
            holders[triple].append(i)
    titles: defaultdict[str, list[int]] = defaultdict(list)
    for i in left_old:
        titles[title_key(old[i])].append(i)
    candidates: list[tuple[float, int, int]] = []
    for j in left_new:
        kin = {
            i
            for held in map(holders.get, triples_new[j].intersection(holders))
            if held and len(held) <= _EVERYWHERE
            for i in held
        }
        same_title = titles.get(title_key(new[j]), []) if title_key(new[j]) else []
        for i in sorted({*kin, *same_title}):
            if not _compatible(old[i], new[j]):
                continue
            both = len(triples_old[i] & triples_new[j])
            shared = 2 * both / max(len(triples_old[i]) + len(triples_new[j]), 1)
            if i in same_title or shared >= (_HALF if _are_strangers(old[i], new[j]) else SAME_CONTENT):
                candidates.append((-(shared + _headed_alike(old[i], new[j])), i, j))
    return list(_greedy(sorted(candidates)))


def _are_strangers(old: Section, new: Section) -> bool:
    """Whether neither number nor title nor opening says that both are one: « Trésorier », « Directeur »."""
    if number_key(old) == number_key(new):
        return False
    titles = set(title_key(old).split()), set(title_key(new).split())
    if all(titles) and (_is_headed(old) or _is_headed(new)):
        return titles[0].isdisjoint(titles[1])
    return _first_words(old)[:2] != _first_words(new)[:2]


def _headed_alike(old: Section, new: Section) -> float:
    """What the heading adds to the evidence of the text: the title much, without one how the text begins, the
    number little.
    """
    numbered = number_key(old) == number_key(new) != ""
    if _is_headed(old) or _is_headed(new):
        return _TITLE * (title_key(old) == title_key(new)) + _NUMBER * numbered
    first_old, first_new = _first_words(old), _first_words(new)
    alike = next((k for k, (a, b) in enumerate(zip(first_old, first_new, strict=False)) if a != b), _FIRST)
    return _OPENING * min(alike, len(first_old), len(first_new)) / _FIRST + _NUMBER * numbered


def _is_headed(section: Section) -> bool:
    """Whether a title stands in the heading: one below it is weighed as the text it is."""
    return section.heading is not None and section.heading.title != ""


def _first_words(section: Section) -> Sequence[str]:
    return next((rough(text)[:_FIRST] for text in alineas_below(section) if text), ())


def _greedy(candidates: Sequence[tuple[float, int, int]]) -> Iterator[Pair]:
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, i, j in candidates:
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield i, j


def _in_between(
    old: Sequence[Section], new: Sequence[Section], done: list[Pair], same: Callable[[Section, Section], bool]
) -> list[Pair]:
    """Between two pairs that stay: the first that is the `same`."""
    taken_old, taken_new = {i for i, _ in done}, {j for _, j in done}
    if len(taken_old) == len(old) or len(taken_new) == len(new):
        return []
    stays = sorted(in_place(sorted(done), lambda pair: size(old[pair[0]])))
    pairs: list[Pair] = []
    i0 = j0 = 0
    for i1, j1 in [*stays, (len(old), len(new))]:
        free_old = [i for i in range(i0, i1) if i not in taken_old] if j0 < j1 else []
        free_new = [j for j in range(j0, j1) if j not in taken_new] if free_old else []
        for i in free_old:
            for j in free_new:
                if j not in taken_new and same(old[i], new[j]):
                    pairs.append((i, j))
                    taken_new.add(j)
                    break
        i0, j0 = i1 + 1, j1 + 1
    return pairs


class _Evident:
    """Whether two sections have one number, one title and much the same words, as no other of that title has:
    they need not be weighed. Without a title, the number alone is no evidence.
    """

    def __init__(self, old: Sequence[Section], new: Sequence[Section]) -> None:
        self._titles = Counter(map(title_key, old)), Counter(map(title_key, new))
        self._texts = {id(section): alineas_below(section) for section in (*old, *new)}
        self._alike_old, self._alike_new = self._by_edges(old), self._by_edges(new)

    def __call__(self, old: Section, new: Section) -> bool:
        if old.kind is not new.kind:
            return False
        if old.kind not in _NUMBERED:
            return True
        title = title_key(old)
        if not title or title != title_key(new) or number_key(old) != number_key(new):
            return False
        if not self._in_place(old, new):
            return self._titles[0][title] == self._titles[1][title] == 1 and _half_the_words(old, new)
        rivals_old = [
            other for edge in self._edges(new) for other in self._alike_old[edge] if other is not old
        ]
        rivals_new = [
            other for edge in self._edges(old) for other in self._alike_new[edge] if other is not new
        ]
        return not any(self._in_place(old, other) for other in rivals_new) and not any(
            self._in_place(other, new) for other in rivals_old
        )

    def _in_place(self, old: Section, new: Section) -> bool:
        return _mostly_in_place(self._texts[id(old)], self._texts[id(new)])

    def _by_edges(self, sections: Sequence[Section]) -> defaultdict[tuple[str, str], list[Section]]:
        found: defaultdict[tuple[str, str], list[Section]] = defaultdict(list)
        for section in sections:
            for edge in self._edges(section):
                found[edge].append(section)
        return found

    def _edges(self, section: Section) -> set[tuple[str, str]]:
        """The title with how the first and the last alinéa begin and end: like sections share one."""
        title, texts = title_key(section), self._texts[id(section)]
        return {(title, edge) for text in (*texts[:1], *texts[-1:]) for edge in (text[:_EDGE], text[-_EDGE:])}


def _mostly_in_place(old: Sequence[str], new: Sequence[str]) -> bool:
    """True where half of the text, at least, stands in alinéas much the same, counted from either end."""
    if not old or not new:
        return not old and not new
    if not (plainly_alike(old[0], new[0]) or plainly_alike(old[-1], new[-1])):
        return False
    later = len(new) - len(old)
    alike = 0
    for k, text in enumerate(old):
        if (k < len(new) and plainly_alike(text, new[k])) or (
            later and k + later >= 0 and plainly_alike(text, new[k + later])
        ):
            alike += len(text)
    return 2 * alike >= max(sum(map(len, old)), sum(map(len, new)))


def _half_the_words(old: Section, new: Section) -> bool:
    texts_old, texts_new = bodies(old), bodies(new)
    stays = set(texts_old).intersection(texts_new)  # what both have is split once
    words_old, words_new = (
        set(" ".join([text for text in texts if text not in stays]).split())
        for texts in (texts_old, texts_new)
    )
    both = set(" ".join(stays).split())
    words_old |= both
    words_new |= both
    return len(words_old & words_new) >= _HALF * max(len(words_old), len(words_new))


def _same_place(old: Section, new: Section) -> bool:
    """Last resort: the same number, or the only one of its kind, between two that stay."""
    if old.kind is not new.kind:
        return False
    if old.kind in _NUMBERED:
        return number_key(old) == number_key(new) != ""
    return True


def _half_alike(old: Section, new: Section) -> bool:
    """An organ that has another name now, and stands between the same two articles."""
    return (
        old.kind is new.kind
        and likeness("\n".join(alineas_below(old)), "\n".join(alineas_below(new))) >= _HALF
    )


def _compatible(old: Section, new: Section) -> bool:
    return old.kind is new.kind or (old.kind in _LOOSE and new.kind in _LOOSE)


def _triples(section: Section) -> set[tuple[str, ...]]:
    words = with_signs_apart(" ".join(bodies(section))).casefold().split()
    if len(words) < 3:
        return {tuple(words)} if words else set()
    return set(zip(words, words[1:], words[2:], strict=False))


def _left(count: int, done: set[int]) -> list[int]:
    return [k for k in range(count) if k not in done]
