"""``nnsearch show``: a study's page, or one trial's."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb, json_option


@click.command("show", cls=Verb)
@click.argument("study")
@click.option("--trial", type=click.IntRange(min=0), metavar="N", help="Show this trial and its learning curve.")
@json_option
@click.pass_obj
def show_command(session: Session, study: str, trial: int | None, as_json: bool) -> None:
    """Show a study's best trials, or one trial's learning curve."""
    from nnsearch.cli.console import Output, show_json
    from nnsearch.core.errors import SettingsError
    from nnsearch.reports.study_facts import study_facts, trial_curves, trial_facts
    from nnsearch.reports.summary import render_study, render_trial
    from nnsearch.search.study import Study

    found = Study(session.workspace.existing_study(study))
    if trial is not None and trial >= len(found.records):
        there = f"trials 0 to {len(found.records) - 1}" if found.records else "no trials yet"
        raise SettingsError(f"study {found.name!r} has {there}, got --trial {trial}")
    if as_json:
        facts = study_facts(found)
        if trial is not None:
            facts = {"study": found.name, **trial_facts(found, trial), "curves": trial_curves(found, trial)}
        show_json(facts)
        return
    output = Output()
    if trial is None:
        output.show(render_study(found, output.width, plain=output.plain))
    else:
        output.show(render_trial(found, trial, output.width, plain=output.plain, ascii_only=output.ascii_only))
