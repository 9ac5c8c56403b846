"""How a figure is taken: caches empty, collected, the median of several runs."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable


def forget() -> None:
    """Empty every cache of the program, so that each run reads its words anew.

    What is made once and for all (`functools.cache`: the parser, the differ) stays, as it does in a session.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("statuts."):
            for cached in list(vars(module).values()):
                if hasattr(cached, "cache_parameters") and cached.cache_parameters()["maxsize"] is not None:
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


def processes(commands: dict[str, list[str]], runs: int = 11) -> dict[str, tuple[float, float]]:
    """Median milliseconds and peak megabytes of whole processes, run in turn."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    peaks: dict[str, float] = {}
    for turn in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            done = subprocess.run(
                ["/usr/bin/env", "time", "-f", "%M", *command], capture_output=True, check=False
            )
            elapsed = (time.perf_counter() - start) * 1000
            if turn:
                times[name].append(elapsed)
            peaks[name] = int(done.stderr.split()[-1]) / 1024 if done.stderr.split()[-1:] else 0.0
    return {name: (statistics.median(times[name]), peaks[name]) for name in commands}
