import pytest

from nnsearch.reports.course import course_rank


@pytest.mark.parametrize(
    ("name", "optimizer", "rank"),
    [
        ("learning_rate", "adam", "first"),
        ("units_3", "adam", "second"),
        ("beta1", "momentum", "second"),
        ("beta1", "adam", "seldom"),
        ("layers", "adam", "third"),
        ("decay", "adam", "third"),
        ("keep_prob_1", "adam", "-"),
    ],
)
def test_the_rank_is_the_courses_own(name, optimizer, rank):
    assert course_rank(name, optimizer) == rank
