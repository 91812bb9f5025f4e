"""Write what PyTorch computes for small networks, in float64, to ``torch_vectors.npz`` beside this file.

It needs torch and NumPy only, and nothing of nnsearch, so that the two agree by computing the same and not by sharing
code. Run it with an interpreter that has torch: ``python tests/oracles/make_torch_vectors.py``.

A network's parameters are one vector: layer by layer the rows of ``[W b]``, or of ``W`` alone followed by ``gamma``
and ``beta`` where the layer is batch normalized.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

FILE = Path(__file__).with_name("torch_vectors.npz")
M, N_X, STEPS = 11, 4, 10

Case = dict[str, Any]

ACTIVATIONS = {
    "relu": torch.relu,
    "leaky_relu": lambda z: functional.leaky_relu(z, 0.01),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "linear": lambda z: z,
}

NETWORKS: dict[str, Case] = {
    "softmax_regression": {"hidden": [], "activation": [], "output": "softmax"},
    "logistic_regression": {"hidden": [], "activation": [], "output": "sigmoid", "l2": 0.7},
    "linear_regression": {"hidden": [], "activation": [], "output": "linear", "l1": 0.4},
    "relu_softmax": {"hidden": [6, 5], "activation": ["relu", "relu"], "output": "softmax", "l1": 0.3, "l2": 0.7},
    "leaky_sigmoid": {"hidden": [5, 4], "activation": ["leaky_relu", "leaky_relu"], "output": "sigmoid", "l2": 1.0},
    "tanh_linear": {"hidden": [5, 4], "activation": ["tanh", "tanh"], "output": "linear", "l1": 0.2},
    "sigmoid_relu": {"hidden": [5], "activation": ["sigmoid"], "output": "relu"},
    "mixed_softmax": {"hidden": [5, 4, 3], "activation": ["linear", "tanh", "relu"], "output": "softmax", "l2": 0.1},
    "norm_relu_softmax": {"hidden": [6, 5], "activation": ["relu", "tanh"], "output": "softmax", "batch_norm": True},
    "norm_sigmoid": {
        "hidden": [5, 4],
        "activation": ["sigmoid", "leaky_relu"],
        "output": "sigmoid",
        "batch_norm": True,
        "l1": 0.2,
        "l2": 0.6,
    },
}
"""Networks whose output, cost and gradient are recorded."""

TANH = {"hidden": [5, 3], "activation": ["tanh", "tanh"], "output": "softmax"}
OPTIMIZERS: dict[str, Case] = {
    "gradient_descent": TANH | {"optimizer": "gradient_descent", "learning_rate": 0.3},
    "momentum": TANH | {"optimizer": "momentum", "learning_rate": 0.3, "beta1": 0.9, "dampening": True},
    "momentum_undamped": TANH | {"optimizer": "momentum", "learning_rate": 0.1, "beta1": 0.8, "dampening": False},
    "rmsprop": TANH | {"optimizer": "rmsprop", "learning_rate": 0.01, "beta2": 0.9, "epsilon": 1e-4},
    "adam": TANH | {"optimizer": "adam", "learning_rate": 0.01, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-6},
    "adam_default": TANH | {"optimizer": "adam", "learning_rate": 0.01},
}
VARIANTS: dict[str, Case] = {
    "plain": {},
    "clipped": {"clip_norm": 0.2},
    "penalized": {"l1": 0.3, "l2": 0.8},
    "normalized": {"batch_norm": True, "batch_norm_momentum": 0.7},
    "everything": {"clip_norm": 0.3, "l1": 0.2, "l2": 0.5, "batch_norm": True},
}
"""Each optimizer does its steps in each of these ways."""


def outputs(case: Case) -> int:
    """Return the number of output units."""
    return 3 if case["output"] == "softmax" else 1


def layers(case: Case) -> list[tuple[int, int, bool]]:
    """Return inputs, outputs and whether the layer is normalized."""
    widths = [N_X, *case["hidden"], outputs(case)]
    last = len(widths) - 2
    return [(widths[i], widths[i + 1], case.get("batch_norm", False) and i < last) for i in range(last + 1)]


def unpack(case: Case, theta: torch.Tensor) -> list[dict[str, torch.Tensor]]:
    """Cut the vector of parameters into each layer's."""
    parts, start = [], 0

    def cut(count: int) -> torch.Tensor:
        nonlocal start
        start += count
        return theta[start - count : start]

    for n_in, n_out, normalized in layers(case):
        if normalized:
            W = cut(n_in * n_out).reshape(n_out, n_in)
            parts.append({"W": W, "gamma": cut(n_out), "beta": cut(n_out)})
        else:
            matrix = cut((n_in + 1) * n_out).reshape(n_out, n_in + 1)
            parts.append({"W": matrix[:, :-1], "b": matrix[:, -1]})
    assert start == theta.numel()
    return parts


