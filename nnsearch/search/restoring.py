"""A study that goes on: its driver is put where the last commit says the study stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nnsearch.core.errors import LedgerError
from nnsearch.search.asked import COHORT, HALFWAY, VALUES, asked_from
from nnsearch.search.checkpoints import unpack_states
from nnsearch.search.cohort import LiveTrial
from nnsearch.search.driver import Driver
from nnsearch.search.ledger import Ledger
from nnsearch.search.records import STATES, TrialRecord, read_curves
from nnsearch.search.space import Space
from nnsearch.training.state import PopulationState

State = tuple[PopulationState, int]
"""A population's state and a trial's row there."""
States = Mapping[int, State]
"""By trial number."""


def recorded_trials(ledger: Ledger) -> list[TrialRecord]:
    """Return what a ledger that has been opened knows of its trials: number, state, objective and what was noted.

    Args:
        ledger: open.
    """
    # The journal has been read once; reading it again takes as long.
    known = ledger.load_study().get_trials(deepcopy=False)
    return [
        TrialRecord(trial.number, STATES[trial.state.value], trial.value, user_attrs=trial.user_attrs)
        for trial in known
    ]


def read_states(ledger: Ledger) -> tuple[States, list[str]]:
    """Read the checkpoints that the last commit names.

    Args:
        ledger: open.

    Returns:
        Each trial's state, and a line for every checkpoint that is damaged: it costs time, not trials.
    """
    named = ledger.checkpoints()
    states: dict[int, State] = {}
    damage = []
    for name in sorted(set(named.values())):
        own = sorted(number for number, file in named.items() if file == name)
        try:
            found = _read_file(ledger, name)
        except LedgerError as error:
            trials = ", ".join(map(str, own))
            damage.append(f"{error}: its trials ({trials}) are trained again, to the same result")
        else:
            states.update({number: found[number] for number in own if number in found})
    return states, damage


def _read_file(ledger: Ledger, name: str) -> dict[int, State]:
    arrays = ledger.read_checkpoint(name)
    try:
        return {number: (state, row) for number, state, row in unpack_states(arrays)}
    except LedgerError as error:
        raise LedgerError(f"{ledger.paths.checkpoints / name} is damaged: {error}") from error


def restore(driver: Driver, trials: Sequence[TrialRecord], progress: Mapping[str, object], states: States) -> None:
    """Put a driver where the ledger's last commit says the study stands.

    Args:
        driver: new.
        trials: what is on record of them, see :func:`recorded_trials`.
        progress: the last commit's.
        states: of trials that have not been told, see :func:`read_states`; without its state a trial begins anew.

    Raises:
        LedgerError: if a cohort is not whole.
    """
    facts: dict[str, object] = {
        "told": 0,
        "seconds": 0.0,
        "busy": 0.0,
        "capacity": 0.0,
        "outcomes": {},
        "counts": {},
        **progress,
    }
    driver.restore_standing(facts)
    for trial in trials:
        driver.params[trial.number] = trial.user_attrs.get(VALUES, {})
    complete: dict[int, list[tuple[float, int]]] = {cohort: [] for cohort in range(driver.told)}
    for trial in trials:
        if trial.state == "COMPLETE" and trial.value is not None and trial.user_attrs.get(COHORT) in complete:
            complete[trial.user_attrs[COHORT]].append((trial.value, trial.number))
    for results in complete.values():
        driver.results.add_cohort(results)
    running = [trial for trial in trials if not trial.finished]
    if not running:
        return
    space = Space(driver.spec)
    asked = [asked_from(trial, space, driver.examples.output) for trial in running]
    for number in sorted({trial.cohort for trial in asked}):
        cohort = driver.new_cohort(number, [trial for trial in asked if trial.cohort == number])
        if not cohort.whole:
            raise LedgerError(
                f"the record of study {driver.spec.name!r} is damaged: of cohort {number} only {len(cohort.trials)} of "
                f"{driver.spec.search.cohort} trials are there: restore the study's folder from a copy"
            )
        driver.cohorts[number] = cohort
    live = {trial.number: trial for cohort in driver.cohorts.values() for trial in cohort.trials}
    for record in running:
        live[record.number].shown = record.user_attrs.get(HALFWAY, {}).get("until")
    for segment in read_curves(driver.ledger.paths.curves):
        if segment.trial in live:
            live[segment.trial].values.extend(segment.curves[driver.objective.curve])
    outcomes = facts["outcomes"]
    if isinstance(outcomes, dict):
        for number, (outcome, epoch) in outcomes.items():
            live[int(number)].outcome, live[int(number)].outcome_epoch = outcome, epoch
    _restore_states(driver.ledger, live, states)


def _restore_states(ledger: Ledger, live: Mapping[int, LiveTrial], states: States) -> None:
    """Give trials their states; one whose state is lost, or is not what its curve says, goes back to what there is."""
    named = ledger.checkpoints()
    for number, trial in live.items():
        trial.state = states.get(number)
        trial.recorded = trial.epoch
        if number in named:
            _reconcile(trial)


def _reconcile(trial: LiveTrial) -> None:
    done = trial.state[0].epoch if trial.state is not None else 0
    if trial.outcome is None and done > trial.recorded:  # the journal lost a commit that had replaced the file
        trial.state, done = None, 0
    if done < trial.recorded:
        trial.go_back_to(done)
