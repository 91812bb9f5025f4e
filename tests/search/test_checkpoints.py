import numpy as np

from nnsearch.search.asked import Asked
from nnsearch.search.checkpoints import pack_states, unpack_states
from nnsearch.search.cohort import LiveTrial
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.state import PopulationState


def population(epoch, members):
    rows = np.arange(members, dtype=np.float32)[:, None] + 10 * epoch
    none = np.empty((members, 0), np.float32)
    errors, epochs = np.full(members, 0.5), np.full(members, epoch)
    return PopulationState(epoch, rows, (rows + 0.5,), none, none, none, errors, epochs)


def trial(number, state=None):
    member = Hyperparameters(hidden=(3,), activation=("relu",), output="sigmoid", batch_size=16)
    return LiveTrial(Asked(number, 0, {}, member, (3,)), state=state)


def test_states_come_back_by_trial_without_the_rows_of_others():
    first, second = population(1, 3), population(2, 2)
    arrays, numbers = pack_states([trial(4, (first, 2)), trial(5, (second, 1)), trial(6, (first, 0)), trial(7)])
    assert sorted(numbers) == [4, 5, 6]
    found = {number: (state.epoch, float(state.theta[row, 0])) for number, state, row in unpack_states(arrays)}
    assert found == {4: (1, 12.0), 6: (1, 10.0), 5: (2, 21.0)}


def test_trials_without_a_state_need_no_file():
    assert pack_states([trial(0)]) == ({}, [])
