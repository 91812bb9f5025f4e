"""The course's order of what to tune first, which the measured importance is shown beside."""

from __future__ import annotations

import re

FIRST, SECOND, THIRD, SELDOM, NOT_RANKED = "first", "second", "third", "seldom", "-"
COURSE = {
    "learning_rate": FIRST,
    "units": SECOND,
    "batch_size": SECOND,
    "layers": THIRD,
    "decay": THIRD,
    "beta2": SELDOM,
    "epsilon": SELDOM,
}
"""The course says nothing of the rest; ``beta1`` is :func:`course_rank`'s. Tables have an order of their own,
which must place every hyperparameter: :attr:`nnsearch.training.hyperparameters.Hyperparameter.priority`."""

_LAYER = re.compile(r"_\d+$")


def course_rank(name: str, optimizer: object) -> str:
    """Say when the course tunes a hyperparameter.

    Args:
        name: as in the study file, with its layer.
        optimizer: the study's, if it is fixed: momentum's beta comes second, Adam's beta1 seldom.

    >>> course_rank("units_2", "adam"), course_rank("beta1", "momentum"), course_rank("l2", "adam")
    ('second', 'second', '-')
    """
    if name == "beta1":
        return SELDOM if optimizer == "adam" else SECOND
    return COURSE.get(_LAYER.sub("", name), NOT_RANKED)
