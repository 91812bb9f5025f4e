"""The hyperparameters of one member, and the rules their values obey.

One registry, :data:`HYPERPARAMETERS`, serves the study file, the sampler's space and the scikit-learn API.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any, Literal

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import did_you_mean

Section = Literal["network", "training"]
Kind = Literal["float", "int", "choice", "bool"]


@dataclass(frozen=True)
class Hyperparameter:
    """The rule for one hyperparameter.

    Args:
        section: where it stands in a study file.
        kind: what its values are.
        low: least value, for numbers.
        high: greatest value, for numbers.
        low_open: whether ``low`` itself is refused.
        high_open: whether ``high`` itself is refused.
        choices: valid words, for choices.
        per_layer: whether a list gives each hidden layer its own.
        optional: whether ``False`` switches it off (``clip_norm = false``).
        priority: 1 to 4, what is usually tuned first comes first: the order of tables, and how much the sampler ``gp``
            expects of it (:data:`nnsearch.search.unit_cube.LENGTHS`).
        pictures: whether it acts on pictures only.
    """

    section: Section
    kind: Kind
    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False
    choices: tuple[str, ...] = ()
    per_layer: bool = False
    optional: bool = False
    priority: int = 4
    pictures: bool = False

    @property
    def interval(self) -> str:
        """The valid numbers in mathematical notation.

        >>> HYPERPARAMETERS["keep_prob"].interval
        '(0, 1]'
        """
        left = "(" if self.low_open or math.isinf(self.low) else "["
        right = ")" if self.high_open or math.isinf(self.high) else "]"
        return f"{left}{self.low:g}, {self.high:g}{right}"

    def allows(self, value: float) -> bool:
        """Whether a number lies in the interval."""
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below and not math.isnan(value) and not math.isinf(value)


ACTIVATION_NAMES = ("relu", "leaky_relu", "tanh", "sigmoid", "linear")
OUTPUT_NAMES = ("softmax", "sigmoid", "linear", "relu")
INITIALIZER_NAMES = ("zeros", "small", "he", "xavier", "glorot")
OPTIMIZER_NAMES = ("gradient_descent", "momentum", "rmsprop", "adam")
SCHEDULE_NAMES = ("inverse_time", "exponential", "inverse_sqrt", "staircase", "cosine", "manual")

HYPERPARAMETERS: dict[str, Hyperparameter] = {
    "activation": Hyperparameter("network", "choice", choices=ACTIVATION_NAMES, per_layer=True, priority=3),
    "initializer": Hyperparameter("network", "choice", choices=INITIALIZER_NAMES),
    "init_scale": Hyperparameter("network", "float", low=0, low_open=True),
    "keep_prob": Hyperparameter("network", "float", low=0, high=1, low_open=True, per_layer=True, priority=3),
    "input_keep_prob": Hyperparameter("network", "float", low=0, high=1, low_open=True),
    "batch_norm": Hyperparameter("network", "bool", priority=3),
    "batch_norm_momentum": Hyperparameter("network", "float", low=0, high=1, high_open=True),
    "batch_size": Hyperparameter("training", "int", low=1, priority=2),
    "optimizer": Hyperparameter("training", "choice", choices=OPTIMIZER_NAMES, priority=3),
    "learning_rate": Hyperparameter("training", "float", low=0, low_open=True, priority=1),
    "beta1": Hyperparameter("training", "float", low=0, high=1, high_open=True, priority=2),
    "beta2": Hyperparameter("training", "float", low=0, high=1, high_open=True),
    "epsilon": Hyperparameter("training", "float", low=1e-30),  # less would be 0 in float32
    "dampening": Hyperparameter("training", "bool"),
    "bias_correction": Hyperparameter("training", "bool"),
    "schedule": Hyperparameter("training", "choice", choices=SCHEDULE_NAMES, priority=3),
    "decay": Hyperparameter("training", "float", low=0, priority=3),
    "decay_every": Hyperparameter("training", "int", low=1),
    "warmup": Hyperparameter("training", "float", low=0),
    "l1": Hyperparameter("training", "float", low=0, priority=3),
    "l2": Hyperparameter("training", "float", low=0, priority=2),
    "clip_norm": Hyperparameter("training", "float", low=0, low_open=True, optional=True),
    "patience": Hyperparameter("training", "int", low=1, optional=True),
    "augment_flip": Hyperparameter("training", "bool", pictures=True),
    "augment_shift": Hyperparameter("training", "int", low=0, pictures=True),
    "augment_rotation": Hyperparameter("training", "float", low=0, high=180, pictures=True),
}
"""Every hyperparameter but the hidden layers, by its name in a study file.

