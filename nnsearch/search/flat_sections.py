"""The flat sections of a study file, ``[data]`` and ``[search]``, as pydantic models."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from nnsearch.core.names import STUDY_NAME
from nnsearch.data.spec import Color, DataSpec, Missing, Normalization, Task
from nnsearch.search.study_file_errors import Problems, report_validation, show

LARGEST_COUNT = 1_000_000
DURATION = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)(s|m|h)")
SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0}

Sampler = Literal["tpe", "qmc", "random", "cmaes", "gp"]
Policy = Literal["halving", "full", "screen", "hyperband"]
Measure = Literal["error", "cost", "f1", "auc", "balanced_error", "rmse", "mae", "r2"]

POLICY_KEYS: dict[str, tuple[Policy, ...]] = {
    "eta": ("halving", "hyperband"),
    "rungs": ("halving", "hyperband"),
    "screen_epochs": ("screen",),
    "screen_top": ("screen",),
}
"""Settings that only some policies heed."""


def duration(seconds: float) -> str:
    """Write seconds as a study file and ``--time`` take them.

    >>> duration(600.0), duration(0.25), duration(7.2e6)
    ('600s', '0.25s', '120000m')
    """
    unit = next((unit for unit, length in SECONDS.items() if seconds / length < LARGEST_COUNT), "h")
    return f"{seconds / SECONDS[unit]:.3f}".rstrip("0").rstrip(".") + unit


def _whole(default: int | None, low: int, high: int = LARGEST_COUNT) -> Any:  # what pydantic's Field returns
    return Field(default, ge=low, le=high, description=f"a whole number in [{low}, {high}]")


def _word(default: str | None, words: tuple[str, ...]) -> Any:  # what pydantic's Field returns
    return Field(default, description=f"one of {', '.join(words)}", json_schema_extra={"words": list(words)})


def _seconds(raw: object) -> object:
    if raw is None:
        return None
    match = DURATION.fullmatch(raw) if isinstance(raw, str) else None
    if match is None or not float(match[1]):
        raise ValueError("not a duration")  # pydantic's protocol; the message is the field's description
    return float(match[1]) * SECONDS[match[2]]


class DataTable(BaseModel):
    """The ``[data]`` section as it stands in a file: see :class:`~nnsearch.data.spec.DataSpec`."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)

    source: str = Field(min_length=1, description="the name of built-in data, or the path of a file or folder")
    target: str | None = Field(None, min_length=1, description="the name of the column to predict")
    folder: str | None = Field(None, min_length=1, description="the path of a folder")
    task: Task | None = _word(None, get_args(Task))
    dev: float | None = Field(None, gt=0, lt=1, description="in (0, 1)")
    test: float | None = Field(None, ge=0, lt=1, description="in [0, 1)")
    normalize: Normalization | None = _word(None, get_args(Normalization))
    split_seed: int = _whole(0, 0, 2**32 - 1)
    samples: int | None = _whole(None, 10)
    noise: float | None = Field(None, ge=0, le=1e6, description="in [0, 1e6]")
    categorical: list[str] = Field([], description='a list of column names such as ["color"]')
    delimiter: str | None = Field(None, min_length=1, max_length=1, description='one character such as ";" or "\\t"')
    encoding: str | None = Field(None, min_length=1, description='a text encoding such as "latin-1"')
    missing: Missing | None = _word(None, get_args(Missing))
    drop: list[str] | None = Field(None, description='a list of column names such as ["id"]')
    group: str | None = Field(None, min_length=1, description="the name of a column")
    time: str | None = Field(None, min_length=1, description="the name of a column")
    split: str | None = Field(None, min_length=1, description="the name of a column that says train, dev or test")
    test_source: str | None = Field(None, min_length=1, description="the path of a file or folder")
    image_size: list[Annotated[int, Field(ge=1, le=4096)]] | None = Field(
        None, min_length=2, max_length=2, description="height and width in [1, 4096], such as [32, 32]"
    )
    color: Color | None = _word(None, get_args(Color))


DEFAULTS_OF = {"gp": {"cohort": 8, "group": 2, "rungs": 4}}
"""By sampler, what stands in ``[search]`` where a file does not say otherwise."""


