"""What a section is called: by its heading, or by the line below it (« TITRE II », then « DES MEMBRES »)."""

from statuts.diff.units import keys, likeness
from statuts.language.spelling import only_case_differs, only_signs_differ
from statuts.model.document import BlockKind, Section, SectionKind

_LONGEST = 100
_ENDS_A_SENTENCE = (".", ";", ":", ",", "!", "?", "…")
_SAME_TITLE = 0.5  # likeness of a title that was edited on its way to the line of its heading


def title_of(section: Section) -> str:
    """The title, wherever it stands; empty where there is none."""
    if section.heading is None:
        return ""
    return section.heading.title or (_below(section) if _looks_like_a_title(section) else "")


def retitled(old: Section, new: Section) -> bool:
    """Whether both are called otherwise; « SIEGE » and « Siège » are one title, wherever they stand."""
    before, after = (title_of(old), title_of(new)) if titled_below(old, new) else (_headed(old), _headed(new))
    if before == after or _opens_text(before, new) or _opens_text(after, old):
        return False
    if moved_beside_its_label(old, new):
        before = _below(old)
    elif moved_beside_its_label(new, old):
        after = _below(new)
    keys_before, keys_after = keys(before), keys(after)
    return not (only_case_differs(keys_before, keys_after) or only_signs_differ(keys_before, keys_after))


def moved_beside_its_label(below: Section, beside: Section) -> bool:
    """Whether the first line of `below` is the title that `beside` has in its heading."""
    if below.heading is None or beside.heading is None or below.heading.title or not beside.heading.title:
        return False
    title, line = beside.heading.title, _below(below)
    if not line or any(line == block.body for block in beside.blocks[1:]):
        return False
    if only_case_differs(keys(line), keys(title)):
        return True
    if not _looks_like_a_title(below):
        return False
    alone = len(below.blocks) == 2 and len(beside.blocks) == 1
    return alone or likeness(line.casefold(), title.casefold()) >= _SAME_TITLE


def _headed(section: Section) -> str:
    return section.heading.title if section.heading else ""


def titled_below(old: Section, new: Section) -> bool:
    """Whether both have their title on the line below their heading."""
    if old.heading is None or new.heading is None or old.heading.title or new.heading.title:
        return False
    return _looks_like_a_title(old) and _looks_like_a_title(new)


def _opens_text(title: str, section: Section) -> bool:
    """« **But.** Elle aide. » has a title, and « But. Elle aide. » says the same words."""
    heading, said = section.heading, keys(title)
    if not said or heading is None or heading.title or not heading.run_in:
        return False
    return keys(section.blocks[0].body[heading.label_end :])[: len(said)] == said


def _below(section: Section) -> str:
    """The line below a heading of its own, where it is short and no sentence."""
    blocks, heading = section.blocks, section.heading
    if heading is None or heading.run_in or len(blocks) == 1:
        return ""
    kind, _, body, *_ = blocks[1]
    if kind is not BlockKind.PARAGRAPH or len(body) > _LONGEST or body.endswith(_ENDS_A_SENTENCE):
        return ""
    return body


def _looks_like_a_title(section: Section) -> bool:
    """Capitals tell it, and so does a division in which nothing else stands before its articles."""
    line = _below(section)
    return line.isupper() or (
        bool(line) and section.kind is SectionKind.DIVISION and len(section.blocks) == 2
    )
