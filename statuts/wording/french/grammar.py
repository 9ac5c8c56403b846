"""The grammar of French amending acts as one thing: what reads an act, and its EBNF for people."""

from statuts.wording.combinators import Rule
from statuts.wording.ebnf import productions
from statuts.wording.french.structure import ACT, HEAD, MARK_BEFORE

__all__ = ["ACT", "HEAD", "MARK_BEFORE", "grammar"]


def grammar() -> str:
    """The grammar in EBNF, drawn from the pieces that read an act."""
    root: Rule = ACT
    return productions(root)
