import json

from rich.console import Console

from nnsearch.nn.gradient_check import GradientCheck
from nnsearch.reports.gradients import gradient_facts, render_gradients
from nnsearch.search.gradients import NetworkCheck
from nnsearch.training.gradient_checking import GradientReport

GOOD = GradientCheck(2e-9, "W1[0,1]", 0.5, 0.5, 20, 1, 21)
BAD = GradientCheck(0.3, "b2[0]", 1.0, 2.0, 21, 0, 21)


def test_every_stage_is_a_row_with_its_verdict_and_worst_component():
    check = NetworkCheck({"l2": 0.1}, (4, 3), GradientReport(GOOD, BAD, 3, 64))
    console = Console(width=120)
    with console.capture() as capture:
        console.print(render_gradients("s", [check], plain=True))
    lines = capture.get().splitlines()
    assert "4-3" in lines[3]
    assert "good" in lines[3]
    assert "20 of 21, 1 at kinks" in lines[3]
    assert "bug" in lines[4]
    assert "b2[0] 1 against 2" in lines[4]


def test_facts_are_json_and_a_diverged_network_has_one_stage():
    facts = gradient_facts("s", [NetworkCheck({}, (), GradientReport(GOOD, None, 3, 64))])
    assert json.loads(json.dumps(facts))["networks"][0]["checks"][0]["verdict"] == "good"
    assert len(facts["networks"][0]["checks"]) == 1
