"""The study file as a JSON Schema, for editors: made of the rules that check a file, so that the two cannot differ.

Draft 4, which is what the TOML editors' checker (Taplo) knows. A schema says less than the parser: that ``low`` is
below ``high``, or that a key has an effect beside another, only ``nnsearch check`` finds.
"""

from __future__ import annotations

import inspect
import json
import math
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from nnsearch.data.spec import DataSpec
from nnsearch.search.flat_sections import DURATION, DataTable, SearchSpec
from nnsearch.search.sections import (
    DEFAULT_EPOCHS,
    DEFAULT_HIDDEN,
    EPOCHS,
    FIRST_EPOCH,
    default_setting,
)
from nnsearch.search.settings import FLOAT_SCALES, INT_SCALES
from nnsearch.training.hyperparameters import (
    HYPERPARAMETERS,
    LAYERS,
    OUTPUT_NAMES,
    UNITS,
    Hyperparameter,
    Hyperparameters,
    Section,
)

FILE_NAME = "study.schema.json"
"""Of the schema, in the package and beside study files."""
REFERENCE = f"#:schema ./{FILE_NAME}"
"""First line of a study file: where editors find the schema, from the file's own folder."""

Schema = dict[str, Any]
"""JSON."""

OWN_WORDS = {
    "hidden": "hidden layers, input side first: a list of settings of their units, or a table of layers (how many) and "
    "units (of each). An empty list is logistic or softmax regression.",
    "output": "activation of the output layer; by default what fits the data.",
    "epochs": "passes over the training set that a network gets at most.",
    "time": 'a duration such as "90s", "10m" or "2h" after which no further cohort is asked.',
}
"""Of keys that no docstring describes as a file has them."""


def study_schema() -> Schema:
    """Return the schema of a study file."""
    return {
        "$schema": "http://json-schema.org/draft-04/schema#",
        "title": "nnsearch study file",
        "type": "object",
        "additionalProperties": False,
        "required": ["data"],
        "properties": {
            "data": _flat(DataTable, documented(DataSpec), "Which data, and how it is split and scaled."),
            "network": _table("network", "Hidden layers, and hyperparameters of the network."),
            "training": _table("training", "Epochs, and hyperparameters of the trainer."),
            "search": _flat(SearchSpec, documented(SearchSpec) | OWN_WORDS, "How to search, and when to stop."),
        },
    }


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(study_schema(), indent=1, ensure_ascii=False) + "\n"


def documented(described: type) -> dict[str, str]:
    """Return what a class's docstring says of its arguments, by name, as one line each.

    Args:
        described: a class with a Google-style docstring.
    """
    text = inspect.cleandoc(described.__doc__ or "").partition("\nArgs:\n")[2]
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        start = re.match(r" {4}(\w+): (.*)", line)
        if start:
            name = start[1]
            found[name] = start[2]
        elif name and line.startswith(" " * 8):
            found[name] += f" {line.strip()}"
        elif line and not line.startswith(" "):
            break
    return {name: _in_the_files_words(words) for name, words in found.items()}


def _in_the_files_words(words: str) -> str:
    """Say what Python calls ``None`` as TOML has to."""
    plain = words.replace("``", "`").replace(", or `None`", "").replace("`None` follows", "left out, it follows")
    return plain.replace("`None` for", "`false` for")


def _flat(model: type[BaseModel], words: Mapping[str, str], meaning: str) -> Schema:
    """Describe a section of plain values by its model."""
    properties = {}
    for name, found in model.model_json_schema()["properties"].items():
        # TOML has no null: an optional key is left out.
        kinds = [kind for kind in found.get("anyOf", [found]) if kind.get("type") != "null"]
        plain = {key: value for key, value in kinds[0].items() if key in KEYWORDS}
        if name == "time":
            plain = {"type": "string", "pattern": f"^{DURATION.pattern}$"}
        default = found.get("default")
        properties[name] = _described(_draft_4(plain), words[name], default)
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    needed = {"required": required} if required else {}
    return {"description": meaning, "type": "object", "additionalProperties": False, "properties": properties} | needed


