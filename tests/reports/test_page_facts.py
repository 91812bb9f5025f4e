import pytest

from nnsearch.reports.page_facts import BusyClock, PageTrial, Rung, best_so_far, page_trials, ranked, rungs, spec_of


def trial(number, value, outcome="complete", epochs=3):
    return PageTrial(number, 0, outcome, value, epochs, {}, ())


def test_only_trials_that_were_trained_to_their_end_can_be_the_best_so_far():
    trials = [trial(0, 0.1, "pruned"), trial(1, 0.4), trial(2, 0.5), trial(3, None), trial(4, 0.2)]
    assert [found.number for found in best_so_far(trials)] == [1, 4]
    assert [found.number for found in ranked(trials)] == [4, 1, 2]


def test_every_finished_trial_comes_with_its_curve_and_time(study):
    trials = page_trials(study)
    assert [found.number for found in trials] == list(range(16))
    for found in trials:
        assert list(study.curve(found.number)["dev_error"]) == list(found.curves["dev_error"])
        assert found.time is not None
        assert found.time > 0


def test_the_best_trial_is_the_ledgers(study):
    best = ranked(page_trials(study))[0]
    assert (best.number, best.value) == (study.best.number, pytest.approx(study.best.value))


def test_survivors_of_a_rung_reach_the_next_one(study):
    steps = rungs(page_trials(study), spec_of(study).rung_epochs)
    assert steps[0].reached == 16
    assert [rung.reached for rung in steps[1:]] == [rung.went_on for rung in steps[:-1]]
    assert steps[-1].went_on == 0


def test_a_trial_that_diverged_between_two_rungs_counts_at_the_second():
    trials = [trial(0, 0.1, epochs=9), trial(1, None, "diverged", epochs=5), trial(2, 0.3, "pruned", epochs=3)]
    assert rungs(trials, (3, 9)) == [Rung(3, 3, 2, 0), Rung(9, 1, 0, 1)]


def test_pauses_do_not_count_as_time():
    clock = BusyClock([(5.0, 7.0), (0.0, 2.0), (1.0, 3.0)])
    assert [clock.elapsed(time) for time in (-1.0, 2.5, 4.0, 6.0, 99.0)] == [0.0, 2.5, 3.0, 4.0, 5.0]
