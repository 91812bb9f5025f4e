from nnsearch.data.load import load_data
from nnsearch.search.estimate import estimate, members_per_rung
from nnsearch.training.examples import examples_from


def test_rungs_train_fewer_and_fewer_networks(make_study):
    _, spec = make_study()
    assert members_per_rung(spec) == [(1, 8), (2, 3), (6, 1)]


def test_an_estimate_grows_with_the_trials_and_counts_whole_cohorts(make_study):
    _, spec = make_study()
    examples = examples_from(load_data(spec.data))
    small, large = estimate(spec, examples, 8), estimate(spec, examples, 33)
    assert (small.cohorts, small.trials) == (1, 8)
    assert (large.cohorts, large.trials) == (5, 40)
    assert large.seconds == 5 * small.seconds > 0
    assert small.parameters[0] <= small.parameters[1]
    assert small.network_epochs == 8 + 6 + 6
