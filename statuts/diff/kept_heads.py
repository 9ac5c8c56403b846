"""Articles that were cut or took in another one, and kept their number (or their title) and their opening."""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from statuts.diff.order import Pair
from statuts.diff.section_keys import alineas_below, number_key, title_key
from statuts.diff.units import likeness, plainly_alike
from statuts.model.document import Section, SectionKind

_HALF = 0.5
_OPENS, _MARGIN = 0.6, 0.15  # likeness of first sentences that are one, and by which it beats those around
_AROUND = 5  # articles before and after
_NAMESAKES = 3  # more articles of one number than that: the text counts anew in each part

_Name = tuple[SectionKind, str]


def pairs_by_head(old: Sequence[Section], new: Sequence[Section], done: list[Pair]) -> list[Pair]:
    """An article that kept its number and its opening is still that article, although most of what it said
    went to another one, or most of what it says came from one. Of two with that number, the opening decides.
    """
    left_old, left_new = _by_name(old, {i for i, _ in done}), _by_name(new, {j for _, j in done})
    found = [
        (i, j)
        for name, mine in left_old.items()
        if name in left_new and max(len(mine), len(left_new[name])) <= _NAMESAKES
        for i in mine
        for j in left_new[name]
        if _may_keep_its_head(old[i], new[j])
    ]
    kept = [(i, j) for i, j in found if _keeps_its_head(old[i], new[j])]
    if len(kept) < len(found):
        done_old, done_new = {i for i, _ in kept}, {j for _, j in kept}
        titles_old, titles_new = set(map(_titled, old)), set(map(_titled, new))
        kept += [
            (i, j)
            for i, j in found
            if i not in done_old
            and j not in done_new
            and not (title_key(new[j]) and _titled(new[j]) in titles_old)
            and not (title_key(old[i]) and _titled(old[i]) in titles_new)
            and _opens_alike(old, new, i, j)
        ]
    partners_old, partners_new = Counter(i for i, _ in kept), Counter(j for _, j in kept)
    return [(i, j) for i, j in kept if partners_old[i] == partners_new[j] == 1]


def _by_name(sections: Sequence[Section], done: Container[int]) -> dict[_Name, list[int]]:
    """The sections that are left by what they are (« TITRE IV » is not « Article 4 ») and their number or,
    without one, the word their title begins with.
    """
    found: defaultdict[_Name, list[int]] = defaultdict(list)
    for k, section in enumerate(sections):
        if k not in done and (name := number_key(section) or title_key(section).partition(" ")[0]):
            found[section.kind, name].append(k)
    return found


def _titled(section: Section) -> _Name:
    return section.kind, title_key(section)


def _may_keep_its_head(old: Section, new: Section) -> bool:
    if old.heading is new.heading and old.heading is not None and old.heading.title:
        return _keeps_its_head(old, new)  # nearly always
    title, other = title_key(old), title_key(new)
    return title != other or not title


def _keeps_its_head(old: Section, new: Section) -> bool:
    """Whether number, title and first alinéa are those of before, whatever follows."""
    if old.heading is not new.heading or old.heading is None or not old.heading.title or old.heading.run_in:
        return False
    return len(old.blocks) > 1 < len(new.blocks) and old.blocks[1] == new.blocks[1]


def _opens_alike(old: Sequence[Section], new: Sequence[Section], i: int, j: int) -> bool:
    """Whether both begin with the same alinéa or, edited, the same sentence, as no neighbour does."""
    first_old, first_new = alineas_below(old[i])[:1], alineas_below(new[j])[:1]
    if not first_old or not first_new:
        return False
    if first_old == first_new:
        return True
    alike = likeness(_opening(old[i]), _opening(new[j]))
    short, long = sorted((title_key(old[i]).split(), title_key(new[j]).split()), key=len)
    if short and long[: len(short)] == short:
        return alike >= _HALF or plainly_alike(first_old[0], first_new[0])
    return alike >= _OPENS and all(
        likeness(_opening(one), _opening(other)) < alike - _MARGIN
        for one, other in [(old[i], other) for other in _around(new, j)]
        + [(other, new[j]) for other in _around(old, i)]
    )


def _around(sections: Sequence[Section], k: int) -> Sequence[Section]:
    return [*sections[max(0, k - _AROUND) : k], *sections[k + 1 : k + 1 + _AROUND]]


def _opening(section: Section) -> str:
    """The first sentence after the heading."""
    return next(iter(alineas_below(section)), "").partition(". ")[0]
