"""The engine as a wheel holds it compiled, in a process of its own: one process cannot hold both.

`make build/compiled/statuts` puts it where it is looked for. Asked with a pair of texts on a line, the process
answers with the seconds that reading and comparing them took.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "build" / "compiled"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(FOLDER)}


class Compiled:
    """A peer: called with a pair, it gives the seconds that the other process needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __call__(self, pair: tuple[str, str]) -> float:
        if self._process is None:
            command = [sys.executable, __file__]
            self._process = subprocess.Popen(
                command, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(pair), file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())


def _answer() -> None:
    import peers

    import statuts.diff.compare as engine

    if engine.__file__.endswith(".py"):
        raise SystemExit(f"no compiled engine in {FOLDER}")
    for line in sys.stdin:
        print(peers.quickest(peers.ours, tuple(json.loads(line))), flush=True)


if __name__ == "__main__":
    _answer()
