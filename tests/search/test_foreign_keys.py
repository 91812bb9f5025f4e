"""Keys that are right elsewhere: each is answered with a key of the section that it is said to be in."""

from __future__ import annotations

import pytest

from nnsearch.search.foreign_keys import (
    JOBS,
    OTHER_NAMES,
    OTHER_SECTIONS,
    RANGE_WORDS,
    RANGES_STAND,
    SPACE,
    where_it_belongs,
    word_of_a_range,
)
from nnsearch.search.study_file import SECTIONS


@pytest.mark.parametrize(("here", "names"), OTHER_NAMES.items())
def test_what_others_call_otherwise_is_a_key_here(here, names):
    assert here.key in SECTIONS[here.section]
    for name in names.split():
        assert name not in SECTIONS[here.section]
        assert where_it_belongs(name, here.section, SECTIONS).startswith(f"here it is {here.key}")


def test_a_name_means_one_thing_in_a_section():
    places = [(here.section, name) for here, names in OTHER_NAMES.items() for name in names.split()]
    assert len(places) == len({*places})
    assert not {*JOBS.split(), *SPACE.split()} & {name for _, name in places}


@pytest.mark.parametrize(("section", "names"), OTHER_SECTIONS.items())
def test_what_others_call_a_section_is_one_here(section, names):
    assert section in SECTIONS
    for name in names.split():
        assert where_it_belongs(name, None, SECTIONS) == f"here it is [{section}]"


@pytest.mark.parametrize(
    ("name", "section", "hint"),
    [
        ("patience", "network", "it belongs in [training] or [search]"),
        ("early_stopping", "network", "here it is patience, in [training]"),
        ("EarlyStopping", "search", "here it is patience"),
        ("timeout", "data", "here it is time, in [search]"),
        ("seed", "data", "here it is split_seed"),
        ("seed", "network", "it belongs in [search]"),
        ("momentum", "network", "here it is batch_norm_momentum"),
        ("momentum", "search", 'here it is beta1 (of optimizer "momentum" or "adam"), in [training]'),
        ("iterations", "search", "here it is trials"),
        ("iterations", "data", "here it is epochs, in [training]"),
        ("eta", "training", "here it is learning_rate"),
        ("eta", "network", "it belongs in [search]"),
        ("dataset", None, "here it is [data]"),
        ("lr", None, "here it is learning_rate, in [training]"),
        ("n_jobs", "search", "give nnsearch run the option --jobs instead"),
        ("space", None, RANGES_STAND),
        ("search_space", "search", RANGES_STAND),
        ("batchsizes", None, "did you mean 'batch_size', which belongs in [training]?"),
        ("batchsizes", "training", None),
        ("samplers", "search", None),
        ("seed_", "search", None),
        ("SEED", "search", None),
        ("folders", "training", "did you mean 'folder', which belongs in [data]?"),
        ("zzz", None, None),
        ("", None, None),
        ("", "data", None),
    ],
)
def test_a_key_is_sent_where_it_belongs(name, section, hint):
    assert where_it_belongs(name, section, SECTIONS) == hint


def test_what_others_call_the_words_of_a_range_is_one_here():
    everything = " ".join(RANGE_WORDS.values()).split()
    assert len(everything) == len({*everything})
    for word, names in RANGE_WORDS.items():
        assert word.split()[0] in ("low", "high", "choices", "scale")
        for name in names.split():
            assert word_of_a_range(name) == f"here it is {word}"
    assert word_of_a_range("MaxValue") == "here it is high"
    assert word_of_a_range("lowest") is None
