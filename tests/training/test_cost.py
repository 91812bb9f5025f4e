import itertools

from hypothesis import given
from hypothesis import strategies as st

from nnsearch.nn.architecture import Architecture
from nnsearch.training.cost import (
    MOST_MEMBERS,
    Work,
    cheapest_partition,
    epoch_seconds,
    flops_per_example,
    members_per_population,
)


def network(*hidden):
    return Architecture(n_x=20, hidden=hidden, n_y=3, activation=("relu",) * len(hidden), output="softmax")


def test_flops_count_both_passes_but_no_gradient_of_the_input():
    assert flops_per_example(network(5)) == 3 * 2 * (20 * 5 + 5 * 3) - 2 * 20 * 5


def test_stacking_is_cheaper_than_one_at_a_time():
    work = Work(1000, 100, 32)
    assert epoch_seconds(network(8), 16, work) < 16 * epoch_seconds(network(8), 1, work)


def test_small_networks_stack_many_and_large_ones_few():
    assert members_per_population(network(4), 32) == MOST_MEMBERS
    assert members_per_population(network(2000, 2000), 128) == 1


@given(st.integers(1, 6), st.randoms(use_true_random=False))
def test_the_partition_is_the_cheapest_there_is(n, random):
    costs = [[random.random() for _ in range(n - start)] for start in range(n)]

    def total(runs):
        return sum(costs[start][stop - start - 1] for start, stop in runs)

    everything = []
    for cuts in itertools.product([False, True], repeat=n - 1):
        edges = [0, *[place + 1 for place, cut in enumerate(cuts) if cut], n]
        everything.append(list(itertools.pairwise(edges)))
    chosen = cheapest_partition(costs)
    assert chosen in everything
    assert total(chosen) <= min(map(total, everything)) + 1e-12
