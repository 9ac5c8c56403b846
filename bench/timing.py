"""How a figure is taken: caches empty, collected, the median of several runs."""

import gc
import statistics
import time
from collections.abc import Callable

from statuts.diff import units
from statuts.language import words


def forget() -> None:
    """Empty every cache, so that each run reads its words anew."""
    for cached in (units.keys, units.text_key, units.bag, words.normal):
        cached.cache_clear()


def timed(work: Callable[[], object], runs: int) -> float:
    """Median milliseconds of `runs` runs, after one that is not counted; caches empty each time.

    The collector rests meanwhile, as it does in `timeit`, and in the command itself.
    """
    times = []
    for _ in range(runs + 1):
        forget()
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
        gc.enable()
    return statistics.median(times[1:])
