"""The errors a user can cause or meet. The command line prints them as one line and exits with their code.

Anything else that escapes is a bug and exits with 1.
"""

from __future__ import annotations

from collections.abc import Sequence


class NNSearchError(Exception):
    """Base of every expected error: bad input or usage unless a subclass says otherwise."""

    exit_code = 2


class StudyFileError(NNSearchError):
    """A study file that cannot be used.

    Args:
        problems: one line per problem, each naming path, value and fix; all are reported at once.
    """

    def __init__(self, problems: str | Sequence[str]) -> None:
        self.problems: tuple[str, ...] = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(self.problems))


class DataError(NNSearchError):
    """Data that cannot be loaded, or that no network can be trained on."""


class StudyNameError(NNSearchError):
    """A study name that is not allowed, or that names no study here."""


class SettingsError(NNSearchError):
    """A hyperparameter or an option with an impossible value, outside a study file."""


class LedgerError(NNSearchError):
    """A study's record on disk that cannot be read or does not fit what is asked of it."""

    exit_code = 3


class EnvironmentRefusedError(NNSearchError):
    """The machine said no: a read-only folder, a full disk, a busy port, a server that does not answer."""

    exit_code = 3


class StudyLockedError(EnvironmentRefusedError):
    """Another process is running this study."""
