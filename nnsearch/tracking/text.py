"""What people read in MLflow: names of runs, and a study's description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nnsearch.search.study_file import LIMITS
from nnsearch.training.objectives import OBJECTIVES

LONGEST_NOTE = 7800
"""Letters of a description: a tag's value holds 8,000."""


@dataclass(frozen=True)
class Best:
    """The best trial so far.

    Args:
        number: its number.
        value: its objective.
        values: its hyperparameters by study-file name.
    """

    number: int
    value: float
    values: Mapping[str, Any]


def objective_text(metric: str, value: float) -> str:
    """Write an objective with its name, in three digits.

    >>> objective_text("error", 0.01393), objective_text("rmse", 0.2334)
    ('err 1.39 %', 'rmse 0.233')
    """
    if OBJECTIVES[metric].share:
        return f"{metric.replace('error', 'err')} {100 * value:.3g} %"
    return f"{metric} {value:.3g}"


def short_float(value: float) -> str:
    """Write a number in scientific notation without padding.

    >>> short_float(0.0032)
    '3.2e-3'
    """
    return re.sub(r"e([+-])0*(\d)", r"e\1\2", f"{value:.1e}").replace("e+", "e")


def trial_name(
    number: int, values: Mapping[str, Any], hidden: Sequence[int], spec: Mapping[str, Any], ending: str = ""
) -> str:
    """Name a trial's run after what people tell networks apart by.

    Args:
        number: the trial's.
        values: its hyperparameters by study-file name.
        hidden: its widths.
        spec: the resolved study, for what it fixes.
        ending: how it did.

    >>> trial_name(12, {"learning_rate": 0.0032}, [128, 64], {"network": {"activation": "relu"}}, "err 1.9 %")
    '#012 128-64 relu lr 3.2e-3 err 1.9 %'
    """
    parts = [f"#{number:03d}", "-".join(map(str, hidden)) or "no hidden layer"]
    if hidden:
        parts.append(_activation(values, spec, len(hidden)))
    rate = values.get("learning_rate", spec.get("training", {}).get("learning_rate"))
    if isinstance(rate, int | float):
        parts.append(f"lr {short_float(rate)}")
    return " ".join(part for part in [*parts, ending] if part)


def _activation(values: Mapping[str, Any], spec: Mapping[str, Any], layers: int) -> str:
    fixed = spec.get("network", {}).get("activation")
    of_layer = fixed if isinstance(fixed, list) else [fixed] * layers
    found = [
        values.get(f"activation_{layer}", values.get("activation", default))
        for layer, default in enumerate(of_layer[:layers], start=1)
    ]
    names = [name for name in found if isinstance(name, str)]
    return "-".join(dict.fromkeys(names))


def setting_text(setting: Any) -> str:
    """Write a setting of a resolved study: a value, a range or choices.

    >>> setting_text({"low": 0.0001, "high": 0.1, "scale": "log"}), setting_text({"choices": [32, 64]})
    ('0.0001 .. 0.1 log', '32 | 64')
    """
    if isinstance(setting, Mapping):
        if "choices" in setting:
            return " | ".join(str(choice) for choice in setting["choices"])
        return f"{setting['low']:g} .. {setting['high']:g} {setting['scale']}"
    if isinstance(setting, list):
        texts = [setting_text(item) for item in setting]
        return texts[0] if len(set(texts)) == 1 and texts else ", ".join(texts)
    return str(setting)


def is_searched(setting: Any) -> bool:
    """Whether trials may differ in a setting of a resolved study."""
    return isinstance(setting, Mapping) or (isinstance(setting, list) and any(map(is_searched, setting)))


