"""The seat: a filing was refused because the article on the seat did not show the département."""

import re
from collections.abc import Iterator

from statuts.language.departements import names_departement
from statuts.markdown.inline import plain
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.document import Document, Section
from statuts.model.message import msg

_TITLE = re.compile(r"\bsi[èe]ge\b", re.IGNORECASE)
_TEXT = re.compile(
    r"\bsi[èe]ge(?:\s+social)?(?:\s+de\s+l[’']association)?\s+(?:social\s+)?(?:est|se\s+trouve|demeure)\b"
    r"|\ba\s+son\s+si[èe]ge\b",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:Suisse|Belgique|Luxembourg|Monaco|Allemagne|Italie|Espagne|Québec|Canada|Sénégal)\b"
)
_FOREIGN_LAW = re.compile(r"code civil (?:suisse|belge)|articles 60 et suivants du code civil", re.IGNORECASE)
_LOCAL_LAW = re.compile(
    r"(?:code|droit) (?:civil )?local", re.IGNORECASE
)  # filed at a court, not a prefecture
_CAPITALISED = re.compile(r"(?<![.!?:]\s)(?<!^)(?<![\w’'])(?:[dDlL][’'])?([A-ZÀ-Þ][\w’'-]+)", re.MULTILINE)
_NO_PLACE = frozenset(
    "association associations conseil administration assemblée assemblee générale generale bureau "
    "président présidente presidente president comité collège article siège siege social le la les il "
    "elle statuts direction règlement maison mairie hôtel ville rue avenue place boulevard commune "
    "préfecture prefecture état etat loi".split()
)


def seat_findings(document: Document) -> Iterator[CheckFinding]:
    """Findings about the article that fixes the seat, if there is one."""
    article = _seat(document)
    if article is None or _FOREIGN_LAW.search(document.source):
        return
    heading = article.heading
    assert heading is not None
    bodies = [block.body for block in article.blocks]
    bodies[0] = bodies[0][heading.label_end :] if heading.run_in else ""
    text = " ".join(plain(body) for body in bodies)
    if not text.strip() or _ABROAD.search(text):
        return
    line = next((b.line for b, body in zip(article.blocks, bodies, strict=True) if _TITLE.search(body)), 0)
    line = line or article.blocks[0].line
    shown = names_departement(text)
    if not shown and not _names_place(text):
        yield CheckFinding(
            CheckCode.NO_TOWN,
            article.label,
            line,
            msg(
                "the seat names no town and no département; a filing was refused for that "
                "(law of 1 July 1901, art. 5: the declaration states the seat)."
            ),
        )
    elif not shown and "1901" in document.source and not _LOCAL_LAW.search(document.source):
        yield CheckFinding(
            CheckCode.NO_DEPARTEMENT,
            article.label,
            line,
            msg(
                "the seat names no département; a filing was refused for that "
                "(law of 1 July 1901, art. 5: the declaration is made to the prefecture of the seat)."
            ),
        )


def _seat(document: Document) -> Section | None:
    """The article whose title says it, else the first that says where the seat is."""
    for article in document.articles:
        if article.heading and _TITLE.search(article.heading.title):
            return article
    for article in document.articles:
        if article.heading and any(_TEXT.search(block.body) for block in article.blocks):
            return article
    return None


def _names_place(text: str) -> bool:
    """Whether a proper noun stands anywhere inside a sentence."""
    return any(word.casefold() not in _NO_PLACE for word in _CAPITALISED.findall(text))
