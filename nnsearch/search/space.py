"""The space a study searches: what a trial is asked for, given what it was asked before, and the member it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import did_you_mean
from nnsearch.search.conditions import CONDITIONS, NEED_HIDDEN_LAYERS, STRUCTURAL
from nnsearch.search.dimension import MOST_LISTED, Dimension
from nnsearch.search.sections import default_setting
from nnsearch.search.settings import Fixed, Scalar, Setting, as_json, can_be
from nnsearch.search.study_file_errors import show
from nnsearch.training.hyperparameters import HYPERPARAMETERS, LAYERS, UNITS, Hyperparameter, Hyperparameters

if TYPE_CHECKING:
    import optuna
    from optuna.distributions import BaseDistribution

    from nnsearch.search.study_file import StudySpec


class Space:
    """What a study searches.

    Args:
        spec: the checked study file.
    """

    def __init__(self, spec: StudySpec) -> None:
        self._spec = spec
        self._fixed: dict[str, Fixed] = {}
        self._dimensions: dict[str, Dimension] = {}
        self._collect()

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The searched hyperparameters, each after those that decide whether it acts."""
        return tuple(self._dimensions.values())

    @property
    def structural(self) -> tuple[str, ...]:
        """The searched hyperparameters that the members of one population must share."""
        return tuple(name for name in self._dimensions if name.rstrip("0123456789").rstrip("_") in STRUCTURAL)

    @cached_property
    def configurations(self) -> list[dict[str, Scalar]] | None:
        """Everything :meth:`sample` can return.

        ``None`` if that is more than :data:`~nnsearch.search.dimension.MOST_LISTED`, or if nothing is searched.
        """
        if not self._dimensions or any(dimension.values is None for dimension in self._dimensions.values()):
            return None
        found = list(islice(self._combine(self.dimensions, {}), MOST_LISTED + 1))
        return found if len(found) <= MOST_LISTED else None

    def _combine(self, left: tuple[Dimension, ...], values: dict[str, Scalar]) -> Iterator[dict[str, Scalar]]:
        if not left:
            yield values
        elif not self.is_active(left[0], values):
            yield from self._combine(left[1:], values)
        else:
            for value in left[0].values or ():
                yield from self._combine(left[1:], {**values, left[0].name: value})

    def sample(self, trial: optuna.Trial) -> dict[str, Scalar]:
        """Draw a trial's hyperparameters, asking only for those that act.

        Args:
            trial: Optuna's trial; its parameters are the internal ones.

        Returns:
            True values by their names in the study file, in the order of :attr:`dimensions`.
        """
        values: dict[str, Scalar] = {}
        for dimension in self._dimensions.values():
            if self.is_active(dimension, values):
                values[dimension.name] = dimension.suggest(trial)
        return values

    def is_active(self, dimension: Dimension, values: Mapping[str, Scalar]) -> bool:
        """Whether a hyperparameter acts in a trial.

        Args:
            dimension: the hyperparameter.
            values: the trial's values of those that come before it.
        """
        if dimension.least_layers > 0 and self._of("layers", values) < dimension.least_layers:
            return False
        return dimension.decider is None or self._of(dimension.decider, values) in dimension.beside

    def true_values(self, internal: Mapping[str, Any]) -> dict[str, Scalar]:
        """Turn a finished trial's Optuna parameters into true values.

        Args:
            internal: ``trial.params``.

        Returns:
            What :meth:`sample` returned for that trial.
        """
        found = ((d, internal[d.internal_name]) for d in self._dimensions.values() if d.internal_name in internal)
        return {dimension.name: dimension.true_value(value) for dimension, value in found}

    def fixed_for(self, internal: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
        """Return the Optuna parameters to hold fixed so that another trial shares some values.

        Args:
            internal: ``trial.params`` of the trial to agree with.
            names: hyperparameters to share, in the study file's words; those inactive in that trial are skipped.

        Returns:
            Internal names and values, for ``optuna.samplers.PartialFixedSampler``.

        Raises:
            SettingsError: if a name is not searched.
        """
        shared = [self.internal_name(name) for name in names]
        return {name: internal[name] for name in shared if name in internal}

    def internal_name(self, name: str) -> str:
        """Return Optuna's name of a searched hyperparameter.

        Raises:
            SettingsError: if it is not searched.
        """
        return self._dimension(name).internal_name

    def true_distribution(self, name: str) -> BaseDistribution:
        """Return the distribution of a hyperparameter's true values, to rebuild a stock Optuna study.

        Raises:
            SettingsError: if it is not searched.
        """
        return self._dimension(name).true_distribution()

    def hyperparameters(self, values: Mapping[str, Scalar], *, output: str) -> Hyperparameters:
        """Build everything a member is trained with.

        Args:
            values: what :meth:`sample` returned.
            output: activation of the output layer.

        Returns:
            The trial's values, the study file's fixed ones and the defaults.

        Raises:
            SettingsError: if a value is missing, out of the space or has no place in this trial.
        """
        self._check(values)
        count = int(self._of("layers", values))
        hidden = tuple(int(self._of(f"units_{i}", values)) for i in range(1, count + 1))
        members: dict[str, Any] = {}
        for name, rule in HYPERPARAMETERS.items():
            if rule.per_layer:
                members[name] = tuple(self._of_layer(name, i, values) for i in range(1, count + 1))
            else:
                value = self._of(name, values)
                members[name] = None if rule.optional and value is False else value
        manual = members["schedule"] == "manual"
        rates = self._spec.training.learning_rates if manual else ()
        return Hyperparameters(hidden=hidden, output=output, learning_rates=rates, **members)

    def _collect(self) -> None:
        hidden = self._spec.network.hidden
        self._add(hidden.layers, "layers", LAYERS)
        for index, units in enumerate(hidden.units, start=1):
            self._add(units, f"units_{index}", UNITS, least_layers=index)
        for name, rule in HYPERPARAMETERS.items():
            setting = self._spec.settings[name]
            if isinstance(setting, tuple):
                for index, item in enumerate(setting, start=1):
                    self._add(item, f"{name}_{index}", rule, least_layers=index)
            else:
                decider, beside = CONDITIONS.get(name, (None, ()))
                least = 1 if name in NEED_HIDDEN_LAYERS else 0
                self._add(setting, name, rule, least_layers=least, decider=decider, beside=beside)

    def _add(self, setting: Setting, name: str, rule: Hyperparameter, **condition: Any) -> None:
        # condition: the last fields of Dimension
        if isinstance(setting, Fixed):
            self._fixed[name] = setting
        else:
            self._dimensions[name] = Dimension(name, rule, setting, **condition)

    def _dimension(self, name: str) -> Dimension:
        if name not in self._dimensions:
            raise SettingsError(
                f"{name!r} is not searched in {self._spec.name}: {did_you_mean(name, self._dimensions)}"
            )
        return self._dimensions[name]

    def _of(self, name: str, values: Mapping[str, Scalar]) -> Any:  # a hyperparameter of whatever kind
        if name in values:
            return values[name]
        # What is searched but does not act in this trial is left at the trainer's default.
        return self._fixed[name].value if name in self._fixed else default_setting(name).value

    def _of_layer(self, name: str, layer: int, values: Mapping[str, Scalar]) -> Any:
        own = f"{name}_{layer}"
        return self._of(own if own in self._dimensions or own in self._fixed else name, values)

    def _check(self, values: Mapping[str, Scalar]) -> None:
        for name in values:
            self._dimension(name)
        for dimension in self._dimensions.values():
            name = dimension.name
            if not self.is_active(dimension, values):
                if name in values:
                    raise SettingsError(f"{name} must be absent where it does not act, got {show(values[name])}")
            elif name not in values:
                raise SettingsError(f"{name} must have a value: it is searched in {self._spec.name}, got none")
            elif not can_be(dimension.setting, values[name]):
                allowed = show(as_json(dimension.setting))
                raise SettingsError(f"{name} must be in {allowed}, got {show(values[name])}")
