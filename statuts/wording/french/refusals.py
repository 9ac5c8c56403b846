"""What is said of a French act that cannot be read: where, after which words, and what could stand there."""

from collections.abc import Iterator, Sequence

from statuts.errors import WordingError
from statuts.model.message import msg
from statuts.wording.combinators import Node, Reading, Scope
from statuts.wording.ebnf import openings
from statuts.wording.french.grammar import ACT, HEAD, MARK_BEFORE
from statuts.wording.scan import END, TITLE, Token, Unbalanced, scan
from statuts.wording.tree import words_of

MARK_SIGNS = " .:–—-"
_SHOWN = 60
_SHOWN_CHOICES = 8
_SHORT = 3  # what could stand there: words say more than signs, and come first


def head_label(tokens: Sequence[Token]) -> str:
    """« Résolution n° 3 », « Art. 2 », without the sign after it."""
    return words_of(tokens).rstrip(MARK_SIGNS).replace("n° ", "n°\u00a0")


def not_understood(reading: Reading) -> WordingError:
    """The refusal of an act that `reading` could not follow to its end."""
    tokens, at = reading.tokens, min(reading.furthest, len(reading.tokens) - 1)
    start = reading.missed_in.start if reading.missed_in is not None else max(at - 12, 0)
    said = _end_of(words_of(tokens[start:at]))
    rest = _start_of(words_of(tokens[at : at + 20]))
    wanted = sorted(openings(reading.missed), key=lambda label: len(label.strip('"')) <= _SHORT)
    hint = msg("what could stand there: {what}", what=" / ".join(wanted[:_SHOWN_CHOICES])) if wanted else None
    where = _label(reading)
    if not rest:
        return WordingError(msg("the sentence ends too early: “{words}”.", words=said), hint, where)
    if not said:
        return WordingError(msg("“{rest}” is not understood.", rest=rest), hint, where)
    return WordingError(
        msg("what follows “{said}” is not understood: “{rest}”.", said=said, rest=rest), hint, where
    )


def unbalanced(source: str, problem: Unbalanced) -> WordingError:
    """The refusal of a quotation that is not closed, or closed twice."""
    before = Reading([*problem.tokens, Token(END, "", problem.at, problem.at, fresh=True)])
    ACT.read(before, 0, [])
    where = _label(before)
    line = source.count("\n", 0, problem.at) + 1
    if problem.opened:
        words = _start_of(" ".join(source[problem.at : problem.at + 2 * _SHOWN].split()))
        return WordingError(
            msg("line {line}: the quotation that opens at “{words}” is not closed.", line=line, words=words),
            msg("close it with »; a quotation inside it is closed on its own"),
            where,
        )
    words = _end_of(" ".join(source[max(0, problem.at - 2 * _SHOWN) : problem.at + 1].split()))
    return WordingError(
        msg("line {line}: a quotation is closed that was not opened: “{words}”.", line=line, words=words),
        msg("open it with «; every alinéa that is quoted opens with «, the last one closes with »"),
        where,
    )


def instruction_as_title(written: str) -> WordingError:
    """The refusal of a heading that would do something."""
    return WordingError(
        msg("“{words}” is a heading, and reads like an instruction.", words=written),
        msg("write it as a sentence of its own, without #"),
    )


def _label(reading: Reading) -> str:
    """Where reading stopped: « Résolution n° 3, I, 2° »."""
    marks = list(_marks(reading, reading.missed_in))[::-1]
    outermost = reading.missed_in
    while outermost is not None and outermost.outer is not None:
        outermost = outermost.outer
    last = outermost.start if outermost is not None else reading.furthest
    return ", ".join([*_head_before(reading, last), *marks])


def _marks(reading: Reading, scope: Scope | None) -> Iterator[str]:
    while scope is not None:
        end = MARK_BEFORE.read(Reading(reading.tokens), scope.start, [])
        mark = words_of(reading.tokens[scope.start : end]).strip(MARK_SIGNS) if end > 0 else ""
        if mark:
            yield mark
        scope = scope.outer


def _head_before(reading: Reading, last: int) -> list[str]:
    """The head of the resolution that token `last` stands in, if it has one."""
    again = Reading(reading.tokens)
    for at in range(min(last, len(reading.tokens) - 1), -1, -1):
        token = reading.tokens[at]
        if token.key == TITLE:
            return _head_of_title(token)
        if token.fresh and (end := HEAD.read(again, at, [])) > 0:
            return [head_label(reading.tokens[at:end])]
    return []


def _head_of_title(title: Token) -> list[str]:
    try:
        tokens = scan(title.raw)
    except Unbalanced:
        return []
    found: list[Node] = []
    end = HEAD.read(Reading(tokens), 0, found)
    return [head_label(tokens[:end])] if end > 0 else []


def _start_of(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"


def _end_of(words: str) -> str:
    return words if len(words) <= _SHOWN else "…" + words[-_SHOWN:].lstrip()
