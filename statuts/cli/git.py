"""For those who carry the archive in git: commit and tag what was adopted. Nobody else needs it."""

from pathlib import Path

from statuts.errors import OutputError
from statuts.model.message import msg


def committed(root: Path, tag: str, message: str) -> None:
    """Commit all of the archive, and tag the commit. Raises `OutputError` with what git says."""
    import subprocess  # only who asks for it pays for it

    for words in (["add", "--", "."], ["commit", "--quiet", "--message", message, "--", "."], ["tag", tag]):
        try:
            done = subprocess.run(  # noqa: S603 - no shell; the words are ours
                ["git", *words],  # noqa: S607 - whichever git the user has
                cwd=root,
                capture_output=True,
                text=True,
                check=False,
            )
        except OSError as error:
            raise OutputError(
                msg("git cannot be run: {reason}.", reason=error.strerror or str(error)),
                msg("the version is adopted all the same; commit it by hand"),
            ) from None
        if done.returncode:
            reason = (done.stderr or done.stdout).strip().splitlines()
            raise OutputError(
                msg("git did not do it: {reason}", reason=reason[-1] if reason else str(done.returncode)),
                msg("the version is adopted all the same; commit it by hand"),
            )
