"""Where a study stands, read off its ledger by whoever wants to look: the same snapshot that its driver makes.

Needs no lock and writes nothing, so any terminal may look at any study at any time.
"""

from __future__ import annotations

from nnsearch.search.asked import COHORT
from nnsearch.search.results import best_first
from nnsearch.search.snapshot import SHOWN, Snapshot, TrialSummary
from nnsearch.search.study import Study
from nnsearch.training.objectives import OBJECTIVES


def standing(study: Study) -> Snapshot:
    """Read where a study stands.

    Args:
        study: refreshed.

    Returns:
        The snapshot of its last commit. Speed and time are those of all its launches.
    """
    glance, progress = study.overview, study.progress
    live = [record for record in study.records if not record.finished]
    rate = glance.trials_done / glance.seconds if glance.seconds > 0 else 0.0
    left = max(0, glance.trials_total - glance.trials_done)
    trained = progress.get("trained") or []
    ended = [*(progress.get("ranking") or []), *trained]
    best = best_first([(float(value), int(number)) for value, number in ended], OBJECTIVES[glance.metric])
    newest = study.records[-1].user_attrs.get(COHORT, 0) if study.records else 0
    return Snapshot(
        study=study.name,
        trials_done=glance.trials_done,
        trials_total=max(glance.trials_total, glance.trials_done),
        cohort=int(newest),
        training=len(live) - len(trained),
        target_epoch=int(progress.get("target") or study.meta["spec"]["training"]["epochs"]),
        epochs=int(progress.get("epochs") or 0),
        elapsed=glance.seconds,
        networks_per_second=rate,
        seconds_left=left / rate if rate > 0 else None,
        best=tuple(TrialSummary(n, value, study.params(study.records[n])) for value, n in best[:SHOWN]),
        outcomes={str(name): int(count) for name, count in (progress.get("counts") or {}).items()},
    )
