from __future__ import annotations

import json

import pytest

from nnsearch.api import load_found
from nnsearch.core.atomic_files import read_json, write_json
from nnsearch.core.errors import StudyFileError
from nnsearch.core.paths import Workspace
from nnsearch.reports.page_facts import spec_of
from nnsearch.reports.report_page import render_report
from nnsearch.search.begun import begun
from nnsearch.search.replay import Replay
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import parse_study
from nnsearch.search.zoom import zoom

NAMED = '[data]\nsource = "digits"\n'


@pytest.fixture
def begun_under(tmp_path):
    """Return a function that reads a study whose defaults were others when it began."""

    def read(text, **then):
        recorded = json.loads(json.dumps(parse_study(text, name="s").resolved()))
        for section, values in then.items():
            recorded[section] |= values
        return begun({"text": text, "spec": recorded}, Workspace(tmp_path).study("s"))

    return read


def test_a_study_whose_defaults_stand_is_what_its_text_says(begun_under):
    text = f"# as written\n{NAMED}"
    assert begun_under(text).text == text
    assert begun_under(text) == parse_study(text, name="s")


@pytest.mark.parametrize(
    ("section", "then"),
    [
        ("search", {"eta": 3}),
        ("search", {"sampler": "random", "cohort": 8}),
        ("search", {"trials": 32}),
        ("search", {"time": 600.0}),
        ("search", {"target": 0.1}),
        ("search", {"patience": 3}),
        ("search", {"keep": 7}),
        ("search", {"rounds": 2}),
        ("training", {"epochs": 20, "optimizer": "momentum", "dampening": False}),
        ("training", {"patience": 3, "l2": 0.1}),
        ("network", {"hidden": {"layers": 2, "units": [32, 16]}, "activation": "tanh"}),
        ("data", {"split_seed": 1, "dev": 0.25}),
    ],
)
def test_a_default_that_has_changed_is_what_it_was_and_the_text_names_it(begun_under, section, then):
    spec = begun_under(NAMED, **{section: then})
    assert {name: spec.resolved()[section][name] for name in then} == then
    assert parse_study(spec.text, name="s").resolved() == spec.resolved()


def test_the_default_scale_of_a_range_is_what_it_was(begun_under):
    then = {"low": 1e-4, "high": 0.1, "scale": "linear"}
    text = f"{NAMED}[training]\nlearning_rate = {{ low = 1e-4, high = 0.1 }}\n"
    assert begun_under(text, training={"learning_rate": then}).resolved()["training"]["learning_rate"] == then


def test_so_is_that_of_searched_layers(begun_under):
    units = {"low": 8, "high": 16, "scale": "linear"}
    then = {"layers": {"low": 1, "high": 2, "scale": "linear"}, "units": [units, units]}
    text = f"{NAMED}[network]\nhidden = {{ layers = [1, 2], units = {{ low = 8, high = 16 }} }}\n"
    assert begun_under(text, network={"hidden": then}).resolved()["network"]["hidden"] == then


@pytest.mark.parametrize(
    ("lines", "section", "then"),
    [
        ('[search]\npolicy = "full"\n', "search", {"eta": 3}),
        ('[training]\noptimizer = "gradient_descent"\n', "training", {"beta1": 0.5}),
        ("[network]\nhidden = []\n", "network", {"keep_prob": 0.5}),
    ],
)
def test_a_default_that_no_trial_could_feel_is_left_alone(begun_under, lines, section, then):
    assert begun_under(NAMED + lines, **{section: then}).text == NAMED + lines


def test_a_key_that_did_not_exist_then_is_read_as_today(tmp_path):
    spec = begun({"text": NAMED, "spec": {"search": {"eta": 3}}}, Workspace(tmp_path).study("s"))
    assert (spec.search.eta, spec.search.rungs) == (3, parse_study(NAMED, name="s").search.rungs)


def test_what_this_version_cannot_read_is_refused_with_the_place_of_the_record(tmp_path):
    with pytest.raises(StudyFileError, match=r"study\.json: search\.etas"):
        begun({"text": f"{NAMED}[search]\netas = 3\n", "spec": {}}, Workspace(tmp_path).study("s"))


@pytest.fixture
def old(make_study, tiny_text):
    """The places of a study that ran under other defaults, as its record would be: its text does not name them."""
    named = tiny_text.replace("[training]\n", '[training]\noptimizer = "rmsprop"\nbeta2 = 0.9\n') + "eta = 3\n"
    named = named.replace("beta1 = { low = 0.8, high = 0.99 }\n", "")
    paths, spec = make_study("a", named)
    launch(paths, spec, Launch(jobs=1))
    meta = read_json(paths.meta)
    for line in ('optimizer = "rmsprop"\n', "beta2 = 0.9\n", "eta = 3\n"):
        meta["text"] = meta["text"].replace(line, "")
    write_json(paths.meta, meta)
    paths.file.unlink()
    return paths


def test_every_reader_follows_the_defaults_a_study_began_with(old):
    study = Study(old)
    assert spec_of(study).rung_epochs == (1, 3, 9)
    found = zoom(study, "tiny-zoom").spec
    assert found.search.eta == 3
    assert {name: found.resolved()["training"][name] for name in ("optimizer", "beta2")} == {
        "optimizer": "rmsprop",
        "beta2": 0.9,
    }
    assert "eta = 3" in render_report(study)
    assert "After epochs 1 and 3 the most promising 1/3 of each cohort" in render_report(study)


def test_a_study_replays_and_goes_on_under_the_defaults_it_began_with(old):
    replay = Replay(old)
    assert [replayed.difference for replayed in replay.run(replay.numbers())] == [None] * 24
    spec = load_found(Workspace(old.folder.parents[1]), old)  # its file is gone
    assert launch(old, spec, Launch(trials=32, resume=True, jobs=1)).reason == "trials"
