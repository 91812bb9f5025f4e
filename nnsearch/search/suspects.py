"""Which trials may be the ones that kill their workers, and what is left to try to find out. Pure logic.

A population whose workers died trains with nothing beside it; when it dies then it is split in halves, and so on, until
a network dies alone. All of it is about this launch only: a verdict is on record, a suspicion is not.
"""

from __future__ import annotations

from collections.abc import Sequence


class Suspects:
    """Trials under suspicion.

    >>> suspects = Suspects()
    >>> suspects.accuse([4, 5, 6], alone=False), suspects.parts([4, 5, 6, 7])
    (False, [[4, 5, 6, 7]])
    >>> suspects.accuse([4, 5, 6], alone=True), suspects.parts([4, 5, 6, 7])
    (False, [[4, 5], [6], [7]])
    >>> suspects.acquit([4, 5])
    >>> suspects.involved([4, 5]), suspects.involved([6]), suspects.accuse([6], alone=True)
    (False, True, True)
    """

    def __init__(self) -> None:
        self._unproven: set[int] = set()
        self._most: dict[int, int] = {}

    def accuse(self, trials: Sequence[int], *, alone: bool) -> bool:
        """Take in that a population's workers died.

        Args:
            trials: the population.
            alone: whether nothing else trained meanwhile.

        Returns:
            Whether it is certain that its only trial did it.
        """
        self._unproven.update(trials)
        if alone and len(trials) > 1:
            self._most.update(dict.fromkeys(trials, -(-len(trials) // 2)))
        return alone and len(trials) == 1

    def acquit(self, trials: Sequence[int]) -> None:
        """Take in that a population has been trained. It stays as small as it is: its size may have been the cause."""
        self._unproven.difference_update(trials)

    def involved(self, trials: Sequence[int]) -> bool:
        """Return whether a population has to train with nothing beside it."""
        return not self._unproven.isdisjoint(trials)

    def parts(self, trials: Sequence[int]) -> list[list[int]]:
        """Cut trials into runs that may train together: suspects no more at once than is left to try."""
        groups: dict[int | None, list[int]] = {}
        for trial in trials:
            groups.setdefault(self._most.get(trial), []).append(trial)
        return [
            group[start : start + (most or len(group))]
            for most, group in groups.items()
            for start in range(0, len(group), most or len(group))
        ]
