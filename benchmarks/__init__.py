"""Measurements of nnsearch against what a user would pick instead. Not part of the package.

Each benchmark is a module to run: ``python -m benchmarks.trainer``. What they share: ``machine`` (one core, one
thread), ``workers`` (one process per contender), ``tables`` and ``document`` (how figures are shown and kept).
"""
