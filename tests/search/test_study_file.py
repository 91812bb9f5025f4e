import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nnsearch.core.errors import StudyFileError, StudyNameError
from nnsearch.search.settings import Choices, Fixed, Range
from nnsearch.search.study_file import SECTIONS, StudySpec, differences, load_study, parse_study
from nnsearch.search.toml_text import to_toml

STUDIES = Path(__file__).parents[2] / "studies"
DATA = '[data]\nsource = "digits"\n'


def study(text=""):
    return parse_study(DATA + text, file="x.toml", name="x")


def problems_of(text):
    with pytest.raises(StudyFileError) as caught:
        parse_study(text, file="x.toml", name="x")
    assert all("\n" not in line and "x.toml" in line for line in caught.value.problems)
    return caught.value.problems


def only_problem(text):
    (line,) = problems_of(DATA + text)
    return line


@pytest.mark.parametrize("name", ["digits", "fashion", "breast-cancer", "moons"])
def test_shipped_studies_are_valid_and_free_of_warnings(name):
    spec = load_study(STUDIES / f"{name}.toml")
    assert spec.name == name
    assert spec.warnings == ()


def test_a_source_alone_is_a_study():
    spec = study()
    assert spec.data.source == "digits"
    assert spec.network.hidden.units == (Fixed(64),)
    assert spec.settings["optimizer"] == Fixed("adam")
    assert (spec.training.epochs, spec.search.trials, spec.search.sampler) == (40, 64, "tpe")


@pytest.mark.parametrize(
    ("text", "cohort"),
    [
        ("", 16),
        ('[search]\nsampler = "tpe"\n', 16),
        ('[search]\nsampler = "gp"\n', 8),
        ('[search]\nsampler = "gp"\ncohort = 16\n', 16),
    ],
)
def test_a_sampler_that_learns_from_few_trials_is_told_sooner(text, cohort):
    assert study(text).search.cohort == cohort


def test_a_sampler_that_judges_rungs_has_more_of_them_unless_the_file_says_otherwise():
    found = study('[search]\nsampler = "gp"\n').search
    assert (found.rungs, found.group) == (4, 2)
    assert study('[search]\nsampler = "gp"\nrungs = 3\n').search.rungs == 3
    assert study("").search.rungs == 3
    assert study('[search]\nsampler = "gp"\npolicy = "full"\n').search.policy == "full"  # no key without effect


def test_the_text_is_kept_as_it_was():
    assert study("# a comment\n").text == DATA + "# a comment\n"


def test_all_problems_are_reported_at_once():
    lines = problems_of(
        "[data]\nsorce = 1\n[netwrk]\n[training]\nl2 = -1\nbeta1 = 1\n[search]\nseed = -1\ntrials = 0\n"
    )
    assert len(lines) == 7


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("hidden = []", (Fixed(0), ())),
        ("hidden = [64, 32]", (Fixed(2), (Fixed(64), Fixed(32)))),
        ("hidden = [{ low = 4, high = 8 }, 3]", (Fixed(2), (Range(4, 8, "log", integer=True), Fixed(3)))),
        ("hidden = { layers = 2, units = 5 }", (Fixed(2), (Fixed(5), Fixed(5)))),
        ("hidden = { layers = [0, 2], units = 5 }", (Range(0, 2, "linear", integer=True), (Fixed(5), Fixed(5)))),
        ("hidden = { layers = { choices = [1, 3] }, units = 5 }", (Choices((1, 3)), (Fixed(5),) * 3)),
    ],
)
def test_hidden_layers_may_be_a_list_or_a_table(text, hidden):
    found = study(f"[network]\n{text}\n").network.hidden
    assert (found.layers, found.units) == hidden


def test_each_layer_may_have_its_own_setting():
    text = '[network]\nhidden = [8, 4]\nkeep_prob = [1, { low = 0.5, high = 1.0 }]\nactivation = ["relu", "tanh"]\n'
    spec = study(text)
    assert spec.settings["keep_prob"] == (Fixed(1.0), Range(0.5, 1.0))
    assert spec.settings["activation"] == (Fixed("relu"), Fixed("tanh"))


