import json
import signal
import subprocess
import sys

import pytest

from nnsearch.cli.launching import header_lines
from nnsearch.cli.request import Request
from nnsearch.cli.session import Session
from nnsearch.cli.stopping import stop_on_signals
from nnsearch.search.overview import overview
from nnsearch.search.run import prepare
from nnsearch.search.snapshot import StopRequest


def trials_of(cli, name):
    facts = json.loads(cli("show", name, "--json").out)
    return facts["trials_done"], facts["best"], facts["top"]


def test_a_run_prints_a_header_a_line_per_cohort_and_a_summary(cli):
    result = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0] == "tiny: moons, 60 train, 20 dev, 20 test examples; 2 features, 2 classes"
    assert lines[1] == "searching learning_rate, units_1 in 2 cohorts of 8, up to 3 epochs each"
    assert [line.split()[0] for line in lines[2:4]] == ["8/16", "16/16"]
    assert lines[4].startswith("study     tiny: all trials done, 16 of 16 trials in ")
    assert "nnsearch resume tiny --trials 32" in result.out
    assert result.err == ""


def test_the_summary_names_the_best_trial_of_the_ledger(cli):
    out = cli("run", "tiny", "--no-track").out
    best = json.loads(cli("show", "tiny", "--json").out)["best"]
    assert f"#{best['number']}  dev error {100 * best['value']:.2f} %" in out


def test_json_is_all_that_is_printed(cli):
    result = cli("run", "tiny", "--no-track", "--json")
    facts = json.loads(result.out)
    assert (facts["reason"], facts["trials_done"], facts["state"]) == ("trials", 16, "complete")
    assert result.err == ""


def test_suggested_commands_repeat_the_workspace_that_was_given(cli, tmp_path, workspace):
    file = workspace / "studies" / "tiny.toml"
    out = cli("run", file, "--workspace", tmp_path / "a b", "--no-track").out
    assert f"nnsearch show tiny --workspace '{tmp_path / 'a b'}'" in out


def test_a_number_of_trials_that_is_rounded_up_is_said(cli):
    result = cli("run", "tiny", "--no-track", "--trials", 9)
    assert "note: 9 trials are rounded up to 16: 2 whole cohorts of 8" in result.out


def test_run_then_resume_is_the_same_as_running_to_the_end(cli, workspace):
    assert cli("run", "tiny", "--no-track", "--trials", 8).code == 0
    going_on = cli("resume", "tiny", "--no-track", "--trials", 16)
    assert "going on after 8 of 16 trials" in going_on.out
    (workspace / "studies" / "whole.toml").write_text((workspace / "studies" / "tiny.toml").read_text())
    assert cli("run", "whole", "--no-track", "--trials", 16).code == 0
    assert trials_of(cli, "tiny") == trials_of(cli, "whole")


def test_running_a_started_study_goes_on_with_it(cli):
    assert cli("run", "tiny", "--no-track", "--trials", 8).code == 0
    assert "going on after 8 of 16 trials" in cli("run", "tiny", "--no-track").out
    assert trials_of(cli, "tiny")[0] == 16


def test_a_study_that_has_all_its_trials_says_so(tiny):
    result = tiny("run", "tiny", "--no-track")
    assert result.code == 0
    assert "nothing to do: 16 trials done, --trials counts all of them" in result.out


@pytest.mark.parametrize(
    ("limit", "how"),
    [
        ("target = 0.9", "goes on once search.target, now 0.9, is lower in {file}"),
        ("patience = 1", "goes on once search.patience, now 1, is higher in {file}"),
        ('time = "0.001s"', "the trials that are left"),
        ('objective = "f1"\ntarget = 0.1', "search.target, now 0.1, is higher in {file}"),
    ],
)
def test_a_limit_that_ended_a_study_is_named_with_what_to_change(cli, workspace, tiny_text, limit, how):
    file = workspace / "studies" / "tiny.toml"
    file.write_text(tiny_text.replace("trials = 16", f"trials = 800\n{limit}"))
    out = cli("run", "tiny", "--no-track", "--jobs", 1).out
    assert how.format(file=file) in out
    assert out.count("nnsearch resume") == 1


def test_a_target_reached_with_the_last_trial_is_named_too(cli, workspace, tiny_text):
    file = workspace / "studies" / "tiny.toml"
    file.write_text(tiny_text.replace("trials = 16", "trials = 8\ntarget = 0.9"))
    out = cli("run", "tiny", "--no-track", "--jobs", 1).out
    assert "all trials done" in out
    assert "goes on once search.target, now 0.9, is lower" in out


