import errno
import os
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import wait
from dataclasses import replace

import numpy as np
import psutil
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from nnsearch.core.blas import recorded_kernel
from nnsearch.core.compiling import WORTH_COMPILING, Earnings
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.search import executor as module
from nnsearch.search import in_process
from nnsearch.search.executor import Workers, choose_executor, physical_cores
from nnsearch.search.in_process import InProcess, Lost
from nnsearch.search.machine import describe_blas
from nnsearch.search.parcels import unpack
from nnsearch.training.examples import examples_from
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment


@pytest.fixture(scope="module")
def examples():
    return examples_from(load_data(DataSpec("moons", samples=100)))


def segment(until=2):
    member = Hyperparameters(hidden=(3,), activation=("relu",), output="sigmoid", batch_size=16)
    return Segment((member,), (3,), seed=0, epochs=2, until=until)


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


def test_results_that_are_there_can_be_had_without_waiting(examples):
    with InProcess(examples) as here, Workers(examples, 1) as there:
        here.submit(1, segment())
        assert here.next_if_done() is None  # it trains when it is waited for
        assert there.next_if_done() is None
        for key in (1, 2):
            there.submit(key, segment())
        first, _ = there.next()  # of two that are done, either
        wait(there._running)
        key, result = there.next_if_done()
        assert (sorted([first, key]), result.state.epoch) == ([1, 2], 2)
        assert there.next_if_done() is None


def large(until=2, state=None, members=1):
    """A task whose state travels by file."""
    member = Hyperparameters(hidden=(4000,), activation=("relu",), output="sigmoid", batch_size=16)
    return Segment(members * (member,), (4000,), seed=0, epochs=2, until=until, state=state)


def test_large_tasks_and_results_come_in_files_that_are_gone_once_they_are_read(examples, monkeypatch):
    parcels = []
    monkeypatch.setattr(module, "unpack", lambda parcel: parcels.append(parcel) or unpack(parcel))
    with InProcess(examples) as here, Workers(examples, 1) as there:
        files = set(there._folder.path.iterdir())
        there.submit(1, large(until=1))
        state = there.next()[1].state
        there.submit(2, large(state=state))
        result = there.next()[1]
        assert set(there._folder.path.iterdir()) == files
        here.submit(1, large())
        assert here.next()[1].state.theta.tobytes() == result.state.theta.tobytes()
    assert all(parcel.file is not None for parcel in parcels)


def test_files_of_tasks_that_never_train_are_removed(examples):
    with Workers(examples, 1) as home:
        files = set(home._folder.path.iterdir())
        home.submit(0, large(until=1))
        state = home.next()[1].state
        for key in range(1, 7):
            home.submit(key, large(state=state))
        home.submit(7, large(state=state), alone=True)  # nothing else may train: they are taken back
        assert {home.next()[0] for _ in range(7)} == set(range(1, 8))
        assert set(home._folder.path.iterdir()) == files
        for key in range(6):
            home.submit(key, large(state=state))
        os.kill(next(iter(home._pool._processes)), signal.SIGKILL)
        assert {home.next()[0] for _ in range(6)} == set(range(6))
        left = set(home._folder.path.iterdir()) - files  # what the worker itself left: a result at most
        assert len(left) <= 1


def test_short_studies_stay_in_this_process(examples):
    with choose_executor(examples, 2, 0.1) as home:
        assert isinstance(home, InProcess)
        assert home.jobs == 1


def test_long_studies_get_workers(examples):
    with choose_executor(examples, 2, 100.0) as home:
        assert isinstance(home, Workers)
        assert home.jobs == 2


@pytest.mark.parametrize(
    ("expected", "trained", "compiles"),
    [
        (WORTH_COMPILING, 0, [True, True]),
        (0.9 * WORTH_COMPILING, 0.9 * WORTH_COMPILING, [False, False]),
        (0.9 * WORTH_COMPILING, WORTH_COMPILING, [False, True]),
    ],
)
def test_workers_compile_where_they_train_for_long(examples, monkeypatch, expected, trained, compiles):
    seen = []
    hinted = Workers._hinted
    monkeypatch.setattr(Workers, "_hinted", lambda self, *task: seen.append(hinted(self, *task)) or seen[-1])
    monkeypatch.setattr(module, "unpack", lambda parcel: replace(unpack(parcel), seconds=2 * trained))
    with Workers(examples, 2, seconds=2 * expected) as home:  # two workers share both
        for key in range(2):
            home.submit(key, segment())
            home.next()
    assert [task.compile_loops for task in seen] == compiles


