"""From values to TOML, as a person would write it: what `facts.py` reads back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from statuts.model.archive import Association, Basis, Decision, Entry, Fact, Resolution, Version, Votes
from statuts.model.document import SectionKind
from statuts.model.operations import Operation
from statuts.model.proposal import Numbering, Proposal

Scalar = str | int | bool | date | list[str]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def text(value: str) -> str:
    """A basic string of TOML: accents as they are, control characters escaped."""
    return '"' + "".join([_ESCAPES.get(c) or _control(c) for c in value]) + '"'


def _control(character: str) -> str:
    return f"\\u{ord(character):04X}" if ord(character) < 0x20 or ord(character) == 0x7F else character


def _value(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return text(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(text, value)) + "]"
    return value.isoformat() if isinstance(value, date) else str(value)


def _lines(values: Mapping[str, Scalar | None]) -> Iterator[str]:
    """The keys that have a value: what is not known is left out, and never written as nothing."""
    for key, value in values.items():
        if value is not None and value not in ("", []):
            yield f"{key} = {_value(value)}"


def _table(head: str, values: Mapping[str, Scalar | None]) -> list[str]:
    lines = list(_lines(values))
    return ["", head, *lines] if lines else []


def archive_toml(association: Association, titles: Mapping[str, str]) -> str:
    """The `archive.toml` of an association and the titles of its texts."""
    seat = association.seat
    lines = ["format = 1"]
    lines += _table(
        "[association]",
        {
            "name": association.name,
            "sigle": association.sigle,
            "regime": str(association.regime),
            "rna": association.rna,
            "siren": association.siren,
            "founded": association.founded,
            "language": str(association.language),
            "accent": association.accent,
        },
    )
    lines += _table(
        "[association.seat]",
        {
            "address": seat.address,
            "postcode": seat.postcode,
            "town": seat.town,
            "departement": seat.departement,
        },
    )
    for name, title in titles.items():
        lines += _table(f"[texts.{name}]", {"title": title})
    for rule in association.rules:
        lines += _table(
            f"[rules.{rule.id}]",
            {
                "wording": rule.wording,
                "clause": rule.clause,
                "text": rule.text,
                "days": rule.days,
                "share": rule.share,
                "of": None if rule.basis is Basis.CAST else str(rule.basis),
            },
        )
    return "\n".join(lines) + "\n"


def version_toml(version: Version) -> str:
    """The `version.toml` of a version; the contents come last."""
    lines = ["format = 1"]
    lines += _lines(
        {
            "text": version.text,
            "version": version.name,
            "label": version.label,
            "kind": str(version.kind),
            "adopted": version.adopted,
            "in_force": version.in_force,
            "ends": version.ends,
            "validity": version.validity,
            "complete": None if version.complete else False,
            "note": version.note,
            "proposal": version.proposal,
            "sha256": version.digest,
        }
    )
    if version.follows:
        lines += _table("[follows]", {"version": version.follows, "sha256": version.follows_manifest})
    lines += _decision(version.decision)
    lines += operations_toml(version.operations)
    for entry in version.contents:
        lines += _entry(entry)
    return "\n".join(lines) + "\n"


def operations_toml(operations: Sequence[Operation]) -> list[str]:
    """The `[[operations]]` of a version or a proposal."""
    lines: list[str] = []
    for operation in operations:
        kind = None if operation.kind is SectionKind.ARTICLE else str(operation.kind)
        lines += _table(
            "[[operations]]",
            {
                "op": str(operation.act),
                "article": operation.article,
                "after": operation.after,
                "division": operation.division,
                "kind": kind,
            },
        )
    return lines


def proposal_toml(proposal: Proposal) -> str:
    """The `proposal.toml` of a proposal; wordings and rationale stand in files of their own."""
    numbering = None if proposal.numbering is Numbering.KEEP else str(proposal.numbering)
    lines = ["format = 1"]
    lines += _lines(
        {
            "text": proposal.text,
            "proposal": proposal.name,
            "title": proposal.title,
            "author": proposal.author,
            "status": str(proposal.stage),
            "summary": list(proposal.summary),
            "numbering": numbering,
            "requires": list(proposal.requires),
            "excludes": list(proposal.excludes),
        }
    )
    lines += _table("[base]", {"version": proposal.base, "sha256": proposal.base_manifest})
    lines += _decision(proposal.decision)
    lines += operations_toml(proposal.operations)
    return "\n".join(lines) + "\n"


def _decision(decision: Decision) -> list[str]:
    lines = _table(
        "[decision]",
        {
            "body": decision.body,
            "date": decision.day,
            "hour": decision.hour,
            "place": decision.place,
            "convened": decision.convened,
            "members": decision.members,
            "present": decision.present,
            "represented": decision.represented,
            "note": decision.note,
        },
    )
    quorum = decision.quorum
    if quorum is not None:
        lines += _table(
            "[decision.quorum]",
            {"reached": quorum.reached, "required": quorum.required, "said": quorum.said},
        )
    for resolution in decision.resolutions:
        lines += _resolution(resolution)
    return lines


def _resolution(resolution: Resolution) -> list[str]:
    lines = _table(
        "[[decision.resolutions]]",
        {
            "subject": resolution.subject,
            "text": resolution.text,
            "articles": list(resolution.articles),
            "result": str(resolution.result) if resolution.result else None,
        },
    )
    votes = _votes(resolution.votes) if resolution.votes else ""
    return [*lines, f"votes = {{ {votes} }}"] if votes else lines


def _votes(votes: Votes) -> str:
    return ", ".join(
        _lines(
            {
                "pour": votes.pour,
                "contre": votes.contre,
                "abstentions": votes.abstentions,
                "blancs": votes.blancs,
                "nuls": votes.nuls,
                "unanimous": votes.unanimous or None,
            }
        )
    )


def _entry(entry: Entry) -> list[str]:
    return _table(
        "[[contents]]",
        {
            "kind": str(entry.kind),
            "id": entry.id,
            "division": entry.division,
            "sha256": entry.sha256,
            "heading": entry.heading,
        },
    )


def fact_toml(fact: Fact, before: str) -> str:
    """One entry of a register, sealing with `before` the digest of all that stands above it."""
    values = {"version": fact.version, "kind": str(fact.kind), "date": fact.day, "value": fact.value}
    return "\n".join(["[[facts]]", *_lines({**values, "before": before})]) + "\n"
