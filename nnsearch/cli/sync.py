"""``nnsearch sync``: MLflow from the ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from nnsearch.cli.session import Session, Verb, json_option
from nnsearch.cli.tracking_option import tracking_uri_option

if TYPE_CHECKING:
    from nnsearch.tracking.models import Registration
    from nnsearch.tracking.projection import SyncReport


@click.command("sync", cls=Verb)
@click.argument("study", required=False)
@click.option("--follow", is_flag=True, help="Stay beside a running study until all of it is written.")
@click.option("--rebuild", is_flag=True, help="Delete the study's runs in MLflow and write them again.")
@tracking_uri_option
@json_option
@click.pass_context
def sync_command(
    context: click.Context, study: str | None, follow: bool, rebuild: bool, tracking_uri: str | None, as_json: bool
) -> None:
    """Bring MLflow up to date with the studies on disk.

    Without STUDY, all studies that were started: one that fails is named, and the others go on.
    """
    from nnsearch.core.errors import SettingsError

    session: Session = context.obj
    workspace = session.workspace
    if follow:
        if study is None or rebuild or as_json:
            raise SettingsError("sync --follow must have one STUDY, no --rebuild and no --json")
        from nnsearch.tracking.following import follow as follow_study

        follow_study(workspace, workspace.existing_study(study).name, tracking_uri=tracking_uri)
        return
    names = [workspace.existing_study(study).name] if study is not None else started_studies(session)
    context.exit(sync_studies(session, names, rebuild, tracking_uri, as_json))


def sync_studies(session: Session, names: list[str], rebuild: bool, tracking_uri: str | None, as_json: bool) -> int:
    """Write studies to MLflow, one after the other, and say what was done.

    Returns:
        The exit code: 0, or that of the first study that failed.

    Raises:
        EnvironmentRefusedError: if MLflow refuses whatever the study.
    """
    from dataclasses import asdict

    from nnsearch.cli.console import Output, say, show_json
    from nnsearch.core.errors import NNSearchError
    from nnsearch.tracking.database import open_client
    from nnsearch.tracking.projection import sync_study

    output, code = Output(), 0
    facts: list[dict[str, Any]] = []
    if names:
        open_client(session.workspace, tracking_uri)
    elif not as_json:
        output.show(f"no study has been started in {session.workspace.root}: nothing to write")
    for name in names:
        try:
            report = sync_study(session.workspace, name, rebuild=rebuild, tracking_uri=tracking_uri)
            if not as_json:
                output.show(describe_sync(report))
            champion = add_results(session, name, tracking_uri)
        except NNSearchError as error:
            if session.debug:
                raise
            problem = " ".join(str(error).split())
            say(f"error: {name}: {problem}")
            facts.append({"study": name, "error": problem})
            code = code or error.exit_code
            continue
        facts.append({**asdict(report), "champion": champion and asdict(champion)})
        if not as_json and champion is not None and champion.new:
            output.show(f"{name}: the network of trial #{champion.trial} is models:/{champion.name}@champion")
    if as_json:
        show_json({"studies": facts})
    return code


def started_studies(session: Session) -> list[str]:
    """Return the names of the studies that have a ledger."""
    workspace = session.workspace
    return [name for name in workspace.study_names() if (workspace.studies / name / "study.json").is_file()]


def add_results(session: Session, name: str, tracking_uri: str | None) -> Registration | None:
    """Add the report and the model of a study that is complete; say why not where its data is not there any more."""
    from nnsearch.cli.console import say
    from nnsearch.core.errors import DataError, StudyFileError
    from nnsearch.reports.report_page import render_report
    from nnsearch.search.overview import COMPLETE, overview
    from nnsearch.tracking.artifacts import log_report
    from nnsearch.tracking.models import register_champion

    glance = overview(session.workspace.study(name))
    if glance.state != COMPLETE or glance.best is None:
        return None
    log_report(session.workspace, name, render_report, tracking_uri=tracking_uri)
    try:
        return register_champion(session.workspace, name, tracking_uri=tracking_uri)
    except (DataError, StudyFileError) as error:
        say(f"{name}: the model was not registered: {error}")
        return None


def describe_sync(report: SyncReport) -> str:
    """Say in a line what a sync did."""
    from nnsearch.reports.formats import format_count, format_duration, plural

    runs = plural(report.runs, "run")
    if report.up_to_date:
        return f"{report.study}: up to date, {runs}"
    written = f"{report.runs_created} new and {report.runs_updated} changed"
    metrics = f"{format_count(report.metrics_written)} values of metrics"
    return f"{report.study}: {runs}, {written}; {metrics} in {format_duration(report.seconds)}"