def forward(case: Case, theta: torch.Tensor, X: torch.Tensor, running: list[torch.Tensor], training: bool) -> Any:
    """Return the logits ``(m, n_y)``; ``running`` holds a mean and a variance per normalized layer."""
    A = X
    for index, layer in enumerate(unpack(case, theta)):
        Z = functional.linear(A, layer["W"], layer.get("b"))
        if "gamma" in layer:
            mean, variance = running[2 * index : 2 * index + 2]
            share = 1 - case.get("batch_norm_momentum", 0.9)
            Z = functional.batch_norm(Z, mean, variance, layer["gamma"], layer["beta"], training, share, 1e-5)
        A = ACTIVATIONS[case["activation"][index]](Z) if index < len(case["hidden"]) else Z
    return A


def mean_loss(case: Case, Z: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Return the mean loss of logits."""
    if case["output"] == "softmax":
        return functional.cross_entropy(Z, y)
    if case["output"] == "sigmoid":
        return functional.binary_cross_entropy_with_logits(Z[:, 0], y)
    A = torch.relu(Z) if case["output"] == "relu" else Z
    return functional.mse_loss(A[:, 0], y) / 2


def penalty(case: Case, theta: torch.Tensor) -> torch.Tensor:
    """Return what L1 and L2 add to the cost."""
    weights = torch.cat([layer["W"].reshape(-1) for layer in unpack(case, theta)])
    return (case.get("l1", 0.0) * weights.abs().sum() + case.get("l2", 0.0) / 2 * weights.square().sum()) / M


def activate(case: Case, Z: torch.Tensor) -> torch.Tensor:
    """Return the network's output."""
    if case["output"] == "softmax":
        return torch.softmax(Z, dim=1)
    return {"sigmoid": torch.sigmoid, "relu": torch.relu, "linear": lambda z: z}[case["output"]](Z)


def problem(case: Case, seed: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Draw parameters, inputs and labels."""
    random = np.random.default_rng(seed)
    size = sum(n_in * n_out + (2 * n_out if normalized else n_out) for n_in, n_out, normalized in layers(case))
    theta = random.standard_normal(size) / 2
    X = random.standard_normal((M, N_X))
    y: np.ndarray
    if case["output"] == "softmax":
        y = random.integers(0, 3, M)
    elif case["output"] == "sigmoid":
        y = random.integers(0, 2, M).astype(np.float64)
    else:
        y = random.uniform(0.5, 2, M)
    return torch.tensor(theta, requires_grad=True), torch.tensor(X), torch.tensor(y)


def fresh_averages(case: Case) -> list[torch.Tensor]:
    """Return running means of 0 and variances of 1, of each normalized layer."""
    averages = []
    for _, n_out, normalized in layers(case):
        if normalized:
            averages += [torch.zeros(n_out, dtype=torch.float64), torch.ones(n_out, dtype=torch.float64)]
    return averages


def network_vectors(case: Case, seed: int) -> dict[str, np.ndarray]:
    """Record output in training and evaluation mode, cost and gradient."""
    theta, X, y = problem(case, seed)
    running = fresh_averages(case)
    Z = forward(case, theta, X, running, training=True)
    cost = mean_loss(case, Z, y) + penalty(case, theta)
    cost.backward()
    # Evaluation has averages of its own: torch's running variance is the unbiased one, ours the batch's.
    random = np.random.default_rng(seed + 1000)
    given = [torch.tensor(random.uniform(0.5, 2, len(average))) for average in running]
    evaluated = forward(case, theta, X, given, training=False)
    return {
        "theta": theta.detach().numpy(),
        "X": X.numpy(),
        "y": y.numpy(),
        "trained_output": activate(case, Z).detach().numpy(),
        "cost": cost.detach().numpy(),
        "gradient": theta.grad.numpy(),
        "running": torch.cat(running).numpy() if running else np.empty(0),
        "given_running": torch.cat(given).numpy() if given else np.empty(0),
        "evaluated_output": activate(case, evaluated).detach().numpy(),
        "evaluated_loss": mean_loss(case, evaluated, y).detach().numpy(),
    }


def make_optimizer(case: Case, theta: torch.Tensor) -> torch.optim.Optimizer:
    """Make torch's optimizer for a case."""
    rate, beta1, beta2 = case["learning_rate"], case.get("beta1", 0.9), case.get("beta2", 0.999)
    epsilon = case.get("epsilon", 1e-8)
    if case["optimizer"] == "rmsprop":
        return torch.optim.RMSprop([theta], rate, alpha=beta2, eps=epsilon)
    if case["optimizer"] == "adam":
        return torch.optim.Adam([theta], rate, betas=(beta1, beta2), eps=epsilon)
    if case["optimizer"] == "gradient_descent":
        return torch.optim.SGD([theta], rate)
    optimizer = torch.optim.SGD([theta], rate, momentum=beta1, dampening=beta1 if case["dampening"] else 0.0)
    # Left to itself torch starts from v = g, without dampening it; the textbook starts from v = 0.
    optimizer.state[theta]["momentum_buffer"] = torch.zeros_like(theta)
    return optimizer


def optimizer_vectors(case: Case, seed: int) -> dict[str, np.ndarray]:
    """Record the costs of full-batch steps, and the parameters after the first and the last."""
    theta, X, y = problem(case, seed)
    start, running, optimizer = theta.detach().clone(), fresh_averages(case), make_optimizer(case, theta)
    costs, first = [], None
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = mean_loss(case, forward(case, theta, X, running, training=True), y)
        (loss + penalty(case, theta)).backward()
        if "clip_norm" in case:
            # torch's own clipping adds 1e-6 to the norm.
            theta.grad.mul_(min(1.0, case["clip_norm"] / float(theta.grad.norm())))
        optimizer.step()
        costs.append(float((loss + penalty(case, theta)).detach()))
        first = theta.detach().clone() if first is None else first
    return {
        "theta": start.numpy(),
        "X": X.numpy(),
        "y": y.numpy(),
        "costs": np.array(costs),
        "first": first.numpy(),
        "last": theta.detach().numpy(),
        "running": torch.cat(running).numpy() if running else np.empty(0),
    }


def vectors() -> dict[str, np.ndarray]:
    """Compute everything: arrays named ``kind/case/array``, and each case's settings as JSON."""
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    found: dict[str, np.ndarray] = {}
    steps = {f"{name}_{kind}": case | more for name, case in OPTIMIZERS.items() for kind, more in VARIANTS.items()}
    for kind, cases, compute in (("network", NETWORKS, network_vectors), ("steps", steps, optimizer_vectors)):
        for seed, (name, case) in enumerate(cases.items()):
            found[f"{kind}/{name}/case"] = np.array(json.dumps(case))
            found |= {f"{kind}/{name}/{key}": values for key, values in compute(case, seed).items()}
    return found


if __name__ == "__main__":
    np.savez_compressed(FILE, allow_pickle=False, **vectors())
    print(f"wrote {FILE} ({FILE.stat().st_size} bytes)")
