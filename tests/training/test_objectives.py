"""Names and directions of objectives."""

from __future__ import annotations

import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.training.objectives import OBJECTIVES, objective_for


def test_each_task_has_an_objective_of_its_own() -> None:
    assert objective_for("classification").name == "error"
    assert objective_for("regression").name == "rmse"


def test_only_scores_are_maximized() -> None:
    assert {name for name, objective in OBJECTIVES.items() if objective.maximize} == {"f1", "auc", "r2"}


@pytest.mark.parametrize(("task", "name"), [("regression", "f1"), ("classification", "rmse"), ("regression", "error")])
def test_an_objective_that_does_not_suit_the_task_is_refused_in_one_line(task: str, name: str) -> None:
    with pytest.raises(SettingsError, match=r"^objective must be .* got '.*valid: .*\(search.objective\)$") as caught:
        objective_for(task, name)
    assert "\n" not in str(caught.value)


def test_the_worst_value_is_worse_than_any() -> None:
    for objective in OBJECTIVES.values():
        assert objective.loss(objective.worst) > objective.loss(1e300 if not objective.maximize else -1e300)
