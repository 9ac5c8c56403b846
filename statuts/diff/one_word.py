"""One plain word that differs, in the whole or one a sentence: marked without splitting the text.

It must give what the long way gives (`alineas.py`), and a test says that it does. So it is left to that way
wherever anything around the word could count: another number, a sign of inclusive writing, a link, the
same word beside it, which the mark could slide over.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statuts.diff.classes import classify
from statuts.diff.clusters import REACH
from statuts.diff.marking import Marker
from statuts.diff.numerals import is_numeral
from statuts.diff.sequence import Hunk
from statuts.diff.units import common_ends
from statuts.diff.weights import weight
from statuts.language.abbreviations import is_abbreviation
from statuts.language.function_words import MONTHS
from statuts.language.inclusive import may_be_gender
from statuts.language.words import LETTERS, is_plain

LONGEST = 3000
"""Characters of an alinéa below which no bound of the long way cuts in."""

# A word, elided or not, or a small number that nothing beside it makes longer.
_WORD = re.compile(
    rf"(?:[dlDL]['’])?+[{LETTERS}]++(?=[ ,;\n).])(?!\.\S)|(?<![\d.,:/§°-] )\d{{1,2}}(?= [{LETTERS}])"
)
_ELIDED = 2  # characters of « l’ » and « d’ »
_BEFORE_A_WORD = re.compile(rf"([{LETTERS}]++) (?=[{LETTERS}]++[ ,;\n).'’])")
_BEFORE_A_SPACE = re.compile(rf"[{LETTERS}\d'’(«-]*[{LETTERS}\d,;:.)»]")  # it ends with a unit in normal form
_INITIAL = re.compile(r" ?[^\W\d_a-z]\.")
_SIX_WORDS = re.compile(rf"(?:.*? [{LETTERS}]){{6}}", re.DOTALL)
"""Of so many units one is too few for the whole to be called rewritten."""
_ENOUGH = 9  # units of a sentence, more than which two words are too few for it to be called rewritten
_APART = 60  # characters between two words that differ, so that neither has a say in how the other is marked
_AGAIN = 12  # characters that are the same again after a word that differs


class OneWord(NamedTuple):
    """`old[start:][: len(gone)]` gave way to `come`; one of both may be empty."""

    start: int
    gone: str
    come: str


def changed_words(old: str, new: str) -> Sequence[OneWord]:
    """The words that differ, one in the whole or one a sentence; none where more differs, or something beside
    them matters.
    """
    word = one_word(old, new)
    return (word,) if word is not None else _one_a_sentence(old, new)


def one_word(old: str, new: str) -> OneWord | None:
    """The only word that differs, where no more than that differs and nothing beside it matters."""
    if max(len(old), len(new)) > LONGEST or not is_plain(old) or not _SIX_WORDS.match(old):
        return None
    word = _only_word(old, new)
    return None if word is not None and _is_read_with_others(old, word) else word


def _only_word(old: str, new: str) -> OneWord | None:
    same_start, same_end = common_ends(old, new)
    start = old.rfind(" ", 0, same_start) + 1
    if len(old) - start <= same_end:
        come = _alone(new, start, len(new) - len(old))
        return OneWord(start, "", come) if come else None
    if len(new) - start <= same_end:
        gone = _alone(old, start, len(old) - len(new))
        return OneWord(start, gone, "") if gone else None
    before, after = _WORD.match(old, start), _WORD.match(new, start)
    if before is None or after is None or len(old) - before.end() != len(new) - after.end():
        return None
    word = OneWord(start, before[0], after[0])
    return word if len(old) - before.end() <= same_end and _is_sure(old, word) else None


def _is_sure(old: str, word: OneWord) -> bool:
    """True where two words could only be each other's: neither may be one of two genders, and no
    part of an elided one is in the other or beside it.
    """
    start, gone, come = word
    parts_gone, parts_come = _units(gone), _units(come)
    if may_be_gender(parts_gone) or may_be_gender(parts_come):
        return False
    if len(parts_gone) == len(parts_come) == 1:
        return True  # nearly always
    if len(parts_gone) == len(parts_come):
        return False
    article, noun = max(parts_gone, parts_come, key=len)
    after = old[start + len(gone) + 1 :][:_ELIDED].replace("’", "'")
    return after != article and not old.endswith(f"{noun} ", 0, start)


def _units(word: str) -> Sequence[str]:
    """The normal forms of the units of what differs: one, two of an elided word, none of nothing."""
    word = word.rstrip(" ")
    if word[1:_ELIDED] in ("'", "’"):
        return [word[0] + "'", word[_ELIDED:]]
    return [word] if word else []


def mark_words(marker: Marker, old: str, words: Sequence[OneWord]) -> None:
    """Write `old`, in which nothing but these words differ, into `marker`."""
    at = 0
    for start, gone, come in words:
        old_keys, new_keys = _units(gone), _units(come)
        cls = classify(old_keys, new_keys, Hunk(0, len(old_keys), 0, len(new_keys)))
        marker.equal(old[at:start])
        marker.numbered(gone, come, cls)
        at = start + len(gone)
    marker.equal(old[at:])


def _one_a_sentence(old: str, new: str) -> Sequence[OneWord]:
    """The same for several sentences, none of which could be taken for another."""
    if max(len(old), len(new)) > LONGEST:
        return ()
    sentences_old, sentences_new = old.split(". "), new.split(". ")
    if len(sentences_old) != len(sentences_new):
        return ()
    words: list[OneWord] = []
    at = end = differ = 0
    before = ""
    for one, other in zip(sentences_old, sentences_new, strict=True):
        if one != other:
            differ += 1
            found = _words_of(f"{one}. ", f"{other}. ")
            if not found or (words and not _is_far(old[end : at + found[0].start])):
                return ()
            for word in found:
                if _is_doubled(one, word) or (word.start == 0 and is_abbreviation(before)):
                    return ()
                words.append(word._replace(start=at + word.start))
                end = at + word.start + len(word.gone)
        at += len(one) + 2
        before = one[one.rfind(" ") + 1 :]
    told = {*sentences_old, *sentences_new}
    struck, written = {word.gone.strip() for word in words}, {word.come.strip() for word in words}
    if len(told) < len(sentences_old) + differ or struck & written - {""}:
        return ()
    return words


def _words_of(old: str, new: str) -> Sequence[OneWord]:
    """The words that differ in a sentence, one or two; none where more differs or what is beside matters."""
    word = one_word(old, new)
    if word is not None:
        return (word,)
    return _two_words(old, new) if is_plain(old) and old.count(" ") > _ENOUGH else ()


def _two_words(old: str, new: str) -> Sequence[OneWord]:
    """The first word that differs, and the only other one, far behind it."""
    start = old.rfind(" ", 0, common_ends(old, new)[0]) + 1
    found: list[tuple[OneWord, OneWord]] = []
    for first in _may_differ(old, new, start):
        rest, other = old[start + len(first.gone) :], new[start + len(first.come) :]
        if not rest.startswith(other[:_AGAIN]) or _is_read_with_others(old, first):
            continue
        word = _only_word(rest, other)
        if word is not None and not _is_read_with_others(rest, word) and _is_far(rest[: word.start]):
            found.append((first, word._replace(start=len(old) - len(rest) + word.start)))
    return found[0] if len(found) == 1 else ()


def _is_far(between: str) -> bool:
    """True for so much text between two words that neither has a say in how the other is marked."""
    return len(between) >= _APART or sum([weight(word.strip(",;.)")) for word in between.split()]) >= REACH


def _may_differ(old: str, new: str, start: int) -> Iterator[OneWord]:
    """What the word at `start` could be: replaced, added, taken away."""
    before, after = _WORD.match(old, start), _WORD.match(new, start)
    if before and after and _is_sure(old, OneWord(start, before[0], after[0])):
        yield OneWord(start, before[0], after[0])
    if after and (come := _alone(new, start, len(after[0]) + 1)):
        yield OneWord(start, "", come)
    if before and (gone := _alone(old, start, len(before[0]) + 1)):
        yield OneWord(start, gone, "")


def _is_doubled(sentence: str, word: OneWord) -> bool:
    """True where the word that went or came stands there twice: another of both could be marked."""
    start, end = word.start, word.start + len(word.gone)
    return any(
        sentence.endswith(f"{one} ", 0, start) or sentence.startswith(f" {one}", end)
        for one in (word.gone, word.come)
        if one
    )


def _is_read_with_others(text: str, word: OneWord) -> bool:
    """True beside another part of a number in words, and for a part of a date: these are marked whole; and
    beside an abbreviation or an initial, whose stop ends a sentence or not by what stands around it.
    """
    if _follows_abbreviation(text, word.start) or _INITIAL.match(text, word.start + len(word.gone)):
        return True
    gone, come = word.gone.strip(), word.come.strip()
    if gone in MONTHS or come in MONTHS or any(len(x) == 1 and x.isupper() for x in (gone, come)):
        return True  # of a date, or of « C.A. »
    if not (is_numeral(gone) or is_numeral(come)):
        return False  # nearly always
    beside = text[: word.start].split()[-1:] + text[word.start + len(word.gone) :].split()[:1]
    return any(is_numeral(other.strip(",;.)")) for other in beside)


def _follows_abbreviation(text: str, start: int) -> bool:
    if start < 3 or text[start - 2] != ".":
        return False  # nearly always
    return is_abbreviation(text[text.rfind(" ", 0, start - 2) + 1 : start - 2])


def _alone(text: str, start: int, length: int) -> str:
    """The word at `start` and its space, where both make up `length`; not where it stands twice there."""
    match = _BEFORE_A_WORD.match(text, start)
    if match is None or match.end() != start + length:
        return ""
    word = match[1]
    before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1] if start else "."
    if before.endswith(word) or not _BEFORE_A_SPACE.fullmatch(before):
        return ""
    return "" if text.startswith(word, start + length) or may_be_gender((word,)) else match[0]
