"""The order of versions, which one was in force on a day, and which one a word means."""

from collections.abc import Sequence
from datetime import date

from statuts.errors import ArchiveError
from statuts.markdown.slug import slug
from statuts.model.archive import TextHistory, Version
from statuts.model.message import Message, msg


def in_order(versions: Sequence[Version]) -> tuple[Version, ...]:
    """The versions as they follow one another, oldest first.

    Raises `ArchiveError` where the chain is broken: a version is missing or was rewritten, two follow
    the same one, or none is the first.
    """
    by_name = {version.name: version for version in versions}
    after: dict[str, Version] = {}
    for version in versions:
        before = by_name.get(version.follows)
        if version.follows and before is None:
            raise _broken(msg("version “{name}” follows “{before}”, which is not there.", **_pair(version)))
        if before is not None and version.follows_manifest != before.manifest:
            raise _broken(
                msg("“{before}” is not as it was when version “{name}” was adopted.", **_pair(version))
            )
        if version.follows in after:
            both = ", ".join(sorted([version.name, after[version.follows].name]))
            if version.follows:
                raise _broken(
                    msg("two versions follow “{before}”: {both}.", before=version.follows, both=both)
                )
            raise _broken(msg("two versions follow none: {both}.", both=both))
        after[version.follows] = version
    chain: list[Version] = []
    follower = after.get("")
    while follower is not None:
        chain.append(follower)
        follower = after.get(follower.name)
    if len(chain) < len(versions):
        left = ", ".join(sorted(by_name.keys() - {version.name for version in chain}))
        raise _broken(msg("these versions follow one another in a circle: {names}.", names=left))
    return tuple(chain)


def _pair(version: Version) -> dict[str, str | int]:
    return {"name": version.name, "before": version.follows}


def _broken(message: Message) -> ArchiveError:
    return ArchiveError(message, msg("take the archive again from a copy: its versions form one chain"))


def in_force(history: TextHistory, day: date) -> Version:
    """The version in force on `day`.

    A version without a date comes before the one that follows it; which day it began is not known, so
    it is only named where no dated version came before it. Raises `ArchiveError` where nothing was in
    force, or where the archive does not say what was.
    """
    undated: list[Version] = []
    for version in reversed(history.versions):
        if version.starts is None:
            undated.append(version)
        elif version.starts <= day:
            if undated:
                names = ", ".join(found.name for found in (version, *reversed(undated)))
                raise ArchiveError(
                    msg("which version was in force on {date} is not recorded.", date=day),
                    msg("name one of these: {names}", names=names),
                )
            return _still_valid(version, day)
        else:
            undated.clear()  # they follow a version that was not in force yet
    if undated:
        return _still_valid(undated[0], day)
    raise ArchiveError(
        msg("nothing was in force on {date}: the first version is later.", date=day),
        _names(history),
    )


def _still_valid(version: Version, day: date) -> Version:
    if version.ends is not None and version.ends < day:
        raise ArchiveError(
            msg(
                "on {date} nothing was in force: “{label}” had ended on {end}.",
                date=day,
                label=version.label,
                end=version.ends,
            ),
            msg("name the version to read it all the same: {name}", name=version.name),
        )
    return version


def find_version(history: TextHistory, word: str) -> Version | None:
    """The version that `word` means: its name, its label as a slug, or `@2020-05-01` for a day.

    None where there is no such version. Raises `ArchiveError` for a day on which there is none, and
    where two labels give the same slug.
    """
    if not word:
        return history.latest
    if word.startswith("@"):
        return in_force(history, _day(word.removeprefix("@")))
    found = [version for version in history.versions if version.name == word]
    found = found or [version for version in history.versions if slug(version.label) == word]
    if len(found) > 1:
        raise ArchiveError(
            msg("“{name}” may be several versions.", name=word),
            msg("name one of these: {names}", names=", ".join(version.name for version in found)),
        )
    return found[0] if found else None


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise ArchiveError(
            msg("“{word}” is not a date.", word=word), msg("write the day like this: @2020-05-01")
        ) from None


def unknown_version(history: TextHistory, word: str) -> ArchiveError:
    """The error that says so, with the nearest names."""
    from difflib import get_close_matches  # only a slip of the pen pays for it

    message = msg("“{text}” has no version “{name}”.", text=history.id, name=word)
    names = [version.name for version in history.versions]
    near = get_close_matches(word, [*names, *(slug(version.label) for version in history.versions)], 2, 0.5)
    if near:
        return ArchiveError(
            message,
            msg("did you mean {near}? Its versions: {names}", near=" / ".join(near), names=", ".join(names)),
        )
    return ArchiveError(message, _names(history))


def _names(history: TextHistory) -> Message:
    return msg("its versions: {names}", names=", ".join(version.name for version in history.versions))
