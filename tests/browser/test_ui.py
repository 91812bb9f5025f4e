import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from nnsearch.core.paths import Workspace
from nnsearch.reports.report_page import render_report
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec
from nnsearch.tracking.artifacts import log_report
from nnsearch.tracking.charts import share_view
from nnsearch.tracking.database import open_client
from nnsearch.tracking.links import find_study, study_url
from nnsearch.tracking.models import register_champion
from nnsearch.tracking.projection import sync_study
from nnsearch.tracking.ui import Server, choose_port
from nnsearch.tracking.winner import example_rows, serve_best

TABLE = {
    "data": {"source": "moons", "samples": 120},
    "network": {"hidden": [4]},
    "training": {"epochs": 5, "learning_rate": {"low": 1e-3, "high": 1e-1, "scale": "log"}},
    "search": {"trials": 8, "cohort": 8},
}
LOAD = """
import json, sys
import mlflow, pandas as pd
model = mlflow.pyfunc.load_model("models:/tiny@champion")
print(json.dumps(model.predict(pd.DataFrame(json.loads(sys.argv[1]))).to_dict(orient="list")))
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    found = Workspace(tmp_path_factory.mktemp("ui"))
    launch(found.study("tiny"), StudySpec.from_dict(TABLE, name="tiny"), Launch(jobs=1))
    sync_study(found, "tiny")
    log_report(found, "tiny", render_report)
    register_champion(found, "tiny")
    return found


@pytest.fixture(scope="module")
def port(workspace):
    with Server(workspace, choose_port()) as server:
        assert server.wait_until_ready(threading.Event())
        yield server.port


@pytest.fixture(scope="module")
def place(workspace):
    return find_study(open_client(workspace), "tiny")


@pytest.fixture(scope="module")
def best_trial(workspace, place):
    """The name of its run."""
    number = Study(workspace.study("tiny")).best.number
    wanted = f"tags.`nnsearch.kind` = 'trial' AND tags.`nnsearch.trial` = '{number}'"
    (run,) = open_client(workspace).search_runs([place.experiment_id], wanted)
    return run.info.run_name


def test_the_study_is_a_row_and_its_trials_are_below_it(watched, port, place, best_trial):
    page = watched.page
    page.goto(f"http://127.0.0.1:{port}/#/experiments/{place.experiment_id}/runs?workflowType=machine_learning")
    page.get_by_role("link", name="tiny", exact=True).first.wait_for()
    page.locator("button[data-component-id*='runnamecellrenderer']").first.click()
    page.get_by_role("link", name=best_trial, exact=True).first.wait_for()
    assert watched.errors == []


def test_the_deep_link_shows_learning_curves(watched, port, place, workspace):
    page = watched.page
    page.goto(study_url(port, place, share_view(open_client(workspace), place)))
    page.get_by_text("dev/error").first.wait_for()
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert watched.errors == []


def test_the_report_opens_among_the_artifacts(watched, port, place):
    page = watched.page
    run = f"/experiments/{place.experiment_id}/runs/{place.run_id}/artifacts"
    page.goto(f"http://127.0.0.1:{port}/#{run}?workflowType=machine_learning")
    page.get_by_text("report.html").first.click()
    inside = page.frame_locator("iframe")
    inside.get_by_role("heading", name="Learning curves").wait_for()
    inside.locator(".figure").first.scroll_into_view_if_needed()
    inside.locator(".figure .main-svg").first.wait_for()
    assert watched.errors == []


def test_the_champion_is_loaded_over_http(workspace, port):
    network, data = serve_best(Study(workspace.study("tiny")))
    rows = example_rows(data)
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOAD, json.dumps(rows)],
        env={**os.environ, "MLFLOW_TRACKING_URI": f"http://127.0.0.1:{port}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["probability_1"] == pytest.approx(list(network.predict(rows)["probability_1"]))


@pytest.fixture
def served(port, tmp_path):
    """The address of MLflow's scoring server, started as the README says."""
    number = choose_port()
    line = ["mlflow", "models", "serve", "-m", "models:/tiny@champion", "--env-manager", "local", "--port", str(number)]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    log = (tmp_path / "serve.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", *line],
        env={**os.environ, "PATH": path, "MLFLOW_TRACKING_URI": f"http://127.0.0.1:{port}"},
        stdout=log,
        stderr=log,
        start_new_session=True,  # it starts another process: both are ended together
    )
    try:
        yield f"http://127.0.0.1:{number}", process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        log.close()


def test_the_champion_answers_requests(workspace, served):
    address, process = served
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{address}/ping", timeout=5).close()
            break
        except OSError:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.1)
    network, data = serve_best(Study(workspace.study("tiny")))
    rows = example_rows(data)
    body = json.dumps({"dataframe_split": {"columns": list(rows), "data": list(zip(*rows.values(), strict=True))}})
    request = urllib.request.Request(
        f"{address}/invocations", body.encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        found = json.load(answer)["predictions"]
    expected = network.predict(rows)
    assert [row["prediction"] for row in found] == list(expected["prediction"])
    assert [row["probability_1"] for row in found] == pytest.approx(list(expected["probability_1"]))