@pytest.mark.parametrize(
    ("name", "scale"),
    [("learning_rate", "log"), ("l2", "log"), ("beta1", "1-beta"), ("warmup", "linear")],
)
def test_a_range_has_the_scale_that_suits_its_hyperparameter(name, scale):
    spec = study(f"[training]\n{name} = {{ low = 0.1, high = 0.9 }}\n")
    assert spec.settings[name].scale == scale


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("10m", 600), ("1.5h", 5400)])
def test_a_duration_becomes_seconds(text, seconds):
    assert study(f'[search]\ntime = "{text}"\n').search.time == seconds


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("[network]\nhidden = 64", "hidden must be a list of units such as [64, 32], or"),
        ("[network]\nhidden = { layer = 2, units = 3 }", "unknown key layer: did you mean 'layers'?"),
        ("[network]\nhidden = { layers = 33, units = 3 }", "layers must be in [0, 32], got 33"),
        ("[network]\nhidden = [0]", "units must be in [1, 65536], got 0 (x.toml: network.hidden[1st])"),
        ("[network]\nhidden = [4, 4]\nkeep_prob = [0.5]", "keep_prob must have one setting per hidden layer: 2"),
        (
            "[network]\nhidden = { layers = [1, 2], units = 3 }\nkeep_prob = [0.5]",
            "keep_prob must have one setting per hidden layer: up to 2 hidden layers, got 1 settings",
        ),
        ("[training]\nepochs = { low = 1, high = 2 }", "epochs must be a fixed whole number, got"),
        ("[training]\nepochs = 0", "epochs must be in [1, 1e+06], got 0"),
        ("[training]\nkeep_prob = 0.5", "unknown key keep_prob: it belongs in [network]"),
        ("[training]\nlerning_rate = 1", "unknown key lerning_rate: did you mean 'learning_rate'?"),
        (
            "[search]\nlerning_rate = 1",
            "unknown key lerning_rate: did you mean 'learning_rate', which belongs in [training]? (x.toml: search.",
        ),
        ("[training]\ngroup = 2", "unknown key group: it belongs in [data] or [search] (x.toml: training.group)"),
        (
            "[network]\npatince = 2",
            "unknown key patince: did you mean 'patience', which belongs in [training] or [search]?",
        ),
        ("[network]\nfeatures = 5", "unknown key features: valid: "),
        (
            "[network]\ndropout = 0.5",
            "unknown key dropout: here it is keep_prob (1 minus that) (x.toml: network.dropout)",
        ),
        ("[search]\nlr = 0.5", "unknown key lr: here it is learning_rate, in [training] (x.toml: search.lr)"),
        ("[netwrk]\na = 1", "unknown key netwrk: did you mean 'network'? (valid: "),
        ("[net]\na = 1", "unknown key net: here it is [network] (x.toml: net)"),
        ("[epoch]\na = 1", "unknown key epoch: did you mean 'epochs', which belongs in [training]? (x.toml: epoch)"),
        ("[search]\nzzzz = 1", "unknown key zzzz: valid: "),
        ("[trainin]\nl2 = 1", "unknown key trainin: did you mean 'training'?"),
        ('[training]\nschedule = "manual"', 'schedule "manual" must have learning_rates'),
        (
            '[training]\nschedule = "manual"\nlearning_rates = [[5, 0.1], [5, 0.2]]',
            "epochs of learning_rates must increase, got 5 after 5 (x.toml: training.learning_rates[2nd])",
        ),
        ('[training]\nschedule = "manual"\nlearning_rates = []', "learning_rates must be pairs"),
        ('[search]\nsampler = "grid"', 'sampler "grid" is unknown: '),
        ("[search]\ntime = 600", 'time must be a duration such as "90s", "10m" or "2h", got 600'),
        ('[search]\ntime = "0s"', 'time must be a duration such as "90s", "10m" or "2h", got "0s"'),
        ("[search]\ncohort = 7", "cohort must be a whole number in [8, 64], got 7 (x.toml: search.cohort)"),
        ("[search]\ncohort = 8\ngroup = 9", "group must be at most cohort (8), got 9 (x.toml: search.group)"),
        ("[search]\ntrials = true", "trials must be a whole number in [1, 1000000], got true"),
        ("[search]\ntarget = nan", "target must be a number, got nan"),
        (
            "[search]\nparent_told = 8",
            "parent_told has no effect without parent: take it out (x.toml: search.parent_told)",
        ),
    ],
)
def test_a_wrong_key_is_one_clear_line(text, start):
    assert only_problem(text).startswith(start)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("", "a study must have a [data] section with a source"),
        ("data = 3", "[data] must be one table, got 3"),
        ('[[data]]\nsource = "digits"', "[data] must be one table, got [{"),
        ("[data]", "[data] must have source: the name of built-in data"),
        (
            '[data]\nsource = "digts"',
            'source must be built-in data or a path (.csv, .tsv, .parquet, .npz or folder/), got "digts": did you mean',
        ),
        ('[data]\nsource = "digits"\ndev = 1', "dev must be in (0, 1), got 1 (x.toml: data.dev)"),
        ('[data]\nsource = "digits"\ndev = 0.5\ntest = 0.5', "dev + test must leave examples to train on"),
        ('[data]\nsource = "digits"\ntask = "clasification"', 'task "clasification" is unknown: did you mean'),
        ('[data]\nsource = "digits"\ncategorical = [1]', "categorical must be a list of column names"),
    ],
)
def test_a_wrong_data_section_is_one_clear_line(text, start):
    (line,) = problems_of(text)
    assert line.startswith(start)


