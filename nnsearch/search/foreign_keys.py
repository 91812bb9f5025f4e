"""Keys of a study file that are right elsewhere: in another section, or in another tool."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from nnsearch.core.names import LONGEST, meant

LIKE_ANOTHER_SECTIONS = 0.8
"""Likeness from which a key was probably meant for another section: with so many keys, some is a little like any."""

HERE_IT_IS = {
    "alpha": "learning_rate",
    "lr": "learning_rate",
    "learning_rate_init": "learning_rate",
    "learning_rate_decay": "decay",
    "beta": "beta1",
    "momentum": "beta1",
    "lambda": "l2",
    "lambd": "l2",
    "dropout": "keep_prob = 1 - dropout",
    "layers": "hidden = { layers = ..., units = ... }",
    "units": "hidden = { layers = ..., units = ... }",
    "hidden_units": "hidden",
    "hidden_layers": "hidden",
    "hidden_layer_sizes": "hidden",
    "num_layers": "hidden = { layers = ..., units = ... }",
    "init": "initializer",
    "initialization": "initializer",
    "mini_batch_size": "batch_size",
    "iterations": "epochs",
    "max_iter": "epochs",
    "max_epochs": "epochs",
    "early_stopping": "patience",
    "n_trials": "trials",
    "max_trials": "trials",
    "timeout": "time",
    "time_limit": "time",
    "metric": "objective",
    "pruner": "policy",
    "strategy": "sampler",
    "random_state": "seed",
    "dataset": "source",
    "path": "source",
    "n_jobs": "the option --jobs of run",
    "jobs": "the option --jobs of run",
    "workers": "the option --jobs of run",
}
"""What the course, or another tool, calls what a study file has under another name."""


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
    'here it is keep_prob = 1 - dropout, in [network]'
    """
    homes = {key: [home for home, keys in sections.items() if key in keys] for key in chain(*sections.values())}
    if name in homes:
        return f"it belongs in {_either(homes[name])}"
    if name in HERE_IT_IS:
        here = HERE_IT_IS[name]
        there = homes.get(here.partition(" ")[0], [])
        return f"here it is {here}, in {_either(there)}" if there and section not in there else f"here it is {here}"
    valid = sections if section is None else sections[section]
    likely = meant(name[:LONGEST], {*valid, *homes}, least=LIKE_ANOTHER_SECTIONS)
    if likely is None or likely in valid:
        return None
    return f"did you mean {likely!r}, which belongs in {_either(homes[likely])}?"


def _either(sections: Iterable[str]) -> str:
    return " or ".join(f"[{section}]" for section in sections)