@pytest.mark.parametrize(
    ("before", "seconds", "meanwhile", "wanted"),
    [
        (0, None, 99, None),
        (0, 0.9 * WORTH_COMPILING, 0, False),
        (0, WORTH_COMPILING, 0, True),
        (99, 0.9 * WORTH_COMPILING, 0, False),
        (99, 0.9 * WORTH_COMPILING, WORTH_COMPILING, True),
    ],
)
def test_what_a_study_trains_counts_where_this_process_trains_it(
    examples, monkeypatch, before, seconds, meanwhile, wanted
):
    earnings = Earnings()
    earnings.add(before)  # of another study
    monkeypatch.setattr(in_process, "EARNINGS", earnings)
    seen = []
    monkeypatch.setattr(in_process, "train_and_measure", lambda task, _: seen.append(task.compile_loops))
    with InProcess(examples, seconds) as home:
        earnings.add(meanwhile)
        home.submit(1, segment())
        home.next()
    assert seen == [wanted]


def test_one_job_never_starts_workers(examples):
    with choose_executor(examples, 1, 1e6) as home:
        assert isinstance(home, InProcess)


def test_workers_that_die_whatever_they_train_end_in_one_line(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _die)
    with Workers(examples, 1) as home:
        for key in range(4):
            home.submit(key, segment(), alone=key < 3)
        with pytest.raises(EnvironmentRefusedError, match=r"3 networks alone and everything .* fewer --jobs"):
            home.next()


def test_networks_that_kill_workers_one_after_the_other_are_lost_once_another_was_trained(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _die_of_one_epoch)
    monkeypatch.setattr(module, "CULPRITS_IN_A_ROW", 2)
    with Workers(examples, 2) as home:
        for key in range(2):
            home.submit(key, segment(until=1), alone=True)
        home.submit(2, segment(until=1))  # a witness that dies as well
        home.submit(3, segment())
        assert home.next()[0] == 3
        found = [home.next(), home.next()]
    assert found == [(key, Lost(alone=True, how="SIGKILL(-9)")) for key in range(2)]


def test_networks_that_kill_workers_are_lost_where_nothing_else_waits_and_workers_can_live(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _die)
    monkeypatch.setattr(module, "CULPRITS_IN_A_ROW", 2)
    with Workers(examples, 1) as home:
        for key in range(2):
            home.submit(key, segment(), alone=True)
        assert [home.next()[0], home.next()[0]] == [0, 1]


def test_networks_in_doubt_are_dropped_with_what_waits(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _die)
    with Workers(examples, 1) as home:
        for key in range(3):
            home.submit(key, segment(), alone=True)
        home._culprits = [(key, Lost(alone=True)) for key in (7, 8, 9)]
        assert {7, 8, 9} < set(home.cancel_waiting())
        assert home._culprits == []


def test_a_network_that_is_refused_memory_is_lost_and_the_workers_live(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _ask_for_too_much)
    with Workers(examples, 1) as home:
        home.submit(0, segment(until=1))
        home.submit(1, segment())
        pool = home._pool
        found = dict([home.next(), home.next()])
        assert found[0] == Lost(alone=False, how="out of memory")
        home.submit(0, segment(until=1), alone=True)
        assert home.next() == (0, Lost(alone=True, how="out of memory"))
        assert home._pool is pool


def test_a_population_that_is_refused_memory_is_the_one_to_split(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _ask_for_too_much)
    with Workers(examples, 1) as home:
        member = segment().members[0]
        home.submit(0, Segment((member, member), (3,), seed=0, epochs=2, until=1))
        assert home.next() == (0, Lost(alone=True, how="out of memory"))