class SearchSpec(BaseModel):
    """The ``[search]`` section.

    Args:
        trials: networks to train; rounded up to whole cohorts.
        time: seconds after which no further cohort is asked, or ``None``.
        objective: what trials are judged by on the dev set; by default the error of classes, the RMSE of numbers.
        target: objective value at which to stop, or ``None``; a cohort that has been asked is finished.
        patience: cohorts without a better trial after which to stop, or ``None``; as with ``target``.
        sampler: ``tpe`` learns from the trials told so far, ``qmc`` spreads them evenly, ``random`` knows nothing;
            ``cmaes`` evolves a normal distribution (ranges only), ``gp`` fits a Gaussian process, which
            often needs fewer trials than ``tpe`` and takes about 0.1 s for 16.
        seed: the study's seed, >= 0.
        cohort: trials asked together; by default 8 with ``gp``, which learns much from few.
        group: members that share a structure within a cohort, so that they can be trained as one population; by
            default 2 with ``gp``.
        in_flight: cohorts that run at once; with ``gp``, from the fifth on, the next one begins beside the last rung of
            the oldest.
        policy: ``halving`` stops weak trials at rungs; ``hyperband`` does, too, but cohorts take turns leaving out the
            first rungs; ``screen`` has one early rung; ``full`` trains every trial for all epochs.
        eta: halving and hyperband keep the best ``1/eta`` of a cohort at each rung, by where errors are heading. With
            ``gp`` they are judged by how likely they are to become the study's best, and who is at least half as likely
            as the likeliest goes on, too (once eight trials are told, and without early stopping); before, two do.
        rungs: how many rungs they have, the last one being all epochs; by default 4 with ``gp``.
        screen_epochs: epochs after which ``screen`` chooses.
        screen_top: trials of a cohort that it trains to the end.
        keep: best networks kept on disk.
        rounds: how often to zoom in and search again, counting this study. A study that is extended later is
            zoomed into anew with ``nnsearch zoom``.
        parent: the study this one looks into more closely; its trials inside this one's ranges are known from the
            beginning.
        parent_told: how many of its trials this one's ranges were made of: later ones are not known. By default all
            that it has when this study begins.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)

    trials: int = _whole(64, 1)
    time: Annotated[float | None, BeforeValidator(_seconds)] = Field(
        None, gt=0, description='a duration such as "90s", "10m" or "2h"'
    )
    objective: Measure | None = _word(None, get_args(Measure))
    target: float | None = Field(None, description="a number")
    patience: int | None = _whole(None, 1)
    sampler: Sampler = _word("tpe", get_args(Sampler))
    seed: int = _whole(0, 0, 2**32 - 1)
    cohort: int = _whole(16, 8, 64)
    group: int = _whole(4, 1, 64)
    in_flight: int = _whole(1, 1, 1024)
    policy: Policy = _word("halving", get_args(Policy))
    eta: int = _whole(2, 2, 1000)
    rungs: int = _whole(3, 1, 20)
    screen_epochs: int = _whole(1, 1)
    screen_top: int = _whole(2, 1, 64)
    keep: int = _whole(5, 1, 10_000)
    rounds: int = _whole(1, 1, 20)
    parent: str | None = Field(None, pattern=f"^{STUDY_NAME.pattern}$", description="the name of a study")
    parent_told: int | None = _whole(None, 1)


def parse_data(table: Mapping[str, object], problems: Problems) -> DataSpec | None:
    """Read ``[data]``; ``None`` if a problem was reported."""
    try:
        checked = DataTable.model_validate(dict(table))
    except ValidationError as error:
        report_validation(error, DataTable, problems, "data")
        return None
    if (checked.dev or 0) + (checked.test or 0) >= 1:
        shares = f"{show(checked.dev)} + {show(checked.test)}"
        problems.add(f"dev + test must leave examples to train on (sum < 1), got {shares}", "data", "dev")
        return None
    values = checked.model_dump()
    folder = Path(checked.folder) if checked.folder else None
    listed = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    return DataSpec(**{**values, **listed, "folder": folder})


def parse_search(table: Mapping[str, object], problems: Problems) -> SearchSpec | None:
    """Read ``[search]``; ``None`` if a problem was reported."""
    try:
        checked = SearchSpec.model_validate({**DEFAULTS_OF.get(str(table.get("sampler")), {}), **table})
    except ValidationError as error:
        report_validation(error, SearchSpec, problems, "search")
        return None
    if checked.group > checked.cohort:
        problems.add(f"group must be at most cohort ({checked.cohort}), got {checked.group}", "search", "group")
        return None
    if checked.parent_told is not None and checked.parent is None:
        problems.add("parent_told has no effect without parent: take it out", "search", "parent_told")
        return None
    wrong = [name for name, policies in POLICY_KEYS.items() if name in table and checked.policy not in policies]
    for name in wrong:
        wanted = " or ".join(show(policy) for policy in POLICY_KEYS[name])
        got = show(checked.policy)
        problems.add(f"{name} has no effect unless policy is {wanted}, got policy = {got}", "search", name)
    return None if wrong else checked


DATA_KEYS = tuple(DataTable.model_fields)
SEARCH_KEYS = tuple(SearchSpec.model_fields)