``hidden`` (widths, with :data:`LAYERS` and :data:`UNITS` as its searched parts) and ``learning_rates`` (the manual
schedule) have shapes of their own and are handled beside this table.
"""
LAYERS = Hyperparameter("network", "int", low=0, high=32, priority=3)
"""``layers``, how many hidden ones there are."""
UNITS = Hyperparameter("network", "int", low=1, high=65536, priority=2)
"""``units_1``, ``units_2`` ..., how wide each of them is."""


@dataclass(frozen=True)
class Hyperparameters:
    """Everything that may differ between two trials of one study: the values one member is trained with.

    Args:
        hidden: units of each hidden layer, input side first; empty for logistic or softmax regression.
        activation: one name per hidden layer.
        output: activation of the output layer; it decides the loss (sigmoid: binary cross-entropy, softmax:
            categorical cross-entropy, linear and relu: squared error).
        initializer: how weights start; ``None`` follows each layer's activation (ReLU family: He, else Xavier).
        init_scale: multiplies the initial weights.
        keep_prob: one probability per hidden layer of keeping a unit (inverted dropout).
        input_keep_prob: probability of keeping an input.
        batch_norm: normalize ``Z`` of hidden layers over the mini-batch.
        batch_norm_momentum: memory of the running averages used at test time.
        batch_size: examples per step; more than there are means the whole batch.
        optimizer: which update rule.
        learning_rate: ``alpha_0``, step size, > 0.
        beta1: memory of the first moment (momentum, Adam).
        beta2: memory of the second moment (RMSprop, Adam).
        epsilon: guards RMSprop and Adam against division by zero.
        dampening: momentum in the form ``v = beta v + (1 - beta) g`` rather than ``v = beta v + g``.
        bias_correction: divide momentum's average by ``1 - beta^t``.
        schedule: how the learning rate changes over epochs; ``inverse_time`` with ``decay`` 0 is a constant.
        decay: the schedule's rate.
        decay_every: epochs per stair of ``staircase``.
        warmup: epochs over which the learning rate rises linearly to its schedule.
        learning_rates: for ``manual``: pairs (first epoch counted from 0, learning rate from there on).
        l1: lambda of the L1 penalty.
        l2: lambda of the L2 penalty.
        clip_norm: greatest global gradient norm; ``None`` for no clipping.
        patience: epochs without a better dev error (or what else a study optimizes) after which training stops and the
            best weights are restored; ``None`` for no early stopping.
        augment_flip: mirror every other training picture, chosen anew each epoch.
        augment_shift: pixels that training pictures are moved at most, in both directions.
        augment_rotation: degrees that training pictures are turned at most, either way.
    """

    hidden: tuple[int, ...]
    activation: tuple[str, ...]
    output: str
    initializer: str | None = None
    init_scale: float = 1.0
    keep_prob: tuple[float, ...] = ()
    input_keep_prob: float = 1.0
    batch_norm: bool = False
    batch_norm_momentum: float = 0.9
    batch_size: int = 64
    optimizer: str = "adam"
    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    dampening: bool = True
    bias_correction: bool = False
    schedule: str = "inverse_time"
    decay: float = 0.0
    decay_every: int = 10
    warmup: float = 0.0
    learning_rates: tuple[tuple[int, float], ...] = ()
    l1: float = 0.0
    l2: float = 0.0
    clip_norm: float | None = None
    patience: int | None = None
    augment_flip: bool = False
    augment_shift: int = 0
    augment_rotation: float = 0.0

    def __post_init__(self) -> None:
        """Refuse impossible values.

        Raises:
            SettingsError: naming the hyperparameter, its rule and the value.
        """
        if any(units < 1 for units in self.hidden):
            raise SettingsError(f"hidden layers must have at least 1 unit each, got {list(self.hidden)}")
        if self.output not in OUTPUT_NAMES:
            raise SettingsError(f"output {self.output!r} is unknown: {did_you_mean(self.output, OUTPUT_NAMES)}")
        if not self.keep_prob:
            object.__setattr__(self, "keep_prob", (1.0,) * len(self.hidden))
        for name in ("activation", "keep_prob"):
            if len(getattr(self, name)) != len(self.hidden):
                raise SettingsError(
                    f"{name} must have one value per hidden layer ({len(self.hidden)}), got {getattr(self, name)}"
                )
        for field in fields(self):
            rule = HYPERPARAMETERS.get(field.name)
            if rule is not None:
                value = getattr(self, field.name)
                for item in value if rule.per_layer else (value,):
                    _refuse_unless_valid(field.name, rule, item)


def _refuse_unless_valid(name: str, rule: Hyperparameter, value: Any) -> None:
    if value is None and (rule.optional or name == "initializer"):
        return
    if rule.kind == "choice":
        if value not in rule.choices:
            raise SettingsError(f"{name} {value!r} is unknown: {did_you_mean(str(value), rule.choices)}")
    elif rule.kind != "bool" and not rule.allows(value):
        raise SettingsError(f"{name} must be in {rule.interval}, got {value:g}")
