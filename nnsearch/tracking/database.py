"""MLflow's database of a workspace: where it is, that it exists, and a client for it.

MLflow is imported inside the functions: the import takes more than a second, and what it must not do (report usage,
unpickle) has to be said before.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import sqlite3
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nnsearch.core.atomic_files import sync_folder
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.paths import Workspace
from nnsearch.tracking.addresses import shown_uri
from nnsearch.tracking.locks import exclusive

if TYPE_CHECKING:
    from mlflow import MlflowClient
    from sqlalchemy.pool import ConnectionPoolEntry

FILE = "mlflow.db"
ARTIFACTS = "artifacts"
ARTIFACTS_ROOT = "mlflow-artifacts:/"
"""Artifacts are named relative to whatever server shows them, so that a workspace can be moved."""

ENVIRONMENT = {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "DO_NOT_TRACK": "true",
    "MLFLOW_ALLOW_PICKLE_DESERIALIZATION": "false",
    "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true",
    "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
}
"""What MLflow is told, whoever starts it from here."""

PATIENCE = {
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "2",
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "30",
}
"""For tracking servers that do not answer, unless the user has set them: a follower tries again by itself."""

PACKAGES = {
    "psycopg": "psycopg[binary]",
    "psycopg2": "psycopg2-binary",
    "MySQLdb": "mysqlclient",
    "google": "google-cloud-storage",
    "azure": "azure-storage-blob azure-identity",
}
"""What to install for a module that MLflow or SQLAlchemy looks for; elsewhere the names are the same."""
STORES = ("boto3", "botocore", "google", "azure")
"""Modules of artifact stores, whose errors have no common base."""

_opening = threading.Lock()


def database_path(workspace: Workspace) -> Path:
    """Return where a workspace's MLflow database is; it need not exist yet."""
    return workspace.mlruns / FILE


def database_uri(workspace: Workspace) -> str:
    """Return the absolute SQLite address of a workspace's MLflow database.

    Raises:
        EnvironmentRefusedError: if the workspace's path cannot be written in such an address.
    """
    return _uri(database_path(workspace))


def _uri(path: Path) -> str:
    text = str(path.absolute())
    for letter in "?%":  # options begin at the one, the other is an escape: another file would be written
        if letter in text:
            raise EnvironmentRefusedError(f"MLflow's database cannot lie under a path with {letter!r}, got {text}")
    return f"sqlite:///{text}"


