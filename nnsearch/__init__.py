"""nnsearch: search the hyperparameters of a neural network on your data, and keep every experiment.

>>> import nnsearch
>>> study = nnsearch.run("digits")  # doctest: +SKIP
>>> study.best.value  # doctest: +SKIP

Names are imported when they are first used, so that ``import nnsearch`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nnsearch.api import load, run
    from nnsearch.core.errors import NNSearchError
    from nnsearch.estimators import NetworkClassifier, NetworkRegressor
    from nnsearch.search.snapshot import Snapshot, StopRequest
    from nnsearch.search.study import Study
    from nnsearch.search.study_file import StudySpec

__all__ = [
    "NNSearchError",
    "NetworkClassifier",
    "NetworkRegressor",
    "Snapshot",
    "StopRequest",
    "Study",
    "StudySpec",
    "load",
    "run",
]
__version__ = "0.1.0"

_HOMES = {
    "NNSearchError": "nnsearch.core.errors",
    "NetworkClassifier": "nnsearch.estimators",
    "NetworkRegressor": "nnsearch.estimators",
    "Snapshot": "nnsearch.search.snapshot",
    "StopRequest": "nnsearch.search.snapshot",
    "Study": "nnsearch.search.study",
    "StudySpec": "nnsearch.search.study_file",
    "load": "nnsearch.api",
    "run": "nnsearch.api",
}


def __getattr__(name: str) -> Any:  # PEP 562: whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module 'nnsearch' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
