from dataclasses import asdict

import optuna
import pytest
from optuna.trial import TrialState, create_trial

from nnsearch.search.asked import COHORT, HALFWAY, VALUES, Halfway
from nnsearch.search.sight import CARRIED, Sight, fewer, standing
from nnsearch.search.startup import FINISHED

SIZE = 4


@pytest.fixture
def study():
    return optuna.create_study(storage=optuna.storages.InMemoryStorage(), study_name="x")


def ask(sight, cohort):
    sight.cohort = cohort
    trials = [sight.ask() for _ in range(SIZE)]
    for trial in trials:
        trial.set_user_attr(COHORT, cohort)
    return [trial.number for trial in trials]


def tell(sight, numbers):
    for number in numbers:
        sight.tell(number, float(number))


def told(value, number, epoch=0):
    intermediate = {epoch: value} if epoch else {}
    state = TrialState.PRUNED if epoch else TrialState.COMPLETE
    trial = create_trial(state=state, value=None if epoch else value, intermediate_values=intermediate)
    trial.number = number
    return trial


def states(sight):
    return [(trial.number, trial.state.name) for trial in sight.get_trials()]


def test_the_study_is_seen_as_it_is_while_one_cohort_runs_at_a_time(study):
    sight = Sight(study, 1)
    tell(sight, ask(sight, 0))
    ask(sight, 1)
    assert states(sight) == [(trial.number, trial.state.name) for trial in study.get_trials()]
    assert [trial.number for trial in sight.get_trials(states=(TrialState.COMPLETE,))] == [0, 1, 2, 3]


def test_a_cohort_in_flight_does_not_see_those_whose_turn_has_not_come(study):
    sight = Sight(study, 2)
    first, second = ask(sight, 0), ask(sight, 1)
    tell(sight, first)
    tell(sight, second)
    sight.cohort = 2
    assert states(sight) == [
        *((number, "COMPLETE") for number in first),
        *((number, "RUNNING") for number in second),
    ]
    sight.cohort = 3
    assert {state for _, state in states(sight)} == {"COMPLETE"}


def test_a_study_that_goes_on_sees_what_it_saw(study):
    sight = Sight(study, 1)
    tell(sight, ask(sight, 0))
    ask(sight, 1)
    again = Sight(study, 1)
    assert states(again)[0] == (0, "RUNNING")  # nobody has said that it is the second cohort's turn
    again.cohort = 1
    assert states(again) == states(sight)


def test_carried_trials_come_first(study):
    carried = told(0.5, CARRIED)
    sight = Sight(study, 1, [carried])
    tell(sight, ask(sight, 0))
    assert [trial.number for trial in sight.get_trials()] == [CARRIED, 0, 1, 2, 3]


def test_models_are_shown_no_more_than_the_most_and_others_everything(study):
    sight = Sight(study, 1, most=6)
    for cohort in range(3):
        tell(sight, ask(sight, cohort))
    sight.cohort = 3
    assert [trial.number for trial in sight._get_trials()] == [0, 1, 2, 9, 10, 11]
    assert len(sight.get_trials()) == 12


def test_the_best_and_the_newest_are_kept_in_their_order():
    trials = [told(value, number) for number, value in enumerate([5.0, 1.0, 4.0, 2.0, 3.0, 9.0, 8.0])]
    assert [trial.number for trial in fewer(trials, 4)] == [1, 3, 5, 6]
    assert [trial.number for trial in fewer(trials, 4, lambda trial: standing(trial, -1))] == [0, 2, 5, 6]
    assert fewer(trials, 7) == trials


def test_stopped_trials_stand_behind_complete_ones_the_later_the_better():
    trials = [told(0.1, 0, epoch=3), told(0.9, 1), told(0.5, 2, epoch=9)]
    assert [trial.number for trial in sorted(trials, key=standing)] == [1, 2, 0]


def test_what_is_drawn_is_seen_while_it_is_drawn_and_by_the_trials_that_follow(study):
    sight = Sight(study, 1)
    sight.cohort = 0
    first = sight.ask()
    assert [trial.params for trial in sight.get_trials()] == [{}]
    first.suggest_float("x", 0, 1)
    first.suggest_float("y", 0, 1)
    assert [trial.params for trial in sight.get_trials()] == [first.params]
    second = sight.ask()
    assert [trial.params for trial in sight.get_trials()] == [first.params, {}]
    second.suggest_float("x", 0, 1)
    assert [trial.params for trial in sight.get_trials()] == [first.params, second.params]


def test_what_is_noted_of_a_cohort_is_seen_by_the_next_one(study):
    sight = Sight(study, 2)
    sight.cohort = 0
    trials = [sight.ask() for _ in range(SIZE)]
    sight.get_trials()
    for trial in trials:
        trial.set_user_attr(COHORT, 0)
    sight.cohort = 1
    assert [trial.user_attrs for trial in sight.get_trials()] == [{COHORT: 0}] * SIZE


