from nnsearch.data.load import load_data
from nnsearch.search.estimate import estimate, members_per_rung
from nnsearch.search.policies import Plan
from nnsearch.training.examples import examples_from


def test_rungs_train_fewer_and_fewer_networks():
    assert members_per_rung(Plan((1, 3, 9), 3), 8) == [(1, 8), (2, 3), (6, 1)]
    assert members_per_rung(Plan((1, 3, 9), 3), 8, judged=True) == [(1, 8), (2, 6), (6, 4)]
    assert members_per_rung(Plan((1, 9), top=2), 8, judged=True) == [(1, 8), (8, 2)]


def test_hyperband_is_estimated_over_its_brackets(make_study, tiny_text):
    _, spec = make_study("a", f'{tiny_text}policy = "hyperband"\neta = 3\n')
    # brackets of 1 -> 3 -> 9, 3 -> 9 and 9 epochs
    assert estimate(spec, examples_from(load_data(spec.data)), 8).network_epochs == round((20 + 24 + 18 + 72) / 3)


def test_an_estimate_grows_with_the_trials_and_counts_whole_cohorts(make_study):
    _, spec = make_study()
    examples = examples_from(load_data(spec.data))
    small, large = estimate(spec, examples, 8), estimate(spec, examples, 33)
    assert (small.cohorts, small.trials) == (1, 8)
    assert (large.cohorts, large.trials) == (5, 40)
    assert large.seconds == 5 * small.seconds > 0
    assert small.parameters[0] <= small.parameters[1]
    assert small.network_epochs == 8 * 2 + 4 * 2 + 2 * 5


def test_turning_pictures_is_estimated_to_cost_more_than_moving_them(make_study, tiny_text):
    text = tiny_text.replace('source = "moons"\nsamples = 300', 'source = "digits"')
    seconds = []
    for line in ("", "augment_shift = 1\n", "augment_rotation = 5.0\n"):
        _, spec = make_study("a", text.replace("[training]\n", f"[training]\n{line}"))
        seconds.append(estimate(spec, examples_from(load_data(spec.data)), 8).seconds)
    assert seconds == sorted(set(seconds))


def test_networks_that_a_model_settles_on_are_estimated_to_be_larger_where_sizes_are_searched(make_study, tiny_text):
    one_size = tiny_text.replace("{ layers = { low = 1, high = 2 }, units = { low = 3, high = 12 } }", "[8]")
    times = []
    for text in (tiny_text, one_size):
        seconds = []
        for sampler in ("tpe", "gp"):
            _, spec = make_study("a", f'{text}sampler = "{sampler}"\nrungs = 1\n')
            seconds.append(estimate(spec, examples_from(load_data(spec.data)), 8).seconds)
        times.append(seconds[1] / seconds[0])
    assert times == [2.0, 1.0]
