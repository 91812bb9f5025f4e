"""The vectors are made with torch, which the tests must not need: what imports it is collected only where it is."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore = ["make_torch_vectors.py"] + ([] if find_spec("torch") else ["test_regenerated.py"])
