"""What a study will do and cost, before it does: from a cohort drawn at random in memory and the static cost model."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from nnsearch.search.asked import Asked
from nnsearch.search.halving import keep_count
from nnsearch.search.study_file import StudySpec
from nnsearch.training.cost import Work, bytes_per_member, epoch_seconds, members_per_population
from nnsearch.training.examples import Examples
from nnsearch.training.population import Shape, architecture_of, shape_of

DRAWN_COHORTS = 3


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
    """

    cohorts: int
    trials: int
    populations: float
    parameters: tuple[int, int]
    network_epochs: int
    seconds: float
    bytes: int


def estimate(spec: StudySpec, examples: Examples, trials: int | None = None) -> Estimate:
    """Estimate a study.

    Args:
        spec: the study.
        examples: its data.
        trials: instead of the file's own number.

    Returns:
        Numbers for a person; nothing in the search depends on them but where populations train.
    """
    search = spec.search
    cohorts = -(-(trials or search.trials) // search.cohort)
    drawn = _draw(spec, examples)
    groups: dict[tuple[int, Shape, tuple[int, ...]], int] = defaultdict(int)
    for asked in drawn:
        groups[asked.cohort, shape_of(asked.hyperparameters), asked.container] += 1
    epochs = epochs_per_rung(spec)
    share = sum(epochs) / (search.cohort * spec.training.epochs)
    seconds, sizes, memory = 0.0, [], 0
    for (_, shape, container), members in groups.items():
        architecture = architecture_of(shape, container, n_x=examples.n_x, n_y=examples.n_y)
        work = Work(examples.m, examples.X_dev.shape[0], min(shape.batch_size, examples.m))
        seconds += epoch_seconds(architecture, members, work) * spec.training.epochs
        sizes.append(architecture.n_parameters)
        together = min(members, members_per_population(architecture, work.batch_size))
        memory = max(memory, together * bytes_per_member(architecture, work.batch_size))
    return Estimate(
        cohorts=cohorts,
        trials=cohorts * search.cohort,
        populations=len(groups) / DRAWN_COHORTS,
        parameters=(min(sizes), max(sizes)),
        network_epochs=sum(epochs),
        seconds=seconds * share * cohorts / DRAWN_COHORTS,
        bytes=memory + examples.X_train.nbytes + examples.X_dev.nbytes,
    )


def epochs_per_rung(spec: StudySpec) -> list[int]:
    """Return the network-epochs a cohort trains in each rung if nothing diverges or stops early."""
    members, before, epochs = spec.search.cohort, 0, []
    for rung in spec.rung_epochs:
        epochs.append(members * (rung - before))
        members, before = keep_count(members, spec.search.eta), rung
    return epochs


def _draw(spec: StudySpec, examples: Examples) -> list[Asked]:
    import optuna

    from nnsearch.search.sampling import ask_cohort
    from nnsearch.search.space import Space

    verbosity = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study()
    optuna.logging.set_verbosity(verbosity)
    space = Space(spec)
    return [
        asked for cohort in range(DRAWN_COHORTS) for asked in ask_cohort(study, spec, space, examples, cohort, "random")
    ]
