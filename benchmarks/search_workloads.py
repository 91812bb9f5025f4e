"""The searches that are raced: data, space and budget, the same for everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.atomic_files import write_bytes
from nnsearch.data.spec import DataSpec
from nnsearch.search.study_file import StudySpec

Arrays = dict[str, NDArray[Any]]
"""``X (m, n_x)`` and ``y (m,)``."""
FASHION_EXAMPLES = 10_000


@dataclass(frozen=True)
class SearchWorkload:
    """One search.

    Args:
        name: of the study.
        data: makes its arrays; ``None`` for built-in data of that name.
        note: what the data is.
        study: its study file as a nested dictionary, without data and limits.
        trials: networks the peers train; ours may take more or fewer to get as far.
        goals: how many times sooner we should be there, start-up excluded and included.
    """

    name: str
    data: Callable[[], Arrays] | None
    note: str
    study: dict[str, dict[str, Any]]
    trials: int
    goals: tuple[float, float]

    def shortened(self) -> SearchWorkload:
        """Return it for a quick look: few trials and a third of the epochs."""
        training = {**self.study["training"], "epochs": self.study["training"]["epochs"] // 3}
        return replace(self, study={**self.study, "training": training}, trials=32)

    def source(self, folder: Path) -> dict[str, Any]:
        """Write the data into a folder and return the study file's ``[data]``."""
        if self.data is None:
            return {"source": self.name, "test": 0.0}
        path = folder / f"{self.name}.npz"
        if not path.exists():
            arrays = self.data()
            np.savez(path, X=arrays["X"], y=arrays["y"])
        return {"source": str(path), "task": "classification", "test": 0.0}

    def spec(self, data: dict[str, Any], name: str, seed: int, **search: Any) -> StudySpec:
        """Return the study.

        Args:
            data: its ``[data]``.
            name: its name.
            seed: its seed.
            search: what else its ``[search]`` says.
        """
        table = {"data": data, **self.study, "search": {"trials": self.trials, "seed": seed, **search}}
        return StudySpec.from_dict(table, name=name)


def write_study(spec: StudySpec, folder: Path) -> Path:
    """Write a study file where a workspace keeps it, and return its path."""
    path = folder / "studies" / f"{spec.name}.toml"
    path.parent.mkdir(exist_ok=True)
    write_bytes(path, spec.text.encode())
    return path


def letters() -> Arrays:
    """Make data of the size of UCI's letters: 20,000 examples of 26 classes in 16 dimensions.

    Classes are so far apart that a search with PyTorch ends at about 12 % of errors.
    """
    from sklearn.datasets import make_classification

    X, y = make_classification(
        20_000,
        16,
        n_informative=12,
        n_redundant=2,
        n_classes=26,
        n_clusters_per_class=2,
        class_sep=2.0,
        flip_y=0.02,
        random_state=0,
    )
    return {"X": X.astype(np.float32), "y": y}


def fashion() -> Arrays:
    """Take the first 10,000 training pictures of Fashion-MNIST.

    Raises:
        DataError: if the pictures are not on this machine.
    """
    from nnsearch.data.idx import load_fashion_mnist

    raw = load_fashion_mnist(DataSpec("fashion-mnist", test=0.0))
    return {"X": raw.X[:FASHION_EXAMPLES].reshape(-1, 28, 28), "y": raw.y[:FASHION_EXAMPLES]}


def _study(epochs: int, layers: int, units: tuple[int, int], sizes: list[int], most: float) -> dict[str, Any]:
    """Return a study over what all contenders can search: scikit-learn's networks know no dropout."""
    return {
        "network": {
            "hidden": {
                "layers": {"low": 1, "high": layers},
                "units": {"low": units[0], "high": units[1], "scale": "log"},
            },
        },
        "training": {
            "epochs": epochs,
            "batch_size": {"choices": sizes},
            "learning_rate": {"low": 1e-4, "high": most, "scale": "log"},
            "beta1": {"low": 0.8, "high": 0.99, "scale": "1-beta"},
            "l2": {"low": 1e-3, "high": 10.0, "scale": "log"},
        },
    }


SMALL_NETWORKS = _study(27, 3, (16, 128), [64, 128], 1e-1)
WORKLOADS: dict[str, SearchWorkload] = {
    "digits": SearchWorkload(
        "digits",
        None,
        "1,797 pictures of 8 x 8",
        SMALL_NETWORKS,
        trials=256,
        goals=(10.0, 4.0),
    ),
    "letters": SearchWorkload(
        "letters",
        letters,
        "20,000 x 16 generated, 26 classes, with networks like those of digits",
        SMALL_NETWORKS,
        trials=64,
        goals=(5.0, 4.0),
    ),
    "fashion": SearchWorkload(
        "fashion",
        fashion,
        "10,000 pictures of 28 x 28",
        _study(9, 2, (64, 256), [64, 128], 1e-2),
        trials=32,
        goals=(2.0, 2.0),
    ),
}
"""By name, the smallest first."""
