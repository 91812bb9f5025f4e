"""What a study needs before it can begin: its sampler's packages and space, an objective that its data defines."""

from __future__ import annotations

from importlib.util import find_spec

from nnsearch.core.errors import EnvironmentRefusedError, SettingsError, StudyFileError
from nnsearch.data.spec import Data
from nnsearch.search.settings import Choices, Fixed, Layered, Range
from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec
from nnsearch.training.augmentation import AugmentationSettings
from nnsearch.training.examples import Examples
from nnsearch.training.objectives import objective_for

PACKAGES = {"cmaes": "cmaes"}
"""By sampler: the optional package it needs."""

COSTS = {"gp": "fits a Gaussian process for each cohort, which takes about 0.1 s for 16 trials (tpe: half of that)"}
"""By sampler: what choosing it costs."""


def check_sampler(spec: StudySpec) -> None:
    """Refuse a sampler that cannot work here or on this space.

    Args:
        spec: the study.

    Raises:
        EnvironmentRefusedError: if a package is missing.
        StudyFileError: if the space has choices or conditional hyperparameters and the sampler knows neither.
    """
    name = spec.search.sampler
    package = PACKAGES.get(name)
    if package is not None and find_spec(package) is None:
        raise EnvironmentRefusedError(
            f'search.sampler "{name}" needs the package {package}, which is not installed: '
            f'pip install {package}, or write sampler = "tpe"'
        )
    if name == "cmaes":
        _check_numeric(spec)


def _check_numeric(spec: StudySpec) -> None:
    for dimension in Space(spec).dimensions:
        # Whatever decides whether another one acts has choices, except for the number of layers.
        if dimension.choices is not None:
            what = f"{dimension.name} has choices"
        elif dimension.name == "layers":
            what = "the number of layers is searched"
        else:
            continue
        raise StudyFileError(
            f'search.sampler "cmaes" must have ranges that act in every trial, but {what}: '
            f'fix it, or write sampler = "tpe" ({spec.name})'
        )


def check_augmentation(spec: StudySpec, examples: Examples) -> None:
    """Refuse to change pictures where there are none, or to move them out of sight.

    Args:
        spec: the study.
        examples: its data.

    Raises:
        SettingsError: naming the hyperparameter.
    """
    most = [_greatest(spec.settings[f"augment_{name}"]) for name in ("flip", "shift", "rotation")]
    AugmentationSettings(bool(most[0]), int(most[1]), most[2]).check(examples.picture)


def _greatest(setting: Layered) -> float:
    if isinstance(setting, Range):
        return setting.high
    values = setting.values if isinstance(setting, Choices) else (setting.value,) if isinstance(setting, Fixed) else ()
    return max((float(value or 0) for value in values), default=0.0)


def check_objective(spec: StudySpec, data: Data) -> None:
    """Refuse an objective that the data does not define.

    Args:
        spec: the study.
        data: loaded and split.

    Raises:
        SettingsError: if it does not suit the task, or the dev set has examples of one class only.
    """
    objective = objective_for(data.task, spec.search.objective)
    if objective.name == "auc" and data.dev.m and (data.dev.y == data.dev.y[0]).all():
        raise SettingsError(
            f"objective auc must have examples of two classes in the dev set, got {data.dev.m} of one: "
            "give it more examples with data.dev, or choose another measure (search.objective)"
        )
