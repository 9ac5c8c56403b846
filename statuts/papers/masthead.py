"""What stands above and below a redline besides the text: whose it is, who decided, when, against what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statuts.language.grammar import capitalised
from statuts.language.invisible import named
from statuts.model.archive import Association, Decision, Fact, FactKind, Version, VersionKind
from statuts.model.document import SectionKind
from statuts.model.message import Message, msg
from statuts.model.redline import Redline, Side
from statuts.papers.names import TextName, short_name
from statuts.render import facts
from statuts.render.facts import decision_name
from statuts.render.html import Masthead
from statuts.render.voice import Voice

_STATUSES = {
    VersionKind.ADOPTION: msg("Adopted"),
    VersionKind.CORRECTION: msg("Slip of the pen corrected"),
    VersionKind.RESTORATION: msg("Earlier wording restored"),
}
_LEARNT = {
    FactKind.DECLARED: lambda day: msg("declared on {day}", day=day),
    FactKind.APPROVED: lambda day: msg("approved on {day}", day=day),
    FactKind.INSCRIBED: lambda day: msg("inscribed on {day}", day=day),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive tells about the two texts; None or empty where a text comes from a file."""

    association: Association | None = None
    text: TextName | None = None
    old: Version | None = None
    new: Version | None = None
    facts: Sequence[Fact] = ()


def masthead(redline: Redline, known: Known, voice: Voice) -> Masthead:
    """The head and the foot of the page; a fact that the archive does not hold is not printed as known."""
    say = voice.say
    status = ""
    if known.new is not None:
        status = say(_STATUSES[known.new.kind])
        old_view, new_view = msg("earlier text"), msg("amended text")
    elif redline.proposed is not None:
        old_view, new_view = msg("current text"), msg("sub-amended text")
    else:
        old_view, new_view = msg("current text"), msg("proposed text")
    return Masthead(
        language=voice.language,
        title=named(say(title_of(redline, known.text, voice))),
        old_view=say(old_view),
        new_view=say(new_view),
        association=named(known.association.name) if known.association else "",
        status=status,
        meta=tuple(map(named, _meta(redline, known, voice))),
        accent=known.association.accent if known.association else "",
        facts=tuple(map(named, _facts(known, voice))),
    )


def title_of(redline: Redline, text: TextName | None, voice: Voice) -> Message:
    """« Modification de l’article 1er des statuts »; of the text as a whole where several articles change."""
    if text is None:
        return msg("Tracked changes")
    of = voice.say(text.with_of())
    changed = [article for article in redline.articles if article.changes]
    if len(changed) == 1 and changed[0].kind is SectionKind.ARTICLE and changed[0].side is Side.BOTH:
        name = short_name(changed[0].kind, changed[0].shown, voice)
        return msg("Changes to {article} {of}", article=name, of=of)
    return msg("Changes {of}", of=of)


def _meta(redline: Redline, known: Known, voice: Voice) -> Iterator[str]:
    if known.new is None:
        yield redline.new.label
    else:
        yield _decision(known.new, voice)
        for fact in known.facts:
            if fact.kind in _LEARNT and fact.day is not None:
                yield voice.say(_LEARNT[fact.kind](voice.day(fact.day)))
    yield voice.say(_against(redline, known, voice))


def _decision(version: Version, voice: Voice) -> str:
    day = version.adopted or version.decision.day
    if version.decision.body and day:
        return voice.say(msg("{body} of {day}", body=version.decision.body, day=voice.day(day)))
    return decision_name(version, voice)


def _against(redline: Redline, known: Known, voice: Voice) -> Message:
    label = redline.old.label
    if known.old is None:
        return msg("compared with “{label}”", label=label)
    day = known.old.adopted or known.old.decision.day
    if day is None:
        return msg("compared with “{label}” (date not known)", label=label)
    return msg("compared with “{label}” ({day})", label=label, day=voice.day(day))


def _facts(known: Known, voice: Voice) -> Iterator[str]:
    """What was decided and how, with what is missing of it; and what is known of the texts themselves."""
    if known.new is not None:
        decision = known.new.decision
        if decision != Decision():
            quorum = facts.quorum(decision.quorum, voice)
            yield capitalised(quorum or voice.say(msg("quorum: not recorded")))
        for vote in facts.decided(decision.resolutions, voice):
            said = msg(
                "“{subject}”: {result}; {votes}", subject=vote.subject, result=vote.result, votes=vote.votes
            )
            yield voice.say(said)
        if validity := facts.validity(known.new, voice):
            yield voice.say(msg("Validity: {validity}", validity=validity))
    for version in (known.new, known.old):
        if version is not None and version.note:
            yield voice.say(msg("{name}: {value}", name=version.label, value=version.note))
