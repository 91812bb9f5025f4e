"""Gaussian process regression for a few hundred points (Rasmussen and Williams, 2006, chapters 2 and 5).

The covariance is a Matern 5/2 kernel with a length of its own for every feature, plus independent noise. Lengths and
variances are those of the greatest posterior density, found with a fixed number of sign-based steps (Riedmiller and
Braun, 1993), so that the same data give the same process.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEPS = 12
"""Steps taken towards the greatest posterior density, from what is expected."""
SIGNAL, NOISE = (0.0, 1.0), (math.log(0.1), 1.5)
"""Normal priors (mean, standard deviation) of the logarithms of the variances of signal and noise, for targets of mean
0 and variance 1."""
LENGTH_DEVIATION = 0.4
"""Standard deviation of the normal priors of logarithms of lengths: half as long again is no surprise."""
JITTER = 1e-6
"""Added to the noise, so that every covariance has a Cholesky factor."""
BELIEVED_NOISE = 0.01
"""Share of the noise that a believed value has: what is believed twice is hardly doubted."""


@dataclass(frozen=True, eq=False)
class Scales:
    """What a process takes its covariance from.

    Args:
        inverse_lengths: by feature, ``(d,)``.
        signal: variance of the function.
        noise: variance of a target around it.
    """

    inverse_lengths: Floats
    signal: float
    noise: float

    @classmethod
    def of(cls, logarithms: Floats) -> Scales:
        """Return the scales of ``(d + 2,)`` logarithms: lengths, signal and noise."""
        *_, signal, noise = np.exp(logarithms).tolist()
        return cls(np.exp(-logarithms[:-2]), signal, noise + JITTER)

    def covariance(self, X: Floats, others: Floats) -> Floats:
        """Return the covariances ``(n, k)`` of the function at ``X (n, d)`` and ``others (k, d)``."""
        A, B = X * self.inverse_lengths, others * self.inverse_lengths
        squares = (A * A).sum(axis=1)[:, None] + (B * B).sum(axis=1) - 2 * A @ B.T
        return self.signal * _matern(np.sqrt(5 * np.maximum(squares, 0)))


def _matern(distances: Floats) -> Floats:
    """Return the Matern 5/2 kernel of distances in units of ``length / sqrt(5)``."""
    return (1 + distances + distances * distances / 3) * np.exp(-distances)


def fit_scales(X: Floats, y: Floats, lengths: Floats) -> Scales:
    """Find the scales of the greatest posterior density.

    Args:
        X: features, ``(n, d)``.
        y: targets of mean 0 and variance 1, ``(n,)``.
        lengths: that are expected, by feature, ``(d,)``.
    """
    posterior = _Posterior(X, y, lengths)
    here = posterior.expected
    best, least = here, math.inf
    step, before = np.full(here.shape, 0.3), np.zeros(here.shape)
    for _ in range(STEPS):
        loss, gradient = posterior.loss(here)
        if loss < least:
            best, least = here, loss
        agreement = np.sign(gradient) * before
        step = np.clip(step * np.where(agreement > 0, 1.2, np.where(agreement < 0, 0.5, 1.0)), 1e-3, 1.0)
        before = np.sign(gradient)
        here = np.clip(here - before * step, posterior.low, posterior.high)
    return Scales.of(best)


class _Posterior:
    """Negative logarithm of the posterior density of scales, but for a constant.

    Args:
        X: features, ``(n, d)``.
        y: targets, ``(n,)``.
        lengths: that are expected, ``(d,)``.
    """

    def __init__(self, X: Floats, y: Floats, lengths: Floats) -> None:
        d = X.shape[1]
        self._squares = np.square(X.T[:, :, None] - X.T[:, None, :])
        self._y = y
        priors = [(math.log(length), LENGTH_DEVIATION) for length in lengths] + [SIGNAL, NOISE]
        self.expected, self._deviations = np.array(priors).T
        self.low = np.log([0.05] * d + [0.05, 1e-4])
        self.high = np.log([20.0] * d + [20.0, 2.0])

    def loss(self, logarithms: Floats) -> tuple[float, Floats]:
        """Return it and its gradient ``(d + 2,)`` at the logarithms of lengths, signal and noise."""
        scales = Scales.of(logarithms)
        weights = np.square(scales.inverse_lengths)
        distances = np.sqrt(5 * np.tensordot(weights, self._squares, axes=1))
        function = scales.signal * _matern(distances)
        factor, inverse_factor = _factorized(function, scales.noise)
        precision = inverse_factor.T @ inverse_factor
        alpha = precision @ self._y
        away = (logarithms - self.expected) / self._deviations
        loss = 0.5 * self._y @ alpha + np.log(np.diag(factor)).sum() + 0.5 * away @ away
        slope = 0.5 * (precision - np.outer(alpha, alpha))  # by each covariance
        shape = slope * (5 / 3) * scales.signal * (1 + distances) * np.exp(-distances)
        lengths = weights * np.tensordot(self._squares, shape, axes=2)
        variances = np.array([(slope * function).sum(), np.trace(slope) * (scales.noise - JITTER)])
        return float(loss), np.concatenate([lengths, variances]) + away / self._deviations


def _factorized(covariance: Floats, noise: float) -> tuple[Floats, Floats]:
    """Return the Cholesky factor of noisy targets' covariance ``(n, n)``, and its inverse."""
    factor = np.linalg.cholesky(covariance + noise * np.eye(len(covariance)))
    return np.asarray(factor, np.float64), np.asarray(np.linalg.inv(factor), np.float64)


