"""Keys that are right elsewhere: what stands in the table is a name of ours, and no key of ours is in it."""

from __future__ import annotations

import pytest

from nnsearch.search.foreign_keys import HERE_IT_IS, where_it_belongs
from nnsearch.search.study_file import SECTIONS

KEYS = {key for keys in SECTIONS.values() for key in keys}


@pytest.mark.parametrize("name", sorted(HERE_IT_IS))
def test_what_others_call_otherwise_is_a_key_or_an_option_here(name):
    here = HERE_IT_IS[name]
    assert here.split()[0] in KEYS or here == "the option --jobs of run"
    assert name not in KEYS | SECTIONS.keys()


@pytest.mark.parametrize(
    ("name", "section", "hint"),
    [
        ("patience", "network", "it belongs in [training] or [search]"),
        ("early_stopping", "network", "here it is patience, in [training] or [search]"),
        ("early_stopping", "search", "here it is patience"),
        ("batchsize", None, "did you mean 'batch_size', which belongs in [training]?"),
        ("batchsize", "training", None),
        ("folders", "training", "did you mean 'folder', which belongs in [data]?"),
        ("zzz", None, None),
    ],
)
def test_a_key_is_sent_where_it_belongs(name, section, hint):
    assert where_it_belongs(name, section, SECTIONS) == hint
