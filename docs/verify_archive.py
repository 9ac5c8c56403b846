"""Read and verify an archive without `statuts`: nothing but Python's own library (3.11 or later).

    python3 verify_archive.py versions

Prints the chain of every text, its digests, and every fault; exits with 1 where there is one.
"""

import sys
import tomllib
from hashlib import sha256
from pathlib import Path


def verify(root: Path) -> list[str]:
    """Every fault of the archive in `root`, one sentence each."""
    faults: list[str] = []
    for text in sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith(".")):
        manifests: dict[str, str] = {}  # digest of each version.toml, by version
        follows: dict[str, tuple[str, str]] = {}
        for file in sorted(text.glob("[!.]*/version.toml")):
            data = file.read_bytes()
            facts = tomllib.loads(data.decode())
            name = file.parent.name
            manifests[name] = sha256(data).hexdigest()
            before = facts.get("follows")
            follows[name] = (before["version"], before["sha256"]) if before else ("", "")
            pieces = []
            for part in facts["contents"]:
                if "heading" in part:
                    pieces.append(part["heading"] + "\n")
                    continue
                article = (file.parent / f"{part['id']}.md").read_bytes()
                if sha256(article).hexdigest() != part["sha256"]:
                    faults.append(f"{text.name}/{name}/{part['id']}.md was altered")
                pieces.append(article.decode())
            if sha256("\n".join(pieces).encode()).hexdigest() != facts["sha256"]:
                faults.append(f"{text.name}/{name}: the whole text is not the one that was adopted")
            print(f"{text.name}/{name}: {facts['sha256']}")
        for name, (before, digest) in follows.items():
            if before and manifests.get(before) != digest:
                faults.append(f"{text.name}/{name}: {before}, which it follows, is missing or was altered")
        if manifests and list(follows.values()).count(("", "")) != 1:
            faults.append(f"{text.name}: not exactly one version comes first")
    return faults


if __name__ == "__main__":
    found = verify(Path(sys.argv[1] if len(sys.argv) > 1 else "versions"))
    print("\n".join(found) or "no fault found")
    sys.exit(1 if found else 0)