@pytest.mark.parametrize("source", ["flowers.csv", "./x", "/data/x.csv", "digits", "fashion-mnist"])
def test_built_in_names_and_paths_are_sources(source):
    assert parse_study(f'[data]\nsource = "{source}"', name="x").data.source == source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('optimizer = "gradient_descent"\nbeta1 = 0.9', "beta1"),
        ('optimizer = "rmsprop"\nbeta1 = 0.9', "beta1"),
        ('optimizer = "momentum"\nbeta2 = 0.9', "beta2"),
        ('optimizer = "momentum"\nepsilon = 1e-8', "epsilon"),
        ("dampening = true", "dampening"),
        ("bias_correction = true", "bias_correction"),
        ("decay_every = 3", "decay_every"),
        ('schedule = "cosine"\ndecay = 0.1', "decay"),
        ('schedule = "inverse_sqrt"\ndecay = 0.1', "decay"),
        ("learning_rates = [[0, 0.1]]", "learning_rates"),
        ('optimizer = { choices = ["momentum", "gradient_descent"] }\nbeta2 = 0.9', "beta2"),
    ],
)
def test_what_can_have_no_effect_is_refused(text, name):
    assert only_problem(f"[training]\n{text}\n").startswith(f"{name} has no effect unless ")


@pytest.mark.parametrize(
    "text",
    [
        'optimizer = { choices = ["adam", "gradient_descent"] }\nbeta1 = 0.9\nbeta2 = 0.99\nepsilon = 1e-7',
        'schedule = { choices = ["staircase", "cosine"] }\ndecay = 0.1\ndecay_every = 3',
        'schedule = { choices = ["manual", "cosine"] }\nlearning_rates = [[0, 0.1]]',
    ],
)
def test_what_acts_beside_one_of_the_choices_is_allowed(text):
    study(f"[training]\n{text}\n")


def test_layer_settings_without_layers_are_refused():
    line = only_problem('[network]\nhidden = []\nactivation = "relu"')
    assert line.startswith("activation has no effect without hidden layers")


