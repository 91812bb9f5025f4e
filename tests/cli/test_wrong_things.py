"""Every wrong thing is one clear line and an exit code, and leaves the disk as it was."""

import socket

import pytest

from nnsearch.search.lock import StudyLock

ROWS = "".join(f"{index},{index % 3},{'ab'[index % 2]}\n" for index in range(60))
CSV = '[data]\nsource = "table.csv"\ntarget = "label"\n'

STUDY_FILES = {
    "no TOML": ("[data\n", "must be TOML"),
    "an unknown key": ('[data]\nsource = "moons"\n[training]\nlerning_rate = 0.1\n', "did you mean 'learning_rate'?"),
    "low above high": ('[data]\nsource = "moons"\n[training]\nl2 = { low = 1, high = 0.1 }\n', "must be below high"),
    "a log range from 0": (
        '[data]\nsource = "moons"\n[training]\nl2 = { low = 0, high = 1, scale = "log" }\n',
        "must be > 0 on a log scale, got 0",
    ),
    "keep_prob 1.2": ('[data]\nsource = "moons"\n[network]\nkeep_prob = 1.2\n', "keep_prob must be in (0, 1], got 1.2"),
    "beta 1.0": ('[data]\nsource = "moons"\n[training]\nbeta1 = 1.0\n', "beta1 must be in [0, 1), got 1.0"),
    "an unknown source": ('[data]\nsource = "digist"\n', "did you mean 'digits'?"),
    "no data": ("[training]\nepochs = 3\n", "must have a [data] section"),
}

TABLES = {
    "a missing target column": ("x,z,lable\n" + ROWS, "lable"),
    "an empty file": ("", "table.csv"),
    "no rows": ("x,z,label\n", "table.csv"),
    "text in a feature column": ("x,z,label\n" + "oops" + ROWS, "oops"),
    "one class only": ("x,z,label\n" + ROWS.replace("b", "a"), "at least two different values, got only 'a'"),
    "no such file": (None, "table.csv"),
}


def tree(folder):
    # Who took a lock last, and when, stays in its file: that is no record of the study.
    found = sorted(folder.rglob("*"))
    return {path: path.read_bytes() if path.is_file() and path.name != "lock" else None for path in found}


def assert_refused(result, code, *fragments):
    assert result.code == code
    assert result.out == ""
    (line,) = result.errors
    assert all(fragment in result.err for fragment in fragments)
    assert "Traceback" not in result.err
    assert line.isprintable()


@pytest.mark.parametrize("verb", ["run", "check"])
@pytest.mark.parametrize("case", STUDY_FILES)
def test_a_wrong_study_file_is_refused(case, verb, cli, workspace):
    text, fragment = STUDY_FILES[case]
    (workspace / "studies" / "wrong.toml").write_text(text)
    before = tree(workspace)
    assert_refused(cli(verb, "wrong"), 2, fragment, "wrong.toml")
    assert tree(workspace) == before


@pytest.mark.parametrize("verb", ["run", "check"])
@pytest.mark.parametrize("case", TABLES)
def test_a_wrong_table_is_refused(case, verb, cli, workspace):
    content, fragment = TABLES[case]
    if content is not None:
        (workspace / "studies" / "table.csv").write_text(content)
    (workspace / "studies" / "wrong.toml").write_text(CSV)
    before = tree(workspace)
    assert_refused(cli(verb, "wrong"), 2, fragment)
    assert tree(workspace) == before


def test_all_problems_of_a_file_are_said_at_once(cli, workspace):
    text = '[data]\nsource = "moons"\n[training]\nbeta1 = 1.0\nl2 = -1\nepoch = 3\n'
    (workspace / "studies" / "wrong.toml").write_text(text)
    assert len(cli("run", "wrong").errors) == 3


@pytest.mark.parametrize("word", ["nothing", "nothing.toml", "studies/nothing.toml"])
@pytest.mark.parametrize("verb", ["run", "check"])
def test_a_file_that_is_not_there_is_refused(verb, word, cli, workspace):
    before = tree(workspace)
    assert_refused(cli(verb, word), 2, "no such study file", "nothing.toml")
    assert tree(workspace) == before


