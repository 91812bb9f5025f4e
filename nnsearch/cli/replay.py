"""``nnsearch replay``: train trials again, alone, and compare every bit with the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from nnsearch.search.replay import Replay, Replayed

EXIT_ENVIRONMENT = 3


@click.command("replay", cls=Verb)
@click.argument("study")
@click.argument("trials", nargs=-1, type=click.IntRange(min=0), metavar="[TRIAL]...")
@click.option("--best", is_flag=True, help="Replay the best trial (the default).")
@click.option("--all", "everything", is_flag=True, help="Replay every trial.")
@json_option
@click.pass_context
def replay_command(
    context: click.Context, study: str, trials: tuple[int, ...], best: bool, everything: bool, as_json: bool
) -> None:
    """Train trials again and compare every bit with the record.

    Each is trained alone. Exits with 0 if every bit of curves and kept weights is equal, and with 3 if not: then this
    machine, its BLAS or a package is another one than the study ran on, and the differences are named.
    """
    session: Session = context.obj
    if (len(trials) > 0) + best + everything > 1:
        raise click.UsageError("replay takes TRIALs, --best or --all, not several of them", context)
    from nnsearch.core.blas import keep_kernel

    # Before anything imports NumPy: OpenBLAS's kernel decides the last bits.
    keep_kernel(session.workspace.existing_study(study).meta)
    from nnsearch.api import find_places
    from nnsearch.search.replay import Replay

    session.workspace.existing_study(study)
    replay = Replay(find_places(session.workspace, study))
    numbers = replay.numbers() if everything else list(trials) or [replay.study.best.number]
    context.exit(0 if _show(replay, numbers, as_json=as_json) else EXIT_ENVIRONMENT)


def _show(replay: Replay, numbers: list[int], *, as_json: bool) -> bool:
    """Replay and report; return whether every bit was equal."""
    from nnsearch.cli.console import Output, say, show_json
    from nnsearch.search.machine import machine_differences

    output = Output()
    done: list[Replayed] = []
    for replayed in replay.run(numbers):
        done.append(replayed)
        if not as_json:
            output.show(_line(replayed))
    unequal = [replayed.number for replayed in done if replayed.difference is not None]
    differences = machine_differences(replay.study.meta["machine"]) if unequal else []
    if as_json:
        show_json(_facts(replay, done, differences))
    elif not unequal:
        output.show(f"{replay.study.name}: {len(done)} of {len(done)} replayed trials have the bits on record")
    if unequal:
        why = "; ".join(differences) or "machine, BLAS and packages are those of the record, so this is a bug"
        say(f"error: {len(unequal)} of {len(done)} trials of {replay.study.name} differ from the record: {why}")
    return not unequal


def _line(replayed: Replayed) -> str:
    from nnsearch.reports.formats import plural

    what = plural(replayed.epochs, "epoch") + (" and the weights" if replayed.weights else "")
    verdict = "equal" if replayed.difference is None else f"DIFFERENT, {replayed.difference}"
    return f"#{replayed.number}  {what}: {verdict}"


def _facts(replay: Replay, done: list[Replayed], differences: list[str]) -> dict[str, object]:
    return {
        "study": replay.study.name,
        "equal": all(replayed.difference is None for replayed in done),
        "trials": [
            {
                "number": replayed.number,
                "epochs": replayed.epochs,
                "weights": replayed.weights,
                "difference": None if replayed.difference is None else str(replayed.difference),
            }
            for replayed in done
        ],
        "machine": differences,
    }