def test_a_misspelt_decider_is_not_blamed_twice():
    assert "optimizer" in only_problem('[training]\noptimizer = "sgd"\ndampening = false')


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('[network]\nactivation = "linear"', "network.activation: hidden layers that are all linear"),
        ('[network]\ninitializer = "zeros"', 'network.initializer: "zeros" never breaks symmetry'),
        ('[training]\nschedule = "exponential"', "training.schedule: with decay = 0 the learning rate stays constant"),
        (
            '[training]\nschedule = { choices = ["inverse_time", "staircase"] }\ndecay_every = 2\n'
            "decay = { low = 0.1, high = 1.0 }",
            "training.decay: from 1 on, schedules exponential and staircase end all learning after the first stair",
        ),
        ("[training]\npatience = 3\nl2 = { low = 1, high = 2 }", "training.patience: early stopping"),
    ],
)
def test_what_the_course_advises_against_is_a_warning(text, start):
    (warning,) = [line for line in study(text).warnings if not line.startswith("nothing is searched")]
    assert warning.startswith(start)


def test_linear_as_one_of_several_activations_is_no_warning():
    assert study('[network]\nactivation = { choices = ["relu", "linear"] }').warnings == ()


def test_a_study_that_searches_nothing_is_warned():
    (warning,) = study("").warnings
    assert warning.startswith("nothing is searched")


def test_batch_normalization_over_single_examples_is_warned():
    text = "[network]\nbatch_norm = true\n[training]\nbatch_size = { choices = [1, 16] }"
    assert any("one example" in warning for warning in study(text).warnings)


@pytest.mark.parametrize(
    ("text", "epochs"),
    [
        ("[training]\nepochs = 36", (9, 18, 36)),
        ("[training]\nepochs = 2", (1, 2)),
        ('[search]\npolicy = "full"', (40,)),
        ("[search]\nrungs = 1", (40,)),
    ],
)
def test_rungs_divide_the_epochs_by_eta(text, epochs):
    assert study(text).rung_epochs == epochs


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a = = 1", "Invalid value (line 1, column 5)"),
        ('a = "x\ny"', "(line 1, column 7)"),
        ("x = " + "[" * 5000, "nested too deeply"),
        ("x = " + "9" * 5000, "impossible number or date"),
        ("x = 2020-13-45", "TOML"),
        ('"\\u001b[31m\\n" = 1', 'unknown key "\\u001b[31m\\n"'),
    ],
)
def test_what_is_not_a_study_at_all_is_one_clear_line(text, part):
    assert part in problems_of(text)[0]


def test_a_missing_file_names_those_there_are():
    with pytest.raises(StudyFileError, match=r"no such study file: .*TOML files there: digits\.toml"):
        load_study(STUDIES / "digit.toml")


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path):
    (tmp_path / "x.toml").write_bytes(b"[data]\nsource = '\xff'\n")
    with pytest.raises(StudyFileError, match="UTF-8 text, got byte 0xff in line 2"):
        load_study(tmp_path / "x.toml")


def test_a_folder_is_no_study_file(tmp_path):
    with pytest.raises(StudyFileError, match="cannot read the study file"):
        load_study(tmp_path)


def test_a_name_that_is_no_study_name_is_refused():
    with pytest.raises(StudyNameError):
        parse_study(DATA, name="../x")


def test_the_resolved_study_is_json_and_holds_the_defaults():
    resolved = study("[training]\nl2 = 1\n").resolved()
    assert json.loads(json.dumps(resolved, allow_nan=False)) == resolved
    assert resolved["training"]["l2"] == 1.0
    assert resolved["training"]["beta2"] == 0.999
    assert set(resolved["search"]) == set(SECTIONS["search"])


def test_two_spellings_of_one_study_resolve_alike():
    short = study("[network]\nhidden = { layers = [1, 3], units = 8 }\n[training]\nl2 = { low = 0.1, high = 1 }\n")
    long = study(
        "[training]\nepochs = 40\nl2 = { scale = 'log', low = 0.1, high = 1.0 }\n"
        "[network]\nhidden = { layers = { low = 1, high = 3 }, units = 8 }\n"
    )
    assert differences(short.resolved(), long.resolved()) == []


