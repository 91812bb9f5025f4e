import numpy as np

from nnsearch.core.seeds import generator, seed_sequence


def test_the_same_place_gives_the_same_draws():
    np.testing.assert_array_equal(generator(3, "shuffle", 5).random(4), generator(3, "shuffle", 5).random(4))


def test_another_purpose_number_or_seed_gives_other_draws():
    draws = [generator(*where).random() for where in ((0, "a"), (0, "b"), (1, "a"), (0, "a", 1), (0, "a", 2))]
    assert len(set(draws)) == len(draws)


def test_draws_are_the_same_on_every_machine():
    assert seed_sequence(0, "shuffle", 1).generate_state(2).tolist() == [1052904063, 1346306432]
