"""Among items that are like one another, each keeps its own: lists made at random, whose truth is known."""

import random
from collections.abc import Iterator

import pytest
from budget import turns

from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.model.redline import BlockStatus, Op, Redline, Side

OFFICERS = "président|trésorier|secrétaire|doyen|délégué aux jeunes|directeur sportif|archiviste".split("|")
MEMBERS = "membres actifs|membres bienfaiteurs|membres d'honneur|étudiants|retraités|personnes morales".split(
    "|"
)
COMMISSIONS = "des finances|sportive|des fêtes|de discipline|des travaux|culturelle|des archives".split("|")
SAID = {
    "organ": "l'assemblée générale|le conseil d'administration|le bureau|le comité".split("|"),
    "term": "un an|deux ans|trois ans|six mois|trente jours".split("|"),
    "many": "un deux trois quatre cinq six".split(),
    "sum": "5 8 10 12 15 20 25 30 40 50 80 100".split(),
    "often": "chaque mois|chaque trimestre|deux fois par an".split("|"),
}
SHAPES = {
    "officers": (OFFICERS, "Le {name} est élu par {organ} pour {term}.\n\n"),
    "members": (MEMBERS, "Les {name} versent une cotisation de {sum} € et disposent de {many} voix.\n\n"),
    "commissions": (
        COMMISSIONS,
        "La commission {name} comprend {many} membres nommés par {organ}. Elle se réunit {often}.\n\n",
    ),
    "rates": (MEMBERS, "- les {name} : {sum} € par an ;\n"),
    "delegates": (MEMBERS, "- {many} délégués des {name}, désignés par {organ} ;\n"),
    "rows": (MEMBERS, "| {name} | {sum} € | {many} |\n"),
    "untitled articles": (OFFICERS, "## Article {rank}\n\nLe {name} est élu par {organ} pour {term}.\n\n"),
    "run-in articles": (OFFICERS, "**Article {rank}.** – Le {name} est élu par {organ} pour {term}.\n\n"),
    "sentences": (OFFICERS, "Le {name} est élu pour {term} par {organ}. "),
}
OPENINGS = {
    "rows": "## Article 5 – Tarifs\n\n| Membre | Tarif | Voix |\n|---|---|---|\n",
    "untitled articles": "",
    "run-in articles": "",
}

Item = tuple[str, dict[str, str]]


def revision(shape: str, chance: random.Random) -> tuple[list[Item], list[Item]]:
    """Items, and the same after one came, went or changed places, and after some were reworded."""
    names, template = SHAPES[shape]
    count = chance.randint(2, 5)
    chosen = chance.sample(names, count + 1)
    said = lambda: {key: chance.choice(values) for key, values in SAID.items() if f"{{{key}}}" in template}  # noqa: E731
    old = [(name, said()) for name in chosen[:count]]
    new = [(name, dict(words)) for name, words in old]
    for _, words in new:
        if chance.random() < 0.6:
            key = chance.choice(list(words))
            words[key] = chance.choice(SAID[key])
    event = chance.choice(("comes", "goes", "both", "none"))
    if event in ("goes", "both"):
        del new[chance.randrange(count)]
    if event in ("comes", "both"):
        new.insert(chance.randint(0, len(new)), (chosen[count], said()))
    return old, new


def text(shape: str, items: list[Item]) -> str:
    opening = OPENINGS.get(shape, "## Article 5 – Règles\n\nIl est prévu :\n\n")
    body = [SHAPES[shape][1].format(name=name, rank=5 + k, **words) for k, (name, words) in enumerate(items)]
    return opening + "".join(body).rstrip() + "\n\n## Article 20 – Dépôt\n\nLes statuts sont déposés.\n"


def mixed(redline: Redline, names: list[str], old: list[Item], new: list[Item]) -> Iterator[tuple[str, str]]:
    """The items that were turned into another one, although both are in one of the texts, or the first in both."""
    said_old, said_new = {name for name, _ in old}, {name for name, _ in new}
    for block in redline.blocks():
        if block.side is not Side.BOTH or BlockStatus.UNCHANGED in block.statuses:
            continue
        struck = [name for name in names if any(name in s.text for s in block.segments if s.op is Op.DELETE)]
        added = [name for name in names if any(name in s.text for s in block.segments if s.op is Op.INSERT)]
        for before in struck:
            for after in added:
                if before != after and (before in said_new or after in said_old):
                    yield before, after


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "sentences"])
def test_no_item_is_turned_into_another_that_stays(shape: str) -> None:
    chance = random.Random(f"partners of {shape}")
    tried, wrong = turns(60, 600), []
    for _ in range(tried):
        old, new = revision(shape, chance)
        before, after = text(shape, old), text(shape, new)
        found = list(mixed(compare(read(before), read(after)), SHAPES[shape][0], old, new))
        if found:
            wrong.append(f"{found}\n{before}\n>>>\n{after}")
    assert len(wrong) <= tried // 100, "\n\n".join(wrong[:3])


def test_no_sentence_is_turned_into_another_that_stays() -> None:
    chance = random.Random("partners of sentences")
    tried, wrong = turns(60, 600), []
    for _ in range(tried):
        old, new = revision("sentences", chance)
        before, after = text("sentences", old), text("sentences", new)
        redline = compare(read(before), read(after))
        stays = {name for name, _ in old} & {name for name, _ in new}
        for block in redline.blocks():
            marks = [s for s in block.segments if s.cls is not None]
            if any(s.text.strip() in stays for s in marks):  # its name alone, struck or written anew
                wrong.append(f"{before}\n>>>\n{after}")
                break
    assert len(wrong) <= tried // 20, "\n\n".join(wrong[:3])
