"""Addresses of tracking servers: which ones MLflow can use, and how they are shown. Imports nothing of MLflow."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlsplit

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import did_you_mean

TRACKING_URI_VARIABLE = "NNSEARCH_TRACKING_URI"
"""Environment variable that stands in for ``--tracking-uri``: command lines are shown to every user of a machine."""
SERVERS = ("http", "https")
DATABASES = ("sqlite", "postgresql", "mysql", "mssql")
OTHERS = ("databricks",)
"""Addresses that need no more than their first word."""
PLACES = frozenset(
    {"host", "hostaddr", "port", "dbname", "service", "unix_socket"}
    | {"server", "address", "addr", "network address", "database", "dsn", "filedsn"}
)
"""What of an address's query leads to another database, in the words of PostgreSQL, MySQL and ODBC."""
ODBC = "odbc_connect"
"""A whole list of settings in one, the password among them: ``Server=host;Database={x};UID=me;PWD=...``."""

_PASSWORD = re.compile(r"^(\w[\w+.-]*://)?+([^:@]*):.*@", re.DOTALL)
_USER = re.compile(r"^(\w[\w+.-]*://)[^:/?@]*:[^@]*@")  # as SQLAlchemy reads it: a password may hold "/" and "?"
_ODBC_SETTING = re.compile(r"([^;={}]+)=(\{(?:[^}]|\}\})*\}|[^;]*)")


def address_variable(uri: str | None) -> dict[str, str]:
    """Return the environment that tells a process of ours a tracking server's address, or that there is none.

    Args:
        uri: the address; ``None`` for the workspace's own database, whatever this process has inherited.
    """
    return {TRACKING_URI_VARIABLE: uri or ""}  # empty is as good as not set


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
    """Return an address as messages show it: without its password, and without its query, where another may be.

    >>> shown_uri("postgresql://me:secret@host/mlflow")
    'postgresql://me:***@host/mlflow'
    >>> shown_uri("postgresql://host/mlflow?user=me&password=secret")
    'postgresql://host/mlflow?***'
    >>> shown_uri("mssql+pyodbc:///?odbc_connect=Server%3Dhost%3BPWD%3Dsecret")
    'mssql+pyodbc:///?***'
    """
    place, mark, query = uri.partition("?")
    if "@" in query:  # the "?" may be of a password
        return f"{uri.partition(':')[0]}://***"
    return _PASSWORD.sub(r"\1\2:***@", place) + ("?***" if mark else "")


def destination_key(uri: str) -> str:
    """Return a short name for the place an address leads to, which tells nothing of the user and password in it.

    Of its query only :data:`PLACES` count, as a digest of a password can be guessed.

    >>> destination_key("http://me:secret@host:5000/") == destination_key("http://HOST:5000")
    True
    >>> destination_key("postgresql:///db?host=/a&password=x") == destination_key("postgresql:///db?host=/b&password=x")
    False
    """
    parts = urlsplit(_USER.sub(r"\1", uri))
    place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}{parts.path.rstrip('/')}"
    settings = parse_qsl(parts.query)
    odbc = [setting for name, value in settings if name == ODBC for setting in _ODBC_SETTING.findall(value)]
    named = sorted((name.strip().lower(), value) for name, value in settings + odbc)
    place += "".join(f"\n{name}={value}" for name, value in named if name in PLACES)
    return hashlib.sha256(place.encode()).hexdigest()[:12]