KEYWORDS = frozenset(
    (
        *("type", "enum", "items", "pattern", "exclusiveMinimum", "exclusiveMaximum"),
        *(f"{end}{what}" for end in ("min", "max") for what in ("imum", "Length", "Items")),
    )
)
"""Of what pydantic writes, what an editor needs."""


def _draft_4(schema: Schema) -> Schema:
    """Write open limits as draft 4 does: a limit, and that it is exclusive."""
    plain = dict(schema)
    for end, keyword in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if keyword in plain:
            plain[end], plain[keyword] = plain[keyword], True
    return plain


def _table(section: Section, meaning: str) -> Schema:
    """Describe a section of settings by the registry of hyperparameters."""
    words = documented(Hyperparameters) | OWN_WORDS
    properties: Schema = {}
    if section == "network":
        properties["hidden"] = _described(_hidden(), words["hidden"], list(DEFAULT_HIDDEN))
        properties["output"] = _described({"enum": list(OUTPUT_NAMES)}, words["output"])
    else:
        properties["epochs"] = _described(_value(EPOCHS), words["epochs"], DEFAULT_EPOCHS)
        pair = {"type": "array", "minItems": 2, "maxItems": 2}
        items = pair | {"items": [_value(FIRST_EPOCH), _value(HYPERPARAMETERS["learning_rate"])]}
        properties["learning_rates"] = _described(
            {"type": "array", "minItems": 1, "items": items}, words["learning_rates"]
        )
    for name, rule in HYPERPARAMETERS.items():
        if rule.section == section:
            properties[name] = _described(_layered(rule), words[name], default_setting(name).value)
    return {"description": meaning, "type": "object", "additionalProperties": False, "properties": properties}


def _described(schema: Schema, words: str, default: object = None) -> Schema:
    known = default is not None and default != []
    return {"description": words, **schema, **({"default": default} if known else {})}


def _value(rule: Hyperparameter, *, optional: bool = False) -> Schema:
    """Describe one value."""
    if rule.kind == "choice":
        return {"enum": list(rule.choices)}
    if rule.kind == "bool":
        return {"type": "boolean"}
    number: Schema = {"type": "integer" if rule.kind == "int" else "number"}
    if math.isfinite(rule.low):
        number |= {"minimum": rule.low} | ({"exclusiveMinimum": True} if rule.low_open else {})
    if math.isfinite(rule.high):
        number |= {"maximum": rule.high} | ({"exclusiveMaximum": True} if rule.high_open else {})
    return {"anyOf": [number, {"enum": [False]}]} if optional else number


def _setting(rule: Hyperparameter) -> Schema:
    """Describe a value, a range or choices."""
    value = _value(rule, optional=rule.optional)
    kinds = [*value.get("anyOf", [value])]
    if rule.kind in ("int", "float"):
        scales = INT_SCALES if rule.kind == "int" else FLOAT_SCALES
        limits = {"low": _value(rule), "high": _value(rule), "scale": {"enum": list(scales)}}
        kinds.append(_closed(limits, ["low", "high"]))
    listed = {"type": "array", "items": value, "minItems": 2, "uniqueItems": True}
    kinds.append(_closed({"choices": listed}, ["choices"]))
    return {"anyOf": kinds}


def _layered(rule: Hyperparameter) -> Schema:
    setting = _setting(rule)
    if not rule.per_layer:
        return setting
    return {"anyOf": [*setting["anyOf"], {"type": "array", "items": setting}]}


def _hidden() -> Schema:
    most = int(LAYERS.high)
    ends = {"type": "array", "items": _value(LAYERS), "minItems": 2, "maxItems": 2}
    layers = {"anyOf": [*_setting(LAYERS)["anyOf"], ends]}
    units = _setting(UNITS)
    return {
        "anyOf": [
            {"type": "array", "items": units, "maxItems": most},
            _closed({"layers": layers, "units": units}, ["layers", "units"]),
        ]
    }


def _closed(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}
