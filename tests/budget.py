"""How many examples a law is tried on: `make test-long` tries five times as many, and other ones each time."""

import os

LONG = bool(os.environ.get("STATUTS_LONG"))


def examples(count: int) -> int:
    """`count` in an ordinary run."""
    return 5 * count if LONG else count


def turns(ordinary: int, long: int) -> int:
    """How often something slow is tried: `ordinary` times, `long` times by `make test-long`."""
    return long if LONG else ordinary
