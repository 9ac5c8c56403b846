"""Writes the folder of a version, digests included: for the tests, and for archives made by hand."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class Piece(NamedTuple):
    """One part of a version. With `file` false, `markdown` is one heading line kept in version.toml."""

    kind: str
    id: str
    markdown: str
    division: str = ""
    file: bool = True


def write_version(
    root: Path, text: str, name: str, pieces: Sequence[Piece], facts: str, follows: str = ""
) -> Path:
    """Write `root/text/name/`. `facts` is TOML: top-level keys first, then tables such as [decision]."""
    folder = root / text / name
    folder.mkdir(parents=True)
    for piece in pieces:
        if piece.file:
            (folder / f"{piece.id}.md").write_bytes(piece.markdown.encode())
    whole = "\n".join(piece.markdown for piece in pieces)
    own, tables, rest = facts.strip("\n").partition("\n[")
    lines = [
        "format = 1",
        f'text = "{text}"',
        f'version = "{name}"',
        own.strip("\n"),
        f'sha256 = "{_digest(whole)}"',
        "",
    ]
    if follows:
        manifest = (root / text / follows / "version.toml").read_bytes()
        lines += ["[follows]", f'version = "{follows}"', f'sha256 = "{sha256(manifest).hexdigest()}"', ""]
    if tables:
        lines += ["[" + rest.strip("\n"), ""]
    for piece in pieces:
        lines += ["[[contents]]", f'kind = "{piece.kind}"', f'id = "{piece.id}"']
        if piece.division:
            lines.append(f'division = "{piece.division}"')
        if piece.file:
            lines.append(f'sha256 = "{_digest(piece.markdown)}"')
        else:
            lines.append(f"heading = {json.dumps(piece.markdown.rstrip(), ensure_ascii=False)}")
        lines.append("")
    (folder / "version.toml").write_bytes("\n".join(lines).encode())
    return folder


def article(name: str, markdown: str) -> Piece:
    """An article at the top level of its text."""
    return Piece("article", name, markdown)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
