"""What ``nnsearch run`` was asked for, one study of it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nnsearch.cli.session import Session
from nnsearch.core.paths import StudyPaths
from nnsearch.tracking.addresses import shown_uri

if TYPE_CHECKING:
    from nnsearch.search.study_file import StudySpec


@dataclass(frozen=True)
class Request:
    """What was asked for.

    Args:
        study: name or path.
        trials: in total.
        time: seconds for this launch.
        jobs: worker processes.
        track: whether MLflow follows.
        tracking_uri: another tracking server than the workspace's database.
        as_json: whether facts are wanted instead of a summary.
        resume: whether the study must have been started.
    """

    study: str
    trials: int | None
    time: float | None
    jobs: int | None
    track: bool
    tracking_uri: str | None
    as_json: bool
    resume: bool

    def find(self, session: Session) -> tuple[StudyPaths, StudySpec]:
        """Find and check the study that is meant.

        Raises:
            NNSearchError: if it cannot be used.
        """
        from nnsearch.api import find_spec

        workspace = session.workspace
        if self.resume:
            workspace.existing_study(self.study)
        return find_spec(workspace, self.study)

    def options(self, address: Callable[[str], str] | None = shown_uri) -> list[str]:
        """Return the options with which the command is given again.

        Args:
            address: how the tracking server's address is written; by default without what is secret in it. ``None``
                leaves it out.
        """
        from nnsearch.search.flat_sections import duration

        words = ["--trials", str(self.trials)] if self.trials is not None else []
        words += ["--time", duration(self.time)] if self.time is not None else []
        words += ["--jobs", str(self.jobs)] if self.jobs is not None else []
        words += ["--tracking-uri", address(self.tracking_uri)] if self.tracking_uri and address else []
        return words + ([] if self.track else ["--no-track"])

    def resume_line(self, session: Session, name: str) -> str:
        """Return the command line that goes on with a study as was asked for here."""
        return session.command(command_words("resume", [name], self.options()))


def command_words(verb: str, studies: Sequence[str], options: Sequence[str] = ()) -> str:
    """Return a verb with studies and options as a shell takes them."""
    return " ".join([verb, *map(shlex.quote, (*studies, *options))])


def known_as(session: Session, paths: StudyPaths) -> str:
    """Return a word for a study that means it in any folder: its name, or its file's path if that lies elsewhere."""
    return paths.name if paths.file.parent == session.workspace.studies else str(paths.file)
