"""Pages that are one file and load nothing: a template, words, figures and the scripts that draw them.

Words reach the page through the template's escaping, figures as JSON. Writes no file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from nnsearch import __version__
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.reports.figures import Figure


def render_page(template: str, scripts: Sequence[str], words: Mapping[str, Any], figures: Mapping[str, Figure]) -> str:
    """Fill a template.

    Args:
        template: a file of ``nnsearch/reports/page`` that extends ``base.html``.
        scripts: files there that run after the one that draws the figures.
        words: what the template shows; ``heading``, ``kind``, ``lead`` and ``sections`` (ids and titles) for the base.
        figures: by the name that the template gives their places.

    Returns:
        The HTML of one self-contained page.

    Raises:
        EnvironmentRefusedError: if Jinja or plotly is not installed.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
        from markupsafe import Markup
        from plotly.offline import get_plotlyjs
    except ImportError as error:
        raise EnvironmentRefusedError(f"the page cannot be made ({error}): reinstall nnsearch") from error
    environment = Environment(
        loader=PackageLoader("nnsearch.reports", "page"), autoescape=True, undefined=StrictUndefined
    )
    page = files("nnsearch.reports") / "page"
    own = {name: (page / name).read_text(encoding="utf-8") for name in ("page.css", "figures.js", *scripts)}
    return environment.get_template(template).render(
        words,
        version=__version__,
        css=Markup(own.pop("page.css")),  # noqa: S704 - the package's own file
        scripts=[Markup(text) for text in own.values()],  # noqa: S704 - the package's own files
        plotly=Markup(get_plotlyjs()),  # noqa: S704 - plotly's own file
        figures=Markup(script_json(figures)),  # noqa: S704 - script_json escapes what could end the element
    )


def script_json(value: object) -> str:
    r"""Write JSON that may stand inside a ``<script>`` element.

    >>> script_json({"class": "</script>"})
    '{"class":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
