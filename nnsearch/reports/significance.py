"""Whether two networks really differ: paired tests on the examples that both were judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError, LedgerError, StudyFileError
from nnsearch.search.study import Study
from nnsearch.tracking.winner import dev_outputs, serve_best
from nnsearch.training.objectives import OBJECTIVES

LEVEL = 0.05
"""A difference that chance alone makes more seldom than this is called one."""

Losses = NDArray[np.float64]


RATES, SQUARED, ABSOLUTE = "error rates", "squared errors", "absolute errors"
"""What a test compares."""
TESTED = {"error": RATES, "rmse": SQUARED, "r2": SQUARED, "mae": ABSOLUTE}
"""By objective: what orders networks as the objective does on one dev set, and is a mean over its examples."""


@dataclass(frozen=True)
class PairedTest:
    """Two studies' best networks on one dev set.

    Args:
        first: the study that is ahead.
        second: the other one.
        examples: of the dev set.
        p: how often chance alone makes a difference as large or larger, in (0, 1].
        only_first: examples that only the first one's network gets wrong; ``None`` for regression.
        only_second: examples that only the second one's network gets wrong; ``None`` for regression.
        problem: why there is no test; ``p`` is 1 then and means nothing.
        measure: what is compared: one of the names above.
        ranked_by: words for the measure that ranks the studies, if that is another one.
        better: the study that does better in what is compared; empty if neither does.
    """

    first: str
    second: str
    examples: int
    p: float = 1.0
    only_first: int | None = None
    only_second: int | None = None
    problem: str = ""
    measure: str = RATES
    ranked_by: str = ""
    better: str = ""

    @property
    def sentence(self) -> str:
        """The test in words."""
        if self.problem:
            return f"whether {self.first} and {self.second} differ by more than chance is not known: {self.problem}"
        verdict = "more than chance makes" if self.p < LEVEL else "no more than chance makes"
        what = f" in {self.measure} (not in {self.ranked_by}, which ranks them)" if self.ranked_by else ""
        if self.only_first is None:
            how = f"{self.measure} on {self.examples:,} dev examples (paired t-test, p = {self.p:.2g})"
        else:
            how = (
                f"{self.only_first} of {self.examples:,} dev examples are wrong with {self.first} only, "
                f"{self.only_second} with {self.second} only (exact McNemar test, p = {self.p:.2g})"
            )
        ahead = f"{self.better} is better" if self.better else "neither is better"
        return f"the difference between {self.first} and {self.second}{what} is {verdict}: {how}; {ahead} in this"


def paired_test(first: Study, second: Study) -> PairedTest:
    """Compare the best networks of two studies example by example: see :func:`paired_tests`.

    Raises:
        LedgerError: if a ledger is damaged.
    """
    return paired_tests(first, [second])[0]


def paired_tests(first: Study, others: Sequence[Study]) -> list[PairedTest]:
    """Compare the best network of a study with those of others, example by example.

    Classes: McNemar's exact test (McNemar, 1947) of which examples are wrong. Numbers: a paired t-test of the squared
    errors, or of the absolute ones where these are the objective. The networks were chosen on these examples, so each
    does a little worse on new ones.

    Args:
        first: a study.
        others: of the same data, split and objective.

    Returns:
        A test each; where data or weights are not there any more, why there is none.

    Raises:
        LedgerError: if a ledger is damaged.
    """
    own = _losses_or_problem(first) if others else ""
    return [_test(first, other, own, _losses_or_problem(other)) for other in others]


def _test(first: Study, second: Study, one: Losses | str, two: Losses | str) -> PairedTest:
    metric = first.meta["metric"]
    found = PairedTest(
        first.name,
        second.name,
        int(first.meta["data"].get("dev", 0)),
        measure=tested(first),
        ranked_by="" if metric in TESTED else OBJECTIVES[metric].words,
    )
    if isinstance(one, str) or isinstance(two, str):
        return replace(found, problem=one if isinstance(one, str) else str(two))
    ahead = float(two.mean() - one.mean())
    found = replace(found, better="" if ahead == 0 else first.name if ahead > 0 else second.name)
    if found.measure != RATES:
        return replace(found, p=t_test(one, two))
    only_first, only_second = int((one > two).sum()), int((two > one).sum())
    return replace(found, p=mcnemar(only_first, only_second), only_first=only_first, only_second=only_second)


def tested(study: Study) -> str:
    """Say what tests of a study compare: one of the names above."""
    return TESTED.get(study.meta["metric"], SQUARED if study.meta["data"]["task"] == "regression" else RATES)


def _losses_or_problem(study: Study) -> Losses | str:
    try:
        return dev_losses(study)
    except (DataError, StudyFileError, LedgerError) as error:
        return " ".join(str(error).split("\n"))


def dev_losses(study: Study) -> Losses:
    """Return what the best network of a study does wrong on each example of the dev set.

    Args:
        study: with a trial that was trained to its end.

    Returns:
        ``(m,)``: 1 for a wrong class, else 0; for numbers squared errors, or absolute ones: see :func:`tested`.

    Raises:
        LedgerError: if there is no such trial, or its weights are not kept.
        DataError: if the data cannot be read any more.
        StudyFileError: if the data has changed since the study began.
    """
    network, data = serve_best(study)
    outputs = dev_outputs(network, data)
    if data.task != "regression":
        return np.asarray((outputs.argmax(axis=1) != data.dev.y).astype(np.float64))
    missed = np.abs(outputs[:, 0] - data.dev.y.astype(np.float64))
    return np.asarray(missed if tested(study) == ABSOLUTE else missed**2)


def mcnemar(only_first: int, only_second: int) -> float:
    """Return the two-sided p-value of McNemar's exact test.

    Args:
        only_first: examples that only one network gets wrong.
        only_second: examples that only the other one gets wrong.

    >>> round(mcnemar(1, 9), 4), mcnemar(0, 0)
    (0.0215, 1.0)
    """
    from scipy.stats import binomtest

    differing = only_first + only_second
    return float(binomtest(only_first, differing).pvalue) if differing else 1.0


def t_test(first: Losses, second: Losses) -> float:
    """Return the two-sided p-value of the paired t-test; 1 where nothing differs.

    Args:
        first: ``(m,)``.
        second: ``(m,)``.
    """
    from scipy.stats import ttest_rel

    if len(first) < 2 or np.ptp(first - second) == 0:
        return 1.0
    return float(ttest_rel(first, second).pvalue)


def interval(errors: int, examples: int) -> tuple[float, float]:
    """Return the 95 % interval of a rate of errors (Wilson, 1927).

    Args:
        errors: how many predictions were wrong.
        examples: how many there were, >= 1.

    Returns:
        Its ends, in [0, 1].

    >>> [round(end, 4) for end in interval(3, 359)]
    [0.0028, 0.0243]
    """
    from scipy.stats import binomtest

    ends = binomtest(errors, examples).proportion_ci(method="wilson")
    return float(ends.low), float(ends.high)
