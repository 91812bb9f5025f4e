"""A parent's trials that lie inside a child's space: carried over as what its sampler knows from the beginning.

They are chosen once, when the child begins, and kept in its ``study.json``: what becomes of the parent later changes
nothing. They are no trials of the child: they have no numbers there and count towards nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nnsearch.core.errors import SettingsError, StudyFileError
from nnsearch.core.paths import StudyPaths
from nnsearch.search.begun import begun
from nnsearch.search.ranking import last_value, rank
from nnsearch.search.settings import Scalar
from nnsearch.search.space import Space
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec
from nnsearch.training.hyperparameters import HYPERPARAMETERS, Hyperparameters
from nnsearch.training.objectives import OBJECTIVES

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial

Carried = list[dict[str, Any]]


def parent_facts(
    paths: StudyPaths, spec: StudySpec, fingerprint: str, output: str, metric: str
) -> dict[str, Any] | None:
    """Return what a child's ``study.json`` keeps of its parent.

    Args:
        paths: the child's places; the parent's ledger lies beside its own.
        spec: the child.
        fingerprint: of the child's data.
        output: activation of the output layer.
        metric: the child's objective.

    Returns:
        The parent's name and ``trials`` carried over, the oldest first; none where data, epochs or objective are other
        ones, as values cannot be compared then. ``None`` for a study without a parent.

    Raises:
        StudyFileError: if the parent has not been started in this workspace, or has fewer trials than the child was
            made of.
    """
    name = spec.search.parent
    if name is None:
        return None
    folder = paths.folder.parent / name
    places = StudyPaths(name, folder.parent / f"{name}.toml", folder)
    if not places.meta.is_file():
        raise StudyFileError(
            f"search.parent must be a study that was started here, got {name!r} ({paths.file}): "
            "run it first, or take the line out"
        )
    parent = Study(places)
    has = sum(record.finished for record in parent.records)
    told = has if spec.search.parent_told is None else spec.search.parent_told
    if told > has:
        raise StudyFileError(
            f"search.parent_told must be at most the {has} trials that study {name!r} has, got {told} ({paths.file}): "
            f"run {name} to {told} trials first, or zoom into it again"
        )
    alike = parent.meta["data"]["fingerprint"] == fingerprint
    alike = alike and parent.meta["metric"] == metric
    alike = alike and parent.meta["spec"]["training"]["epochs"] == spec.training.epochs
    return {"study": name, "trials": _inside(parent, told, spec, output) if alike else []}


def _inside(parent: Study, told: int, spec: StudySpec, output: str) -> Carried:
    before = Space(begun(parent.meta, parent.paths))
    space, found = Space(spec), []
    ranked = rank(parent.records[:told], OBJECTIVES[parent.meta["metric"]])  # cohorts are told in order
    for record in sorted(ranked, key=lambda record: record.number):
        member = before.hyperparameters(parent.params(record), output=output)
        values = values_in(space, member)
        if values is None:
            continue
        last = max(record.intermediate, default=0)
        facts = {"trial": record.number, "state": record.state, "epoch": last, "value": last_value(record)}
        found.append({**facts, "values": values})
    return found


def values_in(space: Space, member: Hyperparameters) -> dict[str, Scalar] | None:
    """Return what a space would have sampled for a member.

    Args:
        space: the space.
        member: everything it is trained with.

    Returns:
        Values by study-file name; ``None`` if the member lies outside.
    """
    values: dict[str, Scalar] = {}
    for dimension in space.dimensions:
        if space.is_active(dimension, values):
            found = _value_of(member, dimension.name)
            if found is None:
                return None
            values[dimension.name] = found
    try:
        same = space.hyperparameters(values, output=member.output)
    except SettingsError:  # a value is out of its range
        return None
    return values if same == member else None


def _value_of(member: Hyperparameters, name: str) -> Scalar | None:
    """Return one hyperparameter; ``None`` where the member has no such layer or its layers differ."""
    if name == "layers":
        return len(member.hidden)
    base, _, layer = name.rpartition("_")
    if name in HYPERPARAMETERS:
        rule, value = HYPERPARAMETERS[name], getattr(member, name)
        if rule.per_layer:
            return value[0] if len(set(value)) == 1 else None
        return False if value is None and rule.optional else value
    of_layers = member.hidden if base == "units" else getattr(member, base)
    return of_layers[int(layer) - 1] if int(layer) <= len(of_layers) else None


def as_history(carried: Sequence[Mapping[str, Any]], space: Space) -> list[FrozenTrial]:
    """Turn carried trials into what Optuna's samplers read.

    Args:
        carried: ``trials`` of :func:`parent_facts`.
        space: the child's.

    Returns:
        Finished trials, all of the number :data:`nnsearch.search.sight.CARRIED`.
    """
    from optuna.distributions import FloatDistribution
    from optuna.trial import TrialState, create_trial

    from nnsearch.search.sight import CARRIED

    trials = []
    for facts in carried:
        params: dict[str, Any] = {}
        distributions = {}
        for dimension in space.dimensions:
            if dimension.name in facts["values"]:
                distribution = dimension.internal_distribution()
                value = dimension.internal_value(facts["values"][dimension.name])
                if isinstance(distribution, FloatDistribution):  # 1 - beta may round to just outside
                    value = min(max(float(value), distribution.low), distribution.high)
                params[dimension.internal_name] = value
                distributions[dimension.internal_name] = distribution
        complete = facts["state"] == "COMPLETE"
        trial = create_trial(
            state=TrialState[facts["state"]],
            value=facts["value"] if complete else None,
            params=params,
            distributions=distributions,
            intermediate_values={int(facts["epoch"]): facts["value"]} if facts["epoch"] else {},
        )
        trial.number = CARRIED
        trials.append(trial)
    return trials
