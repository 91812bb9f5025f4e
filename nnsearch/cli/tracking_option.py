"""``--tracking-uri``, wherever MLflow is written to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def _check(_context: click.Context, _option: click.Parameter, uri: str | None) -> str | None:
    if uri is None:
        return None
    from nnsearch.tracking.addresses import check_tracking_uri

    return check_tracking_uri(uri)


def tracking_uri_option(function: Function) -> Function:
    """Add ``--tracking-uri``: another server than the workspace's database."""
    return click.option(
        "--tracking-uri", metavar="URI", callback=_check, help="Another tracking server, such as http://host:5000."
    )(function)