def test_this_process_says_in_one_line_that_memory_ran_out(examples, monkeypatch):
    def refused(*_):
        raise MemoryError

    monkeypatch.setattr(in_process, "train_and_measure", refused)
    monkeypatch.setattr(in_process, "final_metrics", refused)
    with InProcess(examples) as home:
        home.submit(0, segment())
        with pytest.raises(EnvironmentRefusedError, match=r"training a network takes more memory .*\[network\] hidden"):
            home.next()
        with pytest.raises(EnvironmentRefusedError, match="measuring a trained network takes more memory"):
            home.measure(segment().members[0], (3,), None)


def test_a_full_temporary_disk_ends_in_one_line_and_leaves_nothing(examples, monkeypatch, tmp_path):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(np, "save", full)
    with threadpool_limits(2, user_api="blas"):
        before = threadpool_info()
        with pytest.raises(EnvironmentRefusedError, match=r"cannot write .*: No space left on device: set TMPDIR"):
            Workers(examples, 2)
        assert threadpool_info() == before
    assert list(tmp_path.iterdir()) == []


def test_workers_that_cannot_even_read_the_data_end_in_one_line(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _die)
    monkeypatch.setattr(module, "look", _die)
    with Workers(examples, 1) as home:
        home.submit(0, segment(), alone=True)
        with pytest.raises(EnvironmentRefusedError, match="while reading the data"):
            home.next()


def test_a_network_whose_worker_dies_is_lost_and_how_is_told(examples, monkeypatch):
    monkeypatch.setattr(module, "train_in_worker", _die)
    with Workers(examples, 1) as home:
        home.submit(0, segment(), alone=True)
        assert home.next() == (0, Lost(alone=True, how="SIGKILL(-9)"))


def test_a_member_is_measured_with_the_workers_kernel(examples):
    own = recorded_kernel(describe_blas())
    other = "Haswell" if own != "Haswell" else "Nehalem"
    with Workers(examples, 1, other) as there, InProcess(examples) as here:
        there.submit(0, segment())
        state = there.next()[1].state
        assert there._foreign
        member = segment().members[0]
        assert there.measure(member, (3,), state).keys() == here.measure(member, (3,), state).keys()


def test_what_trains_beside_a_suspect_waits(examples):
    with Workers(examples, 2) as home:
        home.submit(0, segment(), alone=True)
        home.submit(1, segment())
        assert [task.key for task in home._running.values()] == [0]
        assert [home.next()[0], home.next()[0]] == [0, 1]


def _die(folder, segment=None):
    import os
    import signal

    os.kill(os.getpid(), signal.SIGKILL)


def _die_of_one_epoch(folder, segment):
    import os
    import signal

    from nnsearch.search.pool import train_in_worker

    if segment.until == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return train_in_worker(folder, segment)


def _ask_for_too_much(folder, segment):
    import numpy as np

    from nnsearch.search.pool import train_in_worker

    if segment.until == 1:
        np.empty(2**55, np.int8)
    return train_in_worker(folder, segment)


def test_there_is_at_least_one_core():
    assert physical_cores() >= 1


DRIVER = """
import os, time
from nnsearch.search.pool import start_pool
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


def test_what_waits_begins_in_the_order_that_was_asked_for(examples):
    with Workers(examples, 1) as home:
        for key in range(6):
            home.submit(key, segment(), seconds=key)
        assert [task.key for task in home._running.values()] == [0, 1, 2]  # as much as goes to the pool at once
        home.next()
        assert [task.key for task in home._running.values()][-1] == 5
        home.next()
        assert [task.key for task in home._running.values()][-1] == 4


def test_workers_are_ready_once_one_of_them_has_read_the_data(examples):
    with InProcess(examples) as here, Workers(examples, 1) as there:
        assert here.ready is not None
        there.submit(0, segment())
        there.next()
        assert there.ready is not None
        assert there.ready > here.ready


def test_workers_are_given_up_in_silence_in_the_middle_of_their_work(examples, capfd):
    for _ in range(3):
        with Workers(examples, 1) as home:
            for key in range(6):
                home.submit(key, segment())
            home.next()
    assert capfd.readouterr().err == ""
