"""``nnsearch check``: validate a study file and its data, and say what the study will do. Writes nothing."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb, json_option


@click.command("check", cls=Verb)
@click.argument("study", default="digits")
@json_option
@click.pass_obj
def check_command(session: Session, study: str, as_json: bool) -> None:
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
    if as_json:
        show_json(preview_facts(spec, prepared.data, prepared.estimate, jobs))
        return
    output = Output()
    output.show(render_preview(spec, prepared.data, prepared.estimate, jobs, plain=output.plain))
    rounded = round_up_note(spec.search.trials, spec.search.cohort)
    if rounded:
        output.show(f"note: {rounded}")
