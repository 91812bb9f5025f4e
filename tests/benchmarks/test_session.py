from dataclasses import asdict

import pytest

from benchmarks import session
from benchmarks.contenders import CONTENDERS, VARIANTS
from benchmarks.ours import automatic_members, peak_bytes
from benchmarks.workloads import WORKLOADS, Workload

TINY = Workload("tiny", "pictures", (16, 8, 3), m=45, batch_size=16, epochs=60)


# Compiling takes many seconds; the benchmark itself reports what does not compile.
HERE = [
    (name, min(contender.members, default=3))
    for name, contender in (CONTENDERS | VARIANTS).items()
    if contender.installed and name != "torch vmap compiled"
]


@pytest.mark.parametrize(("name", "members"), HERE)
def test_a_contender_that_is_installed_trains(name, members):
    session.prepare(name, asdict(TINY), members)
    assert session.run(name, members) > 0


@pytest.mark.parametrize("name", [name for name, _ in HERE if name not in VARIANTS])
def test_a_contender_learns_the_examples(name):
    members = min(CONTENDERS[name].members)
    longer = asdict(TINY) | {"epochs": 300}
    session.prepare(name, longer, members)
    session.run(name, members)
    assert session.check(name, members) <= 0.3


def test_a_member_takes_less_memory_beside_others():
    assert 0 < peak_bytes(asdict(TINY), 32) / 32 < peak_bytes(asdict(TINY), 1)


@pytest.mark.parametrize("workload", WORKLOADS.values(), ids=list(WORKLOADS))
def test_the_automatic_population_has_members(workload):
    assert automatic_members(workload) >= 1