class GaussianProcess:
    """A process that has seen targets, sees more, and then believes in some of its own expectations.

    A believed point changes no expectation; it makes the process surer around it, as if its target had come in.
    A copy (:func:`copy.copy`) goes its own way.

    Args:
        scales: of its covariance.
        X: where targets were seen, ``(n, d)``.
        y: the targets, ``(n,)``.
    """

    def __init__(self, scales: Scales, X: Floats, y: Floats) -> None:
        self.scales = scales
        self.points = X
        self._y = y
        _, self.whitening = _factorized(scales.covariance(X, X), scales.noise)
        self.alpha = self._weights()

    @property
    def seen(self) -> int:
        """How many of its points have targets: the first ones."""
        return len(self._y)

    def see(self, points: Floats, y: Floats) -> None:
        """Take in targets ``(k,)`` at points ``(k, d)``, before anything is believed."""
        self._grow(points, self.scales.noise)
        self._y = np.concatenate([self._y, y])
        self.alpha = self._weights()

    def believe(self, points: Floats) -> None:
        """Take in points ``(k, d)`` with the targets that are expected there."""
        self._grow(points, BELIEVED_NOISE * self.scales.noise + JITTER)

    def _weights(self) -> Floats:
        """Return the weights of covariances with what was seen in an expectation, ``(seen,)``."""
        weights: Floats = self.whitening.T @ (self.whitening @ self._y)
        return weights

    def _grow(self, points: Floats, noise: float) -> None:
        scales, n, k = self.scales, len(self.points), len(points)
        known = self.whitening @ scales.covariance(self.points, points)
        _, rest = _factorized(scales.covariance(points, points) - known.T @ known, noise)
        grown = np.zeros((n + k, n + k))
        grown[:n, :n] = self.whitening
        grown[n:, :n], grown[n:, n:] = -rest @ (known.T @ self.whitening), rest
        self.whitening, self.points = grown, np.vstack([self.points, points])


class Outlook:
    """What a process expects at some points. It follows what is believed from then on.

    Args:
        process: the process.
        X: the points, ``(k, d)``.
    """

    def __init__(self, process: GaussianProcess, X: Floats) -> None:
        self._process, self._X = process, X
        self._covariance = process.scales.covariance(process.points, X)
        self.mean: Floats = process.alpha @ self._covariance[: process.seen]
        self._variance = process.scales.signal - np.square(process.whitening @ self._covariance).sum(axis=0)

    @property
    def deviation(self) -> Floats:
        """How unsure it is of the function, ``(k,)``."""
        process, n = self._process, len(self._covariance)
        if n < len(process.points):
            newest = process.scales.covariance(process.points[n:], self._X)
            self._covariance = np.vstack([self._covariance, newest])
            self._variance = self._variance - np.square(process.whitening[n:] @ self._covariance).sum(axis=0)
        deviation: Floats = np.sqrt(np.maximum(self._variance, JITTER))
        return deviation
