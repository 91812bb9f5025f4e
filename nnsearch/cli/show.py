"""``nnsearch show``: a study's page, a list of its trials, or one trial's page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from nnsearch.cli.session import Session, Verb, csv_option, json_option

if TYPE_CHECKING:
    from nnsearch.search.records import TrialRecord
    from nnsearch.search.study import Study


@click.command("show", cls=Verb)
@click.argument("study")
@click.option("--trial", type=click.IntRange(min=0), metavar="N", help="Show this trial and its learning curve.")
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="STATE",
    help="List the trials that are complete, early_stopped, pruned, diverged, failed or running; may be given again.",
)
@click.option(
    "--sort",
    metavar="WORD",
    help="List the trials ordered by number, value (the best first), outcome, epochs, cohort or a hyperparameter.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="List the first N trials.")
@csv_option
@json_option
@click.pass_obj
def show_command(
    session: Session,
    study: str,
    trial: int | None,
    states: tuple[str, ...],
    sort: str | None,
    limit: int | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Show a study's best trials, a list of its trials, or one trial's learning curve."""
    from nnsearch.cli.console import choose_format
    from nnsearch.core.errors import SettingsError
    from nnsearch.reports.selection import select_trials
    from nnsearch.search.study import Study

    choose_format(as_csv=as_csv, as_json=as_json)
    listing = bool(states or sort or limit)
    if trial is not None and listing:
        raise SettingsError("--trial must stand without --state, --sort and --limit: they list several trials")
    found = Study(session.workspace.existing_study(study))
    if trial is not None and trial >= len(found.records):
        there = f"trials 0 to {len(found.records) - 1}" if found.records else "no trials yet"
        raise SettingsError(f"study {found.name!r} has {there}, got --trial {trial}")
    if trial is not None:
        _show_trial(found, trial, as_csv=as_csv, as_json=as_json)
    elif listing or as_csv:
        records = select_trials(found, states=states, sort=sort or "number", limit=limit)
        _show_trials(found, records, states, as_csv=as_csv, as_json=as_json)
    else:
        _show_study(found, as_json=as_json)


def _show_study(study: Study, *, as_json: bool) -> None:
    from nnsearch.cli.console import Output, show_json
    from nnsearch.reports.study_facts import study_facts
    from nnsearch.reports.summary import render_study

    if as_json:
        show_json(study_facts(study))
        return
    output = Output()
    output.show(render_study(study, output.width, plain=output.plain))


def _show_trials(
    study: Study, records: Sequence[TrialRecord], states: Sequence[str], *, as_csv: bool, as_json: bool
) -> None:
    from nnsearch.cli.console import Output, show_json
    from nnsearch.reports.selection import csv_text, trial_listing
    from nnsearch.reports.study_facts import listed_rows
    from nnsearch.reports.trial_table import trial_table

    if as_json:
        show_json({"study": study.name, "metric": study.meta["metric"], "trials": trial_listing(study, records)})
    elif as_csv:
        columns = list(trial_listing(study, study.records[:1])[0]) if study.records else ["number"]
        click.echo(csv_text(trial_listing(study, records), columns), nl=False)
    elif not records:
        which = f" is {' or '.join(states)}" if states else ""
        Output().show(f"none of the {len(study.records)} trials of {study.name}{which}")
    else:
        output = Output()
        rows = listed_rows(study, records)
        output.show(trial_table(rows, study.meta["metric"], output.width, plain=output.plain))


def _show_trial(study: Study, number: int, *, as_csv: bool, as_json: bool) -> None:
    from nnsearch.cli.console import Output, show_json
    from nnsearch.reports.selection import csv_text
    from nnsearch.reports.study_facts import trial_curves, trial_facts
    from nnsearch.reports.summary import render_trial

    if as_json:
        show_json({"study": study.name, **trial_facts(study, number), "curves": trial_curves(study, number)})
    elif as_csv:
        curves = trial_curves(study, number)
        epochs = max(map(len, curves.values()), default=0)
        rows: list[dict[str, Any]] = [
            {"epoch": epoch + 1, **{name: values[epoch] for name, values in curves.items()}} for epoch in range(epochs)
        ]
        click.echo(csv_text(rows, ["epoch", *curves]), nl=False)
    else:
        output = Output()
        output.show(render_trial(study, number, output.width, plain=output.plain, ascii_only=output.ascii_only))
