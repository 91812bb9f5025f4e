"""Where things lie in a workspace: study files, their ledgers beside them, MLflow's database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from nnsearch.core.errors import SettingsError, StudyNameError
from nnsearch.core.names import did_you_mean, validate_study_name

WORKSPACE_VARIABLE = "NNSEARCH_WORKSPACE"
DATA_CACHE = ".data"


def expand_home(path: str | Path) -> Path:
    """Replace a leading ``~`` by the home folder it means.

    Raises:
        SettingsError: if it names nobody's home.
    """
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise SettingsError(f"no home folder for {str(path)!r}: {error}") from error


@dataclass(frozen=True)
class StudyPaths:
    """The places of one study.

    Args:
        name: the study's valid name.
        file: its study file (it may lie outside the workspace).
        folder: its ledger, ``studies/<name>/``.
    """

    name: str
    file: Path
    folder: Path

    @property
    def meta(self) -> Path:
        """What the study is: specification, data fingerprint, versions (JSON, written once)."""
        return self.folder / "study.json"

    @property
    def journal(self) -> Path:
        """Optuna's journal: trials, intermediate values, the commit points."""
        return self.folder / "journal.log"

    @property
    def curves(self) -> Path:
        """Learning curves: one JSON line per member per segment."""
        return self.folder / "curves.jsonl"

    @property
    def checkpoints(self) -> Path:
        """States of members that are still training."""
        return self.folder / "checkpoints"

    @property
    def best(self) -> Path:
        """Weights of the best few trials."""
        return self.folder / "best"

    @property
    def data_cache(self) -> Path:
        """Large tables made ready to be mapped, for all studies beside this one; may be deleted at any time."""
        return self.folder.parent / DATA_CACHE

    @property
    def lock(self) -> Path:
        """Held by the one process that writes."""
        return self.folder / "lock"


@dataclass(frozen=True)
class Workspace:
    """A folder holding ``studies/`` and ``mlruns/``.

    Args:
        root: absolute path of the folder; it need not exist yet.
    """

    root: Path

    @classmethod
    def find(cls, root: str | Path | None = None) -> Workspace:
        """Take ``root``, else ``$NNSEARCH_WORKSPACE``, else the current folder.

        Raises:
            SettingsError: if ``~`` names nobody's home.
        """
        return cls(expand_home(root or os.environ.get(WORKSPACE_VARIABLE) or ".").resolve())

    @property
    def studies(self) -> Path:
        """Study files, and beside each its ledger."""
        return self.root / "studies"

    @property
    def data_cache(self) -> Path:
        """Where the studies here keep large tables ready to be mapped."""
        return self.studies / DATA_CACHE

    @property
    def mlruns(self) -> Path:
        """MLflow's database and artifacts."""
        return self.root / "mlruns"

    def study_names(self) -> list[str]:
        """List the studies that have a file or a ledger here, sorted."""
        if not self.studies.is_dir():
            return []
        names = {path.stem for path in self.studies.glob("*.toml")}
        names |= {path.parent.name for path in self.studies.glob("*/study.json")}
        return sorted(names)

    def study(self, name_or_path: str | Path) -> StudyPaths:
        """Find a study by its name or by the path of its file.

        Args:
            name_or_path: ``digits``, ``studies/digits.toml`` or any other path ending in ``.toml``.

        Returns:
            Its places. The name is valid; the file and the folder need not exist.

        Raises:
            StudyNameError: if the name is not allowed.
            SettingsError: if ``~`` names nobody's home.
        """
        text = str(name_or_path)
        if text.endswith(".toml"):
            path = expand_home(text)
            name = validate_study_name(path.stem)
            file = path.resolve()
        else:
            name = validate_study_name(text)
            file = self.studies / f"{name}.toml"
        return StudyPaths(name=name, file=file, folder=self.studies / name)

    def existing_study(self, name_or_path: str | Path) -> StudyPaths:
        """Find a study that has been started here.

        Raises:
            StudyNameError: if there is no ledger of that name; the message lists those there are.
        """
        paths = self.study(name_or_path)
        if not paths.meta.is_file():
            started = [path.parent.name for path in self.studies.glob("*/study.json")]
            raise StudyNameError(
                f"no study {paths.name!r} has been started in {self.root}: "
                + (did_you_mean(paths.name, started) if started else "run one with: nnsearch run")
            )
        return paths