@pytest.mark.parametrize("in_flight", [1, 2, 3])
def test_what_a_cohort_learns_from_does_not_depend_on_when_it_is_asked(study, in_flight):
    sight = Sight(study, in_flight, [told(0.5, CARRIED)], most=6)
    cohorts, seen = [], []
    for number in range(5):
        sight.cohort = number
        cohorts.append(ask(sight, number))
        seen.append(sight._get_trials(deepcopy=False, states=FINISHED))
        assert sight.seen_by(number) == seen[number]
        if number >= in_flight - 1:
            tell(sight, cohorts[number - in_flight + 1])
            running = range(number - in_flight + 2, number + 1)
            assert [sight.seen_by(other) for other in running] == [seen[other] for other in running]
    assert len(seen[-1]) == 6


STOOD = (
    Halfway(2),
    Halfway(2, "pruned"),
    Halfway(1, "diverged"),
    Halfway(1, "failed"),
    Halfway(2, "early_stopped", 0.3),
)
"""How the trials of a cohort stand when its last rung begins; the first one trains on."""
ENDS = (TrialState.COMPLETE, TrialState.PRUNED, TrialState.PRUNED, TrialState.FAIL, TrialState.COMPLETE)


def show_halfway(sight, cohort):
    sight.cohort = cohort
    trials = [sight.ask() for _ in STOOD]
    for trial, stood in zip(trials, STOOD, strict=True):
        trial.set_user_attr(COHORT, cohort)
        trial.set_user_attr(VALUES, {"x": 1})
        trial.set_user_attr(HALFWAY, asdict(stood))
        for epoch in range(1, stood.until + 1):
            trial.report(0.5 / epoch, epoch)
    return [trial.number for trial in trials]


def end(sight, numbers):
    for number, state in zip(numbers, ENDS, strict=True):
        trial = optuna.Trial(sight, sight._storage.get_trial_id_from_study_id_trial_number(sight._study_id, number))
        if number == numbers[0]:
            trial.report(0.1, 3)
        trial.set_user_attr("outcome", "whatever")
        trial.set_user_attr("epochs", 3)
        sight.tell(number, 0.1 if state == TrialState.COMPLETE else None, state=state)


def facts(trials):
    return [(t.number, t.state.name, t.value, t.intermediate_values, t.user_attrs.get("outcome")) for t in trials]


def whole(trials):
    """Trials with everything that is known of them, but when they were told."""
    return [{**vars(t), "datetime_start": None} for t in trials]


def load(study, in_flight, most=None):
    return Sight(optuna.load_study(study_name="x", storage=study._storage), in_flight, most=most)


@pytest.mark.parametrize("in_flight", [1, 2])
def test_a_cohort_whose_last_rung_begins_is_seen_as_it_stands_then_whenever_it_ends(study, in_flight):
    sight, turn = Sight(study, in_flight), in_flight
    oldest, *others = [show_halfway(sight, cohort) for cohort in range(in_flight)]
    sight.cohort = turn
    curve = {1: 0.5, 2: 0.25}
    seen = [
        (0, "PRUNED", None, curve, None),
        (1, "PRUNED", None, curve, "pruned"),
        (2, "PRUNED", None, {1: 0.5}, "diverged"),
        (3, "FAIL", None, {1: 0.5}, "failed"),
        (4, "COMPLETE", 0.3, curve, "early_stopped"),
    ]
    assert facts(sight.seen_by(turn)) == seen
    numbers = [trial.number for trial in sight.get_trials()]
    assert len(numbers) == len(set(numbers))
    newest = sight.ask().number  # the first one of the cohort that is asked
    running = [trial.number for trial in sight.get_trials(states=(TrialState.RUNNING,))]
    assert running == [*(number for cohort in others for number in cohort), newest]
    before = whole(sight.seen_by(turn))
    end(sight, oldest)
    assert whole(sight.seen_by(turn)) == whole(load(study, in_flight).seen_by(turn)) == before
    assert [trial.state for trial in sight.seen_by(turn + 1)][: len(ENDS)] == list(ENDS)


def test_the_best_and_the_newest_are_the_same_ones_whenever_a_cohort_ends_that_was_seen_as_it_stood(study):
    sight = Sight(study, 1, most=4)
    sight.cohort = 0
    tell(sight, ask(sight, 0))
    shown = show_halfway(sight, 1)
    seen = facts(sight.seen_by(2))
    assert [trial[0] for trial in seen] == [0, 1, 6, 8]
    end(sight, shown)
    assert [trial[0] for trial in facts(sight.seen_by(3))] == [0, 4, 6, 8]  # trial 4 is among the best now
    assert facts(sight.seen_by(2)) == facts(load(study, 1, most=4).seen_by(2)) == seen
