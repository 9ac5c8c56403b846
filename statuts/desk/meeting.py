"""What is said of a meeting to come: a proposal keeps it, and its papers print it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from statuts.model.archive import Decision

_FACTS = ("body", "day", "hour", "place", "convened", "members")


def planned(known: Decision, told: Mapping[str, Any]) -> Decision:
    """The meeting as it was known, with what is told of it now."""
    return replace(known, **{name: told[name] for name in _FACTS if told.get(name) not in (None, "")})
