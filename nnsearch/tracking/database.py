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
        logging.getLogger(name).setLevel(logging.ERROR)  # errors reach the user as exceptions, in one line
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
    except (MlflowException, SQLAlchemyError, OSError) as error:
        shown = shown_uri(what)
        lines = str(error).replace(what, shown).strip().splitlines() or [type(error).__name__]
        raise EnvironmentRefusedError(f"MLflow at {shown} failed: {lines[0]}") from error


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
            _wait_less_for_the_disk()
            create_database(database_path(workspace))
            _look_inside(database_path(workspace))
        from mlflow import MlflowClient

        found = MlflowClient(tracking_uri=uri, registry_uri=uri)
        found.search_experiments(max_results=1)  # opens it: here, rather than in the middle of a study
        return found


@functools.cache
def _wait_less_for_the_disk() -> None:
    """Let SQLite write without waiting for the disk after every transaction.

    With a write-ahead log (:func:`create_database`) a crash of the machine may cost the last transactions, never the
    database; and the ledger has them.
    """
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    event.listen(Engine, "connect", _pragmas("synchronous = NORMAL"))


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
        EnvironmentRefusedError: if the folder cannot be written.
    """
    if path.exists():
        return
    with exclusive(path.with_name(f".{path.name}.lock")):
        if path.exists():
            return
        for left in path.parent.glob(f".{path.name}.*.tmp*"):  # by a process that was killed
            left.unlink()
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        _build_database(temporary)
        for part in ("-wal", "-shm"):  # of a database that was deleted without them: they would be played into this one
            path.with_name(path.name + part).unlink(missing_ok=True)
        temporary.rename(path)
        sync_folder(path.parent)


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
