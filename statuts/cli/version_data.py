"""What is recorded of a version, as plain data for `--json`: a fact that is missing is null."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from statuts.model.archive import TextHistory, Version

Data = Mapping[str, object]


def version_data(history: TextHistory, version: Version) -> Data:
    """One version with its decision, its contents and what was learnt later."""
    return {
        "text": version.text,
        "title": history.title,
        "version": version.name,
        "label": version.label,
        "kind": version.kind,
        "complete": version.complete,
        "note": version.note or None,
        "adopted": version.adopted,
        "in_force": version.in_force,
        "ends": version.ends,
        "validity": version.validity or None,
        "follows": version.follows or None,
        "digest": version.digest,
        "manifest": version.manifest,
        "decision": _recorded(asdict(version.decision)),
        "contents": [
            {"kind": entry.kind, "id": entry.id, "division": entry.division or None}
            for entry in version.contents
        ],
        "facts": [_recorded(asdict(fact)) for fact in history.facts_of(version)],
    }


def decision_data(version: Version) -> Data:
    """What made a version: its name, its dates, its decision."""
    return {
        "version": version.name,
        "label": version.label,
        "kind": version.kind,
        "adopted": version.adopted,
        "in_force": version.in_force,
        "decision": _recorded(asdict(version.decision)),
    }


def as_json(data: object) -> str:
    """`data` as JSON for programs and people: dates as 2021-06-21, one line end at the end."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _recorded(value: object) -> object:
    """Empty strings are facts that are not recorded; the field `day` is called `date` outside."""
    if isinstance(value, dict):
        return {"date" if key == "day" else key: _recorded(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_recorded(item) for item in value]
    return None if value == "" else value