def test_a_space_that_is_tried_whole_has_nothing_to_resume(cli, workspace, tiny_text):
    text = tiny_text.replace('learning_rate = { low = 1e-3, high = 1e-1, scale = "log" }\n', "")
    (workspace / "studies" / "tiny.toml").write_text(text.replace("trials = 16", "trials = 80"))
    out = cli("run", "tiny", "--no-track", "--jobs", 1).out
    assert "every configuration tried" in out
    assert "nnsearch resume" not in out


def test_a_study_of_a_file_elsewhere_is_resumed_by_its_name(cli, workspace):
    file = workspace / "elsewhere" / "tiny.toml"
    file.parent.mkdir()
    (workspace / "studies" / "tiny.toml").rename(file)
    assert cli("run", file, "--no-track", "--trials", 8).code == 0
    file.write_text(file.read_text().replace("trials = 16", "trials = 24"))
    assert cli("resume", "tiny", "--no-track").code == 0
    assert trials_of(cli, "tiny")[0] == 24


def test_a_study_whose_file_is_gone_goes_on_from_its_ledger(cli, workspace):
    assert cli("run", "tiny", "--no-track", "--trials", 8).code == 0
    (workspace / "studies" / "tiny.toml").unlink()
    assert cli("resume", "tiny", "--no-track", "--trials", 16).code == 0
    assert trials_of(cli, "tiny")[0] == 16


def test_a_shipped_study_is_copied_into_the_workspace(cli, workspace):
    assert cli("run", "moons", "--no-track", "--trials", 1).code == 0
    text = (workspace / "studies" / "moons.toml").read_text()
    assert text.startswith("#:schema ./study.schema.json\n# Two interleaved half moons")
    assert (workspace / "studies" / "study.schema.json").is_file()


def test_a_warning_of_the_file_is_said_before_the_run(cli, workspace, tiny_text):
    text = tiny_text.replace("hidden =", 'activation = "linear"\nhidden =')
    (workspace / "studies" / "tiny.toml").write_text(text)
    result = cli("run", "tiny", "--no-track")
    assert result.code == 0
    assert result.err.startswith("warning: network.activation: ")


def test_what_a_slow_sampler_costs_is_said_at_the_start(workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text.replace('"random"', '"gp"'))
    paths, spec = Request("tiny", *[None] * 6, resume=False).find(Session())
    lines = header_lines(prepare(paths, spec), overview(paths), None)
    assert [line for line in lines if line.startswith("note: sampler gp fits a Gaussian process")]


def test_a_regression_reports_its_own_unit(cli, workspace, tiny_text):
    text = tiny_text.replace('source = "moons"\nsamples = 100', 'source = "diabetes"')
    (workspace / "studies" / "tiny.toml").write_text(text)
    out = cli("run", "tiny", "--no-track").out
    assert "dev RMSE" in out
    assert "%" not in out


def test_a_reader_that_goes_away_does_not_stop_the_study(workspace, process_environment, cli):
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "nnsearch", "run", "tiny", "--no-track", "--jobs", "1"],
        cwd=workspace,
        env=process_environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    child.stdout.close()
    errors = child.stderr.read()
    child.stderr.close()
    assert (child.wait(), errors) == (0, b"")
    assert trials_of(cli, "tiny")[0] == 16


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_in_good_order_and_says_how_to_go_on(number, workspace, process_environment, cli, tiny_text):
    # Far more trials than it will get to: the signal is what ends it.
    (workspace / "studies" / "tiny.toml").write_text(tiny_text.replace("trials = 16", "trials = 80000"))
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "nnsearch", "run", "tiny", "--no-track", "--jobs", "1"],
        cwd=workspace,
        env=process_environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not child.stdout.readline().startswith("8/80000 trials"):
        pass
    child.send_signal(number)
    out, err = child.communicate()
    assert child.returncode == 130
    assert "stopping after the segments in flight" in err
    assert "go on with: nnsearch resume tiny" in err
    assert "interrupted, " in out
    glance = json.loads(cli("list", "--json").out)["studies"][0]
    assert (glance["state"], glance["owner"]) == ("stopped", None)
    assert cli("resume", "tiny", "--no-track", "--trials", glance["trials_done"] + 8).code == 0
    assert trials_of(cli, "tiny")[0] >= glance["trials_done"] + 8


def test_the_first_signal_is_a_request_and_the_second_an_interrupt():
    stop, heard = StopRequest(), []
    with stop_on_signals(stop, heard.append):
        signal.raise_signal(signal.SIGINT)
        assert stop.reason == "interrupted"
        assert len(heard) == 1
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_signals_mean_afterwards_what_they_meant_before():
    before = signal.getsignal(signal.SIGTERM)
    with stop_on_signals(StopRequest(), print):
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_that_is_ignored_stays_ignored():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with stop_on_signals(StopRequest(), print):
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
