"""The study file's reference as Markdown, made of its schema: what every key means, may be and is by default."""

from __future__ import annotations

import json
from collections.abc import Iterator

from nnsearch.search.foreign_keys import JOBS, OTHER_NAMES, OTHER_SECTIONS, RANGE_WORDS, SPACE
from nnsearch.search.settings import FLOAT_SCALES, INT_SCALES
from nnsearch.search.study_schema import REFERENCE, Schema, study_schema

HEAD = f"""# The study file

<!-- Made by `make schema` from the rules that check a study file: change those. -->

A study file is TOML with four sections, of which only `[data]` must be there. Unknown keys, impossible values and
misspelt names are reported all at once, before anything trains; `nnsearch check STUDY` reports what the file will do.

In `[network]` and `[training]` a key is a *setting*. It stands for all trials, or is searched in place:

| a setting | means |
|---|---|
| `l2 = 0.1` | this value for every trial |
| `l2 = {{ low = 1e-4, high = 10.0, scale = "log" }}` | search numbers from `low` to `high`, both included |
| `batch_size = {{ choices = [32, 64, 128] }}` | search among these values |
| `keep_prob = [0.8, 0.5]` | one setting per hidden layer, where a key says so; as many as there can be layers |

Scales of numbers are {", ".join(f"`{scale}`" for scale in FLOAT_SCALES)};
of whole numbers {", ".join(f"`{scale}`" for scale in INT_SCALES)}.
`log` spreads values evenly over orders of magnitude, `1-beta` does so for 1 minus the value, `pow2` takes powers of two
only.

The first line of a shipped or generated study file, `{REFERENCE}`, names a JSON Schema that lies
beside it: with it editors that know TOML (Even Better TOML for VS Code, or anything that runs Taplo) complete and check
keys while you write, without a network. `nnsearch init`, and `nnsearch run` of a shipped study, put the schema there.
"""


def study_reference() -> str:
    """Return the reference as the text of its file."""
    sections = study_schema()["properties"].items()
    return HEAD + "".join("\n".join(_section(name, section)) for name, section in sections) + "\n".join(_elsewhere())


def _section(name: str, section: Schema) -> Iterator[str]:
    yield f"\n## [{name}]\n"
    yield f"{section['description']}\n"
    yield "| key | value | by default | meaning |\n|---|---|---|---|"
    for key, schema in section["properties"].items():
        default = f"`{_toml(schema['default'])}`" if "default" in schema else ""
        needed = "must be there" if key in section.get("required", ()) else default
        yield f"| `{key}` | {_cell(_kinds(schema))} | {needed} | {_cell(schema['description'])} |"
    yield ""


def _elsewhere() -> Iterator[str]:
    yield "\n## Called otherwise elsewhere\n"
    yield "A key under its name in the course or in another tool is answered with its name here.\n"
    yield "| elsewhere | here |\n|---|---|"
    for here, names in OTHER_NAMES.items():
        remark = f": {here.remark}" if here.remark else ""
        yield f"| {_code(names)} | `{here.key}` in `[{here.section}]`{_cell(remark)} |"
    for section, names in OTHER_SECTIONS.items():
        yield f"| {_code(names)}, as sections | `[{section}]` |"
    yield f"| {_code(SPACE)} | ranges stand in place of values |"
    for word, names in RANGE_WORDS.items():
        yield f"| {_code(names)}, in a range | `{word}` |"
    yield f"| {_code(JOBS)} | the option `--jobs` of `nnsearch run` |"
    yield ""


def _code(names: str) -> str:
    return ", ".join(f"`{name}`" for name in names.split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _kinds(schema: Schema) -> str:
    """Say what a value may be."""
    parts = []
    for kind in schema.get("anyOf", [schema]):
        if kind.get("type") == "object":
            named = (
                "choices" if "choices" in kind["properties"] else "range" if "low" in kind["properties"] else "table"
            )
            parts.append(named)
        else:
            parts.append(_kind(kind))
    return ", ".join(dict.fromkeys(parts))


def _kind(kind: Schema) -> str:
    if "enum" in kind:
        return " or ".join(f"`{_toml(word)}`" for word in kind["enum"])
    if kind["type"] == "array":
        return "list"
    names = {"integer": "whole number", "number": "number", "boolean": "`true` or `false`", "string": "text"}
    return names[kind["type"]] + _interval(kind)


def _interval(kind: Schema) -> str:
    if "minimum" not in kind and "maximum" not in kind:
        return ""
    low, high = kind.get("minimum"), kind.get("maximum")
    left = "(" if kind.get("exclusiveMinimum") or low is None else "["
    right = ")" if kind.get("exclusiveMaximum") or high is None else "]"
    return f" in {left}{_limit(low, '-inf')}, {_limit(high, 'inf')}{right}"


def _limit(value: float | None, absent: str) -> str:
    return absent if value is None else f"{value:,}" if isinstance(value, int) else f"{value:g}"


def _toml(value: object) -> str:
    return json.dumps(value)
