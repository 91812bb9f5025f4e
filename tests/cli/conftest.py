import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from nnsearch.cli.main import main

ROOT = Path(__file__).parents[2]
OURS = ("NNSEARCH_WORKSPACE", "NNSEARCH_TRACKING_URI")
"""What of a developer's environment would change a command."""
TINY = """\
[data]
source = "moons"
samples = 100
[network]
hidden = [{ low = 2, high = 6 }]
[training]
epochs = 3
batch_size = 64
learning_rate = { low = 1e-3, high = 1e-1, scale = "log" }
[search]
trials = 16
cohort = 8
sampler = "random"
"""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def errors(self):
        return [line for line in self.err.splitlines() if line.startswith("error:")]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace with the tiny study in it; the environment names none."""
    for name in (*OURS, "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "studies").mkdir()
    (tmp_path / "studies" / "tiny.toml").write_text(TINY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def tiny_text():
    return TINY


@pytest.fixture
def cli(workspace, capsys):
    """Calls the command line in this process, from inside the workspace."""

    def call(*arguments):
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(ended.value.code, captured.out, captured.err)

    return call


@pytest.fixture
def tiny(cli):
    """The tiny study, run."""
    assert cli("run", "tiny", "--no-track", "--jobs", 1).code == 0
    return cli


@pytest.fixture
def process_environment():
    """What a subprocess needs to find this checkout."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return {**kept, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@pytest.fixture
def spawn(workspace, process_environment):
    """Calls the command line in a process of its own."""

    def call(*arguments, **more):
        line = [sys.executable, "-P", "-m", "nnsearch", *map(str, arguments)]
        done = subprocess.run(
            line,
            cwd=workspace,
            env=process_environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            **more,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return call
