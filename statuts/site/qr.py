"""An address as a square to be scanned: drawn in the page itself, from its dark cells."""

from dataclasses import dataclass

_QUIET = 4
"""Light cells around, as ISO/IEC 18004 asks."""


@dataclass(frozen=True, slots=True)
class Square:
    """The side in cells, the path of the dark ones, and the address that both say."""

    side: int
    path: str
    address: str


def square_of(address: str) -> Square:
    """The square of an address, readable with up to 15 % of it lost."""
    import segno  # only a site with an address pays for it

    matrix = segno.make_qr(address, error="m").matrix
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                runs.append(f"M{x + _QUIET} {y + _QUIET}h{end - x}v1h-{end - x}z")
            x = end + 1
    return Square(len(matrix) + 2 * _QUIET, "".join(runs), address)
