"""One searched hyperparameter, in Optuna's terms and in the study file's.

Optuna samples numbers as floats on the scale of the setting (its whole numbers are slow, and it knows no ``1-beta``
scale); this module turns them into true values. Optuna is imported only where it is needed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nnsearch.search.settings import Choices, Range, Scalar
from nnsearch.training.hyperparameters import Hyperparameter, Kind

if TYPE_CHECKING:
    import optuna
    from optuna.distributions import BaseDistribution


MOST_LISTED = 4096
"""Values, or whole configurations, that are listed one by one."""


@dataclass(frozen=True)
class Dimension:
    """One searched hyperparameter.

    Args:
        name: as in trials: ``learning_rate``, ``units_2``, ``keep_prob_1`` ...
        rule: what its values obey; also how much it tends to matter.
        setting: the range or the choices.
        least_layers: hidden layers a trial must have for it to act.
        decider: another hyperparameter that decides whether it acts, or ``None``.
        beside: values of the decider beside which it acts.
    """

    name: str
    rule: Hyperparameter
    setting: Range | Choices
    least_layers: int = 0
    decider: str | None = None
    beside: tuple[Scalar, ...] = ()

    @property
    def kind(self) -> Kind:
        """What its values are: ``float``, ``int``, ``choice`` or ``bool``."""
        return self.rule.kind

    @property
    def low(self) -> float | None:
        """Least value of a range."""
        return self.setting.low if isinstance(self.setting, Range) else None

    @property
    def high(self) -> float | None:
        """Greatest value of a range."""
        return self.setting.high if isinstance(self.setting, Range) else None

    @property
    def scale(self) -> str | None:
        """Scale of a range."""
        return self.setting.scale if isinstance(self.setting, Range) else None

    @property
    def choices(self) -> tuple[Scalar, ...] | None:
        """Values to choose among."""
        return self.setting.values if isinstance(self.setting, Choices) else None

    @property
    def internal_name(self) -> str:
        """Its name inside Optuna: ``1-beta1`` where ``1 - value`` is what is sampled."""
        return f"1-{self.name}" if self.scale == "1-beta" else self.name

    def internal_distribution(self) -> BaseDistribution:
        """Return what Optuna samples: floats, logarithmic or not, or choices."""
        from optuna.distributions import CategoricalDistribution, FloatDistribution

        if isinstance(self.setting, Choices):
            return CategoricalDistribution(self.setting.values)
        low, high, log = self._internal_limits(self.setting)
        return FloatDistribution(low, high, log=log)

    def suggest(self, trial: optuna.Trial) -> Scalar:
        """Ask a trial for a value and return the true one."""
        if isinstance(self.setting, Choices):
            chosen: Scalar = trial.suggest_categorical(self.internal_name, self.setting.values)  # type: ignore[assignment]  # the stub allows None among choices, a setting does not
            return chosen
        low, high, log = self._internal_limits(self.setting)
        return self.true_value(trial.suggest_float(self.internal_name, low, high, log=log))

    def true_distribution(self) -> BaseDistribution:
        """Return the distribution of true values, as stock Optuna would describe it."""
        from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

        if isinstance(self.setting, Choices):
            return CategoricalDistribution(self.setting.values)
        log = self.setting.scale in ("log", "pow2")
        if self.setting.integer:
            return IntDistribution(int(self.setting.low), int(self.setting.high), log=log)
        return FloatDistribution(self.setting.low, self.setting.high, log=log)

    def true_value(self, internal: Scalar) -> Scalar:
        """Turn what Optuna sampled into the value that is meant.

        >>> from nnsearch.training.hyperparameters import HYPERPARAMETERS
        >>> Dimension("beta1", HYPERPARAMETERS["beta1"], Range(0.9, 0.999, "1-beta")).true_value(0.25)
        0.9
        """
        if isinstance(self.setting, Choices):
            return internal
        number = float(internal)
        if self.setting.scale == "1-beta":
            number = 1 - number
        low, high = self.setting.low, self.setting.high
        if self.setting.scale == "pow2":
            return int(min(max(2 ** math.floor(math.log2(number) + 0.5), low), high))
        if self.setting.integer:
            return int(min(max(math.floor(number + 0.5), low), high))
        return min(max(number, low), high)

    def internal_value(self, value: Scalar) -> Scalar:
        """Turn a true value into one that Optuna could have sampled for it."""
        if isinstance(self.setting, Choices):
            return value
        return 1 - float(value) if self.setting.scale == "1-beta" else float(value)

    @property
    def values(self) -> tuple[Scalar, ...] | None:
        """All true values in order, or ``None`` if there are more than :data:`MOST_LISTED`."""
        if isinstance(self.setting, Choices):
            return self.setting.values
        low, high = self.setting.low, self.setting.high
        if self.setting.scale == "pow2":
            return tuple(2**power for power in range(round(math.log2(low)), round(math.log2(high)) + 1))
        if not self.setting.integer or high - low >= MOST_LISTED:
            return None
        return tuple(range(int(low), int(high) + 1))

    @staticmethod
    def _internal_limits(setting: Range) -> tuple[float, float, bool]:
        if setting.scale == "1-beta":
            return 1 - setting.high, 1 - setting.low, True
        if setting.scale == "pow2":  # half a power beyond both ends, for the same reason as below
            return setting.low / math.sqrt(2), setting.high * math.sqrt(2), True
        # Half a unit beyond both ends, so that the end values are as likely as the others after rounding.
        margin = 0.5 if setting.integer else 0.0
        return setting.low - margin, setting.high + margin, setting.scale == "log"
