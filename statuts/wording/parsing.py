"""An act read by the grammar of its language; what is said where it cannot be, in any language."""

from collections.abc import Sequence

from statuts.errors import WordingError
from statuts.model.message import msg
from statuts.wording.combinators import Node, Reading, Rule
from statuts.wording.ebnf import openings
from statuts.wording.scan import Token, Unbalanced, plain_source, scan
from statuts.wording.tree import TokenTree, words_of

_SHOWN_CHOICES = 8
_AROUND = 12


def parsed(text: str, act: Rule) -> tuple[TokenTree, Node]:
    """The tree of an act after the grammar `act`. Raises `WordingError` where it does not follow it."""
    source = plain_source(text)
    try:
        tokens = scan(source)
    except Unbalanced as problem:
        raise _unbalanced(source, problem) from None
    reading = Reading(tokens)
    found: list[Node] = []
    if act.read(reading, 0, found) < 0:
        raise _not_understood(reading, tokens)
    return TokenTree(source, tokens), found[0]


def _unbalanced(source: str, problem: Unbalanced) -> WordingError:
    line = source.count("\n", 0, problem.at) + 1
    words = " ".join(source[problem.at : problem.at + 60].split())
    if problem.opened:
        return WordingError(
            msg("line {line}: the quotation that opens at “{words}” is not closed.", line=line, words=words)
        )
    return WordingError(
        msg("line {line}: a quotation is closed that was not opened: “{words}”.", line=line, words=words)
    )


def _not_understood(reading: Reading, tokens: Sequence[Token]) -> WordingError:
    at = min(reading.furthest, len(tokens) - 1)
    start = reading.missed_in.start if reading.missed_in is not None else max(at - _AROUND, 0)
    said, rest = words_of(tokens[start:at]), words_of(tokens[at : at + _AROUND])
    wanted = openings(reading.missed)[:_SHOWN_CHOICES]
    hint = msg("what could stand there: {what}", what=" / ".join(wanted)) if wanted else None
    if not rest:
        return WordingError(msg("the sentence ends too early: “{words}”.", words=said), hint)
    if not said:
        return WordingError(msg("“{rest}” is not understood.", rest=rest), hint)
    return WordingError(msg("what follows “{said}” is not understood: “{rest}”.", said=said, rest=rest), hint)
