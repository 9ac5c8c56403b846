"""Every admissible result of the votes on several proposals: which may be adopted together."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from statuts.model.proposal import Proposal

MOST = 8
"""Proposals whose results are listed: two to the power of it are looked at."""


def admissible(proposals: Sequence[Proposal]) -> Iterator[tuple[Proposal, ...]]:
    """The sets of proposals that can be adopted together, the empty one first.

    None without all it requires (as far as these are among them), nor two variants that exclude each other.
    """
    names = {proposal.name for proposal in proposals}
    ordered = sorted(proposals, key=lambda proposal: proposal.name)
    for size in range(len(ordered) + 1):
        for chosen in combinations(ordered, size):
            adopted = {proposal.name for proposal in chosen}
            if all(
                adopted.issuperset(names.intersection(proposal.requires))
                and adopted.isdisjoint(proposal.excludes)
                for proposal in chosen
            ):
                yield chosen
