"""Who is compared: nnsearch's trainer, its variants, and what a user would pick instead."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

STACKED_MEMBERS = (32,)
MEMBERS = (1, 8, 32, 128)


@dataclass(frozen=True)
class Contender:
    """One way to train networks.

    Args:
        library: the module that must be importable.
        function: ``module:name`` of what makes it ready.
        members: population sizes to measure.
        note: what a reader should know of how it is run.
    """

    library: str
    function: str
    members: tuple[int, ...]
    note: str

    @property
    def installed(self) -> bool:
        """Whether its library can be imported here."""
        return find_spec(self.library) is not None


CONTENDERS: dict[str, Contender] = {
    "nnsearch": Contender(
        "nnsearch",
        "benchmarks.ours:prepare",
        MEMBERS,
        "with learning curves, per-layer norms and a dev set of one example, the least it takes; loops compiled, as "
        "in a process with enough to train",
    ),
    "scikit-learn": Contender(
        "sklearn",
        "benchmarks.peers_sklearn:prepare",
        (1,),
        "MLPClassifier; for two classes it has one logistic output instead of two units",
    ),
    "torch eager": Contender(
        "torch", "benchmarks.peers_torch:prepare", (1,), "nn.Sequential, fused Adam, no DataLoader"
    ),
    "torch stacked": Contender(
        "torch",
        "benchmarks.peers_torch_stacked:prepare_products",
        STACKED_MEMBERS,
        "stacked weights multiplied with baddbmm, fused Adam",
    ),
    "torch vmap": Contender(
        "torch",
        "benchmarks.peers_torch_stacked:prepare_vmap",
        STACKED_MEMBERS,
        "torch.func's vmap of grad, fused Adam",
    ),
    "torch vmap compiled": Contender(
        "torch",
        "benchmarks.peers_torch_stacked:prepare_compiled",
        STACKED_MEMBERS,
        "torch.compile of vmap of grad and of Adam",
    ),
    "JAX": Contender("jax", "benchmarks.peers_jax:prepare", MEMBERS, "jit of vmap of scan over the whole training"),
}
"""By name, ours first."""

NUMPY_ONLY = "NumPy only"
VARIANTS: dict[str, Contender] = {
    NUMPY_ONLY: Contender(
        "nnsearch", "benchmarks.ours:prepare_numpy_only", (), "no loop compiled, as in a short study"
    ),
    "dropout": Contender(
        "nnsearch", "benchmarks.ours:prepare_dropout", (), "inverted dropout, keep_prob 0.8 in every hidden layer"
    ),
    "batch norm": Contender("nnsearch", "benchmarks.ours:prepare_batch_norm", (), "in every hidden layer"),
    "dev evaluation": Contender(
        "nnsearch",
        "benchmarks.ours:prepare_dev_evaluation",
        (),
        "every epoch, on a dev set a quarter of the training set's size",
    ),
}
"""nnsearch with one thing changed, measured at the automatic K."""
