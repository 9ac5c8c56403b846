"""Random revisions of statutes: what boards do to a text, drawn by Hypothesis, and worse."""

from pathlib import Path
from random import Random

from hypothesis import strategies as st

HERE = Path(__file__).parent
BASES = [
    (HERE / "cases" / "wording" / "statutes.md").read_text(encoding="utf-8"),
    *(
        "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md")))
        for folder in sorted((HERE / "example" / "versions").glob("*/*"))
        if list(folder.glob("*.md"))
    ),
]
WORDS = (
    "le membres association conseil, vote l’assemblée quorum « libre » (trois) qu’elle 10 € 35 % art. 4 d’abord"
    " neutre; **gras** et/ou adhérent·es"
).split(" ")


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """A text and a revision of it: words, alinéas, items and articles come, go, move; titles change."""
    random = draw(st.randoms(use_true_random=False))
    return revised(draw(st.sampled_from(BASES)), draw(st.integers(1, 6)), random)


def revised(old: str, acts: int, random: Random) -> tuple[str, str]:
    """A text and what `acts` revisions make of it."""
    lines = old.split("\n")
    for _ in range(acts):
        _revise(lines, random)
    return old, "\n".join(lines)


def _revise(lines: list[str], random: Random) -> None:
    k = random.randrange(len(lines))
    act = random.choice(("word", "word", "word", "alinea", "strike", "item", "article", "title", "swap"))
    line = lines[k]
    if act == "word" and line.strip() and not line.startswith(("#", "|---", "| :")):
        lines[k] = _reworded(line, random)
    elif act == "alinea":
        lines.insert(k, f"\nNouvel alinéa {random.choice(WORDS)} ajouté.\n")
    elif act == "strike" and line.strip() and not line.startswith("|") and len(lines) > 3:
        del lines[k]
    elif act == "item" and line.startswith(("- ", "1° ", "| A", "| É")):
        lines.insert(k, line.replace("un", "sept"))
    elif act == "article":
        _move_article(lines, random)
    elif act == "title" and line.startswith("## "):
        lines[k] += " nouveau"
    elif act == "swap" and k + 2 < len(lines):
        lines[k], lines[k + 2] = lines[k + 2], line


def _reworded(line: str, random: Random) -> str:
    words = line.split(" ")
    k = random.randrange(len(words))
    act = random.choice(("replace", "insert", "strike"))
    if act == "replace":
        words[k] = random.choice(WORDS)
    elif act == "insert":
        words.insert(k, random.choice(WORDS))
    elif k:
        del words[k]
    return " ".join(words)


def _move_article(lines: list[str], random: Random) -> None:
    heads = [k for k, line in enumerate(lines) if line.startswith(("## Article", "## 1", "### Article"))]
    if len(heads) < 3:
        return
    first = random.choice(range(len(heads) - 1))
    article = lines[heads[first] : heads[first + 1]]
    act = random.choice(("strike", "move", "insert"))
    if act == "insert":
        lines[heads[first] : heads[first]] = ["## Article 91 – Neuf", "", "Texte neuf de l’article.", ""]
        return
    del lines[heads[first] : heads[first + 1]]
    if act == "move":
        rest = [k for k, line in enumerate(lines) if line.startswith(("## ", "### "))]
        place = random.choice(rest)
        lines[place:place] = article
