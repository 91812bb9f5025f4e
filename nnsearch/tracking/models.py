"""A study's best network as an MLflow model: a folder that loads with NumPy and MLflow, and its place in the registry.

The model is code and an npz: nothing in it is pickled.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nnsearch.core.atomic_files import write_bytes
from nnsearch.core.errors import EnvironmentRefusedError, SettingsError
from nnsearch.core.paths import Workspace
from nnsearch.search.study import Study
from nnsearch.tracking import served_model
from nnsearch.tracking.artifacts import artifact_folder, place_of
from nnsearch.tracking.database import database_uri, one_line_errors, open_client, prepare_environment
from nnsearch.tracking.locks import exclusive
from nnsearch.tracking.onnx_model import input_names, onnx_model
from nnsearch.tracking.projection import sync_lock
from nnsearch.tracking.standing import STUDY_ID, TRIAL
from nnsearch.tracking.winner import example_rows, serve_best

if TYPE_CHECKING:
    import pandas as pd
    from mlflow import MlflowClient
    from mlflow.entities.model_registry import ModelVersion
    from mlflow.models import ModelSignature

    from nnsearch.tracking.served_model import ServedNetwork

ALIAS = "champion"
"""``models:/<study>@champion`` is the study's best network."""
FOLDER = "model"
"""Beginning of a model's folder among the artifacts of the study's run; its trial's number ends it."""
ONNX_FILE = "model.onnx"


@dataclass(frozen=True)
class Registration:
    """A study's champion in MLflow's registry.

    Args:
        name: of the registered model: the study's.
        version: of the model.
        trial: whose network it is.
        new: whether it was registered now.
    """

    name: str
    version: str
    trial: int
    new: bool


def export_model(study: Study, folder: Path) -> None:
    """Write a study's best network as an MLflow model.

    Args:
        study: with at least one trial that was trained to its end.
        folder: must not exist, or be empty; whole or not there afterwards.

    Raises:
        SettingsError: if the folder holds something, or cannot be made where it is meant to be.
        LedgerError: if there is no complete trial.
        DataError: if the data, which tells how inputs are scaled, cannot be read any more.
        StudyFileError: if the data has changed since the study began.
        EnvironmentRefusedError: if MLflow or the disk refuses.
    """
    with _quiet(), _new_folder(folder) as (work, built):
        _build(study, work, built)


def export_onnx(study: Study, folder: Path) -> dict[str, list[str]]:
    """Write a study's best network as ``model.onnx``.

    Args:
        study: with at least one trial that was trained to its end.
        folder: must not exist, or be empty; whole or not there afterwards.

    Returns:
        The columns of the data that each input of the model holds, in their order.

    Raises:
        SettingsError: if the folder holds something, or cannot be made where it is meant to be.
        LedgerError: if there is no complete trial.
        DataError: if the data, which tells how inputs are scaled, cannot be read any more.
        StudyFileError: if the data has changed since the study began.
        EnvironmentRefusedError: if the package onnx is not installed, or the disk refuses.
    """
    with _disk_errors(), _new_folder(folder) as (_, built):
        network, _ = serve_best(study)
        content = onnx_model(network).SerializeToString()
        built.mkdir()
        write_bytes(built / ONNX_FILE, content)
    return input_names(network.about["columns"])


