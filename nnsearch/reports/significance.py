"""Whether two networks really differ: paired tests on the examples that both were judged by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError, LedgerError, StudyFileError
from nnsearch.search.study import Study
from nnsearch.tracking.winner import raw_inputs, serve_best

LEVEL = 0.05
"""A difference that chance alone makes more seldom than this is called one."""

Losses = NDArray[np.float64]


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
    """

    first: str
    second: str
    examples: int
    p: float = 1.0
    only_first: int | None = None
    only_second: int | None = None
    problem: str = ""

    @property
    def sentence(self) -> str:
        """The test in words."""
        if self.problem:
            return f"whether {self.first} and {self.second} differ by more than chance is not known: {self.problem}"
        verdict = "more than chance makes" if self.p < LEVEL else "no more than chance makes"
        if self.only_first is None:
            how = f"squared errors on {self.examples:,} dev examples (paired t-test, p = {self.p:.2g})"
        else:
            how = (
                f"{self.only_first} of {self.examples:,} dev examples are wrong with {self.first} only, "
                f"{self.only_second} with {self.second} only (exact McNemar test, p = {self.p:.2g})"
            )
        return f"the difference between {self.first} and {self.second} is {verdict}: {how}"


def paired_test(first: Study, second: Study) -> PairedTest:
    """Compare the best networks of two studies example by example.

    Classes: McNemar's exact test (McNemar, 1947) of which examples are wrong. Numbers: a paired t-test of the squared
    errors. Both networks were chosen on these examples, so each does a little worse on new ones.

    Args:
        first: a study.
        second: another one of the same data and split.

    Returns:
        The test; where data or weights are not there any more, why there is none.

    Raises:
        LedgerError: if a ledger is damaged.
    """
    examples = int(first.meta["data"].get("dev", 0))
    try:
        losses = [dev_losses(study) for study in (first, second)]
    except (DataError, StudyFileError, LedgerError) as error:
        return PairedTest(first.name, second.name, examples, problem=" ".join(str(error).split("\n")))
    if first.meta["data"]["task"] == "regression":
        return PairedTest(first.name, second.name, examples, p=t_test(*losses))
    only_first = int((losses[0] > losses[1]).sum())
    only_second = int((losses[1] > losses[0]).sum())
    return PairedTest(first.name, second.name, examples, mcnemar(only_first, only_second), only_first, only_second)


def dev_losses(study: Study) -> Losses:
    """Return what the best network of a study does wrong on each example of the dev set.

    Args:
        study: with a trial that was trained to its end.

    Returns:
        ``(m,)``: 1 for a wrong class, else 0; for numbers squared errors.

    Raises:
        LedgerError: if there is no such trial, or its weights are not kept.
        DataError: if the data cannot be read any more.
        StudyFileError: if the data has changed since the study began.
    """
    network, data = serve_best(study)
    outputs = network.outputs(raw_inputs(data.dev.X, data))
    if data.task == "regression":
        return np.asarray((outputs[:, 0] - data.dev.y.astype(np.float64)) ** 2)
    return np.asarray((outputs.argmax(axis=1) != data.dev.y).astype(np.float64))


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
