"""A running study: a live display on a terminal, one line per cohort elsewhere.

Imports rich, so it is imported only where a study runs.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from nnsearch.reports.formats import format_duration, format_objective, format_outcomes, metric_name, plural
from nnsearch.reports.study_facts import hidden_of
from nnsearch.reports.trial_table import TrialRow, trial_table
from nnsearch.search.snapshot import Snapshot
from nnsearch.search.study_file import StudySpec

LEAST_BAR = 10
MOST_BAR = 40
ROOM_FOR_ECHO = 3
"""Characters kept free at the end of the last line: a terminal echoes ^C there, which must not begin a new line."""


def progress_line(snapshot: Snapshot, metric: str) -> str:
    """Say where a study stands in one line of plain text.

    Args:
        snapshot: where it stands.
        metric: what its objective is.

    >>> progress_line(Snapshot("digits", 32, 64, 1, 16, 40, 900, 1.5, 21.4, 2.1), "error")
    '32/64 trials  no best yet  21.4 networks/s  2.1 s left'
    """
    return "  ".join([f"{snapshot.trials_done}/{snapshot.trials_total} trials", *_standing(snapshot, metric)])


def render_progress(
    snapshot: Snapshot, spec: StudySpec, metric: str, width: int, notice: str | None = None
) -> RenderableType:
    """Lay out the live display.

    Args:
        snapshot: where the study stands.
        spec: the study.
        metric: what its objective is.
        width: characters of the terminal.
        notice: a line to end with.

    Returns:
        Bar, table of the best five trials and outcomes.
    """
    parts: list[RenderableType] = [_bar(snapshot, metric, width)]
    if snapshot.best:
        rows = [
            TrialRow(trial.number, trial.value, trial.params, hidden_of(spec, trial.params)) for trial in snapshot.best
        ]
        parts.append(Padding(trial_table(rows, metric, width - 2), (1, 0, 1, 2)))
    parts.append(_footer(snapshot, width))
    if notice:
        parts.append(Text(notice, style="bold yellow", no_wrap=True, overflow="ellipsis"))
    return Group(*parts)


def _standing(snapshot: Snapshot, metric: str) -> list[str]:
    best = snapshot.best[0] if snapshot.best else None
    left = snapshot.seconds_left
    return [
        f"best {format_objective(best.value, metric)} (#{best.number})" if best else "no best yet",
        f"{snapshot.networks_per_second:.1f} networks/s" if snapshot.networks_per_second > 0 else "starting",
        *([f"{format_duration(left)} left"] if left else []),
    ]


def _bar(snapshot: Snapshot, metric: str, width: int) -> RenderableType:
    done = f"{snapshot.trials_done}/{snapshot.trials_total} trials"
    best, *speed = _standing(snapshot, metric)
    facts = [done, best.replace("best", f"best {metric_name(metric)}", 1) if snapshot.best else best, *speed]
    # The bar takes what the facts leave; where that is little, they give way from the end.
    while len(facts) > 1 and width - sum(len(fact) + 2 for fact in facts) < LEAST_BAR:
        facts.pop()
    room = width - sum(len(fact) + 2 for fact in facts)
    styles = ("bold", "bold green", "", "")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(
        ProgressBar(snapshot.trials_total, snapshot.trials_done, width=max(LEAST_BAR, min(MOST_BAR, room))),
        *(Text(fact, style=style, no_wrap=True) for fact, style in zip(facts, styles, strict=False)),
    )
    return grid


def _footer(snapshot: Snapshot, width: int) -> Text:
    told = format_outcomes(snapshot.outcomes)
    now = (
        f"training {plural(snapshot.training, 'network')} to epoch {snapshot.target_epoch}" if snapshot.training else ""
    )
    parts = [f"ended: {told}", f"cohort {snapshot.cohort + 1}", now, format_duration(snapshot.elapsed)]
    footer = Text("   ".join(part for part in parts if part), style="dim")
    footer.truncate(max(1, width - ROOM_FOR_ECHO), overflow="ellipsis")
    return footer
