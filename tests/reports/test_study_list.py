import io

from rich.console import Console

from nnsearch.reports.study_list import study_table
from nnsearch.search.overview import Overview

GLANCES = [
    Overview("new-one", "new"),
    Overview("digits", "running", 32, 64, 0.0195, 20, "error", "digits", 3.7, None, "pid 12 on a-host since noon"),
    Overview("prices", "stopped", 8, 64, 53.8123, 3, "rmse", "[b]prices", 80.0, "interrupted"),
]


def shown(width, *, plain=False):
    console = Console(file=io.StringIO(), width=width, markup=False, color_system=None, force_terminal=not plain)
    console.print(study_table(GLANCES, plain=plain))
    return console.file.getvalue()


def test_every_study_is_a_line_of_facts():
    lines = [" ".join(line.split()) for line in shown(200, plain=True).splitlines()]
    assert lines[1:] == [
        "new-one new - - - - -",
        "digits running 32/64 1.95 % (#20) digits 3.7 s pid 12 on a-host since noon",
        "prices stopped 8/64 53.81 (#3) [b]prices 1 m 20 s -",
    ]


def test_names_and_values_stay_whole_on_80_columns():
    text = shown(80)
    assert max(map(len, text.splitlines())) <= 80
    for part in ("new-one", "1.95 % (#20)", "1 m 20 s", "stopped"):
        assert part in text
