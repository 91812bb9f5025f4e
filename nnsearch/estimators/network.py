"""What the classifier and the regressor share: parameters, scaling, and training as a population of one.

Imports scikit-learn; see the package.
"""

from __future__ import annotations

import math
from abc import ABCMeta
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.utils.validation import check_is_fitted, validate_data
from threadpoolctl import ThreadpoolController

from nnsearch.core.seeds import derived_seed
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.estimators.parameters import FitSettings, Given, ParameterError, fit_settings, seed_from
from nnsearch.nn.architecture import Architecture
from nnsearch.training.evaluation import predict
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import architecture_of, shape_of
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState
from nnsearch.training.targets import TargetScaling, target_scaling
from nnsearch.training.trainer import train

ArrayLike: TypeAlias = Any
"""An array, a DataFrame, a list of rows: whatever scikit-learn's validation takes."""

INPUT_TYPES = (np.float64, np.float32)
"""Types of X that are taken as they are; others become the first."""


# scikit-learn ships no types: its classes are Any to mypy.
class NetworkEstimator(BaseEstimator, metaclass=ABCMeta):  # type: ignore[misc]  # scikit-learn has no types
    """A fully connected network behind scikit-learn's interface. Abstract: see its two subclasses."""

    out_activation_: str
    n_outputs_: int
    n_features_in_: int
    n_iter_: int
    loss_: float
    loss_curve_: list[float]
    validation_errors_: list[float] | None
    input_mean_: NDArray[np.float64]
    input_scale_: NDArray[np.float64]
    _seed: int
    _steps: int
    _target_scaling: TargetScaling
    _member: Hyperparameters
    _state: PopulationState | None

    def __init__(
        self,
        hidden: Given = (64, 32),
        *,
        activation: Given = "relu",
        initializer: Given = None,
        init_scale: Given = 1.0,
        keep_prob: Given = 1.0,
        input_keep_prob: Given = 1.0,
        batch_norm: Given = False,
        batch_norm_momentum: Given = 0.9,
        batch_size: Given = 32,
        epochs: Given = 200,
        optimizer: Given = "adam",
        learning_rate: Given = 0.001,
        beta1: Given = 0.9,
        beta2: Given = 0.999,
        epsilon: Given = 1e-8,
        dampening: Given = True,
        bias_correction: Given = False,
        schedule: Given = "inverse_time",
        decay: Given = 0.0,
        decay_every: Given = 10,
        warmup: Given = 0.0,
        learning_rates: Given = (),
        l1: Given = 0.0,
        l2: Given = 0.0,
        clip_norm: Given = None,
        early_stopping: Given = False,
        validation_fraction: Given = 0.1,
        patience: Given = 10,
        standardize: Given = True,
        dtype: Given = "float32",
        random_state: Given = None,
    ) -> None:
        """Store the parameters; :meth:`fit` checks them.

        Args:
            hidden: units of each hidden layer, input side first; an integer is one layer, ``()`` none: logistic,
                softmax or linear regression.
            activation: ``relu``, ``leaky_relu``, ``tanh``, ``sigmoid`` or ``linear``; one, or one per hidden layer.
            initializer: ``he``, ``xavier``, ``glorot``, ``small`` or ``zeros``; ``None`` follows the activation.
            init_scale: multiplies the initial weights, > 0.
            keep_prob: probability of keeping a unit (inverted dropout), in (0, 1]; one, or one per hidden layer.
            input_keep_prob: probability of keeping an input, in (0, 1].
            batch_norm: normalize hidden layers before their activation.
            batch_norm_momentum: memory of the averages used for predictions, in [0, 1).
            batch_size: examples per step, >= 1; more than there are means the whole set.
            epochs: passes over the training set, >= 1.
            optimizer: ``adam``, ``rmsprop``, ``momentum`` or ``gradient_descent``.
            learning_rate: step size, > 0.
            beta1: memory of the first moment (momentum, Adam), in [0, 1).
            beta2: memory of the second moment (RMSprop, Adam), in [0, 1).
            epsilon: guards RMSprop and Adam against division by zero, > 0.
            dampening: momentum as ``v = beta v + (1 - beta) g`` rather than ``v = beta v + g``.
            bias_correction: divide momentum's average by ``1 - beta^t``.
            schedule: ``inverse_time`` (constant while ``decay`` is 0), ``exponential``, ``inverse_sqrt``,
                ``staircase``, ``cosine`` or ``manual``.
            decay: the schedule's rate, >= 0.
            decay_every: epochs per stair of ``staircase``, >= 1.
            warmup: epochs over which the learning rate rises to its schedule, >= 0.
            learning_rates: for ``manual``: pairs (first epoch counted from 0, learning rate from there on).
            l1: lambda of the L1 penalty, >= 0.
            l2: lambda of the L2 penalty, >= 0.
            clip_norm: greatest norm of a gradient, > 0; ``None`` for no clipping.
            early_stopping: stop when the error on a held-out part of the training set ceases to fall, and restore
                the weights of its least value. It ties fitting and not overfitting together; ``l2`` keeps them apart.
            validation_fraction: share of the examples held out for early stopping, in (0, 1).
            patience: epochs early stopping waits for a better error, >= 1.
            standardize: subtract the inputs' mean and divide by their standard deviation, both of the training set
                without what early stopping holds out.
            dtype: ``float32`` or ``float64``, of the training; predictions are computed in float64 from its weights.
            random_state: an integer >= 0 makes a fit repeatable to the last bit.
        """
        self.hidden = hidden
        self.activation = activation
        self.initializer = initializer
        self.init_scale = init_scale
        self.keep_prob = keep_prob
        self.input_keep_prob = input_keep_prob
        self.batch_norm = batch_norm
        self.batch_norm_momentum = batch_norm_momentum
        self.batch_size = batch_size
        self.epochs = epochs
        self.optimizer = optimizer
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.dampening = dampening
        self.bias_correction = bias_correction
        self.schedule = schedule
        self.decay = decay
        self.decay_every = decay_every
        self.warmup = warmup
        self.learning_rates = learning_rates
        self.l1 = l1
        self.l2 = l2
        self.clip_norm = clip_norm
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.patience = patience
        self.standardize = standardize
        self.dtype = dtype
        self.random_state = random_state

    @property
    def coefs_(self) -> list[FloatArray]:
        """Weights of each layer ``(n_in, n_out)``: views, so that a change in place changes the predictions."""
        theta = self._trained().theta
        return [block.weights(theta)[0].T for block in self._architecture().blocks]

    @property
    def intercepts_(self) -> list[FloatArray]:
        """Biases of each layer ``(n_out,)``, as views; for a batch-normalized layer its ``beta``."""
        theta = self._trained().theta
        return [
            block.beta(theta)[0, :, 0] if block.normalized else block.bias(theta)[0, :, 0]
            for block in self._architecture().blocks
        ]

    @property
    def n_layers_(self) -> int:
        """Layers, input and output counted."""
        self._trained()
        return len(self._member.hidden) + 2

    def _settings(self) -> FitSettings:
        return fit_settings(self.get_params(deep=False))

    def __sklearn_is_fitted__(self) -> bool:
        """Whether there is a training to predict from, or for partial_fit to go on with."""
        return getattr(self, "_state", None) is not None

    def _trained(self) -> PopulationState:
        """Return the state.

        Raises:
            NotFittedError: if there is none.
        """
        check_is_fitted(self)
        return cast(PopulationState, self._state)

    def _architecture(self) -> Architecture:
        member = self._member
        return architecture_of(shape_of(member), member.hidden, n_x=self.n_features_in_, n_y=self.n_outputs_)

    def _learn(
        self, settings: FitSettings, X: FloatArray, y: NDArray[np.number], *, fresh: bool, until: int | None = None
    ) -> None:
        """Train until an epoch, or for one more, from new weights or from those there are.

        Args:
            settings: of the fit.
            X: inputs ``(m, n_x)``.
            y: class indices or numbers ``(m,)``.
            fresh: whether to forget earlier training and to choose the scaling anew.
            until: epochs to have done; ``None`` for one more.
        """
        if fresh:
            self._begin(settings)
        X_train, y_train, X_dev, y_dev = self._split(settings, X, y)
        if fresh:
            self._choose_scaling(settings, X_train, y_train)
        examples = Examples(
            X_train=self._checked_inputs(settings, X_train),
            y_train=self._checked_targets(settings, y_train),
            X_dev=self._checked_inputs(settings, X_dev),
            y_dev=self._checked_targets(settings, y_dev),
            n_y=self.n_outputs_,
            output=self.out_activation_,
            target_scale=self._target_scaling.scale,
        )
        self._train(settings, examples, until=self.n_iter_ + 1 if until is None else until)

    def _begin(self, settings: FitSettings) -> None:
        """Forget earlier training and choose the seed."""
        self._seed = seed_from(self.random_state)
        self._state = None
        self._steps = 0
        self.n_iter_ = 0
        self.loss_curve_ = []
        self.validation_errors_ = [] if settings.early_stopping else None

    def _choose_scaling(self, settings: FitSettings, X: FloatArray, y: NDArray[np.number]) -> None:
        """Choose the scaling of inputs, ``(n_x,)``, and targets by training examples ``X (m, n_x), y (m,)``."""
        self.input_mean_ = np.zeros(X.shape[1])
        self.input_scale_ = np.ones(X.shape[1])
        if settings.standardize:
            with np.errstate(all="ignore"):  # numbers too large are refused with the scaled inputs
                scaler = StandardScaler().fit(X)
            self.input_mean_ = np.asarray(scaler.mean_, np.float64)
            self.input_scale_ = np.asarray(scaler.scale_, np.float64)
        self._target_scaling = target_scaling(y) if self.out_activation_ == "linear" else TargetScaling()

    def _scaled(self, X: FloatArray, dtype: np.dtype[np.floating]) -> FloatArray:
        """Return standardized inputs with the column of ones, ``(m, n_x + 1)``."""
        out: FloatArray = np.ones((X.shape[0], X.shape[1] + 1), dtype)
        inputs = out[:, :-1]
        # Subtracted in the type of X and the mean, so that a large mean does not cost the digits after it.
        np.subtract(X, self.input_mean_, out=inputs, casting="same_kind")
        np.divide(inputs, self.input_scale_, out=inputs, casting="same_kind")
        return out

    def _split(
        self, settings: FitSettings, X: FloatArray, y: NDArray[np.number]
    ) -> tuple[FloatArray, NDArray[np.number], FloatArray, NDArray[np.number]]:
        """Hold a dev set out for early stopping, else leave it empty: ``X_train, y_train, X_dev, y_dev``."""
        if not settings.early_stopping:
            return X, y, X[:0], y[:0]
        X_train, X_dev, y_train, y_dev = train_test_split(
            X,
            y,
            test_size=settings.validation_fraction,
            stratify=None if self.out_activation_ == "linear" else y,
            random_state=derived_seed(self._seed, "validation split"),
        )
        return X_train, y_train, X_dev, y_dev

    def _checked_inputs(self, settings: FitSettings, X: FloatArray) -> FloatArray:
        with np.errstate(all="ignore"):
            inputs = self._scaled(X, settings.dtype)
        if not (np.isfinite(inputs).all() and np.isfinite(self.input_scale_).all()):
            raise ValueError(
                f"scaled inputs must fit into {settings.dtype}, got magnitudes up to {np.abs(X).max():.3g}: "
                "divide X by a unit of its size"
            )
        return inputs

    def _checked_targets(self, settings: FitSettings, y: NDArray[np.number]) -> FloatArray | IntArray:
        if self.out_activation_ == "softmax":
            return y.astype(np.int64)
        targets = self._target_scaling.apply(y, settings.dtype)
        if not np.isfinite(targets).all():
            raise ValueError(
                f"scaled targets must fit into {settings.dtype}, got magnitudes up to {np.abs(y).max():.3g} where "
                f"the first ones have a spread of {self._target_scaling.scale:.3g}: divide y by a unit of its size"
            )
        return targets

    def _train(self, settings: FitSettings, examples: Examples, *, until: int) -> None:
        """Go on from the state, or start, until an epoch.

        Raises:
            ParameterError: if the state belongs to a network of another shape.
            ValueError: if the training diverges.
        """
        member = replace(settings.member, output=self.out_activation_)
        if self._state is not None:
            self._refuse_other_shape(member, examples)
        segment = Segment(
            (member,),
            member.hidden,
            self._seed,
            epochs=settings.epochs,
            until=until,
            state=self._state,
            steps=self._steps,
        )
        with _blas_threads().limit(limits=1, user_api="blas"):
            result = train(segment, examples)
        if result.diverged:
            raise ValueError(
                f"training diverged in epoch {result.diverged[0]}: lower learning_rate (now {member.learning_rate:g}) "
                "or set clip_norm"
            )
        self._member = member
        # Calls of partial_fit may differ in their examples and their batches, so epochs do not tell.
        self._steps += math.ceil(examples.m / member.batch_size) * (result.state.epoch - self.n_iter_)
        self._record(settings, result)

    def _record(self, settings: FitSettings, result: SegmentResult) -> None:
        curve = result.curves[0].values
        self._state = result.state
        self.n_iter_ = result.state.epoch
        self.loss_curve_.extend(curve["train_cost"])
        self.loss_ = self.loss_curve_[-1]
        if self.validation_errors_ is not None and settings.early_stopping:
            self.validation_errors_.extend(curve["dev_error"])

    def _refuse_other_shape(self, member: Hyperparameters, examples: Examples) -> None:
        before = self._member
        for name in ("hidden", "activation", "batch_norm", "optimizer"):
            old, new = getattr(before, name), getattr(member, name)
            if old != new:
                raise ParameterError(f"{name} must stay {old!r} between calls of partial_fit, got {new!r}")
        dtype = self._trained().theta.dtype
        if examples.X_train.dtype != dtype:
            raise ParameterError(f"dtype must stay {dtype} between calls of partial_fit, got {examples.X_train.dtype}")

    def _partial_settings(self) -> FitSettings:
        settings = self._settings()
        if settings.early_stopping:
            raise ParameterError("partial_fit needs early_stopping=False, got True: it trains one epoch per call")
        return settings

    def _outputs(self, X: ArrayLike) -> NDArray[np.float64]:
        """Compute the network's outputs ``(n_y, m)`` for rows ``X (m, n_x)``.

        In float64, so that what is predicted for an example depends on the others it comes with by rounding only.
        """
        trained = self._trained()
        X = validate_data(self, X, reset=False, dtype=INPUT_TYPES)
        state = replace(trained, theta=trained.theta.astype(np.float64), running=trained.running.astype(np.float64))
        rows = self._scaled(X, np.dtype(np.float64))
        with _blas_threads().limit(limits=1, user_api="blas"):
            return np.asarray(predict(self._architecture(), (self._member,), state, rows)[0], np.float64)


@cache
def _blas_threads() -> ThreadpoolController:
    """Find the BLAS libraries once; NumPy's, the one that trains, is loaded by now."""
    return ThreadpoolController()
