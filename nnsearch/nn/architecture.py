"""What the members of a population share, and where each parameter lies in a member's row of ``theta (K, P)``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from nnsearch.core.types import FloatArray


@dataclass(frozen=True)
class Architecture:
    """The networks of a population, padded to common widths.

    Args:
        n_x: inputs.
        hidden: the container: common width of each hidden layer, input side first.
        n_y: output units.
        activation: one name per hidden layer.
        output: activation of the output layer.
        batch_norm: whether ``Z`` of hidden layers is normalized over the mini-batch.
        input_dropout: whether inputs are dropped (members may still keep all of theirs).
    """

    n_x: int
    hidden: tuple[int, ...]
    n_y: int
    activation: tuple[str, ...]
    output: str
    batch_norm: bool = False
    input_dropout: bool = False

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The layers' places in a row of ``theta``, input side first."""
        blocks: list[Block] = []
        start = 0
        widths = (self.n_x, *self.hidden, self.n_y)
        for index, (n_in, n_out) in enumerate(pairwise(widths)):
            normalized = self.batch_norm and index < len(self.hidden)
            block = Block(start, n_in, n_out, normalized)
            blocks.append(block)
            start = block.stop
        return tuple(blocks)

    @property
    def n_parameters(self) -> int:
        """``P``: parameters of one member, padding included."""
        return self.blocks[-1].stop

    @property
    def n_running(self) -> int:
        """Running averages of one member: a mean and a variance per normalized unit."""
        return 2 * sum(self.hidden) if self.batch_norm else 0


@dataclass(frozen=True)
class Block:
    """One layer's parameters in a row of ``theta``.

    ``W`` and ``b`` lie as one matrix ``[W b] (n_out, n_in + 1)``: with a row of ones under the layer's input, one
    product gives ``W A + b``, and one product gives both ``dW`` and ``db``. A normalized layer has no ``b`` but
    ``gamma`` and ``beta`` after its ``W``.

    Args:
        start: index of the first parameter.
        n_in: units below.
        n_out: units of this layer.
        normalized: whether the layer has batch normalization.
    """

    start: int
    n_in: int
    n_out: int
    normalized: bool

    @property
    def columns(self) -> int:
        """Columns of the layer's matrix: ``n_in``, and one for ``b`` unless batch normalization replaces it."""
        return self.n_in if self.normalized else self.n_in + 1

    @property
    def matrix_stop(self) -> int:
        """Index after the layer's matrix."""
        return self.start + self.n_out * self.columns

    @property
    def stop(self) -> int:
        """Index after the layer's last parameter."""
        return self.matrix_stop + (2 * self.n_out if self.normalized else 0)

    def matrix(self, theta: FloatArray) -> FloatArray:
        """View ``[W b] (K, n_out, columns)`` of ``theta (K, P)``."""
        return theta[:, self.start : self.matrix_stop].reshape(-1, self.n_out, self.columns)

    def weights(self, theta: FloatArray) -> FloatArray:
        """View ``W (K, n_out, n_in)``."""
        return self.matrix(theta)[:, :, : self.n_in]

    def bias(self, theta: FloatArray) -> FloatArray:
        """View ``b (K, n_out, 1)``; empty in its last axis for a normalized layer."""
        return self.matrix(theta)[:, :, self.n_in :]

    def gamma(self, theta: FloatArray) -> FloatArray:
        """View ``gamma (K, n_out, 1)`` of a normalized layer."""
        return theta[:, self.matrix_stop : self.matrix_stop + self.n_out, None]

    def beta(self, theta: FloatArray) -> FloatArray:
        """View ``beta (K, n_out, 1)`` of a normalized layer (batch normalization's, not momentum's)."""
        return theta[:, self.matrix_stop + self.n_out : self.stop, None]
