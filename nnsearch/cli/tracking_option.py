"""``--tracking-uri``, wherever MLflow is written to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from nnsearch.core.errors import SettingsError
from nnsearch.tracking.addresses import TRACKING_URI_VARIABLE, check_tracking_uri

Function = TypeVar("Function", bound=Callable[..., Any])


def _check(context: click.Context, _option: click.Parameter, uri: str | None) -> str | None:
    if uri is None:
        return None
    try:
        return check_tracking_uri(uri)
    except SettingsError as error:
        if named_by_option(context):
            raise
        raise SettingsError(f"{TRACKING_URI_VARIABLE}: {error}") from None


def named_by_option(context: click.Context) -> bool:
    """Whether a command line names a tracking server itself, not only the environment does."""
    return context.get_parameter_source("tracking_uri") is ParameterSource.COMMANDLINE


def tracking_uri_option(function: Function) -> Function:
    """Add ``--tracking-uri``: another server than the workspace's database."""
    return click.option(
        "--tracking-uri",
        metavar="URI",
        envvar=TRACKING_URI_VARIABLE,
        show_envvar=True,
        callback=_check,
        help="Another tracking server, such as http://host:5000.",
    )(function)
