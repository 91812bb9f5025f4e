import warnings

import numpy as np
import optuna
import pytest

from nnsearch.core.errors import LedgerError, SettingsError
from nnsearch.search.overview import DAMAGED, NEW, STOPPED, Overview, overview, overviews
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study


@pytest.fixture
def study(make_study):
    paths, spec = make_study("a")
    launch(paths, spec, Launch(jobs=1))
    return Study(paths)


def test_trials_have_optunas_columns(study):
    columns = list(study.trials.columns)
    assert columns[:5] == ["number", "value", "datetime_start", "datetime_complete", "duration"]
    assert columns[-1] == "state"
    assert {"params_learning_rate", "params_units_1", "params_batch_size"} <= set(columns)
    assert list(study.trials["number"]) == list(range(24))
    assert study.trials["params_units_1"].between(3, 12).all()


def test_the_best_trial_is_the_least_value_of_the_complete_ones(study):
    complete = study.trials[study.trials["state"] == "COMPLETE"]
    assert study.best.value == complete["value"].min()
    assert study.best.params["learning_rate"] == study.trials.loc[study.best.number, "params_learning_rate"]


def test_a_curve_ends_at_the_trials_value(study):
    curve = study.curve(study.best.number)
    assert list(curve.columns[:5]) == ["epoch", "train_cost", "dev_cost", "train_error", "dev_error"]
    assert list(curve["epoch"]) == list(range(1, 10))
    assert curve["dev_error"].iloc[-1] == study.best.value


def test_weights_have_the_best_networks_own_widths(study):
    params = study.best.params
    weights = study.weights()
    assert weights["W1"].shape == (params["units_1"], 2)
    assert weights["b1"].shape == (params["units_1"], 1)
    assert all(np.isfinite(array).all() for array in weights.values())


def test_weights_of_other_trials_are_refused_with_those_that_are_kept(study):
    dropped = next(n for n in range(24) if str(n) not in study.progress["best_files"])
    with pytest.raises(LedgerError, match="best trials only"):
        study.weights(dropped)


def test_an_unknown_trial_is_refused(study):
    with pytest.raises(SettingsError, match="trials 0 to 23, got 24"):
        study.curve(24)


def test_optuna_sees_true_values_and_can_plot_them(study):
    stock = study.optuna()
    assert len(stock.trials) == 24
    assert stock.best_trial.number == study.best.number
    assert stock.best_value == study.best.value
    assert stock.best_params == study.best.params
    assert isinstance(stock.best_trial.distributions["units_1"], optuna.distributions.IntDistribution)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # few trials per conditional part
        assert "learning_rate" in optuna.importance.get_param_importances(stock)
        figure = optuna.visualization.plot_intermediate_values(stock)
    assert len(figure.data) == len([t for t in stock.trials if t.intermediate_values])


def test_a_study_shows_itself(study):
    assert "24 of 24 trials" in repr(study)


def test_a_study_without_a_complete_trial_has_no_best(make_study):
    paths, spec = make_study("a")
    stop = StopRequest()
    launch(paths, spec, Launch(jobs=1), stop=stop, observer=lambda snapshot: stop())
    with pytest.raises(LedgerError, match="no complete trial"):
        _ = Study(paths).best
    assert overview(paths).state == STOPPED


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        ('[search]\nparent = "coarse"', "coarse"),
        ("[search]\nparent = 3", None),
        ("[search]\ntrials = 3", None),
        ("search = 3", None),
        ("[search", None),
        (f"a = {'[' * 5000}{']' * 5000}", None),
        ('[search]\nparent = ""', None),
        ('[search]\nparent = "\\u001b[2J"', None),
        (f'[search]\nparent = "{"a" * 65}"', None),
        (b"\xff", None),
        (None, None),
    ],
)
def test_a_study_that_has_not_run_has_the_parent_that_its_file_names(make_study, text, parent):
    paths, _ = make_study("a")
    if text is None:
        paths.file.unlink()
    else:
        paths.file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert overview(paths) == Overview("tiny", NEW, parent=parent)


def test_a_study_that_goes_on_is_seen_as_it_was_until_it_is_read_again(make_study):
    paths, spec = make_study("a")
    stop = StopRequest()
    launch(paths, spec, Launch(jobs=1), stop=stop, observer=lambda snapshot: stop())
    study = Study(paths)
    launch(paths, spec, Launch(jobs=1))
    assert study.overview.trials_done < 24
    assert study.overview.best_trial in (None, *range(len(study.records)))
    study.refresh()
    assert study.overview == overview(paths)
    assert (study.overview.trials_done, study.overview.best_trial) == (24, study.best.number)


def test_overviews_cover_new_and_damaged_studies(make_study, tmp_path):
    from nnsearch.core.paths import Workspace

    make_study("a")
    broken = Workspace(tmp_path / "a").study("broken")
    broken.folder.mkdir()
    broken.meta.write_text("{")
    assert [(o.name, o.state) for o in overviews(Workspace(tmp_path / "a"))] == [("broken", DAMAGED), ("tiny", NEW)]
