"""PyTorch in eager mode as a contender: the loop a user would write. Imported by workers only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from benchmarks.session import Prepared
from benchmarks.workloads import LEARNING_RATE, Layers, Workload, load

Tensor = Any
"""A torch.Tensor; the library is not a dependency, so type checkers may not find it."""
CACHED_ELEMENTS = 2**20
"""Up to here permuting a whole epoch's inputs at once was the faster way, beyond it batch by batch."""


def use_one_thread() -> None:
    """Keep PyTorch to one thread, within operations (between them nothing runs in eager mode)."""
    torch.set_num_threads(1)


def tensors_of(workload: Workload) -> tuple[Tensor, Tensor]:
    """Return inputs ``(m, n_x)`` and labels ``(m,)``."""
    X, y = load(workload)
    return torch.from_numpy(X), torch.from_numpy(y)


def batches(X: Tensor, y: Tensor, size: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield one epoch's mini-batches in a new order, the last smaller one included."""
    order = torch.randperm(len(X))
    if X.numel() <= CACHED_ELEMENTS:
        yield from zip(X[order].split(size), y[order].split(size), strict=True)
    else:
        for rows in order.split(size):
            yield X[rows], y[rows]


def prepare(workload: Workload, members: int) -> Prepared:
    """Make it ready.

    Raises:
        ValueError: if ``members`` is not 1, all it can do.
    """
    if members != 1:
        raise ValueError(f"the eager loop trains 1 network at a time, got {members}")
    use_one_thread()
    X, y = tensors_of(workload)

    def run() -> Any:
        torch.manual_seed(0)
        network = _network(workload)
        optimizer = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE, fused=True)
        for _ in range(workload.epochs):
            for inputs, labels in batches(X, y, workload.batch_size):
                optimizer.zero_grad(set_to_none=True)
                functional.cross_entropy(network(inputs), labels).backward()
                optimizer.step()
        return network

    return Prepared(run=run, layers=_layers)


def _network(workload: Workload) -> Any:
    modules: list[Any] = []
    for n_in, n_out in zip(workload.widths[:-1], workload.widths[1:], strict=True):
        linear = nn.Linear(n_in, n_out)
        nn.init.kaiming_normal_(linear.weight, nonlinearity="relu")
        nn.init.zeros_(linear.bias)
        modules += [linear, nn.ReLU()]
    return nn.Sequential(*modules[:-1])


def _layers(network: Any) -> Layers:
    return [
        (module.weight.detach().numpy()[None], module.bias.detach().numpy()[None])
        for module in network
        if isinstance(module, nn.Linear)
    ]
