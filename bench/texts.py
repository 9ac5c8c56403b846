"""French-like statutes of any length, and an edited copy: the same seed gives the same texts."""

import random

_SUBJECTS = (
    "L'association|Le conseil d'administration|L'assemblée générale|Le bureau|Chaque membre|Le président"
    "|La trésorière|Tout adhérent à jour de sa cotisation|Le secrétaire|Une commission|Le règlement intérieur"
    "|La majorité des membres présents ou représentés"
).split("|")
_VERBS = (
    "se réunit|est élu|délibère|représente l'association|tient les comptes|peut être révoqué|est convoqué"
    "|statue sur les demandes d'adhésion|rend compte de sa gestion|fixe le montant des cotisations"
    "|arrête l'ordre du jour|veille au respect des présents statuts|désigne un suppléant"
).split("|")
_ADVERBIALS = (
    "au moins une fois par an|à la majorité simple des suffrages exprimés|sur convocation du président"
    "|dans un délai de {n} jours|pour une durée de {n} ans|conformément à l'article {n}|par tout moyen écrit"
    "|à la demande du quart au moins de ses membres|dans la limite de {n} 500 €|avec voix consultative"
    "|sous réserve de l'accord du bureau|lors de la plus prochaine réunion|à bulletin secret"
    "|dans les conditions prévues par le règlement intérieur|en cas d'empêchement"
).split("|")
_TITLES = (
    "Objet|Siège|Durée|Membres|Admission|Cotisations|Radiation|Ressources|Bureau|Assemblée générale|Pouvoirs"
    "|Dissolution|Comptes|Commissions|Représentation|Quorum"
).split("|")
_REPLACEMENTS = "collégial|apartisan|trimestriel|bénévole|extraordinaire|paritaire|écrit|provisoire".split(
    "|"
)


def sentence(chance: random.Random) -> str:
    """One sentence of 8 to 40 words."""
    parts = [chance.choice(_SUBJECTS), chance.choice(_VERBS)]
    parts += chance.sample(_ADVERBIALS, chance.randint(1, 4))
    return " ".join(parts).format(n=chance.randint(2, 29)) + "."


def statutes(words: int, seed: int = 1) -> list[str]:
    """A text of about `words` words, as blocks: headings, paragraphs, list items."""
    chance = random.Random(seed)
    blocks: list[str] = ["# Statuts de l'association"]
    count = article = 0
    while count < words:
        article += 1
        blocks.append(f"## Article {article} – {chance.choice(_TITLES)}")
        for _ in range(chance.randint(2, 5)):
            if chance.random() < 0.2:
                items = [f"- {sentence(chance)[:-1]} ;" for _ in range(chance.randint(2, 5))]
                blocks.append("\n".join(items))
            else:
                blocks.append(" ".join(sentence(chance) for _ in range(chance.randint(1, 5))))
            count += len(blocks[-1].split())
            if count >= words:
                break
    return blocks


def edited(blocks: list[str], edits: int, seed: int = 2) -> list[str]:
    """The same blocks after `edits` changes: words replaced, removed, added; sentences; a few blocks."""
    chance = random.Random(seed)
    result = list(blocks)
    for _ in range(edits):
        at = chance.randrange(1, len(result))
        while result[at].startswith("#"):
            at = chance.randrange(1, len(result))
        words = result[at].split(" ")
        where = chance.randrange(len(words))
        kind = chance.random()
        if kind < 0.5:
            words[where] = chance.choice(_REPLACEMENTS)
        elif kind < 0.7:
            words.insert(where, chance.choice(_REPLACEMENTS))
        elif kind < 0.85 and len(words) > 8:
            del words[where]
        elif kind < 0.93:
            words.append(sentence(chance))
        else:
            result.insert(at, sentence(chance))
            continue
        result[at] = " ".join(words)
    return result


def unrelated(words: int, seed: int) -> str:
    """A text whose words come from a vocabulary of its own."""
    chance = random.Random(seed)
    vocabulary = [f"{chance.choice('bcdfglmnprstv')}{chance.choice('aeiou')}{seed}{n}" for n in range(4000)]
    paragraphs = []
    while words > 0:
        size = min(words, chance.randint(30, 120))
        paragraphs.append(" ".join(chance.choice(vocabulary) for _ in range(size)) + ".")
        words -= size
    return text(paragraphs)


def text(blocks: list[str]) -> str:
    """The blocks as a Markdown file."""
    return "\n\n".join(blocks) + "\n"


def pair(words: int, edits: int) -> tuple[str, str]:
    """A text and its edited copy."""
    blocks = statutes(words)
    return text(blocks), text(edited(blocks, edits))


def moved(words: int) -> tuple[str, str]:
    """A text and the same with one paragraph moved to the end."""
    blocks = statutes(words)
    at = next(k for k in range(len(blocks) // 3, len(blocks)) if not blocks[k].startswith(("#", "-")))
    return text(blocks), text([*blocks[:at], *blocks[at + 1 :], blocks[at]])
