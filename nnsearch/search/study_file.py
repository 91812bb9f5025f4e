"""Study files: TOML in, a checked :class:`StudySpec` out, or every problem of the file at once.

Reads nothing but the file: whether the data exists and fits is the data layer's business.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nnsearch.core.errors import StudyFileError
from nnsearch.core.names import did_you_mean, nearest, validate_study_name
from nnsearch.data.sources import SOURCE_NAMES, is_path
from nnsearch.data.spec import DataSpec
from nnsearch.search.effects import find_ineffective, find_warnings
from nnsearch.search.flat_sections import DATA_KEYS, SEARCH_KEYS, SearchSpec, parse_data, parse_search
from nnsearch.search.foreign_keys import where_it_belongs
from nnsearch.search.policies import plan_of
from nnsearch.search.sections import NetworkSpec, TrainingSpec, parse_network, parse_training, section_keys
from nnsearch.search.settings import Layered, as_json
from nnsearch.search.study_file_errors import LONGEST, Problems, one_line, show
from nnsearch.search.toml_text import to_toml

SECTIONS = {
    "data": DATA_KEYS,
    "network": section_keys("network"),
    "training": section_keys("training"),
    "search": SEARCH_KEYS,
}
"""The keys of each section."""

LIMITS = ("search.trials", "search.time", "search.target", "search.patience", "search.keep", "search.rounds")
"""Where a study ends and how much it keeps: these may change between a run and its resume, nothing else may."""


@dataclass(frozen=True)
class StudySpec:
    """A checked study file.

    Args:
        name: the study's name.
        text: the TOML source.
        data: which data.
        network: hidden layers and the network's hyperparameters.
        training: epochs and the trainer's hyperparameters.
        search: how to search, and when to stop.
        warnings: lines a user should read before running it.
    """

    name: str
    text: str
    data: DataSpec
    network: NetworkSpec
    training: TrainingSpec
    search: SearchSpec
    warnings: tuple[str, ...] = ()

    @classmethod
    def from_dict(
        cls, table: Mapping[str, Any], *, name: str, file: str = "<dict>", text: str | None = None
    ) -> StudySpec:
        """Check a study given as the nested dictionary that its TOML would be.

        Args:
            table: sections by name.
            name: the study's name.
            file: how the source is called in the messages.
            text: the TOML source; written from ``table`` if there is none.

        Returns:
            The study.

        Raises:
            StudyFileError: with one line per problem, all of them.
            StudyNameError: if the name is not allowed.

        >>> StudySpec.from_dict({"data": {"source": "digits"}}, name="first").search.trials
        64
        """
        validate_study_name(name)
        problems = Problems(file)
        tables = _split_sections(table, problems)
        data = _parse_source(tables["data"], problems) if tables["data"] is not None else None
        network = parse_network(tables["network"] or {}, problems)
        training = parse_training(tables["training"] or {}, problems)
        search = parse_search(tables["search"] or {}, problems)
        find_ineffective(network, training, problems)
        if search is not None and search.policy == "screen" and search.screen_epochs >= training.epochs:
            rule = f"screen_epochs must be below training.epochs ({training.epochs})"
            problems.add(f"{rule}, got {search.screen_epochs}", "search", "screen_epochs")
        problems.raise_if_any()
        if data is None or search is None:
            raise StudyFileError(f"the file could not be read as a study ({file})")
        source = to_toml(table) if text is None else text
        return cls(name, source, data, network, training, search, find_warnings(network, training))

    @property
    def settings(self) -> dict[str, Layered]:
        """Every hyperparameter's setting by name, in the registry's order; hidden layers are apart."""
        return {**self.network.settings, **self.training.settings}

    @property
    def rung_epochs(self) -> tuple[int, ...]:
        """Epochs at which weak trials of the first cohort stop, ascending; the last is all epochs."""
        return plan_of(self.search, self.training.epochs).rungs

    def resolved(self) -> dict[str, Any]:
        """Return everything the study is, defaults filled in, as JSON-ready types in a fixed order."""
        hidden = self.network.hidden
        return {
            "data": self.data.resolved(),
            "network": {
                "hidden": {"layers": as_json(hidden.layers), "units": as_json(hidden.units)},
                "output": self.network.output,
                **{name: as_json(setting) for name, setting in self.network.settings.items()},
            },
            "training": {
                "epochs": self.training.epochs,
                **{name: as_json(setting) for name, setting in self.training.settings.items()},
                "learning_rates": [list(pair) for pair in self.training.learning_rates],
            },
            "search": self.search.model_dump(),
        }


def parse_study(text: str, *, file: str = "<string>", name: str) -> StudySpec:
    """Check the text of a study file.

    Args:
        text: TOML.
        file: how the file is called in the messages.
        name: the study's name.

    Returns:
        The study.

    Raises:
        StudyFileError: with one line per problem, all of them.
        StudyNameError: if the name is not allowed.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = one_line(str(error).replace("(at ", "("), longest=200)
        raise StudyFileError(f"a study file must be TOML: {reason} ({file})") from error
    except RecursionError as error:
        raise StudyFileError(f"a study file must be TOML of few levels, got one nested too deeply ({file})") from error
    except ValueError as error:
        # tomllib leaves numbers and dates to Python, whose refusals are not TOMLDecodeErrors.
        raise StudyFileError(f"a study file must be TOML, got an impossible number or date ({file})") from error
    return StudySpec.from_dict(table, name=name, file=file, text=text)


