"""Budget policies: at which epochs the weak trials of a cohort stop, and how many go on. Pure logic.

``full`` trains every trial to the end. ``halving`` is synchronous successive halving (Jamieson and Talwalkar, 2016).
``hyperband`` (Li et al., 2018) hedges halving's first rung: cohorts take turns starting higher up. As a cohort's size
is the study's, brackets differ in epochs rather than in members. ``screen`` trains everyone for a few epochs and the
best few to the end (Egele et al., 2024, found it hard to beat with a single epoch). Who is best at a rung is judged by
:mod:`nnsearch.search.halving`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from nnsearch.search.flat_sections import SearchSpec

JUDGING = ("gp",)
"""Samplers whose models have a say at rungs: of likely winners more than a share goes on."""

OVERLAPPING = 4
"""The first cohort beside whose last rung the next one trains: until then every end teaches more than waiting costs."""


@dataclass(frozen=True)
class Plan:
    """The rungs of one cohort.

    Args:
        rungs: epochs at which weak trials stop, ascending; the last is all epochs.
        eta: one in ``eta`` goes on after each rung but the last, >= 1.
        top: instead, how many go on.
    """

    rungs: tuple[int, ...]
    eta: int = 1
    top: int | None = None

    def keep(self, members: int) -> int:
        """Return how many of a rung's trials go on.

        >>> [Plan((1, 3, 9), 3).keep(n) for n in (16, 6, 2, 1)], Plan((1, 9), top=4).keep(3)
        ([6, 2, 1, 1], 3)
        """
        return math.ceil(members / self.eta) if self.top is None else min(self.top, members)


def _full(search: SearchSpec, epochs: int, cohort: int) -> Plan:  # noqa: ARG001 - policies are called alike
    return Plan((epochs,))


def _halving(search: SearchSpec, epochs: int, cohort: int) -> Plan:  # noqa: ARG001 - policies are called alike
    # Each rung is 1/eta of the next one, at least 1 epoch; equal ones are merged.
    rungs = {max(1, epochs // search.eta**step) for step in range(search.rungs)}
    return Plan(tuple(sorted(rungs)), search.eta)


def _hyperband(search: SearchSpec, epochs: int, cohort: int) -> Plan:
    plan = _halving(search, epochs, cohort)
    return Plan(plan.rungs[cohort % len(plan.rungs) :], search.eta)


def _screen(search: SearchSpec, epochs: int, cohort: int) -> Plan:  # noqa: ARG001 - policies are called alike
    return Plan(tuple(sorted({min(search.screen_epochs, epochs), epochs})), top=search.screen_top)


POLICIES: dict[str, Callable[[SearchSpec, int, int], Plan]] = {
    "halving": _halving,
    "full": _full,
    "screen": _screen,
    "hyperband": _hyperband,
}
"""By their names in a study file: search section, epochs and the cohort's number to its plan."""


def plan_of(search: SearchSpec, epochs: int, cohort: int = 0) -> Plan:
    """Return the rungs of one cohort.

    Args:
        search: the study's ``[search]``.
        epochs: of a complete training.
        cohort: its number.
    """
    return POLICIES[search.policy](search, epochs, cohort)


def overlaps(search: SearchSpec, epochs: int, cohort: int) -> bool:
    """Whether the next cohort in turn is asked when a cohort's last rung begins, so that workers need not wait for it.

    Only samplers that learn from rungs see enough by then.

    Args:
        search: the study's ``[search]``.
        epochs: of a complete training.
        cohort: its number.
    """
    rungs = plan_of(search, epochs, cohort).rungs
    return search.sampler in JUDGING and cohort >= OVERLAPPING and len(rungs) > 1


def turns(search: SearchSpec, epochs: int) -> list[Plan]:
    """Return the plans that cohorts take in turn: one, except for ``hyperband``."""
    plans = [plan_of(search, epochs, cohort) for cohort in range(len(plan_of(search, epochs).rungs))]
    return list(dict.fromkeys(plans))


def describe_policy(search: SearchSpec, epochs: int) -> str:
    """Say in a line how long networks are trained.

    >>> describe_policy(SearchSpec(policy="hyperband"), 9)
    '2 -> 4 -> 9, 4 -> 9 or 9 in turn (the most promising 1/2 of a cohort goes on)'
    >>> describe_policy(SearchSpec(sampler="gp"), 9)
    '2 -> 4 -> 9 (at least the most promising 1/2 of a cohort goes on)'
    >>> describe_policy(SearchSpec(policy="full"), 9)
    '9 for every network'
    """
    plans = [" -> ".join(map(str, plan.rungs)) for plan in turns(search, epochs)]
    in_turn = f"{', '.join(plans[:-1])} or {plans[-1]} in turn" if len(plans) > 1 else plans[0]
    first = plan_of(search, epochs)
    if len(first.rungs) == 1:
        return f"{in_turn} for every network"
    kept = f"1/{first.eta} of a cohort goes on" if first.top is None else f"{first.top} of a cohort go on"
    least = "at least " if first.top is None and search.sampler in JUDGING else ""
    return f"{in_turn} ({least}the most promising {kept})"
