"""The one tree of errors: a message, a hint, an exit code; `statuts.cli` alone turns it into output."""

from statuts.model.message import Message


class StatutsError(Exception):
    """Something a person can mend. `message` says what, `hint` what to do about it."""

    exit_code = 2

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint


class UsageError(StatutsError):
    """The command was called in a way that means nothing."""


class InputError(StatutsError):
    """A file or a text cannot be read as what it should be."""


class MarksError(InputError):
    """Tracked changes that cannot be read: a mark is not closed, or closed twice."""


class WordingError(InputError):
    """An amending wording cannot be read, or does not fit the text it amends; nothing is applied.

    `where` names the instruction, as the act does: « I, 2° ».
    """

    def __init__(self, message: Message, hint: Message | None = None, where: str = "") -> None:
        super().__init__(message, hint)
        self.where = where


class ArchiveError(StatutsError):
    """The archive is missing, broken, or does not hold what was asked for."""


class ConflictError(ArchiveError):
    """What was to be saved was written over something else than what is there now; nothing is saved."""


class OutputError(StatutsError):
    """The result cannot be written where it was asked to go."""


class TemplateProblem(StatutsError):
    """A template is missing, broken, or names something that is not there."""


class ProposalError(StatutsError):
    """A proposal cannot be applied, or may not go where it was sent."""