@contextlib.contextmanager
def _new_folder(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give a place to work in and one beside it to build in, which becomes the folder in the end.

    Raises:
        SettingsError: if the folder holds something, or cannot be made where it is meant to be.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise SettingsError(f"a model's folder must be new or empty, got {folder}")
    if not folder.parent.is_dir():
        raise SettingsError(f"a model's folder must be in a folder that exists, there is no {folder.parent}")
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
        built = Path(temporary) / "model"
        yield Path(temporary), built
        if folder.is_dir():
            folder.rmdir()
        built.rename(folder)


@contextlib.contextmanager
def _disk_errors() -> Iterator[None]:
    """Say in one line that a model cannot be written.

    Raises:
        EnvironmentRefusedError: if the disk refuses.
    """
    try:
        yield
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot write the model: {error}") from error


def register_champion(
    workspace: Workspace, name: str, client: MlflowClient | None = None, *, tracking_uri: str | None = None
) -> Registration:
    """Register a study's best network as ``models:/<study>@champion``, unless it is registered already.

    Args:
        workspace: where the study is.
        name: of the study, or the path of its file; its runs must have been written to MLflow.
        client: of the tracking server; by default one is made.
        tracking_uri: another tracking server's address.

    Returns:
        The registration.

    Raises:
        StudyNameError: if no study of that name has been started.
        LedgerError: if it has no complete trial, or MLflow does not have its run.
        DataError: if the data, which tells how inputs are scaled, cannot be read any more.
        StudyFileError: if the data has changed since the study began.
        EnvironmentRefusedError: if MLflow or the disk refuses.
    """
    study = Study(workspace.existing_study(name))
    best = study.best.number
    used = client or open_client(workspace, tracking_uri)
    server = tracking_uri or database_uri(workspace)
    with exclusive(sync_lock(study.paths, tracking_uri)), one_line_errors(server):
        place = place_of(used, study)
        identity = {STUDY_ID: place.study_id, TRIAL: str(best)}
        version = _find_version(used, study.name, place.run_id, identity)
        new = version is None
        if version is None:
            source = _store(study, workspace if tracking_uri is None else None, used, place.run_id)
            if not used.search_registered_models(f"name = '{study.name}'"):
                used.create_registered_model(study.name)
            version = used.create_model_version(study.name, source, place.run_id, tags=identity)
        number = str(version.version)
        aliases = used.get_registered_model(study.name).aliases
        if str(aliases.get(ALIAS)) != number:
            used.set_registered_model_alias(study.name, ALIAS, number)
    return Registration(study.name, number, best, new)


def _find_version(client: MlflowClient, name: str, run_id: str, identity: dict[str, str]) -> ModelVersion | None:
    for version in client.search_model_versions(f"name = '{name}'"):
        if version.run_id == run_id and all(version.tags.get(key) == value for key, value in identity.items()):
            found: ModelVersion = version
            return found
    return None


def _store(study: Study, own: Workspace | None, client: MlflowClient, run_id: str) -> str:
    """Put the model among the artifacts of the study's run; return its address.

    Each trial's model has a folder of its own, which is written once: earlier versions keep pointing at theirs.
    """
    name = f"{FOLDER}-{study.best.number}"
    if own is None:
        with tempfile.TemporaryDirectory(prefix="nnsearch-") as temporary:
            export_model(study, Path(temporary) / name)
            client.log_artifacts(run_id, str(Path(temporary) / name), name)
    else:
        folder = artifact_folder(own, client, run_id)
        _remove_unfinished(folder)
        if not (folder / name).is_dir():  # whole if it is there: it was built aside and renamed
            export_model(study, folder / name)
    return f"{client.get_run(run_id).info.artifact_uri}/{name}"


def _remove_unfinished(folder: Path) -> None:
    """Remove what a process that was killed was building; the caller holds the lock."""
    for left in folder.glob(f".{FOLDER}-*"):
        shutil.rmtree(left, ignore_errors=True)


def _build(study: Study, work: Path, target: Path) -> None:
    import mlflow
    import numpy as np
    import pandas as pd

    network, data = serve_best(study)
    arrays = work / f"{served_model.NETWORK}.npz"
    network.save(arrays)
    example = pd.DataFrame(example_rows(data))
    with one_line_errors(str(target)):
        mlflow.pyfunc.save_model(
            str(target),
            python_model=served_model.__file__,
            artifacts={served_model.NETWORK: str(arrays)},
            signature=_signature(network, pd.DataFrame(network.predict(example))),
            input_example=example,
            pip_requirements=[f"mlflow=={mlflow.__version__}", f"numpy=={np.__version__}"],
            metadata={"study": study.name, "trial": network.about["trial"], "data": data.fingerprint},
        )
        _forget_this_machine(target)


def _signature(network: ServedNetwork, predicted: pd.DataFrame) -> ModelSignature:
    """Name the columns that go in, and say what comes out.

    The model itself checks cells. MLflow's types would refuse rows of the very table it was trained on: whole numbers
    where the example has fractions, categories written as numbers, booleans that a reader of tables made of words.
    """
    from mlflow.models import ModelSignature, infer_signature
    from mlflow.types.schema import AnyType, ColSpec, Schema

    anything = AnyType()  # type: ignore[no-untyped-call]  # MLflow does not say
    inputs = Schema([ColSpec(anything, name) for name in network.columns])
    return ModelSignature(inputs=inputs, outputs=infer_signature(predicted).inputs)


def _forget_this_machine(folder: Path) -> None:
    """Replace the absolute paths that MLflow notes by names: folders can move, and are nobody else's business."""
    from mlflow.models import Model

    model = Model.load(str(folder))
    flavor = model.flavors["python_function"]
    flavor["model_code_path"] = Path(flavor["model_code_path"]).name
    for artifact in flavor["artifacts"].values():
        artifact["uri"] = artifact["path"]
    model.save(str(folder / "MLmodel"))


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep to ourselves what MLflow has to say while it writes a model: progress bars, advice to its authors.

    Raises:
        EnvironmentRefusedError: if the disk refuses.
    """
    prepare_environment()
    os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"
    logger = logging.getLogger("mlflow")
    level = logger.level
    try:
        with _disk_errors(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import mlflow.pyfunc  # noqa: F401 - sets the level itself when it is first imported

            level = logger.level
            logger.setLevel(logging.WARNING)
            yield
    finally:
        logger.setLevel(level)
