"""The quick part of the torture of followers. ``python -m tests.torture.followers`` is the full one."""

from __future__ import annotations

import random
from pathlib import Path

from nnsearch.core.paths import Workspace
from nnsearch.tracking.database import open_client
from tests.torture.followers import SyncNursery, kill_followers


def test_killed_followers_lose_nothing_and_write_nothing_twice(tmp_path: Path):
    open_client(Workspace(tmp_path / "template"))
    with SyncNursery(tmp_path) as nursery:
        assert kill_followers(nursery, "tiny", 8, random.Random(0), 24) == []
