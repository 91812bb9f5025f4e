"""PyTorch training K networks at once, in three ways. Imported by workers only."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import torch
from torch.nn import functional

from benchmarks.peers_torch import Tensor, batches, tensors_of, use_one_thread
from benchmarks.session import Prepared
from benchmarks.workloads import LEARNING_RATE, Layers, Workload, initial_layers

BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
Gradients = Callable[[list[Tensor], Tensor, Tensor], Any]
"""Maps parameters ``W1 (K, n_out, n_in), b1 (K, n_out), W2 ...`` and a mini-batch to their gradients."""


def prepare_vmap(workload: Workload, members: int) -> Prepared:
    """Make ready: gradients by ``torch.func``, Adam fused over the stacked tensors."""
    return _eager(workload, members, torch.func.vmap(torch.func.grad(_loss), in_dims=(0, None, None)))


def prepare_products(workload: Workload, members: int) -> Prepared:
    """Make ready: batched products written by hand, the fastest way without a compiler."""
    return _eager(workload, members, _gradients_by_products)


def prepare_compiled(workload: Workload, members: int) -> Prepared:
    """Make ready: the whole step (gradients by ``torch.func``, Adam) compiled, once per batch size."""
    use_one_thread()
    X, y = tensors_of(workload)
    initial = _parameters(workload, members)
    step = torch.compile(_step, dynamic=False)
    started = time.perf_counter()
    scratch = [[tensor.clone() for tensor in initial] for _ in range(3)]
    with torch.no_grad():
        for size in {workload.batch_size, workload.m % workload.batch_size} - {0}:
            step(*scratch, torch.tensor(1.0), X[:size], y[:size])
    compile_seconds = time.perf_counter() - started

    def run() -> list[Tensor]:
        parameters = [tensor.clone() for tensor in initial]
        first = [torch.zeros_like(tensor) for tensor in initial]
        second = [torch.zeros_like(tensor) for tensor in initial]
        t = 0
        with torch.no_grad():
            for _ in range(workload.epochs):
                for inputs, labels in batches(X, y, workload.batch_size):
                    t += 1
                    # A number would be compiled in anew at every step, a tensor is not.
                    step(parameters, first, second, torch.tensor(float(t)), inputs, labels)
        return parameters

    return Prepared(run=run, layers=_layers, compile_seconds=compile_seconds)


def _eager(workload: Workload, members: int, gradients: Gradients) -> Prepared:
    use_one_thread()
    X, y = tensors_of(workload)
    initial = _parameters(workload, members)

    def run() -> list[Tensor]:
        parameters = [tensor.clone().requires_grad_(True) for tensor in initial]
        values = [parameter.detach() for parameter in parameters]
        optimizer = torch.optim.Adam(parameters, lr=LEARNING_RATE, fused=True)
        for _ in range(workload.epochs):
            for inputs, labels in batches(X, y, workload.batch_size):
                for parameter, gradient in zip(parameters, gradients(values, inputs, labels), strict=True):
                    parameter.grad = gradient
                optimizer.step()
        return values

    return Prepared(run=run, layers=_layers)


def _parameters(workload: Workload, members: int) -> list[Tensor]:
    return [torch.from_numpy(array) for layer in initial_layers(workload, members) for array in layer]


def _loss(parameters: list[Tensor], inputs: Tensor, labels: Tensor) -> Tensor:
    """Return the cost of one network, ``W (n_out, n_in)``."""
    A = inputs
    for index in range(0, len(parameters), 2):
        A = functional.linear(A, parameters[index], parameters[index + 1])
        if index < len(parameters) - 2:
            A = functional.relu(A)
    return functional.cross_entropy(A, labels)


def _gradients_by_products(parameters: list[Tensor], inputs: Tensor, labels: Tensor) -> Any:
    """Return gradients of the sum over members of their costs: each member's own, as they share nothing."""
    leaves = [parameter.detach().requires_grad_(True) for parameter in parameters]
    members = leaves[0].shape[0]
    A = inputs.T.expand(members, -1, -1)
    for index in range(0, len(leaves), 2):
        A = torch.baddbmm(leaves[index + 1][:, :, None], leaves[index], A)
        if index < len(leaves) - 2:
            A = functional.relu(A)
    shared_labels = labels[:, None].expand(-1, members)
    cost = functional.cross_entropy(A.permute(2, 1, 0), shared_labels, reduction="sum") / len(inputs)
    return torch.autograd.grad(cost, leaves)


def _step(
    parameters: list[Tensor], first: list[Tensor], second: list[Tensor], t: Tensor, inputs: Tensor, labels: Tensor
) -> None:
    """Update parameters and moments in place (Kingma and Ba, 2015, Algorithm 1)."""
    gradients = torch.func.vmap(torch.func.grad(_loss), in_dims=(0, None, None))(parameters, inputs, labels)
    correction1, correction2 = 1 / (1 - BETA1**t), 1 / (1 - BETA2**t)
    for theta, v, s, gradient in zip(parameters, first, second, gradients, strict=True):
        v.mul_(BETA1).add_(gradient, alpha=1 - BETA1)
        s.mul_(BETA2).addcmul_(gradient, gradient, value=1 - BETA2)
        theta.sub_(LEARNING_RATE * (v * correction1) / ((s * correction2).sqrt() + EPSILON))


def _layers(parameters: list[Tensor]) -> Layers:
    arrays = [parameter.numpy() for parameter in parameters]
    return list(zip(arrays[::2], arrays[1::2], strict=True))