@pytest.mark.parametrize("verb", ["run", "check", "show", "resume", "sync"])
@pytest.mark.parametrize("name", ["../escape", "..", "a/b", "", "-x\n"])
def test_a_name_that_would_leave_the_workspace_is_refused(name, verb, cli, workspace):
    before = tree(workspace.parent)
    assert_refused(cli(verb, "--", name), 2, "a study name must be")
    assert tree(workspace.parent) == before


@pytest.mark.parametrize("verb", ["show", "resume", "sync", "ui"])
def test_a_study_that_was_not_started_is_refused(verb, cli, workspace):
    before = tree(workspace)
    assert_refused(cli(verb, "tiny"), 2, "no study 'tiny' has been started")
    assert tree(workspace) == before


@pytest.mark.parametrize("verb", ["run", "resume"])
def test_a_second_launch_is_refused_and_names_the_first(verb, tiny, workspace):
    with StudyLock(workspace / "studies" / "tiny" / "lock") as lock:
        before = tree(workspace)
        assert_refused(tiny(verb, "tiny", "--trials", 32, "--no-track"), 3, f"pid {lock.owner.pid}")
        assert tree(workspace) == before


@pytest.mark.parametrize("verb", ["run", "resume"])
def test_a_study_file_that_changed_is_refused_with_the_difference(verb, tiny, workspace):
    file = workspace / "studies" / "tiny.toml"
    file.write_text(file.read_text().replace("epochs = 3", "epochs = 5"))
    before = tree(workspace)
    result = tiny(verb, "tiny", "--trials", 32, "--no-track")
    assert_refused(result, 2, "has changed since study 'tiny' began", "  training.epochs: 3 -> 5")
    assert tree(workspace) == before


def test_data_that_changed_is_refused(cli, workspace, tiny_text):
    table = workspace / "studies" / "table.csv"
    table.write_text("x,z,label\n" + ROWS)
    text = tiny_text.replace('[data]\nsource = "moons"\nsamples = 100\n', CSV)
    (workspace / "studies" / "tabular.toml").write_text(text)
    assert cli("run", "tabular", "--no-track").code == 0
    table.write_text("x,z,label\n99" + ROWS)
    before = tree(workspace)
    assert_refused(cli("run", "tabular", "--trials", 32, "--no-track"), 2, "the data of study 'tabular' has changed")
    assert tree(workspace) == before


@pytest.mark.parametrize("place", ["below a file", "a file", "/proc/nnsearch"])
@pytest.mark.parametrize("study", ["digits", "tiny.toml"])
def test_a_workspace_that_cannot_be_written_is_refused(study, place, cli, workspace):
    (workspace / "tiny.toml").write_text((workspace / "studies" / "tiny.toml").read_text())
    file = workspace / "file"
    file.touch()
    root = {"below a file": file / "below", "a file": file}.get(place, place)
    before = tree(workspace)
    assert_refused(cli("run", study, "--workspace", root, "--no-track"), 3, str(root))
    assert tree(workspace) == before


def test_a_port_that_is_in_use_is_refused_before_anything_starts(cli, workspace):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        before = tree(workspace)
        result = cli("ui", "--port", port)
    assert_refused(result, 3, f"port {port} on 127.0.0.1 is in use")
    assert tree(workspace) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--trials", "0"],
        ["--trials", "many"],
        ["--time", "10"],
        ["--time", "0s"],
        ["--jobs", "0"],
    ],
)
def test_an_impossible_option_is_refused(arguments, cli, workspace):
    before = tree(workspace)
    assert_refused(cli("run", "tiny", *arguments), 2, arguments[0], arguments[1])
    assert tree(workspace) == before


def test_following_needs_one_study(cli):
    assert_refused(cli("sync", "--follow"), 2, "must have one STUDY")
