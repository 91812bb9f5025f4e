"""What a study's run has besides values: its data set as input, study file and versions as files, the machine.

All of it comes from ``study.json``, so that a rebuild gives it back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nnsearch.core.atomic_files import write_bytes
from nnsearch.tracking.database import ARTIFACTS_ROOT
from nnsearch.tracking.runs import KnownRun

if TYPE_CHECKING:
    from mlflow import MlflowClient

STUDY_FILE, VERSIONS = "study.toml", "versions.txt"
FILES_TAG = "nnsearch.files"
"""Tag of a study's run: which files it has been given."""
CONTEXT = "mlflow.data.context"
MOST_CLASSES = 100
"""Classes that a profile names."""
MACHINE = ("python", "system", "processor", "cores", "host")
"""Facts of ``study.json`` that become tags, after ``nnsearch.``."""


def machine_tags(meta: Mapping[str, Any]) -> dict[str, str]:
    """Return what a study ran on, as tags of its run.

    Args:
        meta: the content of ``study.json``.

    >>> machine_tags({"machine": {"python": "3.11.7", "blas": ["openblas 0.3.30"], "packages": {"numpy": "2.4.6"}}})
    {'nnsearch.python': '3.11.7', 'nnsearch.blas': 'openblas 0.3.30', 'nnsearch.numpy': '2.4.6'}
    """
    machine = meta.get("machine", {})
    tags = {f"nnsearch.{fact}": str(machine[fact]) for fact in MACHINE if machine.get(fact)}
    packages = machine.get("packages", {})
    if machine.get("blas"):
        tags["nnsearch.blas"] = ", ".join(map(str, machine["blas"]))
    if packages.get("numpy"):
        tags["nnsearch.numpy"] = str(packages["numpy"])
    if packages.get("nnsearch"):
        tags["nnsearch.version"] = str(packages["nnsearch"])
    return tags


def study_files(meta: Mapping[str, Any]) -> dict[str, str]:
    """Return the files of a study's run by name: the study file, and the versions that pip would take as constraints.

    Args:
        meta: the content of ``study.json``.
    """
    machine = meta.get("machine", {})
    packages = machine.get("packages", {})
    lines = [f"# Python {machine.get('python', '?')} on {machine.get('system', '?')}"]
    lines += [f"{name}=={version}" for name, version in sorted(packages.items()) if version]
    return {STUDY_FILE: str(meta.get("text", "")), VERSIONS: "\n".join(lines) + "\n"}


def data_profile(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what MLflow shows of a data set.

    Args:
        data: the section of ``study.json``.
    """
    parts = {part: data[part] for part in ("train", "dev", "test") if part in data}
    classes = list(data.get("classes") or [])
    profile = {"num_rows": sum(parts.values()), **parts, "num_columns": data.get("features"), "task": data["task"]}
    if classes:
        profile |= {"num_classes": len(classes), "classes": classes[:MOST_CLASSES]}
    return profile


def log_data(client: MlflowClient, run: KnownRun, meta: Mapping[str, Any]) -> bool:
    """Name a study's data set as the input of its run, unless it is named already.

    Args:
        client: of the tracking server.
        run: of the study; changed in place.
        meta: the content of ``study.json``.

    Returns:
        Whether anything was written.
    """
    data = meta["data"]
    digest = str(data["fingerprint"])
    if digest in run.datasets:
        return False
    from mlflow.entities import Dataset, DatasetInput, InputTag

    dataset = Dataset(
        name=str(data["name"]),
        digest=digest,
        source_type="code",
        source=json.dumps({"tags": {"mlflow.source.name": f"nnsearch run {meta['name']}"}}),
        profile=json.dumps(data_profile(data)),
    )
    client.log_inputs(run.run_id, datasets=[DatasetInput(dataset, [InputTag(CONTEXT, "training")])])
    run.datasets.add(digest)
    return True


def log_files(client: MlflowClient, run: KnownRun, meta: Mapping[str, Any], artifacts: Path | None) -> bool:
    """Put the study file and the versions among the artifacts of a study's run, unless they are there.

    Args:
        client: of the tracking server.
        run: of the study; changed in place.
        meta: the content of ``study.json``.
        artifacts: the workspace's folder of all artifacts, where no server is needed; ``None`` for another server.

    Returns:
        Whether anything was written.

    Raises:
        OSError: if the disk refuses.
    """
    files = study_files(meta)
    told = ", ".join(files)
    if run.tags.get(FILES_TAG) == told:
        return False
    for name, text in files.items():
        if artifacts is None:
            client.log_text(run.run_id, text, name)
        else:
            folder = artifacts / run.artifact_uri.removeprefix(ARTIFACTS_ROOT)
            folder.mkdir(parents=True, exist_ok=True)
            write_bytes(folder / name, text.encode())
    client.set_tag(run.run_id, FILES_TAG, told)
    run.tags[FILES_TAG] = told
    return True
