"""Numbers, names and durations as a person reads them. Plain text in and out; nothing here knows a terminal."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from nnsearch.training.objectives import OBJECTIVES

OUTCOMES = ("complete", "early_stopped", "pruned", "diverged", "failed")
"""How a trial can end, in the order in which a person wants to read it."""

_BYTES = ("B", "kB", "MB", "GB", "TB")


def format_duration(seconds: float) -> str:
    """Format a time span.

    Args:
        seconds: >= 0.

    >>> format_duration(0.04), format_duration(4.26), format_duration(80), format_duration(7320)
    ('0.04 s', '4.3 s', '1 m 20 s', '2 h 2 m')
    """
    if seconds < 0.995:
        return f"{seconds:.2f} s"
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} m {whole % 60} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} m"


def format_objective(value: float | None, metric: str) -> str:
    """Format an objective or an error of a learning curve.

    Args:
        value: what was measured; ``None`` if there is none.
        metric: a name of :data:`nnsearch.training.objectives.OBJECTIVES`; shares are shown in percent.

    >>> format_objective(0.01671, "error"), format_objective(53.8123, "rmse"), format_objective(None, "error")
    ('1.67 %', '53.81', '-')
    """
    if value is None:
        return "-"
    if not math.isfinite(value):
        return str(value)
    return f"{100 * value:.2f} %" if OBJECTIVES[metric].share else f"{value:.4g}"


def metric_name(metric: str) -> str:
    """Name what an objective is, in words.

    >>> metric_name("rmse"), metric_name("balanced_error")
    ('dev RMSE', 'dev balanced error')
    """
    return f"dev {OBJECTIVES[metric].words}"


def format_value(value: object) -> str:
    """Format a hyperparameter's value: few digits, but enough of them near 1, where ``1 - value`` is what counts.

    >>> [format_value(value) for value in (0.0032123, 0.83123, 0.99954, 0.0, 64, True, "relu")]
    ['3.2e-03', '0.831', '0.99954', '0', '64', 'yes', 'relu']
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _format_float(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(format_value(item) for item in value)
    return "-" if value is None else printable(str(value))


def _format_float(value: float) -> str:
    if not math.isfinite(value) or value == 0:
        return f"{value:g}"
    if 0.9 < value < 1:
        digits = max(3, 1 - math.floor(math.log10(1 - value)))
        return f"{value:.{digits}f}".rstrip("0")
    return f"{value:.3g}" if 0.1 <= abs(value) < 1e4 else f"{value:.1e}"


def format_units(hidden: Sequence[int]) -> str:
    """Format the widths of a network's hidden layers.

    >>> format_units([128, 64]), format_units([])
    ('128-64', 'none')
    """
    return "-".join(str(units) for units in hidden) or "none"


def format_count(count: int) -> str:
    """Format a whole number.

    >>> format_count(60000)
    '60,000'
    """
    return f"{count:,}"


def format_bytes(count: float) -> str:
    """Format an amount of memory.

    >>> format_bytes(1839872), format_bytes(12)
    ('1.8 MB', '12 B')
    """
    power = 0
    while count >= 999.5 and power < len(_BYTES) - 1:
        count, power = count / 1000, power + 1
    return f"{count:.0f} {_BYTES[power]}" if power == 0 or count >= 99.5 else f"{count:.1f} {_BYTES[power]}"


def format_setting(setting: Any) -> str:  # a setting as JSON is a scalar, a list or a table
    """Format what a study file says about one hyperparameter.

    Args:
        setting: what :func:`nnsearch.search.settings.as_json` returned.

    >>> format_setting({"low": 1e-4, "high": 0.1, "scale": "log"}), format_setting({"choices": [32, 64]})
    ('1.0e-04 to 0.1', '32, 64')
    """
    if isinstance(setting, Mapping) and "choices" in setting:
        return format_value(setting["choices"])
    if isinstance(setting, Mapping):
        return f"{format_value(setting['low'])} to {format_value(setting['high'])}"
    return format_value(setting)


def format_outcomes(counts: Mapping[str, int]) -> str:
    """List how trials ended.

    >>> format_outcomes({"pruned": 51, "complete": 13})
    '13 complete, 51 pruned'
    """
    known = [name for name in OUTCOMES if counts.get(name)]
    other = sorted(name for name in counts if name not in OUTCOMES and counts[name])
    return ", ".join(f"{counts[name]} {name.replace('_', ' ')}" for name in [*known, *other]) or "none yet"


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Count things.

    Args:
        count: how many.
        noun: what one is called.
        nouns: what several are called, if not ``noun`` with an s.

    >>> plural(1, "cohort"), plural(1200, "network"), plural(2, "class", "classes")
    ('1 cohort', '1,200 networks', '2 classes')
    """
    return f"{format_count(count)} {noun if count == 1 else nouns or noun + 's'}"


def printable(text: str) -> str:
    r"""Make a name that came from data harmless to a terminal and to a table.

    >>> printable("a\x1b[31mb\nc")
    'a\\x1b[31mb\\nc'
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def json_ready(value: object) -> object:
    """Replace what JSON has no number for (nan, inf) by ``None``, all the way down.

    >>> json_ready({"curve": (1.0, float("inf"))})
    {'curve': [1.0, None]}
    """
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): json_ready(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [json_ready(item) for item in value]
    return value
