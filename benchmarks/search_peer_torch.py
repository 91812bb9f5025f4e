"""Networks of PyTorch in eager mode, for a search. Imported by the peers' workers only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from torch.utils.data import DataLoader, TensorDataset

from benchmarks.peers_torch import batches, use_one_thread
from benchmarks.search_peers import Examples
from nnsearch.training.hyperparameters import Hyperparameters


class TorchNetwork:
    """``nn.Sequential`` trained in eager mode with one thread, by default as fast as that goes.

    Args:
        examples: the data.
        hyperparameters: of the network.
        seed: of weights and shuffling.
        fused: which of PyTorch's implementations of Adam; ``None`` for its default.
        load: makes an epoch's mini-batches of inputs, labels and their size.
    """

    def __init__(
        self,
        examples: Examples,
        hyperparameters: Hyperparameters,
        seed: int,
        *,
        fused: bool | None = True,
        load: Callable[[Any, Any, int], Iterable[tuple[Any, Any]]] = batches,
    ) -> None:
        use_one_thread()
        torch.manual_seed(seed)
        self._X, self._y = torch.from_numpy(examples.X_train), torch.from_numpy(examples.y_train)
        self._X_dev, self._y_dev = torch.from_numpy(examples.X_dev), torch.from_numpy(examples.y_dev)
        self._batch_size, self._load = hyperparameters.batch_size, load
        self._network = _sequential((examples.X_train.shape[1], *hyperparameters.hidden, examples.classes))
        # Adam's weight_decay adds a multiple of the weights to the gradient: the L2 penalty, lambda/2m ||W||^2.
        decayed = [p for p in self._network.parameters() if p.ndim > 1]
        others = [p for p in self._network.parameters() if p.ndim == 1]
        self._optimizer = torch.optim.Adam(
            [{"params": decayed, "weight_decay": hyperparameters.l2 / len(self._X)}, {"params": others}],
            lr=hyperparameters.learning_rate,
            betas=(hyperparameters.beta1, hyperparameters.beta2),
            fused=fused,
        )

    def train_epoch(self) -> None:
        """See :class:`benchmarks.search_peers.Network`."""
        for inputs, labels in self._load(self._X, self._y, self._batch_size):
            self._optimizer.zero_grad(set_to_none=True)
            functional.cross_entropy(self._network(inputs), labels).backward()
            self._optimizer.step()

    def dev_error(self) -> float:
        """See :class:`benchmarks.search_peers.Network`."""
        with torch.no_grad():
            wrong = self._network(self._X_dev).argmax(dim=1) != self._y_dev
        return int(wrong.sum()) / len(wrong)  # in float64, as everybody's: float32 rounds equal errors apart


def as_in_tutorials(examples: Examples, hyperparameters: Hyperparameters, seed: int) -> TorchNetwork:
    """Return a network trained as PyTorch's tutorials do it: Adam's default implementation, and a ``DataLoader``."""
    return TorchNetwork(examples, hyperparameters, seed, fused=None, load=_loader)


def _loader(X: Any, y: Any, size: int) -> Iterable[tuple[Any, Any]]:
    return DataLoader(TensorDataset(X, y), batch_size=size, shuffle=True)


def _sequential(widths: tuple[int, ...]) -> Any:  # torch may be missing where types are checked
    modules: list[Any] = []
    for n_in, n_out in pairwise(widths):
        linear = nn.Linear(n_in, n_out)
        nn.init.kaiming_normal_(linear.weight, nonlinearity="relu")
        nn.init.zeros_(linear.bias)
        modules += [linear, nn.ReLU()]
    return nn.Sequential(*modules[:-1])
