"""Draw docs/images/terminal.svg: the live display and the summary of a real run of the digits study.

    python docs/make_screenshots.py

The run is recorded by the command line's own code on a console that keeps what it prints; nothing is drawn by hand.
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from nnsearch.api import find_spec
from nnsearch.cli.launching import header_lines
from nnsearch.core.paths import Workspace
from nnsearch.reports.progress import render_progress
from nnsearch.reports.study_facts import next_advice
from nnsearch.reports.summary import render_summary
from nnsearch.search.overview import overview
from nnsearch.search.run import Launch, Prepared, launch
from nnsearch.search.snapshot import Snapshot
from nnsearch.search.study import Study

WIDTH = 110
STUDY = "digits"
OUTPUT = Path(__file__).parent / "images" / "terminal.svg"
NEXT = [
    (f"nnsearch show {STUDY}", "the best trials"),
    ("nnsearch ui", "learning curves in MLflow"),
    (f"nnsearch resume {STUDY} --trials 128", "as many again"),
]


def main() -> None:
    """Run the study in a temporary workspace and save what a terminal shows in the middle and at the end."""
    console = Console(record=True, width=WIDTH, force_terminal=True, file=io.StringIO(), highlight=False, markup=False)
    with tempfile.TemporaryDirectory() as folder:
        paths, spec = find_spec(Workspace(Path(folder)), STUDY)
        before = overview(paths)
        console.print(Text("$ nnsearch run", style="bold"))
        seen: list[Snapshot] = []

        def show_header(prepared: Prepared) -> None:
            console.print(*header_lines(prepared, before, None), sep="\n")
            console.print()

        outcome = launch(paths, spec, Launch(jobs=1), observer=seen.append, on_start=show_header)
        middle = [snapshot for snapshot in seen if snapshot.trials_done <= spec.search.trials * 3 // 4]
        console.print(render_progress(middle[-1], spec, "error", WIDTH))
        console.print(Text("\n...\n", style="dim"))
        study = Study(paths)
        console.print(render_summary(study, outcome.reason, NEXT, next_advice(study), WIDTH, plain=False))
    OUTPUT.parent.mkdir(exist_ok=True)
    svg = console.export_svg(title="nnsearch run", unique_id="terminal")
    # The picture stands on its own: whoever looks at it has a font with characters of one width.
    OUTPUT.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL), encoding="utf-8")
    print(f"{OUTPUT} ({OUTPUT.stat().st_size:,} bytes)")


if __name__ == "__main__":
    main()
