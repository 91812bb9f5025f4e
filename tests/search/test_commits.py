from __future__ import annotations

import json

from nnsearch.search.commits import PROGRESS, commits_backwards


def line(told):
    return json.dumps({"op_code": 2, "user_attr": {PROGRESS: {"told": told}}}).encode() + b"\n"


def test_commits_come_last_first_with_where_they_end():
    content = line(1) + b"{}\n" + line(2)
    assert list(commits_backwards(content)) == [({"told": 2}, len(content)), ({"told": 1}, len(line(1)))]


def test_lines_that_are_torn_or_only_name_a_commit_are_none():
    quoted = json.dumps({"user_attr": {"note": {PROGRESS: 1}}}).encode() + b"\n"
    content = line(0)[9:] + line(1) + quoted
    assert [progress for progress, _ in commits_backwards(content + line(2)[:-1])] == [{"told": 1}]
