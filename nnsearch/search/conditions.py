"""Which hyperparameters act only beside certain others, and which ones a population's shape depends on.

One table serves the study file (what can have no effect is refused) and the space (what has no effect is not
sampled).
"""

from __future__ import annotations

from nnsearch.search.settings import Scalar

CONDITIONS: dict[str, tuple[str, tuple[Scalar, ...]]] = {
    "beta1": ("optimizer", ("momentum", "adam")),
    "beta2": ("optimizer", ("rmsprop", "adam")),
    "epsilon": ("optimizer", ("rmsprop", "adam")),
    "dampening": ("optimizer", ("momentum",)),
    "bias_correction": ("optimizer", ("momentum",)),
    "decay": ("schedule", ("inverse_time", "exponential", "staircase")),
    "decay_every": ("schedule", ("staircase",)),
    "learning_rates": ("schedule", ("manual",)),
    "batch_norm_momentum": ("batch_norm", (True,)),
}
"""By name: the hyperparameter that decides, and the values of it beside which this one acts."""

NEED_HIDDEN_LAYERS = ("activation", "keep_prob", "batch_norm", "batch_norm_momentum")
"""Without hidden layers these do nothing."""

STRUCTURAL = (
    *("layers", "activation", "batch_norm", "batch_size", "optimizer"),
    *("augment_flip", "augment_shift", "augment_rotation"),
)
"""Searched hyperparameters that the members of one population must share. Not the widths: those are padded."""
