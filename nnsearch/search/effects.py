"""What a study file asks for in vain, or against the course's advice: refused, or warned of."""

from __future__ import annotations

from collections.abc import Mapping

from nnsearch.search.conditions import CONDITIONS, NEED_HIDDEN_LAYERS
from nnsearch.search.sections import NetworkSpec, TrainingSpec
from nnsearch.search.settings import Choices, Fixed, Layered, Range, Scalar, can_be, is_searched
from nnsearch.search.study_file_errors import Problems, show


def find_ineffective(network: NetworkSpec, training: TrainingSpec, problems: Problems) -> None:
    """Report hyperparameters that the file sets although no trial could feel them.

    Args:
        network: the network's section; settings that had a problem are missing.
        training: the training's section, likewise.
        problems: takes one line for each.
    """
    settings: Mapping[str, Layered] = {**network.settings, **training.settings}
    sections = {"network": network.given, "training": training.given}
    for section, given in sections.items():
        for name, (decider, values) in CONDITIONS.items():
            if name in given and decider in settings and not _possible(settings[decider], values):
                wanted = " or ".join(show(value) for value in values)
                got = show(_only(settings[decider]))
                problems.add(f"{name} has no effect unless {decider} is {wanted}, got {decider} = {got}", section, name)
    for name in NEED_HIDDEN_LAYERS:
        if name in network.given and network.hidden.most_layers == 0:
            problems.add(f"{name} has no effect without hidden layers, got hidden = []", "network", name)
    # A list that is there but wrong was reported already.
    if (
        "schedule" in settings
        and "learning_rates" not in training.given
        and _possible(settings["schedule"], ("manual",))
    ):
        need = 'schedule "manual" must have learning_rates = [[epoch, rate], ...], got none'
        problems.add(need, "training", "schedule")


def find_warnings(network: NetworkSpec, training: TrainingSpec) -> tuple[str, ...]:
    """Return what a user should read before running the study, one line each."""
    lines: list[str] = []
    if network.hidden.most_layers and all(_is(s, "linear") for s in _each(network.settings["activation"])):
        lines.append('network.activation: hidden layers that are all linear are no better than none; use "relu"')
    if network.hidden.most_layers and _is(network.settings["initializer"], "zeros"):
        lines.append(
            'network.initializer: "zeros" never breaks symmetry, all units of a layer stay identical; use "he"'
        )
    schedule = training.settings["schedule"]
    if (_is(schedule, "exponential") or _is(schedule, "staircase")) and _is(training.settings["decay"], 0.0):
        lines.append("training.schedule: with decay = 0 the learning rate stays constant; set decay")
    if _possible(schedule, ("exponential", "staircase")) and _greatest(training.settings["decay"]) >= 1:
        lines.append(
            "training.decay: from 1 on, schedules exponential and staircase end all learning after the first stair; "
            "keep it below 1"
        )
    tuned = [name for name in ("l1", "l2", "keep_prob") if _searched({**network.settings, **training.settings}[name])]
    if tuned and training.settings["patience"] != Fixed(False):
        lines.append(
            f"training.patience: early stopping fits and regularizes at once, which blurs the search of "
            f"{', '.join(tuned)}; set patience = false"
        )
    settings = {**network.settings, **training.settings}
    if _possible(settings["batch_norm"], (True,)) and _possible(settings["batch_size"], (1,)):
        lines.append("training.batch_size: batch normalization over one example leaves nothing; use more than 1")
    widths = (network.hidden.layers, *network.hidden.units)
    if not any(map(_searched, settings.values())) and not any(map(is_searched, widths)):
        lines.append("nothing is searched, so all trials train the same network; give a hyperparameter a range")
    return tuple(lines)


def _each(setting: Layered) -> tuple[Layered, ...]:
    return setting if isinstance(setting, tuple) else (setting,)


def _is(setting: Layered, value: Scalar) -> bool:
    return isinstance(setting, Fixed) and setting.value == value


def _searched(setting: Layered) -> bool:
    return any(not isinstance(item, tuple) and is_searched(item) for item in _each(setting))


def _possible(setting: Layered, values: tuple[Scalar, ...]) -> bool:
    return not isinstance(setting, tuple) and any(can_be(setting, value) for value in values)


def _greatest(setting: Layered) -> float:
    """Return the greatest value a setting of numbers can have."""
    if isinstance(setting, tuple):
        return max(map(_greatest, setting))
    if isinstance(setting, Range):
        return setting.high
    values = setting.values if isinstance(setting, Choices) else (setting.value,)
    return max(float(value) for value in values if isinstance(value, int | float))


def _only(setting: Layered) -> object:
    if isinstance(setting, Choices):
        return list(setting.values)
    return setting.value if isinstance(setting, Fixed) else None
