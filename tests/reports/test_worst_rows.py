import numpy as np
import pytest

from nnsearch.reports.worst_rows import MOST_COLUMNS, MOST_ROWS, worst_rows
from nnsearch.tracking.winner import dev_outputs, serve_best


def test_a_classifiers_worst_rows_are_wrong_the_surest_first(study):
    network, data = serve_best(study)
    outputs = dev_outputs(network, data)
    found = worst_rows(outputs, data)
    assert found.columns == ["true", "predicted", "its probability", "x1", "x2"]
    assert all(true != predicted for true, predicted, *_ in found.rows)
    shares = [float(row[2]) for row in found.rows]
    assert shares == sorted(shares, reverse=True)
    first = network.predict({"x1": [float(found.rows[0][3])], "x2": [float(found.rows[0][4])]})
    assert first["prediction"][0] == found.rows[0][1]


def test_a_regressions_worst_rows_are_farthest_off(run_study):
    network, data = serve_best(run_study("far", data={"source": "diabetes"}))
    outputs = dev_outputs(network, data)
    found = worst_rows(outputs, data)
    residuals = [abs(float(row[2])) for row in found.rows]
    assert len(residuals) == MOST_ROWS
    assert residuals[0] == pytest.approx(np.abs(outputs[:, 0] - data.dev.y).max(), rel=1e-4)
    assert residuals == sorted(residuals, reverse=True)


def test_of_many_features_the_first_are_shown_and_the_rest_are_counted(run_study):
    network, data = serve_best(run_study("many", data={"source": "breast-cancer"}))
    found = worst_rows(1 - dev_outputs(network, data), data)
    assert len(found.columns) == 3 + MOST_COLUMNS
    assert found.hidden == 30 - MOST_COLUMNS


def test_a_network_that_is_never_wrong_has_no_worst_rows(study):
    _, data = serve_best(study)
    assert worst_rows(np.eye(2)[data.dev.y], data) is None
