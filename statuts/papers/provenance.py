"""Who brought which words of an article, in lines: the version beside each phrase, its decision below."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from statuts.language.invisible import named
from statuts.model.archive import Decision, Resolution, Result, Version, VersionKind
from statuts.model.blame import Blame, Run
from statuts.model.message import msg
from statuts.render.facts import decision_name, votes
from statuts.render.voice import Voice

_MOVED = "← "


def text_lines(blame: Blame, width: int) -> Iterator[str]:
    """The article, each run on lines of its own behind the name of its version, `width` columns at most."""
    heads = [_head(run) for run in blame.runs]
    margin = max(map(len, heads))
    room = max(width - margin - 3, 30)
    last = ""
    for run, head in zip(blame.runs, heads, strict=True):
        shown = head
        for line in run.text.rstrip("\n").split("\n"):
            for piece in wrap(named(line), room, break_long_words=False, break_on_hyphens=False) or [""]:
                yield f"{shown.ljust(margin)} │ {piece}".rstrip()
                shown = ""
        last = run.text
        if last.endswith("\n\n"):
            yield f"{''.ljust(margin)} │"


def _head(run: Run) -> str:
    return _MOVED + run.moved.name if run.moved else run.version.name


def decision_lines(
    blame: Blame, order: Sequence[Version], labels: dict[str, str], voice: Voice
) -> Iterator[str]:
    """What is known of each version that stands beside the text, oldest first, and of what moved or ended."""
    say = voice.say
    for version in [version for version in order if version in blame.versions]:
        yield f"{version.name}  {_brought(version, voice)}"
        if version == blame.since:
            yield "  " + say(
                msg("The article comes from this version.")
                if blame.inserted
                else msg(
                    "First version recorded of this article: what came before it, if anything, is not known."
                )
            )
        yield from ("  " + named(line) for line in _votes(version, blame.article, voice))
    for source, mover in dict.fromkeys((run.article, run.moved) for run in blame.runs if run.moved):
        assert mover is not None
        origins = sorted(
            {run.version.name for run in blame.runs if (run.article, run.moved) == (source, mover)}
        )
        yield (
            _MOVED
            + mover.name
            + "  "
            + named(
                say(
                    msg(
                        "words of {versions}, moved here from “{label}”",
                        versions=", ".join(origins),
                        label=labels.get(source, source),
                    )
                )
            )
        )
    if blame.repealed:
        yield f"{blame.repealed.name}  " + say(
            msg("Repealed by {by}", by=named(decision_name(blame.repealed, voice)))
        )


def _votes(version: Version, article: str, voice: Voice) -> Iterator[str]:
    resolutions = voted(version, article)
    for resolution in resolutions:
        if counted := votes(resolution.votes, voice):
            yield voice.say(msg("{name}: {value}", name=resolution.subject, value=counted))
        else:
            yield f"{resolution.subject} – {voice.say(msg('votes: not recorded in the minutes'))}"
    if not resolutions and version.decision.resolutions:
        yield voice.say(msg("no resolution recorded names this article"))
    elif not resolutions and version.decision != Decision():
        yield voice.say(msg("votes: not recorded in the minutes"))


def _brought(version: Version, voice: Voice) -> str:
    by = decision_name(version, voice)
    if version.kind is VersionKind.CORRECTION:
        by = voice.say(msg("Slip of the pen corrected by {by}", by=by))
    elif version.kind is VersionKind.RESTORATION:
        by = voice.say(msg("Earlier wording restored by {by}", by=by))
    return named(f"{version.label} – {by}")


def voted(version: Version, article: str) -> tuple[Resolution, ...]:
    """The resolutions that changed an article: those that name it, else those that name none."""
    own = [
        resolution
        for resolution in version.decision.resolutions
        if resolution.text in ("", version.text) and resolution.result in (None, Result.ADOPTED)
    ]
    naming = tuple(resolution for resolution in own if article in resolution.articles)
    return naming or tuple(resolution for resolution in own if not resolution.articles)
