"""The styles of the paper and their names in the file; their names for readers are in the look."""

from statuts.model.flow import ParagraphStyle
from statuts.model.sheet import Role
from statuts.render.paper_look import (
    BAND,
    CELL,
    FACT_NAME,
    FACT_VALUE,
    HEADING_CELL,
    HEADINGS,
    ROLES,
    RUNNING,
    TEXT,
    Look,
)

STRONG, EM, CODE, MISSING = "Fort", "Accentue", "Code", "Manquant"
STRUCK, ADDED = "Supprime", "Ajoute"
LINK, VISITED_LINK = "Internet_20_link", "Visited_20_Internet_20_Link"
CELL_STYLE, HEADING_CELL_STYLE, FACT_NAME_STYLE, FACT_VALUE_STYLE = (
    "Cellule",
    "EnTeteColonne",
    "NomFait",
    "Fait",
)
BAND_STYLE, RUNNING_STYLE, ENDER = "Bandeau", "Courant", "Fin"


def heading(level: int) -> str:
    """The style of a heading of level 1 to 6."""
    return f"Titre{level}"


def role(of: Role) -> str:
    """The style of a paragraph of the paper."""
    return f"Role-{of.value}"


def text(style: ParagraphStyle) -> str:
    """The style of a paragraph of a text."""
    return f"Texte-{style.value}"


def looks() -> dict[str, Look]:
    """Every paragraph style of the paper."""
    return {
        **{heading(level): look for level, look in enumerate(HEADINGS, 1)},
        **{role(of): look for of, look in ROLES.items()},
        **{text(style): look for style, look in TEXT.items()},
        CELL_STYLE: CELL,
        HEADING_CELL_STYLE: HEADING_CELL,
        FACT_NAME_STYLE: FACT_NAME,
        FACT_VALUE_STYLE: FACT_VALUE,
        BAND_STYLE: BAND,
        RUNNING_STYLE: RUNNING,
    }