def prepare_environment() -> None:
    """Tell MLflow what it must not do, before it is imported."""
    os.environ.update(ENVIRONMENT)
    for name, value in PATIENCE.items():
        os.environ.setdefault(name, value)
    for name in ("mlflow.store.db.utils", "alembic"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # errors reach the user as exceptions, in one line
    # What MLflow uses of its own dependencies is not for our users to mend, nor to stop at under python -W error.
    warnings.filterwarnings("ignore", category=DeprecationWarning, module=r"mlflow\.|alembic\.")


@contextlib.contextmanager
def one_line_errors(what: str) -> Iterator[None]:
    """Turn what MLflow raises into one line.

    Args:
        what: names the database or server, for the message.

    Raises:
        EnvironmentRefusedError: if MLflow, its database or its server refuses.
    """
    try:
        from mlflow.exceptions import MlflowException
        from sqlalchemy.exc import SQLAlchemyError
    except ImportError as error:
        raise EnvironmentRefusedError(f"MLflow cannot be imported ({error}): reinstall nnsearch") from error
    try:
        yield
    except Exception as error:  # stores raise what they like; what is none of theirs is raised again
        if not (isinstance(error, (MlflowException, SQLAlchemyError, OSError, ImportError)) or _is_of_a_store(error)):
            raise
        shown = shown_uri(what)
        lines = str(error).replace(what, shown).strip().splitlines() or [type(error).__name__]
        raise EnvironmentRefusedError(f"MLflow at {shown} failed: {lines[0]}{_missing(error)}") from error


def _is_of_a_store(error: Exception) -> bool:
    return type(error).__module__.partition(".")[0] in STORES


def _missing(error: Exception) -> str:
    """Say what to install where a module was not found."""
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return ""
    module = error.name.partition(".")[0]
    return f": pip install {PACKAGES.get(module, module)}"


def open_client(workspace: Workspace, tracking_uri: str | None = None) -> MlflowClient:
    """Return a client for a workspace's database, made if needed, or for another tracking server.

    Args:
        workspace: where ``mlruns/`` is.
        tracking_uri: another server's address, such as ``http://host:5000``; by default the workspace's database.

    Returns:
        A client that names its server in every call; nothing global is set but the environment's hygiene.

    Raises:
        EnvironmentRefusedError: if the database cannot be made or opened, or belongs to another version of MLflow.
    """
    prepare_environment()
    uri = tracking_uri or database_uri(workspace)
    with one_line_errors(uri), _opening:
        if tracking_uri is None:
            set_up_connections()
            create_database(database_path(workspace))
            _look_inside(database_path(workspace))
        from mlflow import MlflowClient

        found = MlflowClient(tracking_uri=uri, registry_uri=uri)
        found.search_experiments(max_results=1)  # opens it: here, rather than in the middle of a study
        return found


@functools.cache
def set_up_connections() -> None:
    """Let SQLite write without waiting for the disk after every transaction, and never to a file that was deleted.

    With a write-ahead log (:func:`create_database`) a crash of the machine may cost the last transactions, never the
    database; and the ledger has them.
    """
    from sqlalchemy import event
    from sqlalchemy.engine import Engine
    from sqlalchemy.pool import Pool

    event.listen(Engine, "connect", _pragmas("synchronous = NORMAL"))
    event.listen(Pool, "connect", _note_file)
    event.listen(Pool, "checkout", _check_file)


def _note_file(connection: Any, record: ConnectionPoolEntry) -> None:  # a connection of any database's driver
    if isinstance(connection, sqlite3.Connection):
        path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
        record.info["file"] = path, file_identity(path)


def _check_file(_connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
    """Have the pool connect anew if another file has taken the place of the one that a connection has open.

    Raises:
        FileNotFoundError: if there is none: connecting would make an empty one.
    """
    from sqlalchemy.exc import DisconnectionError

    path, identity = record.info.get("file", (None, None))
    if path is None:
        return
    found = file_identity(path)
    if found is None:
        raise FileNotFoundError(f"{path.name} was deleted")
    if found != identity:
        raise DisconnectionError


def file_identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one that takes its place; ``None`` if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _pragmas(*settings: str) -> Callable[[Any, Any], None]:
    def apply(connection: Any, _record: Any) -> None:  # a connection of any database's driver
        if isinstance(connection, sqlite3.Connection):
            for setting in settings:
                connection.execute(f"PRAGMA {setting}")

    return apply


def _look_inside(path: Path) -> None:
    # MLflow would try for a minute and a half to open what cannot be opened.
    try:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise EnvironmentRefusedError(
            f"MLflow's database {path} cannot be opened ({error}): move it away, then nnsearch sync writes it anew"
        ) from error


def create_database(path: Path) -> None:
    """Make an empty MLflow database unless there is one; several processes may try at once.

    It is built beside its place and then renamed, so that a database is whole or absent. It has a write-ahead log:
    whoever reads it, such as a server, is not in the way of whoever writes it.

    Args:
        path: of the database.

    Raises:
        OSError: if the folder cannot be made.
        EnvironmentRefusedError: if it cannot be written.
    """
    if _is_made(path):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(path.with_name(f".{path.name}.lock")):
        if _is_made(path):
            return
        for left in path.parent.glob(f".{path.name}.*.tmp*"):  # by a process that was killed
            left.unlink()
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        _build_database(temporary)
        for part in ("-wal", "-shm"):  # of a database that was deleted without them: they would be played into this one
            path.with_name(path.name + part).unlink(missing_ok=True)
        temporary.rename(path)
        sync_folder(path.parent)


def _is_made(path: Path) -> bool:
    """Whether there is a database; who connects to one that was deleted leaves an empty file."""
    return path.exists() and path.stat().st_size > 0


def _build_database(path: Path) -> None:
    from mlflow.store.tracking.sqlalchemy_store import SqlAlchemyStore
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    careless = _pragmas("synchronous = OFF", "journal_mode = MEMORY")  # nobody knows the file before it is whole
    event.listen(Engine, "connect", careless)
    try:
        store = SqlAlchemyStore(_uri(path), ARTIFACTS_ROOT)  # type: ignore[no-untyped-call]  # MLflow's gap
        store.engine.dispose()
    finally:
        event.remove(Engine, "connect", careless)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with path.open("rb") as file:
        os.fsync(file.fileno())
