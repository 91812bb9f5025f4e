import json
import subprocess
import sys

import pytest

from nnsearch.cli import main as module
from nnsearch.cli.main import VERBS, cli

HEAVY = ("mlflow", "optuna", "pandas", "sklearn", "scipy", "joblib", "pydantic", "pydantic_core")


def modules_after(arguments, workspace, environment):
    script = (
        "import json, sys\nfrom nnsearch.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=workspace, env=environment, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_help_imports_neither_numpy_nor_rich_nor_anything_heavier(arguments, workspace, process_environment):
    if not arguments:
        arguments = ["-h"]
    loaded = modules_after(arguments, workspace, process_environment)
    assert "click" in loaded
    assert loaded.isdisjoint([*HEAVY, "numpy", "rich"])


def test_list_imports_nothing_heavy_although_there_is_a_study(tiny, workspace, process_environment):
    loaded = modules_after(["list"], workspace, process_environment)
    assert "nnsearch.search.overview" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_called_what_the_overall_help_calls_it(verb):
    command = cli.get_command(None, verb)
    assert command.name == verb
    assert command.help.splitlines()[0] == VERBS[verb][1]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_takes_the_shared_options_and_has_help(verb, cli):
    result = cli(verb, "--help")
    assert result.code == 0
    assert "--workspace" in result.out
    assert "--debug" in result.out


def test_every_verb_that_prints_facts_takes_json():
    with_json = {verb for verb in VERBS if any(p.name == "as_json" for p in cli.get_command(None, verb).params)}
    assert with_json == set(VERBS) - {"ui", "watch"}


def test_without_a_verb_the_help_is_shown_as_a_usage_error(cli):
    result = cli()
    assert result.code == 2
    assert "Usage: nnsearch" in result.err


def test_the_version_is_printed(cli):
    import nnsearch

    assert cli("--version").out.strip() == f"nnsearch, version {nnsearch.__version__}"


def test_an_unknown_verb_is_one_line_with_the_nearest_one(cli):
    result = cli("lst")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "there is no verb 'lst': did you mean 'list'?" in result.err


def test_an_unknown_option_is_one_line_that_names_the_help(cli):
    result = cli("run", "--trails", "3")
    assert result.code == 2
    (line,) = result.err.splitlines()
    assert line.startswith("error: ")
    assert line.endswith("(see nnsearch run --help)")


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_workspace_may_stand_before_and_after_the_verb(place, cli, tmp_path):
    other = tmp_path / "other"
    (other / "studies").mkdir(parents=True)
    (other / "studies" / "elsewhere.toml").touch()
    flag = ["--workspace", other]
    result = cli(*flag, "list") if place == "before" else cli("list", *flag)
    assert "elsewhere" in result.out
    assert "tiny" not in result.out


def test_the_environment_names_the_workspace(cli, tmp_path, monkeypatch):
    other = tmp_path / "other"
    (other / "studies").mkdir(parents=True)
    (other / "studies" / "elsewhere.toml").touch()
    monkeypatch.setenv("NNSEARCH_WORKSPACE", str(other))
    assert "elsewhere" in cli("list").out


def test_a_bug_is_one_line_and_exit_code_one(cli, monkeypatch):
    def fail(*_):
        raise ValueError("two\nlines")

    monkeypatch.setattr(module, "_invoke", fail)
    result = cli("list")
    assert result.code == 1
    (line,) = result.err.splitlines()
    assert "ValueError: two lines; this is a bug" in line


def test_debug_shows_the_traceback_and_keeps_the_exit_code(cli):
    result = cli("show", "nothing", "--debug")
    assert result.code == 2
    assert "Traceback" in result.err
    assert len(result.errors) == 1


@pytest.mark.parametrize("error", [OSError(28, "No space left on device", "x"), MemoryError()])
def test_what_the_machine_refuses_is_exit_code_three(cli, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(module, "_invoke", fail)
    result = cli("list")
    assert result.code == 3
    (line,) = result.err.splitlines()
    assert line.startswith("error: the system refused: ")


def test_an_interrupt_outside_a_run_is_exit_code_130(cli, monkeypatch):
    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_invoke", fail)
    assert cli("list").code == 130


def test_a_reader_that_goes_away_is_no_error(workspace, process_environment):
    for index in range(3000):
        (workspace / "studies" / f"study-{index}.toml").touch()
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "nnsearch", "list"],
        cwd=workspace,
        env=process_environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    child.stdout.read(1)
    child.stdout.close()
    errors = child.stderr.read()
    child.stderr.close()
    assert child.wait() == 0
    assert errors == b""


def test_python_m_nnsearch_is_the_command_line(spawn):
    result = spawn("list", "--json")
    assert [study["name"] for study in json.loads(result.out)["studies"]] == ["tiny"]


def test_suggested_commands_work_where_this_one_was_started(tmp_path, monkeypatch):
    from nnsearch.cli.session import program

    started = tmp_path / "bin" / "nnsearch"
    started.parent.mkdir()
    started.write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(started)])
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert program() == "bin/nnsearch"
    monkeypatch.setattr("shutil.which", lambda name: str(started))
    assert program() == "nnsearch"
    monkeypatch.setattr("sys.argv", ["-m"])
    assert program() == "nnsearch"
