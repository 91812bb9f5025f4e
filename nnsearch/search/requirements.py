"""What a sampler needs before a study that uses it can begin: packages, and a space it can work in."""

from __future__ import annotations

from importlib.util import find_spec

from nnsearch.core.errors import EnvironmentRefusedError, StudyFileError
from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec

PACKAGES = {"cmaes": "cmaes", "gp": "torch"}
"""By sampler: the optional package it needs."""

COSTS = {"gp": "it takes seconds per cohort"}
"""By sampler: what to know before installing anything for it."""


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
        cost = f" ({COSTS[name]})" if name in COSTS else ""
        raise EnvironmentRefusedError(
            f'search.sampler "{name}" needs the package {package}, which is not installed: '
            f'pip install {package}{cost}, or write sampler = "tpe"'
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
