from __future__ import annotations

import shutil

import pytest

from nnsearch.core.atomic_files import read_json
from nnsearch.core.errors import SettingsError, StudyFileError
from nnsearch.core.paths import Workspace
from nnsearch.search.ranking import rank
from nnsearch.search.run import Launch, launch
from nnsearch.search.settings import as_json
from nnsearch.search.space import Space
from nnsearch.search.study import Study
from nnsearch.search.study_file import parse_study
from nnsearch.search.zoom import free_name, zoom
from nnsearch.training.objectives import OBJECTIVES

OPTIMIZER = 'optimizer = { choices = ["adam", "momentum", "gradient_descent"] }'


@pytest.fixture
def parent(make_study, tiny_text):
    paths, spec = make_study(
        "a",
        tiny_text.replace(
            "batch_size =", 'optimizer = { choices = ["adam", "momentum", "gradient_descent"] }\nbatch_size ='
        ),
    )
    launch(paths, spec, Launch(jobs=1))
    return paths


def lay(parent, found, name="tiny-zoom"):
    """Write the child's file beside the parent's."""
    paths = Workspace(parent.folder.parents[1]).study(name)
    paths.file.write_text(found.spec.text)
    return paths, parse_study(found.spec.text, file=str(paths.file), name=name)


def test_every_searched_hyperparameter_gets_a_reason(parent):
    study = Study(parent)
    found = zoom(study, "tiny-zoom", 0.3)
    names = [change.name for change in found.changes if change.after is not None]
    assert names == ["layers", "units", "keep_prob", "batch_size", "optimizer", "learning_rate", "beta1", "l2"]
    assert all(change.reason for change in found.changes)
    assert found.spec.search.parent == "tiny"
    assert (found.best, found.told) == (8, 24)


def test_the_child_can_draw_the_best_trial(parent):
    study = Study(parent)
    space = Space(zoom(study, "tiny-zoom").spec)
    values = {name: value for name, value in study.best.params.items() if name in {d.name for d in space.dimensions}}
    assert space.hyperparameters(values, output="sigmoid")


def test_what_has_no_effect_any_more_is_dropped(parent):
    text = parent.meta.read_text()
    study = Study(parent)
    for record in study.records:
        record.user_attrs["values"]["optimizer"] = "gradient_descent"
        record.user_attrs["values"].pop("beta1", None)
    found = zoom(study, "tiny-zoom")
    dropped = [change for change in found.changes if change.after is None]
    assert [(change.name, change.reason) for change in dropped] == [
        ("beta1", "has no effect with optimizer = gradient_descent")
    ]
    assert parent.meta.read_text() == text


def test_trials_are_ranked_by_how_far_they_came_and_how_good_they_were(parent):
    ranked = rank(Study(parent).records, OBJECTIVES["error"])
    states = [record.state for record in ranked]
    assert states == sorted(states)
    complete = [record.value for record in ranked if record.state == "COMPLETE"]
    assert complete == sorted(complete)
    pruned = [max(record.intermediate) for record in ranked if record.state == "PRUNED"]
    assert pruned == sorted(pruned, reverse=True)


def test_a_child_knows_the_parents_trials_inside_its_ranges(parent):
    paths, spec = lay(parent, zoom(Study(parent), "tiny-zoom"))
    launch(paths, spec, Launch(trials=8, jobs=1))
    meta = read_json(paths.meta)
    carried = {trial["trial"] for trial in meta["parent"]["trials"]}
    assert Study(parent).best.number in carried
    study = Study(paths)
    assert len(study.records) == 8  # those of the parent do not count
    assert study.overview.parent == "tiny"


def test_carried_trials_change_what_the_sampler_draws(parent, content):
    found = zoom(Study(parent), "tiny-zoom", 1.0)
    (paths, spec), contents = lay(parent, found), []
    for epochs in (9, 8):  # errors after other epochs do not compare: nothing is carried
        changed = spec.text.replace("epochs = 9", f"epochs = {epochs}")
        launch(paths, parse_study(changed, name="tiny-zoom"), Launch(trials=8, jobs=1))
        contents.append([trial[3] for trial in content(paths)["trials"]])
        assert bool(read_json(paths.meta)["parent"]["trials"]) == (epochs == 9)
        shutil.rmtree(paths.folder)
    assert contents[0] != contents[1]


def test_a_child_is_lawful_even_if_its_parent_goes_on_or_away(parent, content, tmp_path):
    found = zoom(Study(parent), "tiny-zoom")
    paths, spec = lay(parent, found)
    launch(paths, spec, Launch(trials=16, jobs=1))
    whole = content(paths)
    shutil.rmtree(paths.folder)
    launch(paths, spec, Launch(trials=8, jobs=1))
    shutil.rmtree(parent.folder)
    launch(paths, spec, Launch(trials=16, resume=True, jobs=1))
    assert content(paths) == whole


def test_a_child_that_begins_late_knows_what_its_ranges_were_made_of(parent, content):
    found = zoom(Study(parent), "tiny-zoom", 1.0)
    assert found.spec.search.parent_told == 24
    contents = []
    for _ in range(2):  # before and after its parent goes on
        paths, spec = lay(parent, found)
        launch(paths, spec, Launch(trials=8, jobs=1))
        contents.append((content(paths), read_json(paths.meta)["parent"]))
        shutil.rmtree(paths.folder)
        launch(parent, parse_study(parent.file.read_text(), name="tiny"), Launch(trials=32, jobs=1))
    assert contents[0] == contents[1]


