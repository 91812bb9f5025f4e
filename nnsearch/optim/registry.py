"""Every optimizer by its name in a study file."""

from __future__ import annotations

from nnsearch.optim.adam import ADAM
from nnsearch.optim.gradient_descent import GRADIENT_DESCENT
from nnsearch.optim.momentum import MOMENTUM
from nnsearch.optim.rmsprop import RMSPROP
from nnsearch.optim.rules import Optimizer

OPTIMIZERS: dict[str, Optimizer] = {
    "gradient_descent": GRADIENT_DESCENT,
    "momentum": MOMENTUM,
    "rmsprop": RMSPROP,
    "adam": ADAM,
}
