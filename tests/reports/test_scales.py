import pytest

from nnsearch.reports.page_facts import scales
from nnsearch.reports.scales import Scale

RANGES = [
    Scale("a", "linear", 0.5, 1.0),
    Scale("b", "linear", 1, 3, integer=True),
    Scale("c", "log", 1e-4, 0.1),
    Scale("d", "log", 16, 128, integer=True),
    Scale("e", "1-beta", 0.8, 0.999),
    Scale("f", "pow2", 16, 512, integer=True),
    Scale("g", "choice", choices=(64, 128)),
    Scale("h", "choice", choices=("relu",)),
]


@pytest.mark.parametrize("scale", RANGES, ids=lambda scale: f"{scale.kind}-{scale.name}")
def test_ticks_ascend_within_the_axis_and_none_is_twice_there(scale):
    positions = [position for position, _ in scale.ticks()]
    labels = [label for _, label in scale.ticks()]
    assert positions == sorted(positions)
    assert positions[0] == 0
    assert positions[-1] == pytest.approx(0 if len(scale.choices) == 1 else 1)
    assert len(set(labels)) == len(labels)


def test_powers_of_two_stand_evenly():
    assert [label for _, label in Scale("batch_size", "pow2", 16, 128).ticks()] == ["16", "32", "64", "128"]
    assert Scale("batch_size", "pow2", 16, 64).position(32) == pytest.approx(0.5)


def test_decades_are_the_ticks_of_a_log_axis():
    assert [label for _, label in Scale("l2", "log", 1e-3, 1.0).ticks()] == ["1.0e-03", "1.0e-02", "0.1", "1"]


def test_the_title_names_a_scale_that_is_not_linear():
    assert [scale.title for scale in RANGES[:5:2]] == ["a", "c (log)", "e (1-beta)"]


def test_a_study_file_gives_an_axis_for_each_searched_hyperparameter(spec):
    found = {scale.name: (scale.kind, scale.low, scale.high) for scale in scales(spec)}
    assert found == {
        "learning_rate": ("log", 1e-3, 1e-1),
        "units_1": ("log", 2, 6),
        "keep_prob": ("linear", 0.5, 1.0),
    }
