import pytest

from nnsearch.core.errors import StudyFileError
from nnsearch.search.flat_sections import SearchSpec
from nnsearch.search.policies import OVERLAPPING, describe_policy, overlaps, plan_of, turns
from nnsearch.search.study_file import parse_study


def test_halving_has_few_rungs_where_there_are_few_epochs():
    assert plan_of(SearchSpec(), 40).rungs == (10, 20, 40)
    assert plan_of(SearchSpec(), 2).rungs == (1, 2)
    assert plan_of(SearchSpec(), 1).rungs == (1,)


def test_hyperbands_brackets_rotate_by_cohort():
    search = SearchSpec(policy="hyperband", eta=3)
    assert [plan_of(search, 9, cohort).rungs for cohort in range(4)] == [(1, 3, 9), (3, 9), (9,), (1, 3, 9)]
    assert len(turns(search, 9)) == 3


def test_a_screen_is_described_by_its_number():
    search = SearchSpec(policy="screen", screen_epochs=2, screen_top=3)
    assert describe_policy(search, 9) == "2 -> 9 (the most promising 3 of a cohort go on)"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            'policy = "full"\neta = 2',
            'eta has no effect unless policy is "halving" or "hyperband", got policy =',
        ),
        ("screen_top = 2", 'screen_top has no effect unless policy is "screen", got policy = "halving"'),
        ('policy = "screen"\nscreen_epochs = 40', "screen_epochs must be below training.epochs (40), got 40"),
    ],
)
def test_settings_that_a_policy_does_not_heed_are_refused(lines, problem):
    with pytest.raises(StudyFileError) as caught:
        parse_study(f'[data]\nsource = "digits"\n[search]\n{lines}\n', file="x.toml", name="x")
    assert caught.value.problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("search", "cohort", "overlapping"),
    [
        (SearchSpec(sampler="gp"), OVERLAPPING, True),
        (SearchSpec(sampler="gp"), OVERLAPPING - 1, False),
        (SearchSpec(sampler="gp"), -1, False),
        (SearchSpec(sampler="tpe"), OVERLAPPING, False),
        (SearchSpec(sampler="gp", policy="full"), OVERLAPPING, False),
        (SearchSpec(sampler="gp", policy="screen"), OVERLAPPING, True),
        (SearchSpec(sampler="gp", policy="hyperband", eta=3, rungs=3), 6, True),
        (SearchSpec(sampler="gp", policy="hyperband", eta=3, rungs=3), 8, False),  # its only rung is the last
    ],
)
def test_cohorts_overlap_where_a_sampler_has_learned_from_rungs(search, cohort, overlapping):
    assert overlaps(search, 27, cohort) == overlapping
