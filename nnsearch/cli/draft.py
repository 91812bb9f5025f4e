"""The text of a study file that ``nnsearch init`` writes: ranges that suit the size of the data, with comments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nnsearch.data.inspection import Inspection
from nnsearch.data.spec import Data
from nnsearch.search.study_schema import REFERENCE
from nnsearch.search.toml_text import to_toml

KEYS = (
    "folder",
    "target",
    "delimiter",
    "encoding",
    "categorical",
    "drop",
    "missing",
    "image_size",
    "color",
)


@dataclass(frozen=True)
class Ranges:
    """What the search of a data set of some size begins with.

    Args:
        layers: most hidden layers.
        units: least and most units of a layer.
        epochs: passes over the training set.
        batches: mini-batch sizes.
        trials: networks.
    """

    layers: int
    units: tuple[int, int]
    epochs: int
    batches: tuple[int, ...]
    trials: int


SIZES: tuple[tuple[int, Ranges], ...] = (
    (500, Ranges(2, (4, 32), 81, (16, 32, 64), 64)),
    (5_000, Ranges(3, (8, 128), 54, (32, 64, 128), 64)),
    (50_000, Ranges(3, (16, 256), 27, (64, 128, 256), 64)),
    (2**62, Ranges(3, (32, 256), 12, (128, 256, 512), 32)),
)
"""By the number of training examples that each is for, at most."""


AUGMENTATION = """\
# Training pictures can be varied each time they are seen, if that leaves their class as it is:
# augment_flip = true                       # every other one mirrored left to right
# augment_shift = { low = 0, high = 2 }     # moved by so many pixels at most
# augment_rotation = { low = 0, high = 10 } # turned by so many degrees at most
"""
"""What a study file says of pictures."""


def ranges_for(data: Data) -> Ranges:
    """Choose ranges by the number of training examples."""
    return next(ranges for most, ranges in SIZES if data.train.m <= most)


def draft(name: str, found: Inspection) -> str:
    """Write a study file.

    Args:
        name: the study's name.
        found: what the data is; its paths as seen from the study file.

    Returns:
        Commented TOML that runs as it is.
    """
    return "\n".join([*_head(name, found), "", *_data(found), "", *_network(found.data), ""]) + _rest(found.data)


def _head(name: str, found: Inspection) -> list[str]:
    kind = f"{len(found.data.classes)} classes" if found.data.task == "classification" else "a number to predict"
    return [
        REFERENCE,
        f"# {name}: {found.data.n_x} inputs, {kind}. Written by nnsearch init, to be changed as you like.",
        "#",
        f"#     nnsearch run {name}",
        "#",
        "# A plain value fixes a hyperparameter; { low, high } searches between two numbers, { choices } among values.",
        "# What is not mentioned keeps its default. nnsearch check says what the study will do.",
    ]


def _data(found: Inspection) -> list[str]:
    data, spec = found.data, found.spec
    lines = ["[data]", _line("source", spec.source)]
    for key in KEYS:
        value = getattr(spec, key)
        if value not in (None, ()):
            plain = list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Path) else value
            remark = found.remarks.get(key)
            lines.append(_line(key, plain) + (f"  # {remark}" if remark else ""))
    test = f"{data.test.m:,} test" if data.test else "no test"
    lines.append(f"# {data.train.m:,} train, {data.dev.m:,} dev, {test} examples; dev = 0.3 would change that.")
    if spec.target is not None:
        lines.append(
            '# group = "column" keeps rows together, time = "column" splits by age, split = "column" says the set.'
        )
    return lines


def _network(data: Data) -> list[str]:
    ranges = ranges_for(data)
    low, high = ranges.units
    return [
        "[network]",
        "# Hidden layers, each with its own number of units: on a log scale every doubling is as likely.",
        f"hidden = {{ layers = {{ low = 1, high = {ranges.layers} }}, "
        f'units = {{ low = {low}, high = {high}, scale = "log" }} }}',
        'activation = "relu"',
        "# Dropout: each unit is kept with this probability while training. 1.0 means no dropout.",
        "keep_prob = { low = 0.6, high = 1.0 }",
    ]


def _rest(data: Data) -> str:
    ranges = ranges_for(data)
    batches = ", ".join(str(size) for size in ranges.batches)
    time = '\ntime = "10m"               # no new cohort is started after this' if data.train.m > 50_000 else ""
    pictures = AUGMENTATION if data.image_shape else ""
    return f"""
[training]
epochs = {ranges.epochs}                # passes over the training set; weak trials stop earlier
optimizer = "adam"
# The learning rate matters most, and nobody knows its size beforehand: search orders of magnitude.
learning_rate = {{ low = 1e-4, high = 1e-1, scale = "log" }}
batch_size = {{ choices = [{batches}] }}
# lambda of the L2 penalty, lambda/2m times the squared weights.
l2 = {{ low = 1e-3, high = 10.0, scale = "log" }}
{pictures}
[search]
trials = {ranges.trials}                # networks to train{time}
seed = 0                   # the same file and seed give the same trials
"""


def _line(key: str, value: object) -> str:
    return to_toml({"data": {key: value}}).splitlines()[1]
