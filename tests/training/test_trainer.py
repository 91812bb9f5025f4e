"""What training does: descends, diverges, stops early, and repeats the course's demonstrations."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.training.evaluation import Evaluator
from nnsearch.training.population import architecture_of, container_of, shape_of

OUTPUTS = ("softmax", "sigmoid", "linear", "relu")


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
def test_the_cost_falls_monotonically_under_batch_gradient_descent(
    activation: str, output: str, member: Any, examples_for: Any, trained: Any
) -> None:
    descent = member(
        activation=activation, output=output, optimizer="gradient_descent", learning_rate=0.02, batch_size=50, l2=0.1
    )
    costs = trained([descent], examples_for(output), until=40, epochs=40).curves[0].values["train_cost"]
    # The epoch's loss is taken before its one step and the penalty after it: both fall, and so does their sum.
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] < costs[0]


@pytest.mark.parametrize("optimizer", ["gradient_descent", "adam"])
@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
def test_zeros_never_break_the_symmetry_of_hidden_units(
    activation: str, optimizer: str, member: Any, examples_for: Any, trained: Any
) -> None:
    zeros = member((4, 3), activation=activation, initializer="zeros", optimizer=optimizer, learning_rate=0.1)
    theta = trained([zeros], examples_for("softmax"), until=6).state.theta
    architecture = architecture_of(shape_of(zeros), (4, 3), n_x=5, n_y=3)
    for block in architecture.blocks[:-1]:
        units = block.matrix(theta)[0]
        # Up to rounding: BLAS sums the rows at a matrix's edge in another order.
        np.testing.assert_allclose(units, np.tile(units[0], (len(units), 1)), rtol=1e-12)
    outgoing = architecture.blocks[-1].weights(theta)[0]
    np.testing.assert_allclose(outgoing, np.tile(outgoing[:, :1], (1, 3)), rtol=1e-12)


def test_a_network_of_zeros_is_right_no_more_often_than_by_chance(member: Any, examples_for: Any, trained: Any) -> None:
    zeros = member(initializer="zeros", optimizer="gradient_descent", learning_rate=1e-300, batch_size=50)
    examples = examples_for("softmax", np.float32)
    curve = trained([zeros], examples, until=1).curves[0].values
    assert curve["train_error"] == [pytest.approx((examples.y_train != 0).mean())]
    assert curve["dev_error"] == [pytest.approx((examples.y_dev != 0).mean())]


@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_a_diverged_member_is_reported_with_its_epoch(
    activation: str, member: Any, examples_for: Any, trained: Any
) -> None:
    wild = member(activation=activation, optimizer="gradient_descent", learning_rate=1e30, l2=1e10)
    result = trained([wild], examples_for("softmax", np.float32))
    curve = result.curves[0]
    assert result.diverged == {0: curve.epochs}
    assert not math.isfinite(curve.values["train_cost"][-1])
    assert curve.epochs < 4


def test_a_diverged_members_error_is_no_number(member: Any, examples_for: Any, trained: Any) -> None:
    wild = member(activation="relu", optimizer="gradient_descent", learning_rate=1e30)
    for output in ("softmax", "sigmoid"):
        curve = trained([replace(wild, output=output)], examples_for(output, np.float32)).curves[0]
        assert math.isnan(curve.values["dev_error"][-1])


def test_weights_that_overflow_behind_a_saturated_unit_are_divergence(
    member: Any, examples_for: Any, trained: Any
) -> None:
    start = trained([member()], examples_for("softmax")).state
    start.theta[0, 5] = np.inf  # the first unit's b: tanh makes it a harmless 1
    assert trained([member()], examples_for("softmax"), until=5, state=start).diverged == {0: 5}


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_diverged_member_leaves_the_others_untouched(
    dtype: type, population: Any, examples_for: Any, trained: Any, bits: Any
) -> None:
    members, examples = list(population(activation="relu")), examples_for("softmax", dtype)
    calm = trained(members, examples)
    wild = [*members[:2], replace(members[2], learning_rate=1e300 if dtype is np.float64 else 1e30), *members[3:]]
    result = trained(wild, examples)
    assert set(result.diverged) == {2}
    for row in (0, 1, 3, 4):
        assert bits(result.state, row) == bits(calm.state, row)
        assert result.curves[row].values == calm.curves[row].values


def test_a_diverged_member_stops_while_the_others_go_on(member: Any, examples_for: Any, trained: Any) -> None:
    pair = [member(learning_rate=1e30, activation="relu"), member(activation="relu")]
    result = trained(pair, examples_for("softmax", np.float32))
    assert [curve.epochs for curve in result.curves] == [1, 4]


def test_early_stopping_restores_the_best_weights(member: Any, examples_for: Any, trained: Any) -> None:
    examples = examples_for("softmax")
    impatient = member((12,), learning_rate=0.1, patience=3, batch_norm=True)
    result = trained([impatient], examples, until=60, epochs=60)
    errors = result.curves[0].values["dev_error"]
    best = result.stopped[0]
    assert best == errors.index(min(errors)) + 1
    assert len(errors) == best + 3
    architecture = architecture_of(shape_of(impatient), (12,), n_x=5, n_y=3)
    assert Evaluator(architecture, [impatient], result.state, examples).dev().error[0] == errors[best - 1]


def test_early_stopping_restores_the_best_weights_at_the_last_epoch_too(
    member: Any, examples_for: Any, trained: Any
) -> None:
    patient = member(learning_rate=0.1, patience=50)
    result = trained([patient], examples_for("softmax"), until=6)
    errors = result.curves[0].values["dev_error"]
    assert result.stopped == {0: errors.index(min(errors)) + 1}


def test_early_stopping_follows_the_cost_if_that_is_the_objective(member: Any, examples_for: Any, trained: Any) -> None:
    sure = member((12,), learning_rate=0.03, patience=3)
    result = trained([sure], examples_for("softmax"), until=60, epochs=60, objective="cost")
    costs, errors = (result.curves[0].values[name] for name in ("dev_cost", "dev_error"))
    best = costs.index(min(costs)) + 1
    assert result.stopped == {0: best}
    assert len(costs) == best + 3
    assert best != errors.index(min(errors)) + 1


def test_without_a_number_to_judge_by_the_last_weights_stay(member: Any, examples_for: Any, trained: Any) -> None:
    examples = examples_for("sigmoid")
    one_class = replace(examples, y_dev=np.ones_like(examples.y_dev))
    patient = member(output="sigmoid", patience=3, batch_norm=True)
    stopped = trained([patient], one_class, until=6, objective="auc")
    whole = trained([replace(patient, patience=None)], one_class, until=3, objective="auc")
    assert stopped.stopped == {0: 3}
    np.testing.assert_array_equal(stopped.state.theta, whole.state.theta)
    np.testing.assert_array_equal(stopped.state.running, whole.state.running)


def test_steps_done_before_are_counted_as_they_are_said_to_be(member: Any, examples_for: Any, trained: Any) -> None:
    adam, examples = member(optimizer="adam"), examples_for("softmax")  # 4 steps an epoch
    half = trained([adam], examples, until=2).state
    known, said, other = (trained([adam], examples, state=half, steps=steps).state.theta for steps in (None, 8, 100))
    np.testing.assert_array_equal(said, known)
    assert not np.array_equal(other, known)


def test_the_training_cost_is_the_mean_loss_as_batches_pass_plus_the_penalty_at_the_end(
    member: Any, examples_for: Any, trained: Any
) -> None:
    examples = examples_for("softmax")
    bare = member(learning_rate=1e-30, batch_size=16)  # the weights do not move, so every batch sees the same ones
    plain, penalized = (
        trained([replace(bare, l1=lambd, l2=lambd)], examples, until=1).curves[0].values for lambd in (0.0, 2.0)
    )
    theta = trained([bare], examples, until=1).state.theta
    blocks = architecture_of(shape_of(bare), bare.hidden, n_x=5, n_y=3).blocks
    W = np.concatenate([block.weights(theta).ravel() for block in blocks])
    added = 2 / 50 * np.abs(W).sum() + 2 / 100 * (W**2).sum()
    assert penalized["train_cost"][0] - plain["train_cost"][0] == pytest.approx(added, rel=1e-12)
    assert penalized["dev_cost"] == plain["dev_cost"]


def test_l1_makes_weights_smaller_than_no_penalty(member: Any, examples_for: Any, trained: Any) -> None:
    sizes = [
        np.abs(
            trained([member(l1=lambd, learning_rate=0.01)], examples_for("softmax"), until=30, epochs=30).state.theta
        )
        for lambd in (0.0, 5.0)
    ]
    assert sizes[1].sum() < 0.5 * sizes[0].sum()


def test_curves_follow_the_schedule(member: Any, examples_for: Any, trained: Any) -> None:
    decayed = member(learning_rate=0.1, schedule="inverse_time", decay=1.0)
    assert trained([decayed], examples_for("softmax")).curves[0].values["learning_rate"] == pytest.approx(
        [0.1, 0.1 / 2, 0.1 / 3, 0.1 / 4]
    )


def test_curves_hold_norms_of_every_layer(member: Any, examples_for: Any, trained: Any) -> None:
    descent = member(optimizer="gradient_descent", learning_rate=0.1)
    values = trained([descent], examples_for("softmax")).curves[0].values
    for layer in (1, 2, 3):
        gradient, update = values[f"gradient_norm_{layer}"], values[f"update_norm_{layer}"]
        assert update == pytest.approx([0.1 * norm for norm in gradient])
        assert min(gradient) > 0


def test_without_a_dev_set_training_goes_on_and_dev_is_not_a_number(
    member: Any, examples_for: Any, trained: Any
) -> None:
    examples = examples_for("softmax")
    alone = replace(examples, X_dev=examples.X_dev[:0], y_dev=examples.y_dev[:0])
    result = trained([member()], alone)
    assert not result.diverged
    assert np.isnan(result.curves[0].values["dev_cost"]).all()
    assert result.state.theta.tobytes() == trained([member()], examples).state.theta.tobytes()


def test_members_of_two_shapes_are_refused(member: Any, examples_for: Any, trained: Any) -> None:
    with pytest.raises(SettingsError, match="share one shape, got 2"):
        trained([member(), member(activation="relu")], examples_for("softmax"))


def test_a_member_wider_than_its_container_is_refused(member: Any, examples_for: Any, trained: Any) -> None:
    with pytest.raises(SettingsError, match=r"\[6, 4\] do not fit the container \[5, 4\]"):
        trained([member()], examples_for("softmax"), container=(5, 4))


def test_the_container_is_the_least_common_one(member: Any) -> None:
    assert container_of([member((6, 2)), member((3, 4))]) == (6, 4)
