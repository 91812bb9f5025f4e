"""scikit-learn's Gaussian process is the oracle of predictions, differences that of the gradient."""

from __future__ import annotations

from copy import copy

import numpy as np
import pytest

from nnsearch.search.gaussian_process import (
    BELIEVED_NOISE,
    JITTER,
    GaussianProcess,
    Outlook,
    Scales,
    _Posterior,
    fit_scales,
)

LENGTHS = np.ones(3)
SCALES = Scales(np.array([1 / 0.4, 1 / 0.9, 1 / 3.0]), signal=1.7, noise=0.05)


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def wave(X):
    y = np.sin(6 * X[:, 0]) + X[:, 1] ** 2
    return (y - y.mean()) / y.std()


def test_expectations_are_scikit_learns(rng):
    process = pytest.importorskip("sklearn.gaussian_process")
    kernels = process.kernels
    X, there = rng.random((40, 3)), rng.random((25, 3))
    kernel = SCALES.signal * kernels.Matern(1 / SCALES.inverse_lengths, nu=2.5)
    oracle = process.GaussianProcessRegressor(kernel, alpha=SCALES.noise, optimizer=None).fit(X, wave(X))
    mean, deviation = oracle.predict(there, return_std=True)
    outlook = Outlook(GaussianProcess(SCALES, X, wave(X)), there)
    assert outlook.mean == pytest.approx(mean, abs=1e-9)
    assert outlook.deviation == pytest.approx(deviation, abs=1e-6)


def test_what_is_seen_later_counts_like_what_was_seen_before(rng):
    X, there = rng.random((40, 3)), rng.random((25, 3))
    first = GaussianProcess(SCALES, X[:30], wave(X)[:30])
    process = copy(first)
    process.see(X[30:], wave(X)[30:])
    outlook, at_once = (Outlook(one, there) for one in (process, GaussianProcess(SCALES, X, wave(X))))
    assert outlook.mean == pytest.approx(at_once.mean, abs=1e-9)
    assert outlook.deviation == pytest.approx(at_once.deviation, abs=1e-9)
    assert Outlook(first, there).mean != pytest.approx(at_once.mean, abs=1e-3)


def test_a_belief_changes_no_expectation_and_makes_surer(rng):
    X, there, believed = rng.random((20, 3)), rng.random((10, 3)), rng.random((3, 3))
    process = GaussianProcess(SCALES, X, wave(X))
    early = Outlook(process, there)
    before = early.deviation
    process.believe(believed[:1])
    process.believe(believed[1:])
    late = Outlook(process, there)
    assert late.mean == pytest.approx(early.mean, abs=1e-12)
    assert late.deviation == pytest.approx(early.deviation, abs=1e-9)
    assert (late.deviation <= before + 1e-12).all()
    assert late.deviation.sum() < before.sum()


def test_a_belief_is_as_sure_as_a_target_with_little_noise(rng):
    X, believed = rng.random((20, 3)), rng.random((3, 3))
    process = GaussianProcess(SCALES, X, wave(X))
    process.believe(believed)
    points = np.vstack([X, believed])
    noise = np.r_[np.full(20, SCALES.noise), np.full(3, BELIEVED_NOISE * SCALES.noise + JITTER)]
    there = rng.random((10, 3))
    across = SCALES.covariance(points, there)
    known = np.linalg.solve(SCALES.covariance(points, points) + np.diag(noise), across)
    expected = np.sqrt(SCALES.signal - (across * known).sum(axis=0))
    assert Outlook(process, there).deviation == pytest.approx(expected, abs=1e-9)


def test_the_gradient_of_the_posterior_is_that_of_differences(rng):
    X = rng.random((15, 3))
    posterior = _Posterior(X, wave(X), LENGTHS)
    here = rng.normal(size=5) - 0.5
    _, gradient = posterior.loss(here)
    for position in range(5):
        step = np.zeros(5)
        step[position] = 1e-5
        difference = (posterior.loss(here + step)[0] - posterior.loss(here - step)[0]) / 2e-5
        assert gradient[position] == pytest.approx(difference, rel=1e-5, abs=1e-6)


def test_what_does_not_matter_has_a_greater_length(rng):
    X = rng.random((60, 3))
    scales = fit_scales(X, wave(X), LENGTHS)
    matters, less, nothing = 1 / scales.inverse_lengths
    assert matters < less < nothing
    assert scales.noise < 0.05


def test_the_same_targets_are_read_by_what_is_expected(rng):
    X = rng.random((8, 3))
    short, long = (1 / fit_scales(X, wave(X), np.array([0.3, length, 1.0])).inverse_lengths for length in (0.5, 3.0))
    assert long[1] > 2 * short[1]


def test_noise_is_told_from_signal(rng):
    X = rng.random((60, 3))
    y = wave(X) + rng.normal(size=60)
    scales = fit_scales(X, (y - y.mean()) / y.std(), LENGTHS)
    assert 0.2 < scales.noise < 1.0
    assert fit_scales(X, rng.normal(size=60), LENGTHS).noise > 0.5


@pytest.mark.parametrize("lengths", [LENGTHS, np.array([1 / 3, 1.5, 2.0])], ids=["all alike", "by priority"])
def test_the_posterior_found_is_hardly_improved_by_going_on(rng, monkeypatch, lengths):
    X = rng.random((50, 3))
    y = wave(X) + 0.3 * rng.normal(size=50)
    posterior = _Posterior(X, (y - y.mean()) / y.std(), lengths)

    def loss(scales):
        logarithms = np.log([*(1 / scales.inverse_lengths), scales.signal, scales.noise - JITTER])
        return posterior.loss(logarithms)[0]

    first = posterior.loss(posterior.expected)[0]
    found = loss(fit_scales(X, posterior._y, lengths))
    monkeypatch.setattr("nnsearch.search.gaussian_process.STEPS", 300)
    best = loss(fit_scales(X, posterior._y, lengths))
    assert best <= found < best + 0.02 * (first - best)
