"""Keys of a study file that are right elsewhere: in another section, in the course, or in another tool."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from nnsearch.core.names import LONGEST, meant
from nnsearch.search.study_file_errors import HIDDEN_HELP

LIKE_A_KEY = 0.8
"""Likeness from which a key was probably meant for another section: with so many keys, some is a little like any."""


class Here(NamedTuple):
    """What a study file has for a name from elsewhere.

    Args:
        section: where it stands.
        key: what it is called.
        remark: in which way it is not quite the same.
    """

    section: str
    key: str
    remark: str = ""


OTHER_NAMES = {
    Here("training", "learning_rate"): "lr alpha0 learning_rate_init eta eta0",
    Here("training", "learning_rate", "scikit-learn's alpha is l2"): "alpha",
    Here("training", "decay"): "decay_rate lr_decay learning_rate_decay",
    Here("training", "decay_every", 'of schedule "staircase"'): "time_interval",
    Here("training", "schedule"): "scheduler lr_scheduler lr_schedule learning_rate_schedule",
    Here("training", "beta1", 'of optimizer "momentum" or "adam"'): "beta momentum",
    Here("training", "epsilon"): "eps",
    Here("training", "epochs"): "num_epochs n_epochs max_epochs iterations num_iterations max_iter n_iter",
    Here("training", "batch_size"): "batch minibatch minibatch_size",
    Here("training", "optimizer"): "solver",
    Here("training", "l2"): "lambda lambd reg_lambda l2_penalty l2_reg regularization",
    Here("training", "l2", "that times the number of training examples"): "weight_decay",
    Here("training", "clip_norm"): "clip grad_clip gradient_clip gradient_clip_val gradient_clipping max_grad_norm",
    Here("training", "patience"): "early_stopping early_stop n_iter_no_change",
    Here("network", "hidden", HIDDEN_HELP): """
        layers num_layers n_layers hidden_layers layers_dims layer_dims hidden_layer_sizes hidden_size
        units num_units n_units hidden_units neurons n_h depth width
    """,
    Here("network", "keep_prob", "1 minus that"): "dropout dropout_rate drop_prob",
    Here("network", "input_keep_prob", "1 minus that"): "input_dropout",
    Here("network", "batch_norm"): "batch_normalization",
    Here("network", "batch_norm_momentum"): "momentum",
    Here("network", "initializer"): "init initialization weight_init kernel_initializer",
    Here("network", "activation"): "act activation_function",
    Here("search", "trials"): "n_trials num_trials max_trials num_samples max_evals n_calls n_iter iterations",
    Here("search", "time"): "timeout time_limit time_budget max_time",
    Here("search", "objective"): "metric metrics scoring loss",
    Here("search", "sampler"): "algorithm algo method strategy tuner",
    Here("search", "policy"): "pruner pruning scheduler",
    Here("search", "eta"): "factor reduction_factor",
    Here("search", "seed"): "random_state random_seed",
    Here("search", "patience"): "early_stopping early_stop",
    Here("data", "source"): "dataset data path file filename csv",
    Here("data", "target"): "label labels y class label_column",
    Here("data", "dev"): "val val_size val_split dev_size validation validation_size validation_split",
    Here("data", "test"): "test_size test_split",
    Here("data", "split_seed"): "seed random_state random_seed",
    Here("data", "delimiter"): "sep separator",
    Here("data", "normalize"): "normalization scaler scaling standardize",
}
"""What the course and other tools call what a study file has: names by what they mean, the likeliest meaning first."""

OTHER_SECTIONS = {
    "data": "dataset",
    "network": "model net architecture",
    "training": "train trainer hyperparameters params",
    "search": "study sweep tuner optuna",
}
"""What they call a section, by ours."""

JOBS = "jobs n_jobs workers n_workers num_workers cpus processes"
"""What they call the number of processes, which is no part of a study."""

SPACE = "space search_space parameters distributions"
"""What they call the table of ranges, which stand in place of values here."""

RANGES_STAND = "write a range in place of a value, such as learning_rate = {low = 0.001, high = 0.1} in [training]"

RANGE_WORDS = {
    "low": "min minimum min_value lower lower_bound start",
    "high": "max maximum max_value upper upper_bound stop end",
    "choices": "values options categories",
    "choices (all values, listed)": "step q",
    "scale": "distribution dist prior sampling",
    'scale = "log"': "log log_scale log_uniform",
}
"""What they call the words of a range or of choices."""


def _squeezed(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _is_among(name: str, names: str) -> bool:
    return _squeezed(name) in map(_squeezed, names.split())


def where_it_belongs(name: str, section: str | None, sections: Mapping[str, Collection[str]]) -> str | None:
    """Say what a key means that is unknown where it stands.

    Args:
        name: the key.
        section: the one in which it stands; ``None`` for one that stands in none.
        sections: the keys of each section.

    Returns:
        The hint for an error line; ``None`` if the key is more like one of its own section, or like none.

    >>> sections = {"network": ["keep_prob"], "training": ["epochs"]}
    >>> where_it_belongs("epochs", "network", sections)
    'it belongs in [training]'
    >>> where_it_belongs("epoch", "network", sections)
    "did you mean 'epochs', which belongs in [training]?"
    >>> where_it_belongs("dropout", "training", sections)
    'here it is keep_prob (1 minus that), in [network]'
    """
    meanings = [here for here, names in OTHER_NAMES.items() if _is_among(name, names)]
    for here in meanings:
        if here.section == section:
            return f"here it is {_with_remark(here)}"
    for own, names in OTHER_SECTIONS.items():
        if section is None and _is_among(name, names):
            return f"here it is [{own}]"
    homes = {key: [home for home, keys in sections.items() if key in keys] for key in chain(*sections.values())}
    if name in homes:
        return f"it belongs in {_either(homes[name])}"
    valid, short = sections if section is None else sections[section], name[:LONGEST].lower()
    if meant(short, valid, least=LIKE_A_KEY):
        return None
    if meanings:
        return f"here it is {_with_remark(meanings[0])}, in [{meanings[0].section}]"
    if _is_among(name, SPACE):
        return RANGES_STAND
    if _is_among(name, JOBS):
        return "give nnsearch run the option --jobs instead"
    likely = meant(short, homes, least=LIKE_A_KEY)
    return f"did you mean {likely!r}, which belongs in {_either(homes[likely])}?" if likely else None


def word_of_a_range(name: str) -> str | None:
    """Say what a word means that is unknown in a range or in choices.

    Returns:
        The hint for an error line; ``None`` if it is no other tool's.

    >>> word_of_a_range("max")
    'here it is high'
    """
    return next((f"here it is {word}" for word, names in RANGE_WORDS.items() if _is_among(name, names)), None)


def _with_remark(here: Here) -> str:
    return f"{here.key} ({here.remark})" if here.remark else here.key


def _either(sections: Iterable[str]) -> str:
    return " or ".join(f"[{section}]" for section in sections)
