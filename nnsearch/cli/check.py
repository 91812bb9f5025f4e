"""``nnsearch check``: validate a study file and its data, and say what the study will do. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from nnsearch.data.spec import Data
    from nnsearch.search.study_file import StudySpec


@click.command("check", cls=Verb)
@click.argument("study", default="digits")
@click.option("--gradients", is_flag=True, help="Check backpropagation numerically on a few of its networks.")
@json_option
@click.pass_obj
def check_command(session: Session, study: str, gradients: bool, as_json: bool) -> None:
    """Check a study file and its data, and say what it will do."""
    from nnsearch.cli.console import Output, say, show_json
    from nnsearch.cli.studies import find_for_reading
    from nnsearch.reports.preview import preview_facts, render_preview, round_up_note
    from nnsearch.search.executor import physical_cores

    paths, spec = find_for_reading(session.workspace, study)
    from nnsearch.search.run import prepare

    prepared = prepare(paths, spec)
    jobs = physical_cores()
    for line in spec.warnings:
        say(f"warning: {line}")
    if gradients:
        _show_gradients(spec, prepared.data, as_json)
        return
    if as_json:
        show_json(preview_facts(spec, prepared.data, prepared.estimate, jobs))
        return
    output = Output()
    output.show(render_preview(spec, prepared.data, prepared.estimate, jobs, plain=output.plain))
    rounded = round_up_note(spec.search.trials, spec.search.cohort)
    if rounded:
        output.show(f"note: {rounded}")


def _show_gradients(spec: StudySpec, data: Data, as_json: bool) -> None:
    from nnsearch.cli.console import Output, show_json
    from nnsearch.reports.gradients import gradient_facts, render_gradients
    from nnsearch.search.gradients import check_study_gradients

    checks = check_study_gradients(spec, data)
    if as_json:
        show_json(gradient_facts(spec.name, checks))
        return
    output = Output()
    output.show(render_gradients(spec.name, checks, plain=output.plain))
