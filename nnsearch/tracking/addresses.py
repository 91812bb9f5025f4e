"""Addresses of tracking servers: which ones MLflow can use, and how they are shown. Imports nothing of MLflow."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import did_you_mean

SERVERS = ("http", "https")
DATABASES = ("sqlite", "postgresql", "mysql", "mssql")
OTHERS = ("databricks",)
"""Addresses that need no more than their first word."""


def check_tracking_uri(uri: str) -> str:
    """Return a tracking server's address if it can be one; whether it answers is another matter.

    Args:
        uri: such as ``http://host:5000`` or ``postgresql://user@host/mlflow``.

    Raises:
        SettingsError: if MLflow has no use for it.

    >>> check_tracking_uri("http://host:5000")
    'http://host:5000'
    """
    scheme = uri.partition(":")[0].lower()
    kind = scheme.partition("+")[0]  # a database's driver may follow
    if kind in OTHERS:
        return uri
    if kind not in (*SERVERS, *DATABASES):
        raise SettingsError(
            f"a tracking server's address must begin with one of {', '.join((*SERVERS, *DATABASES))}, "
            f"got {shown_uri(uri)!r}: " + did_you_mean(kind, (*SERVERS, *DATABASES))
        )
    try:
        parts = urlsplit(uri)
        whole = bool(parts.hostname) and parts.port != 0 if kind in SERVERS else "://" in uri
    except ValueError:  # of the port
        whole = False
    if not whole or any(letter.isspace() for letter in uri):
        example = "http://host:5000" if kind in SERVERS else f"{kind}://..."
        raise SettingsError(f"a tracking server's address must look like {example}, got {shown_uri(uri)!r}")
    return uri


def shown_uri(uri: str) -> str:
    """Return an address as messages show it: without its password.

    >>> shown_uri("postgresql://me:secret@host/mlflow")
    'postgresql://me:***@host/mlflow'
    """
    scheme, mark, rest = uri.partition("://")
    user, at, host = rest.rpartition("@")
    name, colon, _ = user.partition(":")
    return f"{scheme}{mark}{name}:***{at}{host}" if colon else uri


def destination_key(uri: str) -> str:
    """Return a short name for the place an address leads to, which tells nothing of the password in it.

    >>> destination_key("http://me:secret@host:5000/") == destination_key("http://HOST:5000")
    True
    """
    parts = urlsplit(uri)
    place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}{parts.path.rstrip('/')}"
    return hashlib.sha256(place.encode()).hexdigest()[:12]
