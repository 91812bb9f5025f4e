"""What a study will do and cost, before it does: from a cohort drawn at random in memory and the static cost model."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from nnsearch.search.asked import Asked
from nnsearch.search.policies import JUDGING, Plan, turns
from nnsearch.search.study_file import StudySpec
from nnsearch.training.cost import Work, bytes_per_member, epoch_seconds, members_per_population
from nnsearch.training.examples import Examples
from nnsearch.training.population import Shape, architecture_of, shape_of

DRAWN_COHORTS = 3
SETTLED = 2.0
"""How many times as long networks take that a judging sampler settles on as ones drawn at random, where sizes differ.
Measured: 1.9 to 4.8 times on three data sets, where TPE's took 1.1 to 2 times."""


@dataclass(frozen=True)
class Estimate:
    """An estimate by the static cost model.

    Args:
        cohorts: how many there will be.
        trials: networks in them.
        populations: populations per cohort at its first rung, on average.
        parameters: least and greatest number of parameters of a drawn network, padding included.
        network_epochs: epochs that a cohort's networks train altogether, if none diverges.
        seconds: training of the whole study on one core.
        bytes: data, and the largest population in training.
        rounds: studies of this size that follow each other, each zooming into the one before, itself included.
    """

    cohorts: int
    trials: int
    populations: float
    parameters: tuple[int, int]
    network_epochs: int
    seconds: float
    bytes: int
    rounds: int = 1

    @property
    def all_trials(self) -> int:
        """Networks of all rounds."""
        return self.trials * self.rounds

    @property
    def all_seconds(self) -> float:
        """Training of all rounds on one core: later ones are taken to cost what the first one costs."""
        return self.seconds * self.rounds


def estimate(spec: StudySpec, examples: Examples, trials: int | None = None) -> Estimate:
    """Estimate a study.

    Args:
        spec: the study.
        examples: its data.
        trials: instead of the file's own number.

    Returns:
        Numbers for a person; nothing in the search depends on them but where populations train.
    """
    cohorts = -(-(trials or spec.search.trials) // spec.search.cohort)
    groups: dict[tuple[int, Shape, tuple[int, ...]], int] = defaultdict(int)
    for asked in draw_networks(spec, examples):
        groups[asked.cohort, shape_of(asked.hyperparameters), asked.container] += 1
    calls, per_member, sizes, memory = 0.0, 0.0, [], 0
    for (_, shape, container), members in groups.items():
        architecture = architecture_of(shape, container, n_x=examples.n_x, n_y=examples.n_y)
        work = Work.on(examples, shape.batch_size, shape.augmentation)
        own = epoch_seconds(architecture, 2, work) - epoch_seconds(architecture, 1, work)
        calls += (epoch_seconds(architecture, 1, work) - own) / len(groups)
        per_member += own * members / (DRAWN_COHORTS * spec.search.cohort)
        sizes.append(architecture.n_parameters)
        together = min(members, members_per_population(architecture, work.step_size))
        memory = max(memory, together * bytes_per_member(architecture, work.step_size))
    populations = len(groups) / DRAWN_COHORTS
    plans = turns(spec.search, spec.training.epochs)
    # Per cohort, on average over the plans that cohorts take in turn.
    judged = spec.search.sampler in JUDGING
    longer = SETTLED if judged and min(sizes) < max(sizes) else 1.0
    climbs = [members_per_rung(plan, spec.search.cohort, judged=judged) for plan in plans]
    rungs = [(epochs / len(plans), n) for climb in climbs for epochs, n in climb]
    return Estimate(
        cohorts=cohorts,
        trials=cohorts * spec.search.cohort,
        populations=populations,
        parameters=(min(sizes), max(sizes)),
        network_epochs=round(sum(epochs * members for epochs, members in rungs)),
        seconds=cohorts * sum(longer * epochs * (calls * min(populations, n) + per_member * n) for epochs, n in rungs),
        bytes=memory + examples.X_train.nbytes + examples.X_dev.nbytes,
        rounds=spec.search.rounds,
    )


def members_per_rung(plan: Plan, members: int, *, judged: bool = False) -> list[tuple[int, int]]:
    """Return, per rung, its epochs and the networks that train them if none diverges or stops early.

    Args:
        plan: the cohort's.
        members: trials of the cohort.
        judged: whether a model lets more go on than the plan's share: in studies that were looked at, about half of the
            others.
    """
    before, rungs = 0, []
    for rung in plan.rungs:
        rungs.append((rung - before, members))
        share = plan.keep(members)
        members, before = (share + members + 1) // 2 if judged and plan.top is None else share, rung
    return rungs


def draw_networks(spec: StudySpec, examples: Examples) -> list[Asked]:
    """Draw a few cohorts at random, in memory: what networks of this study look like."""
    import optuna

    from nnsearch.search.quiet_optuna import quiet_optuna
    from nnsearch.search.sampling import ask_cohort
    from nnsearch.search.space import Space

    with quiet_optuna():
        study = optuna.create_study()
    space = Space(spec)
    return [
        asked for cohort in range(DRAWN_COHORTS) for asked in ask_cohort(study, spec, space, examples, cohort, "random")
    ]
