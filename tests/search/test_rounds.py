from __future__ import annotations

import pytest

from nnsearch.search.rounds import next_round
from nnsearch.search.run import Launch, launch


def test_rounds_count_down_to_the_last_study(make_study, tiny_text):
    paths, spec = make_study("a", f"{tiny_text}rounds = 3\n")
    names = []
    following = (paths, spec, None)
    while following is not None:
        paths, spec, _ = following
        names.append(paths.name)
        launch(paths, spec, Launch(jobs=1))
        following = next_round(paths, spec)
    assert names == ["tiny", "tiny-zoom", "tiny-zoom2"]
    assert spec.search.rounds == 1


def test_a_round_that_was_made_is_gone_on_with(make_study, tiny_text):
    paths, spec = make_study("a", f"{tiny_text}rounds = 2\n")
    launch(paths, spec, Launch(jobs=1))
    first, again = next_round(paths, spec), next_round(paths, spec)
    assert first[2] is not None
    assert again[2] is None
    assert again[0] == first[0]
    assert again[1].search == first[1].search


@pytest.mark.parametrize("name", ["other-zoom", "tiny-zoom-notes"])
def test_files_of_others_that_cannot_be_read_do_not_stop_the_rounds(make_study, tiny_text, name):
    paths, spec = make_study("a", f"{tiny_text}rounds = 2\n".replace("trials = 24", "trials = 16"))
    launch(paths, spec, Launch(jobs=1))
    (paths.file.parent / f"{name}.toml").write_text("this is = not [toml")
    assert next_round(paths, spec)[0].name == "tiny-zoom"
