"""JAX as a contender: one compiled call trains a whole population. Imported by workers only."""

from __future__ import annotations

import time
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks.session import Prepared
from benchmarks.workloads import Layers, Workload, initial_layers, learning_rates, load

BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
Value = Any
"""A jax.Array or a tree of them; the library is not a dependency, so type checkers may not find it."""


def prepare(workload: Workload, members: int) -> Prepared:
    """Compile ``jit(vmap(scan over epochs of scan over steps))``, ahead of time."""
    X, y = (jax.device_put(array) for array in load(workload))
    initial = jax.device_put(initial_layers(workload, members))
    rates = jax.device_put(learning_rates(members).astype(np.float32))

    def train(layers: Value, rate: Value, orders: Value, inputs: Value, labels: Value) -> Value:
        return _train(workload.batch_size, layers, rate, orders, inputs, labels)

    batched = jax.jit(jax.vmap(train, in_axes=(0, 0, None, None, None)))
    started = time.perf_counter()
    compiled = batched.lower(initial, rates, _orders(workload), X, y).compile()
    compile_seconds = time.perf_counter() - started
    return Prepared(
        run=lambda: jax.block_until_ready(compiled(initial, rates, _orders(workload), X, y)),
        layers=_layers,
        compile_seconds=compile_seconds,
    )


def _orders(workload: Workload) -> np.ndarray[Any, np.dtype[np.int32]]:
    """Return the order of the examples in each epoch ``(epochs, m)``: faster drawn here than by XLA."""
    random = np.random.default_rng(2)
    return np.stack([random.permutation(workload.m) for _ in range(workload.epochs)]).astype(np.int32)


def _train(batch_size: int, layers: Value, rate: Value, orders: Value, X: Value, y: Value) -> Value:
    """Train one network: ``W (n_out, n_in)``, ``X (m, n_x)``, ``orders (epochs, m)``."""

    def step(state: Value, rows: Value) -> tuple[Value, None]:
        return _adam(state, jax.grad(_cost)(state[0], X[rows], y[rows]), rate), None

    def epoch(state: Value, order: Value) -> tuple[Value, None]:
        full = len(order) // batch_size * batch_size
        state, _ = jax.lax.scan(step, state, order[:full].reshape(-1, batch_size))
        if full < len(order):
            state, _ = step(state, order[full:])
        return state, None

    zeros = jax.tree.map(jnp.zeros_like, layers)
    state, _ = jax.lax.scan(epoch, (layers, zeros, zeros, jnp.float32(0)), orders)
    return state[0]


def _cost(layers: Value, inputs: Value, labels: Value) -> Value:
    # Examples as columns: W A needs no copy of the stacked weights, and was up to a fifth faster than A W.
    A = inputs.T
    for index, (W, b) in enumerate(layers):
        A = W @ A + b[:, None]
        if index < len(layers) - 1:
            A = jax.nn.relu(A)
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(A, axis=0), labels[None], axis=0))


def _adam(state: Value, gradients: Value, rate: Value) -> Value:
    """One step (Kingma and Ba, 2015, Algorithm 1)."""
    layers, first, second, t = state
    t = t + 1
    first = jax.tree.map(lambda v, g: BETA1 * v + (1 - BETA1) * g, first, gradients)
    second = jax.tree.map(lambda s, g: BETA2 * s + (1 - BETA2) * g * g, second, gradients)
    correction1, correction2 = 1 / (1 - BETA1**t), 1 / (1 - BETA2**t)

    def updated(theta: Value, v: Value, s: Value) -> Value:
        return theta - rate * (v * correction1) / (jnp.sqrt(s * correction2) + EPSILON)

    return jax.tree.map(updated, layers, first, second), first, second, t


def _layers(result: Value) -> Layers:
    return [(np.asarray(W), np.asarray(b)) for W, b in result]
