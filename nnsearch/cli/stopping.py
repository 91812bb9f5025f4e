"""Ctrl-C while a study runs: once to stop in good order, twice to stop at once. Nothing on record is lost."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType

from nnsearch.search.snapshot import StopRequest

REASONS = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated"}
NOTICE = "stopping after the segments in flight; Ctrl-C again to stop at once"


@contextlib.contextmanager
def stop_on_signals(stop: StopRequest, notify: Callable[[str], None]) -> Iterator[None]:
    """Turn the first SIGINT or SIGTERM into a request, the next one into ``KeyboardInterrupt``.

    Args:
        stop: set at the first signal.
        notify: told that it has been heard. It is called in the middle of whatever runs, so it must be brief.

    Yields:
        Nothing; afterwards signals mean what they meant before.
    """

    def handle(number: int, _: FrameType | None) -> None:
        if stop.reason is not None:
            raise KeyboardInterrupt
        stop(REASONS[signal.Signals(number)])
        notify(NOTICE)

    before = {number: signal.getsignal(number) for number in REASONS}
    # A shell that starts a job in the background has it ignore Ctrl-C: that stays so.
    taken = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in taken:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, before[number])


@contextlib.contextmanager
def interrupt_on_termination() -> Iterator[None]:
    """Let SIGTERM be a ``KeyboardInterrupt`` where no search listens: between studies nothing is in flight.

    Yields:
        Nothing; afterwards the signal means what it meant before.
    """

    def handle(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
