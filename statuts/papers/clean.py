"""The proposed text alone, without any mark, as it would read once adopted."""

from dataclasses import dataclass

from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.sheet import Passage
from statuts.papers.case import AmendmentCase
from statuts.papers.paper import Paper
from statuts.papers.passages import whole_text
from statuts.papers.proposal import status_of
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean(Paper):
    """The paper of a text as proposed."""

    new_label: str
    old_label: str
    passages: tuple[Passage, ...]


def clean(case: AmendmentCase, voice: Voice) -> Clean:
    """The paper of the new text."""
    heading = next((s.label for s in case.new.sections if s.kind is SectionKind.TITLE), "")
    passages = whole_text(case.new)
    if heading:  # it heads the paper
        kept = zip(case.new.sections, passages, strict=True)
        passages = tuple(p for section, p in kept if section.kind is not SectionKind.TITLE)
    return Clean(
        language=voice.language,
        title=heading or case.text.title or voice.say(msg("Proposed text")),
        association=case.association or BLANK,
        status=status_of(case, voice),
        band=voice.say(case.standing.band),
        digest=case.redline.new.sha256,
        new_label=case.redline.new.label,
        old_label=case.redline.old.label,
        adopted=case.adopted is not None,
        passages=passages,
    )
