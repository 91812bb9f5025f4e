import subprocess
import sys

import numpy as np
import psutil
import pytest

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.search import executor as module
from nnsearch.search.executor import InProcess, Workers, choose_executor, physical_cores, read_examples, write_examples
from nnsearch.training.examples import examples_from
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment


@pytest.fixture(scope="module")
def examples():
    return examples_from(load_data(DataSpec("moons", samples=100)))


def segment(until=2):
    member = Hyperparameters(hidden=(3,), activation=("relu",), output="sigmoid", batch_size=16)
    return Segment((member,), (3,), seed=0, epochs=2, until=until)


def test_examples_survive_their_files(examples, tmp_path):
    write_examples(examples, tmp_path)
    back = read_examples(str(tmp_path))
    for name in ("X_train", "y_train", "X_dev", "y_dev"):
        np.testing.assert_array_equal(getattr(back, name), getattr(examples, name))
    assert (back.n_y, back.output, back.target_scale) == (examples.n_y, examples.output, examples.target_scale)


def test_both_homes_return_the_same_bits_under_the_callers_keys(examples):
    with InProcess(examples) as here, Workers(examples, 2) as there:
        states = []
        for home in (here, there):
            home.submit(7, segment())
            key, result = home.next()
            assert key == 7
            states.append(result.state.theta.tobytes())
    assert states[0] == states[1]


def test_tasks_that_have_not_begun_can_be_dropped(examples):
    with InProcess(examples) as here:
        here.submit(1, segment())
        here.submit(2, segment())
        assert here.cancel_waiting() == [1, 2]


def test_short_studies_stay_in_this_process(examples):
    with choose_executor(examples, 2, 0.1) as home:
        assert isinstance(home, InProcess)
        assert home.jobs == 1


def test_long_studies_get_workers(examples):
    with choose_executor(examples, 2, 100.0) as home:
        assert isinstance(home, Workers)
        assert home.jobs == 2


def test_one_job_never_starts_workers(examples):
    with choose_executor(examples, 1, 1e6) as home:
        assert isinstance(home, InProcess)


def test_workers_that_keep_dying_end_in_one_line(examples, monkeypatch):
    monkeypatch.setattr(module, "_train_in_worker", _die)
    with Workers(examples, 1) as home:
        home.submit(0, segment())
        with pytest.raises(EnvironmentRefusedError, match="workers died 3 times"):
            home.next()


def _die(folder, segment):
    import os
    import signal

    os.kill(os.getpid(), signal.SIGKILL)


def test_there_is_at_least_one_core():
    assert physical_cores() >= 1


DRIVER = """
import os, time
from nnsearch.search.executor import start_pool
pool = start_pool(2)
print(*{future.result() for future in [pool.submit(os.getpid) for _ in range(8)]}, flush=True)
time.sleep(60)
"""


def test_workers_end_with_a_driver_that_is_killed():
    driver = subprocess.Popen([sys.executable, "-c", DRIVER], stdout=subprocess.PIPE, text=True)
    workers = [psutil.Process(int(pid)) for pid in driver.stdout.readline().split()]
    driver.kill()
    driver.communicate()
    gone, alive = psutil.wait_procs(workers, timeout=20)
    assert gone
    assert not alive
