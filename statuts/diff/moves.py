"""Alinéas that left one place and came to another: found by what they say, wherever they went."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import chain

from statuts.diff.blocks import compatible
from statuts.diff.places import Place
from statuts.diff.subjects import is_of_another
from statuts.diff.telling import scores
from statuts.diff.units import bare, keys, likeness, rough, rough_words, telling_words, text_keys
from statuts.diff.words import align
from statuts.language.words import is_word
from statuts.model.document import Block, BlockKind

MOVED = 0.6
"""Likeness from which an alinéa that came is taken for one that left, edited on the way."""

_STANDS_OUT = 0.7  # score among the alinéas around both: what all of these say is no evidence
_AROUND = 12  # alinéas before and after that are looked at: bounds time
_MARGIN = 0.25  # by which it must beat that of any of these
_WORDS = 8  # an edited alinéa shorter than this is no evidence of a move
_QUADRUPLE = 3  # different words that two alinéas with four running words in common share, one said twice
_SHORTEST = 0.3  # of the length of the other one: below, even if all of it is shared, they are not alike
_TELLING = 2  # telling words without which an item is no evidence either
_PAIRS_OF_ITEMS = 900  # beyond, none is looked for: bounds time
_WORDS_EXACT = 4  # nor is an unedited one shorter than this, unless it stays in its article


def find_moves(
    gone: Sequence[tuple[Place, Block]],
    come: Sequence[tuple[Place, Block]],
    is_distinct: Callable[[Place, Place], bool] = lambda *_: True,
) -> dict[Place, Place]:
    """From the place an alinéa came to, to the place it left; each at most once.

    `is_distinct` says of two places whether their alinéas are alike in more than what all those around say.
    """
    moves = _exact(gone, come)
    for search in (_edited, _items):
        left = set(moves.values())
        rest = [g for g in gone if g[0] not in left], [c for c in come if c[0] not in moves]
        moves |= _best_first(search(*rest), *rest, is_distinct)
    return moves


def _best_first(
    found: Sequence[tuple[float, int, int]],
    gone: Sequence[tuple[Place, Block]],
    come: Sequence[tuple[Place, Block]],
    is_distinct: Callable[[Place, Place], bool],
) -> dict[Place, Place]:
    """Of pairs, the likest first (their likeness below zero, and two indices), each alinéa at most once."""
    moves: dict[Place, Place] = {}
    taken: set[int] = set()
    for _, k, c in sorted(found):
        source, target = gone[k][0], come[c][0]
        if k not in taken and target not in moves and is_distinct(source, target):
            taken.add(k)
            moves[target] = source
    return moves


def _items(
    gone: Sequence[tuple[Place, Block]], come: Sequence[tuple[Place, Block]]
) -> list[tuple[float, int, int]]:
    """Items too short to be found by their words in a row: each the likest of the other, or a part of it."""
    old, new = (
        [(n, b) for n, (_, b) in enumerate(side) if b.kind is BlockKind.ITEM] for side in (gone, come)
    )
    if len(old) * len(new) > _PAIRS_OF_ITEMS:
        return []
    return [
        (-alike, k, c)
        for k, one in old
        for c, other in new
        if (alike := _alike_items(one.body, other.body)) >= MOVED and not _is_another(one, other)
    ]


def _is_another(old: Block, new: Block) -> bool:
    """« – un trésorier élu… » is not « – un doyen élu… »."""
    a, b = keys(old.body), keys(new.body)
    return is_of_another(a, b, align(a, b))


def _alike_items(old: str, new: str) -> float:
    shorter, longer = sorted((telling_words(old), telling_words(new)), key=len)
    if len(shorter) < _TELLING:
        return 0.0
    return 1.0 if shorter <= longer else likeness(old, new)


def stands_out(old: Sequence[Block], new: Sequence[Block], i: int, j: int) -> bool:
    """True where alinéa `i` and alinéa `j` are alike as none of those around them is like either."""
    near, there = max(0, i - _AROUND), max(0, j - _AROUND)
    told = [rough(block.body) for block in old[near : i + _AROUND + 1]]
    tell = [rough(block.body) for block in new[there : j + _AROUND + 1]]
    i, j = i - near, j - there
    found = scores(
        told, tell, [(i, m) for m in range(len(tell))] + [(k, j) for k in range(len(told)) if k != i]
    )
    score = found.pop((i, j), 0.0)
    return score >= _STANDS_OUT and all(score >= other + _MARGIN for other in found.values())


def _exact(gone: Sequence[tuple[Place, Block]], come: Sequence[tuple[Place, Block]]) -> dict[Place, Place]:
    by_text: defaultdict[str, list[tuple[Place, Block]]] = defaultdict(list)
    keys_gone, keys_come = (
        list(map(bare, side))
        for side in text_keys([block.body for _, block in gone], [block.body for _, block in come])
    )
    for key, entry in zip(keys_gone, gone, strict=True):
        by_text[key].append(entry)
    moves: dict[Place, Place] = {}
    for key, (place, block) in zip(keys_come, come, strict=True):
        candidates = by_text.get(key, [])
        for k, (source, other) in enumerate(candidates):
            if (
                compatible(other, block)
                and block.kind is not BlockKind.RULE
                and _long_enough(source, place, block)
            ):
                moves[place] = source
                del candidates[k]
                break
    return moves


def _long_enough(source: Place, place: Place, block: Block) -> bool:
    words = sum(map(is_word, keys(block.body)))
    return words >= _WORDS_EXACT or (words > 0 and source.article == place.article)


def _edited(
    gone: Sequence[tuple[Place, Block]], come: Sequence[tuple[Place, Block]]
) -> list[tuple[float, int, int]]:
    """Over an index of word quadruples, so that not every pair is compared."""
    shared = _words_of(gone) & _words_of(come)
    old, new = (
        [(n, b) for n, (_, b) in enumerate(side) if len(rough_words(b.body) & shared) >= _QUADRUPLE]
        for side in (gone, come)
    )
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for k, block in old:
        for quadruple in _quadruples(block):
            holders[quadruple].append(k)
    found: list[tuple[float, int, int]] = []
    for c, block in new:
        held = [holders[quadruple][:20] for quadruple in _quadruples(block) if quadruple in holders]
        common = Counter(chain.from_iterable(held))
        for k in sorted(common, key=lambda k: (-common[k], k))[:5]:  # not as a set happens to be ordered
            other = gone[k][1]
            if not compatible(other, block) or _much_longer(other.body, block.body):
                continue
            alike = likeness(other.body, block.body)
            if alike >= MOVED and not (block.kind is BlockKind.ITEM and _is_another(other, block)):
                found.append((-alike, k, c))
    return found


def _much_longer(one: str, other: str) -> bool:
    """True where one of both is so much longer that they cannot be alike."""
    return min(len(one), len(other)) < _SHORTEST * max(len(one), len(other))


def _words_of(entries: Sequence[tuple[Place, Block]]) -> set[str]:
    return set().union(*(rough_words(block.body) for _, block in entries))


def _quadruples(block: Block) -> set[tuple[str, ...]]:
    words = list(filter(is_word, rough(block.body)))
    if len(words) < _WORDS:
        return set()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))