def settings(spec: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Go through the hyperparameters of a resolved study, by study-file name; what is not set is left out."""
    network = dict(spec.get("network", {}))
    hidden = network.pop("hidden", {})
    for name, setting in (*hidden.items(), *network.items(), *spec.get("training", {}).items()):
        if setting not in (None, False, []):
            yield name, setting


def study_params(meta: Mapping[str, Any]) -> dict[str, str]:
    """Return what a study's run shows as parameters: everything that cannot change while it lasts.

    Args:
        meta: the content of ``study.json``.
    """
    spec = meta["spec"]
    params = {"data": str(meta["data"]["name"]), "metric": str(meta["metric"])}
    params |= {
        name: setting_text(value)
        for name, value in spec.get("search", {}).items()
        if value is not None and f"search.{name}" not in LIMITS
    }
    for name, setting in settings(spec):
        params[f"space/{name}" if is_searched(setting) else name] = setting_text(setting)[:MOST_PARAM]
    return params


MOST_PARAM = 500
"""Letters of a parameter's value: what other stores than MLflow's newest hold."""


def describe_study(meta: Mapping[str, Any], standing: str, best: Best | None, counts: Mapping[str, int]) -> str:
    """Write a study's description in Markdown.

    Args:
        meta: the content of ``study.json``.
        standing: one sentence on where it stands.
        best: the best trial, if there is one.
        counts: finished trials by outcome.

    Returns:
        The text, short enough for a tag.
    """
    parts = [
        f"**{_plain(meta['name'])}**: {standing}",
        _outcomes(counts),
        _best(meta, best),
        _data(meta["data"]),
        _space(meta["spec"]),
    ]
    text = "\n\n".join(part for part in parts if part)
    return text + _reproduce(meta, LONGEST_NOTE - len(text))


def _outcomes(counts: Mapping[str, int]) -> str:
    return "Trials: " + ", ".join(f"{count} {_plain(name)}" for name, count in counts.items()) if counts else ""


def _best(meta: Mapping[str, Any], best: Best | None) -> str:
    if best is None:
        return ""
    rows = "\n".join(f"| {_plain(name)} | {_plain(value)} |" for name, value in best.values.items())
    objective = objective_text(str(meta["metric"]), best.value)
    return f"### Best: trial {best.number}, dev {objective}\n\n| hyperparameter | value |\n|---|---|\n{rows}"


def _data(data: Mapping[str, Any]) -> str:
    sizes = f"{data['train']:,} training, {data['dev']:,} dev and {data['test']:,} test examples"
    shape = f"{data['features']:,} features"
    if data["classes"]:
        shape += f", {len(data['classes']):,} classes"
    notes = "".join(f"\n- {_plain(note)}" for note in data["notes"])
    name = _plain(data["name"])
    return f"### Data: {name}\n\n{data['task']}, {shape}; {sizes}; fingerprint `{data['fingerprint']}`{notes}"[:2000]


def _space(spec: Mapping[str, Any]) -> str:
    rows = [f"| {name} | {_plain(setting_text(value))} |" for name, value in settings(spec) if is_searched(value)]
    return "### Searched\n\n| hyperparameter | values |\n|---|---|\n" + "\n".join(rows) if rows else ""


def _reproduce(meta: Mapping[str, Any], room: int) -> str:
    machine = meta.get("machine", {})
    packages = machine.get("packages", {})
    versions = ", ".join(f"{name} {packages[name]}" for name in ("nnsearch", "numpy", "optuna") if packages.get(name))
    told = f"Python {machine.get('python', '?')}" + (f", {versions}" if versions else "")
    text = f"\n\n### How to reproduce\n\n`nnsearch run {meta['name']}` with the same data; here with {told}."
    file = str(meta.get("text", "")).strip()
    if file and len(text) + len(file) + 60 <= room:
        fence = "````" if "```" in file else "```"
        text += f" The study file:\n\n{fence}toml\n{file}\n{fence}"
    return text[: max(0, room)]


def _plain(value: object) -> str:
    """Keep text from data from acting as Markdown or HTML."""
    text = f"{value:.6g}" if isinstance(value, float) else " ".join(str(value).split())
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
