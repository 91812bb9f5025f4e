"""The torture of followers: ``python -m tests.torture.followers --kills 50 --servers 10 --seed 0``.

Kills what writes a growing study to MLflow at random moments, and the tracking server it writes to, and deletes the
database, then compares MLflow, through its own client, with one written from nothing by one undisturbed sync.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import read_owner
from nnsearch.tracking.database import database_path, open_client
from nnsearch.tracking.projection import follower_lock, sync_study
from nnsearch.tracking.ui import Server
from tests.torture.harness import ROOT, arguments, environment, finish, lay_out, start
from tests.torture.wrapper import Fault
from tests.tracking.reading import read_runs

KILLED = -signal.SIGKILL
LONGEST_LIFE = 1.2
"""Seconds: a follower is killed at a random moment before that."""
LONGEST_EXIT = 10.0
"""Seconds that a process may take to end after its study is done."""


class SyncNursery:
    """Syncs as children of a process that has imported MLflow; a context.

    Args:
        scratch: an empty folder of its own; ``template/mlruns/mlflow.db`` in it is an empty database.
    """

    def __init__(self, scratch: Path) -> None:
        self.template, self.scratch = Workspace(scratch / "template"), scratch
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.sync_nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment(scratch),
        )
        self._ask({"workspace": str(self.template.root)})

    def follow(self, paths: StudyPaths, *more: str, kill_after: float | None = None) -> tuple[int, str]:
        """Run ``nnsearch sync tiny --follow`` and kill it after so many seconds; return exit code and errors."""
        err = self.scratch / "err"
        words = ["sync", "tiny", "--follow", "--workspace", str(paths.folder.parents[1]), *more]
        request = {"arguments": words, "fault": Fault().to_json(), "out": os.devnull, "err": str(err)}
        return self._ask({**request, "kill_after": kill_after})["code"], err.read_text()

    def new_study(self, name: str, trials: int) -> StudyPaths:
        """Lay out a study and an empty database in a workspace of its own."""
        paths = lay_out(self.scratch / name, trials=trials)
        self.empty_database(Workspace(self.scratch / name))
        return paths

    def empty_database(self, workspace: Workspace) -> None:
        """Give a workspace an empty database."""
        workspace.mlruns.mkdir(parents=True)
        shutil.copy(database_path(self.template), database_path(workspace))

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


def differences(nursery: SyncNursery, held: Workspace, paths: StudyPaths) -> list[str]:
    """Compare what a database holds of a study with what a sync of its ledger writes into an empty one."""
    again = Workspace(paths.folder.parents[1].with_name(f"{paths.folder.parents[1].name}-again"))
    shutil.copytree(paths.folder.parent, again.studies)
    nursery.empty_database(again)
    sync_study(again, "tiny")
    found, expected = read_runs(open_client(held)), read_runs(open_client(again))
    return [name for name in sorted({*found, *expected}) if found.get(name) != expected.get(name)]


def _ended(search: subprocess.Popen[str]) -> bool:
    """Say whether a search that nobody should run any more ends: its process takes a moment longer than its lock."""
    try:
        search.wait(LONGEST_EXIT)
    except subprocess.TimeoutExpired:
        return False
    return True


def kill_followers(nursery: SyncNursery, name: str, kills: int, draw: random.Random, trials: int) -> list[str]:
    """Kill followers of a study, while it runs and after, at random moments; return the runs that differ."""
    paths = nursery.new_study(name, trials)
    search = start(paths)
    while not paths.meta.is_file():
        time.sleep(0.01)
    done = 0
    while done < kills:
        code, told = nursery.follow(paths, kill_after=draw.uniform(0.0, LONGEST_LIFE))
        if code == 0 and _ended(search):  # all is written: begin again with an empty database
            shutil.rmtree(Workspace(paths.folder.parents[1]).mlruns)
            nursery.empty_database(Workspace(paths.folder.parents[1]))
        elif code == KILLED:
            done += 1
        else:
            return [f"a follower ended with {code}: {told}"]
    ended = finish(search)
    code, told = nursery.follow(paths)
    if (ended.code, code) != (0, 0):
        return [f"search {ended}, sync {code}: {told}"]
    return differences(nursery, Workspace(paths.folder.parents[1]), paths)


def kill_followers_of_a_run(nursery: SyncNursery, name: str, kills: int, draw: random.Random) -> list[str]:
    """Kill the followers that a run starts again while it searches or catches up; return what differs."""
    paths = nursery.new_study(name, 6400)
    words = [word for word in arguments(paths, "--time", "15s") if word != "--no-track"]
    run = subprocess.Popen(
        [sys.executable, "-m", "nnsearch", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(nursery.scratch),
    )
    done, last = 0, 0
    while done < kills and run.poll() is None:
        owner = read_owner(follower_lock(paths)) if paths.folder.is_dir() else None
        if owner is not None and owner.pid not in (0, last):
            time.sleep(draw.uniform(0.0, 4.0))
            os.kill(owner.pid, signal.SIGKILL)
            done, last = done + 1, owner.pid
        time.sleep(0.05)
    _, told = run.communicate()
    if run.returncode != 0 or done < kills:
        return [f"the run ended with {run.returncode} after {done} kills: {told}"]
    nursery.follow(paths)
    return differences(nursery, Workspace(paths.folder.parents[1]), paths)


def delete_databases(nursery: SyncNursery, name: str, times: int, draw: random.Random) -> list[str]:
    """Delete the database that a running study is written to, again and again; return what differs."""
    paths = nursery.new_study(name, 480)
    own = Workspace(paths.folder.parents[1])
    search = start(paths)
    while not paths.meta.is_file():
        time.sleep(0.01)
    answers: list[tuple[int, str]] = []
    follower = threading.Thread(target=lambda: answers.append(nursery.follow(paths)))
    follower.start()
    for _ in range(times):
        while follower.is_alive() and not database_path(own).exists():
            time.sleep(0.01)
        time.sleep(draw.uniform(0.0, 3.0))
        shutil.rmtree(own.mlruns, ignore_errors=True)  # somebody may be writing to it
    ended = finish(search)
    follower.join()
    answers.append(nursery.follow(paths))
    if (ended.code, [code for code, _ in answers]) != (0, [0, 0]):
        return [f"search {ended}, syncs {answers}"]
    return differences(nursery, own, paths)


def kill_servers(nursery: SyncNursery, name: str, kills: int, draw: random.Random) -> list[str]:
    """Kill the tracking server that a study is written to, start it again, and again; return what differs."""
    paths = nursery.new_study(name, 160)
    far = Workspace(nursery.scratch / f"{name}-server")
    nursery.empty_database(far)
    with socket.create_server(("127.0.0.1", 0)) as probe:  # not MLflow's usual port, which others may take meanwhile
        port = probe.getsockname()[1]
    uri = ("--tracking-uri", f"http://127.0.0.1:{port}")
    search, over = start(paths), threading.Event()
    while not paths.meta.is_file():
        time.sleep(0.01)

    def follow_on() -> None:  # a run would start it again in the same way
        while not over.is_set():
            nursery.follow(paths, *uri, kill_after=20.0)

    follower = threading.Thread(target=follow_on)
    follower.start()
    for _ in range(kills):
        with Server(far, port) as server:
            server.wait_until_ready(threading.Event(), 120.0)
            time.sleep(draw.uniform(0.0, 3.0))
            os.killpg(server._process.pid, signal.SIGKILL)
    over.set()
    follower.join()
    with Server(far, port) as server:
        server.wait_until_ready(threading.Event(), 120.0)
        ended = finish(search)
        code, told = nursery.follow(paths, *uri)
    if (ended.code, code) != (0, 0):
        return [f"search {ended}, sync {code}: {told}"]
    return differences(nursery, far, paths)


def main() -> None:
    """Torture and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=50, help="of followers (default: 50)")
    parser.add_argument("--servers", type=int, default=10, help="kills of the tracking server (default: 10)")
    parser.add_argument("--seed", type=int, default=0, help="of moments (default: 0)")
    chosen = parser.parse_args()
    draw = random.Random(chosen.seed)
    problems = []
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        open_client(Workspace(Path(folder) / "template"))
        with SyncNursery(Path(folder)) as nursery:
            tortures: dict[str, Callable[[], list[str]]] = {
                f"{chosen.kills} followers killed": lambda: kill_followers(nursery, "many", chosen.kills, draw, 160),
                "5 databases deleted": lambda: delete_databases(nursery, "deleted", 5, draw),
                "3 followers of a run killed": lambda: kill_followers_of_a_run(nursery, "run", 3, draw),
                f"{chosen.servers} servers killed": lambda: kill_servers(nursery, "servers", chosen.servers, draw),
            }
            for what, torture in tortures.items():
                found = torture()
                print(f"{what}: {'equal to a rebuild' if not found else f'differs: {found[:5]}'}", flush=True)
                problems += found
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
