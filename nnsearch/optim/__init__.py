"""Optimizers and learning-rate schedules as pure parts over ``theta (K, P)``. NumPy only."""
