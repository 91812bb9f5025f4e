"""Kernels of neural networks over stacked members: activations, losses, initializers, layers. NumPy only."""