def load_study(path: Path) -> StudySpec:
    """Read and check a study file; the study is named like the file.

    Args:
        path: ends in ``.toml``.

    Returns:
        The study.

    Raises:
        StudyFileError: if the file cannot be read, or with one line per problem.
        StudyNameError: if the file's name is no allowed study name.
    """
    name = validate_study_name(path.stem)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        there = nearest(path.name, (other.name for other in path.parent.glob("*.toml")))[:5]
        listed = f"TOML files there: {', '.join(there)}" if there else f"no TOML files are in {path.parent}"
        raise StudyFileError(f"no such study file: {path}; {listed}") from error
    except OSError as error:
        raise StudyFileError(f"cannot read the study file {path}: {error.strerror or error}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        bad = f"byte 0x{content[error.start]:02x} in line {line}"
        raise StudyFileError(f"a study file must be UTF-8 text, got {bad} ({path})") from error
    return parse_study(text, file=str(path), name=name)


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """List what differs between two resolved studies.

    Args:
        old: what :meth:`StudySpec.resolved` returned then.
        new: what it returns now.

    Returns:
        Lines such as ``training.l2: 0.0 -> 0.01``, sorted by key; empty if nothing differs.

    >>> differences({"search": {"trials": 32}}, {"search": {"trials": 64}})
    ['search.trials: 32 -> 64']
    """
    before, after = dict(_leaves(old)), dict(_leaves(new))
    keys = sorted(before.keys() | after.keys())
    changed = [key for key in keys if key not in before or key not in after or before[key] != after[key]]
    return [f"{key}: {_word(before, key)} -> {_word(after, key)}" for key in changed]


def settings_in_words(resolved: Mapping[str, Any]) -> dict[str, str]:
    """List what a resolved study says, by path, as :func:`differences` writes it.

    >>> settings_in_words({"search": {"time": None, "trials": 32}})
    {'search.time': 'unset', 'search.trials': '32'}
    """
    return {key: _plain(value) for key, value in _leaves(resolved)}


def is_section(value: object) -> bool:
    """Whether a value of a resolved study holds others, rather than being a setting with a range or choices."""
    return isinstance(value, Mapping) and "low" not in value and "choices" not in value


def _leaves(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if is_section(value):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _word(leaves: Mapping[str, Any], key: str) -> str:
    if key not in leaves:
        return "absent"
    return _plain(leaves[key])


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_plain(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_plain(item) for item in value) + "]"
    if value is None:
        return "unset"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _split_sections(table: Mapping[str, Any], problems: Problems) -> dict[str, Mapping[str, Any] | None]:
    tables: dict[str, Mapping[str, Any] | None] = dict.fromkeys(SECTIONS)
    for key, value in table.items():
        if key not in SECTIONS:
            problems.add_unknown(key, SECTIONS, hint=where_it_belongs(str(key), None, SECTIONS))
        elif isinstance(value, Mapping):
            tables[key] = _known_keys(key, value, problems)
        else:
            problems.add(f"[{key}] must be one table, got {show(value)}", key)
    if "data" not in table:
        problems.add('a study must have a [data] section with a source, such as source = "digits"')
    return tables


def _known_keys(section: str, table: Mapping[str, Any], problems: Problems) -> dict[str, Any]:
    valid = SECTIONS[section]
    for name in table:
        if name not in valid:
            problems.add_unknown(name, valid, section, hint=where_it_belongs(str(name), section, SECTIONS))
    return {name: value for name, value in table.items() if name in valid}


def _parse_source(table: Mapping[str, Any], problems: Problems) -> DataSpec | None:
    source = table.get("source")
    # A path's file may appear later and elsewhere: only loading looks at the disk.
    if isinstance(source, str) and source and source not in SOURCE_NAMES and not is_path(source):
        hint = did_you_mean(source[:LONGEST], SOURCE_NAMES)
        rule = "source must be built-in data or a path (.csv, .tsv, .parquet, .npz or folder/)"
        problems.add(f"{rule}, got {show(source)}: {hint}", "data", "source")
    return parse_data(table, problems)
