"""How many examples a law is tried on: `make test-long` tries twenty times as many, and other ones each time."""

import os
import re
import time

_MOST = 80_000
LONG = bool(os.environ.get("STATUTS_LONG"))


def examples(count: int) -> int:
    """`count` in an ordinary run."""
    return min(20 * count, _MOST) if LONG else count


def turns(ordinary: int, long: int) -> int:
    """How often something slow is tried: `ordinary` times, `long` times by `make test-long`."""
    return long if LONG else ordinary


_QUIET = 0.03
"""Seconds of processor that `_work` needs on the machine where the limits were set, with nothing beside it."""


def in_time(spent: float, limit: float) -> bool:
    """Whether `spent` is below a limit of seconds, longer where this machine is slower just now: another test
    runs on the same core. How slow it is is only measured where it matters."""
    return spent < limit or spent < limit * _slowness()


def _slowness() -> float:
    spent = []
    for _ in range(3):
        start = time.process_time()
        _work()
        spent.append(time.process_time() - start)
    return max(spent) / _QUIET


def _work() -> int:
    """What readers do: split, count, look up; and ask for memory, which a virtual machine may lack."""
    memory = b"x" * 60_000_000
    words = re.split(r"(\W+)", "Le conseil d'administration se réunit chaque trimestre. " * 1500)
    counted: dict[str, int] = {}
    for k, word in enumerate(words):
        counted[word] = counted.get(word, 0) + len(word) * (k % 7)
    return sum(counted.values()) + len("".join([word.upper() for word in words])) + len(memory)
