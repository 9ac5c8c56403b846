"""The feed of decisions (Atom, RFC 4287): one entry a version whose day is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from statuts.language.invisible import named
from statuts.model.archive import Association
from statuts.render.facts import decision_name
from statuts.render.voice import Voice
from statuts.site.page import Values
from statuts.site.paths import START, Paths
from statuts.site.texts import SiteText


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision: an id that never changes, its day as the format wants it, its page."""

    id: str
    title: str
    updated: str
    summary: str
    address: str


def feed(texts: Sequence[SiteText], association: Association, paths: Paths, url: str, voice: Voice) -> Values:
    """What the feed says. A version without a day is left out: the format wants one, and none is invented."""
    found: list[tuple[date, Entry]] = []
    for text in texts:
        for state in text.states:
            version = state.version
            day = version.adopted or version.decision.day
            if day is None:
                continue
            path = paths.version(text.id, version.name)
            title = f"{text.title} – {named(version.label)}"
            by = named(decision_name(version, voice))
            name = _urn(association.name, text.id, version.name)
            found.append((day, Entry(name, title, _moment(day), by, url + path)))
    found.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return {
        "id": url or _urn(association.name),
        "updated": _moment(found[0][0]) if found else "",
        "entries": tuple(entry for _, entry in found),
        "start": url + START,
    }


def _moment(day: date) -> str:
    """A day as the format writes it: no hour is known, so it begins."""
    return f"{day.isoformat()}T00:00:00Z"


def _urn(*parts: str) -> str:
    """A name for good, from what the archive never changes (a UUID of version 8, RFC 9562)."""
    digits = sha256("\n".join(("statuts", *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-a{digits[17:20]}-{digits[20:32]}"