def test_a_child_of_more_trials_than_its_parent_has_cannot_begin(parent):
    paths, spec = lay(parent, zoom(Study(parent), "tiny-zoom"))
    changed = parse_study(spec.text.replace("parent_told = 24", "parent_told = 32"), name="tiny-zoom")
    with pytest.raises(
        StudyFileError, match=r"parent_told must be at most the 24 trials that study 'tiny' has, got 32"
    ):
        launch(paths, changed, Launch(jobs=1))


@pytest.fixture
def layered(make_study, tiny_text):
    """A study whose layers have settings of their own."""
    text = tiny_text.replace("high = 2 }, units", "high = 3 }, units").replace(
        "keep_prob = { low = 0.6, high = 1.0 }",
        "keep_prob = [0.9, { low = 0.6, high = 1.0 }, { low = 0.5, high = 0.9 }]",
    )
    paths, spec = make_study("a", text)
    launch(paths, spec, Launch(trials=16, jobs=1))
    return paths


def of_depth(study, layers):
    """Let all trials of a study have a number of layers."""
    drop = {2: 0.8, 3: 0.7}
    for record in study.records:
        values = {"layers": layers, "batch_size": 16} | {f"units_{layer}": 5 for layer in range(1, layers + 1)}
        record.user_attrs["values"] = values | {f"keep_prob_{layer}": drop[layer] for layer in range(2, layers + 1)}
    return study


def of_keep_prob(found):
    return [(change.name, change.after, change.reason) for change in found.changes if "keep_prob" in change.name]


def test_a_child_of_fewer_layers_has_fewer_settings_of_layers(layered):
    found = zoom(of_depth(Study(layered), 1), "b")
    assert as_json(found.spec.network.hidden.layers) == 1
    assert as_json(found.spec.settings["keep_prob"]) == [0.9]
    assert of_keep_prob(found) == [
        ("keep_prob_2", None, "no network is so deep"),
        ("keep_prob_3", None, "no network is so deep"),
    ]


def test_a_child_of_more_layers_searches_the_new_one_as_the_last_one_was_searched(layered):
    found = zoom(of_depth(Study(layered), 3), "b")
    assert found.spec.network.hidden.most_layers == 4
    last = {"low": 0.5, "high": 0.9, "scale": "linear"}
    assert as_json(found.spec.settings["keep_prob"])[2:] == [{**last, "low": 0.66, "high": 0.74}, last]
    assert of_keep_prob(found)[-1] == ("keep_prob_4", last, "as layer 3 was")
    assert found.changes[-1].before is None


def test_a_child_without_hidden_layers_has_no_settings_of_layers(make_study, tiny_text):
    text = tiny_text.replace("layers = { low = 1, high = 2 }", "layers = [0, 2]").replace(
        "keep_prob = { low = 0.6, high = 1.0 }", "keep_prob = [0.9, { low = 0.6, high = 1.0 }]"
    )
    paths, spec = make_study("a", text)
    launch(paths, spec, Launch(trials=16, jobs=1))
    found = zoom(of_depth(Study(paths), 0), "b")
    assert found.spec.network.hidden.most_layers == 0
    assert of_keep_prob(found) == [
        ("keep_prob_2", None, "no network is so deep"),
        ("keep_prob_1", None, "no network is so deep"),
    ]


def test_a_layered_study_and_its_child_stop_and_resume_to_the_same_bits(layered, content):
    paths, spec = lay(layered, zoom(Study(layered), "tiny-zoom", 0.5))
    launch(paths, spec, Launch(jobs=1))
    whole = content(paths)
    assert read_json(paths.meta)["parent"]["trials"]
    shutil.rmtree(paths.folder)
    launch(paths, spec, Launch(trials=8, jobs=1))
    launch(paths, spec, Launch(resume=True, jobs=1))
    assert content(paths) == whole


def test_a_child_without_its_parent_cannot_begin(parent):
    paths, spec = lay(parent, zoom(Study(parent), "tiny-zoom"))
    shutil.rmtree(parent.folder)
    with pytest.raises(StudyFileError, match=r"search\.parent must be a study that was started here, got 'tiny'"):
        launch(paths, spec, Launch(jobs=1))


def test_a_child_can_be_zoomed_into_again(parent):
    paths, spec = lay(parent, zoom(Study(parent), "tiny-zoom"))
    launch(paths, spec, Launch(jobs=1))
    assert zoom(Study(paths), "tiny-zoom2").spec.search.parent == "tiny-zoom"


def test_few_trials_are_no_ground_for_a_region(make_study, tiny_text):
    text = tiny_text.replace("low = 1e-3, high = 1e-1", "low = 1e20, high = 1e30")
    paths, spec = make_study("a", text)
    launch(paths, spec, Launch(trials=8, jobs=1))
    with pytest.raises(SettingsError, match="zoom needs at least 8 trials"):
        zoom(Study(paths), "b")


def test_relative_paths_still_point_at_the_same_files(parent, tmp_path):
    study = Study(parent)
    study.meta["text"] = study.meta["text"].replace('source = "moons"\nsamples = 300', 'source = "./some/data.csv"')
    study.meta["spec"]["data"]["source"] = "./some/data.csv"
    found = zoom(study, "b", folder=tmp_path / "elsewhere")
    assert found.spec.data.source == str(parent.file.parent / "some" / "data.csv")


def test_free_names_count_on():
    assert free_name("a-zoom2", ["a", "a-zoom", "a-zoom2"]) == "a-zoom3"
    assert free_name("zoom", []) == "zoom-zoom"
