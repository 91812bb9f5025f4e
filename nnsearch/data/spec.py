"""What data a study asks for, and what it gets: the two ends of this layer."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from nnsearch.core.types import FloatArray, IntArray

if TYPE_CHECKING:
    from nnsearch.data.preprocessing import Preprocessing

Task = Literal["classification", "regression"]
Normalization = Literal["standard", "unit", "none"]
Missing = Literal["median", "most_frequent", "indicator"]
Color = Literal["grey", "rgb"]

SAMPLES = 1000
NOISE = 0.2


@dataclass(frozen=True)
class DataSpec:
    """Which data, and how it is split and scaled. The ``[data]`` section of a study file, checked.

    Args:
        source: a built-in's name, or the path of a table, an array file or a folder of pictures.
        target: the column to predict, for tables.
        folder: where IDX files lie, for ``mnist`` and ``fashion-mnist``; by default where Debian puts them.
        task: ``classification`` or ``regression``; by default what the target looks like.
        dev: share of the examples for the dev set, in (0, 1); by default a share that follows the size.
        test: share for the test set, in [0, 1); 0 means no test set; by default a share that follows the size.
        normalize: ``standard`` (subtract mu, divide by sigma, of the training set), ``unit`` (divide by the
            largest magnitude an image's byte can take, 255), ``none``; by default ``unit`` for images, else
            ``standard``.
        split_seed: seed of the split, so that studies over one data set share their dev set.
        samples: number of examples, for generated data; by default 1000.
        noise: standard deviation of the noise, for generated data; by default 0.2.
        categorical: names of a table's columns to be one-hot encoded although they may look like numbers or text.
        delimiter: what separates the cells of a text table; by default a tab in ``.tsv`` and ``.tab``, else a comma.
        encoding: of a text table; by default UTF-8.
        missing: what replaces missing values, learned from the training set: ``median`` (of numbers; else as the next),
            ``most_frequent``, ``indicator`` (the median, and a column or level of its own that says so); by default
            missing values are refused.
        drop: names of a table's columns not to be used.
        group: the column whose equal values must stay in one set, such as a patient.
        time: the column that orders the examples: the oldest train, the newest test.
        split: the column that says ``train``, ``dev`` or ``test`` of every example.
        test_source: the path of another table, or folder of pictures, that is the test set.
        image_size: height and width that pictures are resized to; by default all must have one size.
        color: ``grey`` or ``rgb`` pictures; by default ``grey`` if all are.
    """

    source: str
    target: str | None = None
    folder: Path | None = None
    task: Task | None = None
    dev: float | None = None
    test: float | None = None
    normalize: Normalization | None = None
    split_seed: int = 0
    samples: int | None = None
    noise: float | None = None
    categorical: tuple[str, ...] = ()
    delimiter: str | None = None
    encoding: str | None = None
    missing: Missing | None = None
    drop: tuple[str, ...] | None = None
    group: str | None = None
    time: str | None = None
    split: str | None = None
    test_source: str | None = None
    image_size: tuple[int, int] | None = None
    color: Color | None = None

    def resolved(self) -> dict[str, Any]:
        """Return the section as JSON-ready types, defaults filled in."""
        values = {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}
        made = {
            "samples": SAMPLES if self.samples is None else self.samples,
            "noise": NOISE if self.noise is None else self.noise,
        }
        return {**values, **made, "folder": None if self.folder is None else str(self.folder)}


@dataclass(frozen=True, eq=False)
class Split:
    """Examples as rows.

    Args:
        X: inputs ``(m, n_x)`` float32, scaled; C-contiguous in memory.
        y: class indices ``(m,)`` int64, or targets ``(m,)`` float64, not scaled.
        mapped: where X lies in a file, all of that file ``(m, n_x + 1)``: X and a column of ones, as the trainer takes
            it and workers map it.
    """

    X: FloatArray
    y: FloatArray | IntArray
    mapped: FloatArray | None = None

    @property
    def m(self) -> int:
        """Number of examples."""
        return int(self.X.shape[0])


@dataclass(frozen=True, eq=False)
class Data:
    """A loaded, split and scaled data set.

    Args:
        name: a valid file name for the data set, such as ``digits`` or a CSV file's stem.
        task: what is predicted.
        train: fits the parameters.
        dev: chooses the hyperparameters.
        test: judges the chosen network once; ``None`` where none was asked for.
        classes: class labels as text, by index; empty for regression.
        features: names of the ``n_x`` inputs.
        mean: ``(n_x,)`` float32, what was subtracted.
        scale: ``(n_x,)`` float32, what was divided by; never 0.
        image_shape: height and width if the inputs are the pixels of a picture.
        fingerprint: hexadecimal digest of the raw examples and of everything that shapes the split and scaling.
        notes: lines a user should read (such as constant columns), possibly none.
        channels: numbers per pixel: 1 for grey, 3 for color (the last axis).
        preprocessing: how raw rows become inputs, for predictions.
        brightest: the largest value a pixel can take, for pictures.
    """

    name: str
    task: Task
    train: Split
    dev: Split
    test: Split | None
    classes: tuple[str, ...]
    features: tuple[str, ...]
    mean: FloatArray
    scale: FloatArray
    image_shape: tuple[int, int] | None
    fingerprint: str
    notes: tuple[str, ...] = ()
    channels: int = 1
    preprocessing: Preprocessing | None = None
    brightest: float = 255.0

    @property
    def n_x(self) -> int:
        """Number of inputs."""
        return int(self.train.X.shape[1])

    @property
    def n_y(self) -> int:
        """Number of output units: 1 for two classes and for regression, else one per class."""
        return len(self.classes) if len(self.classes) > 2 else 1