def test_differences_are_shown_by_key():
    old, new = (
        study("[training]\nlearning_rate = 0.001\n"),
        study("[training]\nlearning_rate = { low = 0.0001, high = 0.1 }\nclip_norm = 5\n"),
    )
    assert differences(old.resolved(), new.resolved()) == [
        "training.clip_norm: false -> 5.0",
        "training.learning_rate: 0.001 -> {low: 0.0001, high: 0.1, scale: log}",
    ]


def test_a_key_that_one_side_lacks_is_a_difference():
    assert differences({"data": {"a": None}}, {"data": {"b": 1}}) == ["data.a: unset -> absent", "data.b: absent -> 1"]


def test_a_study_given_as_a_dictionary_has_a_text_that_reads_the_same():
    table = {
        "data": {"source": 'a/"b"\x7fé.csv', "categorical": ["x y"]},
        "network": {"hidden": [4, {"low": 2, "high": 8}], "batch_norm": {"choices": [True, False]}},
        "training": {"learning_rate": {"low": 1e-4, "high": 1e-1}},
    }
    spec = StudySpec.from_dict(table, name="x")
    assert tomllib.loads(spec.text) == table
    assert parse_study(spec.text, name="x").resolved() == spec.resolved()


def test_reading_a_study_file_imports_neither_optuna_nor_mlflow():
    code = (
        "import sys, pathlib; from nnsearch.search import study_file, space\n"
        f"space.Space(study_file.load_study(pathlib.Path({str(STUDIES / 'digits.toml')!r})))\n"
        "print([name for name in ('optuna', 'mlflow', 'pandas', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def outcome(make):
    """What a study says of itself, or else the lines that refuse it; any other exception is a bug."""
    try:
        return json.dumps(make().resolved(), allow_nan=False), ()
    except StudyFileError as error:
        return "", error.problems


def accept_or_refuse(make):
    resolved, problems = outcome(make)
    assert bool(resolved) != bool(problems)
    assert all(line.isprintable() and len(line) < 2000 for line in problems)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
@example("[data]\nsource = 'digits'\n[training]\nl2 = 0x" + "f" * 9000)
@example("\ufeff")
def test_any_text_is_a_study_or_a_clear_error(text):
    accept_or_refuse(lambda: parse_study(text, name="x"))


SCALARS = st.one_of(
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.dates(),
    st.sampled_from([10**400, "adam", "log", "1-beta", "manual", "linear"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["low", "high", "scale", "choices", "layers", "units", "x"]), inner, max_size=4
        ),
    ),
    max_leaves=8,
)
PLACES = [(section, key) for section, keys in SECTIONS.items() for key in (*keys, "x")]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=4))
def test_a_valid_study_with_anything_anywhere_is_a_study_or_a_clear_error(changes):
    table = {section: {} for section in SECTIONS} | {"data": {"source": "digits"}}
    for (section, key), value in changes:
        table[section] = table[section] | {key: value}
    accept_or_refuse(lambda: StudySpec.from_dict(table, name="x"))


DIGITS = (STUDIES / "digits.toml").read_text(encoding="utf-8")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(DIGITS)), st.integers(0, 12), st.text(max_size=6))
def test_a_mutated_file_is_a_study_or_a_clear_error(start, length, put):
    accept_or_refuse(lambda: parse_study(DIGITS[:start] + put + DIGITS[start + length :], name="x"))


def test_toml_text_leaves_out_what_toml_cannot_say():
    assert to_toml({"data": {"source": "digits", "dev": None}}) == '[data]\nsource = "digits"\n'


def test_an_output_layer_can_be_chosen_and_a_wrong_one_is_named() -> None:
    text = '[data]\nsource = "diabetes"\n[network]\noutput = "relu"\n'
    assert parse_study(text, name="s").network.output == "relu"
    with pytest.raises(StudyFileError, match=r"did you mean 'softmax'.*network\.output"):
        parse_study(text.replace("relu", "softmx"), name="s")
    with pytest.raises(StudyFileError, match="one of softmax"):
        parse_study(text.replace('"relu"', "3"), name="s")
