"""When a study stops, besides on request."""

from __future__ import annotations

from dataclasses import dataclass

from nnsearch.search.results import Results


@dataclass(frozen=True)
class Limits:
    """When a study stops, besides on request; the first that is met.

    Args:
        trials: whole cohorts are asked until there are at least this many.
        seconds: of this launch; a cohort that has been asked is finished.
        target: an objective that is good enough.
        patience: cohorts told in a row without a better best.
    """

    trials: int
    seconds: float | None = None
    target: float | None = None
    patience: int | None = None

    def met(
        self, asked: int, results: Results, visible: int, elapsed: float, configurations: int | None = None
    ) -> str | None:
        """Return which limit keeps the next cohort from being asked; ``None`` if none does.

        Args:
            asked: trials asked so far.
            results: of the cohorts that were told.
            visible: how many of these the next cohort sees.
            elapsed: seconds since this launch began to search.
            configurations: that the space has; ``None`` if they are not listed.

        >>> Limits(64, target=0.1).met(32, Results(), 2, 1.0), Limits(64).met(64, Results(), 4, 1.0)
        (None, 'trials')
        """
        if asked >= self.trials:
            return "trials"
        if configurations is not None and asked >= configurations:
            return "exhausted"
        if self.target is not None and results.reached(self.target, visible):
            return "target"
        if self.patience is not None and results.stale(visible) >= self.patience:
            return "patience"
        if self.seconds is not None and elapsed >= self.seconds:
            return "time"
        return None
