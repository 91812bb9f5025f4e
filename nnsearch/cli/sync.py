"""``nnsearch sync``: MLflow from the ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
@click.pass_obj
def sync_command(
    session: Session, study: str | None, follow: bool, rebuild: bool, tracking_uri: str | None, as_json: bool
) -> None:
    """Bring MLflow up to date with the studies on disk.

    Without STUDY, all studies that were started.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.core.errors import SettingsError

    workspace = session.workspace
    if follow:
        if study is None or rebuild:
            raise SettingsError("sync --follow must have one STUDY and no --rebuild")
        from nnsearch.tracking.following import follow as follow_study

        follow_study(workspace, workspace.existing_study(study).name, tracking_uri=tracking_uri)
        return
    names = [workspace.existing_study(study).name] if study is not None else started_studies(session)
    if not names:
        if as_json:
            show_json({"studies": []})
        else:
            Output().show(f"no study has been started in {workspace.root}: nothing to write")
        return
    from dataclasses import asdict

    from nnsearch.tracking.projection import sync_study

    reports = [sync_study(workspace, name, rebuild=rebuild, tracking_uri=tracking_uri) for name in names]
    champions = [add_results(session, name, tracking_uri) for name in names]
    if as_json:
        both = zip(reports, champions, strict=True)
        show_json({"studies": [{**asdict(report), "champion": found and asdict(found)} for report, found in both]})
        return
    output = Output()
    for report, found in zip(reports, champions, strict=True):
        output.show(describe_sync(report))
        if found is not None and found.new:
            output.show(f"{report.study}: the network of trial #{found.trial} is models:/{found.name}@champion")


def started_studies(session: Session) -> list[str]:
    """Return the names of the studies that have a ledger."""
    workspace = session.workspace
    return [name for name in workspace.study_names() if workspace.study(name).meta.is_file()]


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
