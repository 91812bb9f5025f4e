"""What is seen of a study while it runs: a live display, plain lines, or nothing.

Imports rich, so it is imported only where a study runs.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from rich.console import RenderableType
from rich.live import Live
from rich.text import Text

from nnsearch.cli.console import Output, say
from nnsearch.reports.progress import progress_line, render_progress
from nnsearch.search.snapshot import Snapshot
from nnsearch.search.study_file import StudySpec

LEAST_PAUSE = 1 / 8
"""Seconds between two frames."""


class Display(ABC):
    """Shows a study's header and its snapshots.

    Args:
        spec: the study.
    """

    def __init__(self, spec: StudySpec) -> None:
        self.spec = spec
        self.metric = "error"

    def start(self, metric: str, header: Sequence[str]) -> None:
        """Show what is about to run.

        Args:
            metric: what the objective is.
            header: lines that stay.
        """
        self.metric = metric
        self.show_header(header)

    @abstractmethod
    def show_header(self, header: Sequence[str]) -> None:
        """Show lines that stay."""

    @abstractmethod
    def update(self, snapshot: Snapshot) -> None:
        """Show where the study stands."""

    @abstractmethod
    def notify(self, line: str) -> None:
        """Say that a signal has been heard; may be called at any moment of this process's main thread."""

    def __enter__(self) -> Self:
        return self

    def __exit__(  # noqa: B027 - not every display has something to give back
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the screen as it should stay."""


class QuietDisplay(Display):
    """Shows nothing: standard output is for the JSON at the end."""

    def show_header(self, header: Sequence[str]) -> None:
        """See :meth:`Display.show_header`."""

    def update(self, snapshot: Snapshot) -> None:
        """See :meth:`Display.update`."""

    def notify(self, line: str) -> None:
        """See :meth:`Display.notify`."""
        say(line)


class LineDisplay(Display):
    """Prints one line per told cohort. A reader that goes away silences it, and never stops the study.

    Args:
        spec: the study.
        output: a pipe or a file.
    """

    def __init__(self, spec: StudySpec, output: Output) -> None:
        super().__init__(spec)
        self._output: Output | None = output
        self._told: int | None = None

    def show_header(self, header: Sequence[str]) -> None:
        """See :meth:`Display.show_header`."""
        self._print(header)

    def update(self, snapshot: Snapshot) -> None:
        """See :meth:`Display.update`."""
        if snapshot.trials_done not in (self._told, 0) and self._told is not None:
            self._print([progress_line(snapshot, self.metric)])
        self._told = snapshot.trials_done

    def notify(self, line: str) -> None:
        """See :meth:`Display.notify`."""
        say(line)

    def _print(self, lines: Sequence[str]) -> None:
        if self._output is None:
            return
        try:
            self._output.show(*lines)
        except BrokenPipeError:
            self._output = None


class LiveDisplay(Display):
    """Redraws bar and table after steps of the search, at most eight times a second.

    Args:
        spec: the study.
        output: a terminal.
    """

    def __init__(self, spec: StudySpec, output: Output) -> None:
        super().__init__(spec)
        self._output = output
        self._notice: str | None = None
        self._snapshot: Snapshot | None = None
        self._drawn = 0.0
        self._drawing = False
        reading = Text(f"{spec.name}: reading the data ...", style="dim")
        self._live = Live(reading, console=output.console, auto_refresh=False, transient=True)

    def __enter__(self) -> Self:
        self._live.start(refresh=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the screen back; the summary takes the display's place."""
        self._live.stop()

    def show_header(self, header: Sequence[str]) -> None:
        """See :meth:`Display.show_header`."""
        self._output.console.print(*header, sep="\n")
        self._output.console.print()

    def update(self, snapshot: Snapshot) -> None:
        """See :meth:`Display.update`."""
        self._snapshot = snapshot
        if time.monotonic() - self._drawn >= LEAST_PAUSE or snapshot.trials_done == snapshot.trials_total:
            self._draw()

    def notify(self, line: str) -> None:
        """See :meth:`Display.notify`."""
        self._notice = line
        if not self._drawing:  # a signal in the middle of a frame waits for the next one
            self._draw()

    def _draw(self) -> None:
        self._drawing = True
        try:
            self._live.update(self._frame(), refresh=True)
        finally:
            self._drawing = False
        self._drawn = time.monotonic()

    def _frame(self) -> RenderableType:
        if self._snapshot is None:
            return Text(self._notice or "")
        return render_progress(self._snapshot, self.spec, self.metric, self._output.width, self._notice)


def choose_display(spec: StudySpec, output: Output, *, quiet: bool) -> Display:
    """Choose how a study is shown.

    Args:
        spec: the study.
        output: standard output.
        quiet: whether standard output is for JSON.
    """
    if quiet:
        return QuietDisplay(spec)
    return LineDisplay(spec, output) if output.plain else LiveDisplay(spec, output)
