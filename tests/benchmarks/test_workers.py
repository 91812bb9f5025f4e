import pytest

from benchmarks.workers import Worker, WorkerError


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


def test_a_worker_returns_a_result(worker):
    assert worker.call("json:dumps", obj=[1]) == "[1]"


def test_what_a_function_prints_does_not_spoil_the_answer(worker):
    assert worker.call("pprint:pprint", object="noise") is None


def test_an_error_arrives_with_its_traceback(worker):
    with pytest.raises(WorkerError, match="JSONDecodeError"):
        worker.call("json:loads", s="{")


def test_a_worker_keeps_answering_after_an_error(worker):
    with pytest.raises(WorkerError):
        worker.call("json:loads", s="{")
    assert worker.call("json:loads", s="3") == 3


def test_a_library_that_is_not_installed_is_named(worker):
    with pytest.raises(WorkerError, match="no_such_library"):
        worker.call("no_such_library:train")


def test_workers_have_one_blas_thread(worker):
    assert worker.call("os:getenv", key="OPENBLAS_NUM_THREADS") == "1"


def test_a_worker_that_dies_is_an_error():
    with Worker() as worker, pytest.raises(WorkerError, match="code 3"):
        worker.call("os:_exit", status=3)


def test_a_worker_that_takes_too_long_is_ended():
    with Worker() as worker:
        with pytest.raises(WorkerError, match=r"no result within 0\.3 s"):
            worker.call("signal:pause", timeout=0.3)
        with pytest.raises(WorkerError, match="already ended"):
            worker.call("json:loads", s="3")
