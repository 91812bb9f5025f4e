import numpy as np
import pytest

from nnsearch.core.errors import LedgerError
from nnsearch.reports import significance
from nnsearch.reports.significance import (
    PairedTest,
    dev_losses,
    interval,
    mcnemar,
    paired_test,
    paired_tests,
    t_test,
)


@pytest.fixture(scope="module")
def wide(run_study):
    return run_study("wide", network={"hidden": [{"low": 7, "high": 12}]})


@pytest.fixture(scope="module")
def prices(run_study):
    return run_study("prices", data={"source": "diabetes"}, network={"activation": "tanh"})


def test_the_losses_of_the_best_network_add_up_to_its_error(study):
    losses = dev_losses(study)
    assert set(losses) <= {0.0, 1.0}
    assert losses.mean() == pytest.approx(study.best.value)


def test_the_squared_errors_add_up_to_the_rmse(prices):
    assert np.sqrt(dev_losses(prices).mean()) == pytest.approx(prices.best.value, rel=1e-5)


def test_examples_that_only_one_network_gets_wrong_decide(study, wide):
    found = paired_test(study, wide)
    gap = len(dev_losses(study)) * (study.best.value - wide.best.value)
    assert found.only_first - found.only_second == round(gap)
    assert found.p == mcnemar(found.only_first, found.only_second)


def test_a_study_does_not_differ_from_itself(study, prices):
    assert paired_test(study, study).p == 1.0
    assert "no more than chance makes" in paired_test(prices, prices).sentence


def test_numbers_are_compared_by_their_squared_errors():
    rng = np.random.default_rng(0)
    errors = rng.uniform(size=100)
    assert t_test(errors, errors + rng.uniform(0.5, 1.5, size=100)) < 1e-6
    assert t_test(errors, errors) == 1.0


def test_why_there_is_no_test_is_said():
    gone = PairedTest("a", "b", 10, problem="no such file")
    assert gone.sentence == "whether a and b differ by more than chance is not known: no such file"


def test_weights_that_are_gone_are_said_to_be_so(study, wide, monkeypatch):
    def refuse(_, number=None):
        raise LedgerError("weights are kept of the best trials only (1, 2), got 3")

    monkeypatch.setattr(type(wide), "weights", refuse)
    assert paired_test(study, wide).sentence.endswith(
        "not known: weights are kept of the best trials only (1, 2), got 3"
    )


@pytest.mark.parametrize(("errors", "examples"), [(0, 20), (20, 20), (3, 359)])
def test_an_interval_stays_between_0_and_1_and_holds_the_rate(errors, examples):
    low, high = interval(errors, examples)
    assert 0 <= low <= errors / examples + 1e-12
    assert errors / examples - 1e-12 <= high <= 1


def test_the_sentence_of_a_real_difference_says_so():
    sentence = PairedTest("a", "b", 359, mcnemar(1, 12), 1, 12, better="a").sentence
    assert sentence == (
        "the difference between a and b is more than chance makes: 1 of 359 dev examples are wrong with a only, "
        "12 with b only (exact McNemar test, p = 0.0034); a is better in this"
    )


@pytest.fixture(scope="module")
def areas(run_study):
    return [run_study(name, search={"objective": "auc"}, network=network) for name, network in NETWORKS.items()]


NETWORKS = {"auc-narrow": {}, "auc-wide": {"hidden": [{"low": 7, "high": 12}]}}


def test_a_test_of_another_measure_than_the_ranking_says_so(areas):
    found = paired_test(*areas)
    assert (found.measure, found.ranked_by) == ("error rates", "AUC")
    assert "in error rates (not in AUC, which ranks them) is" in found.sentence


def test_who_is_better_is_named_even_if_it_is_not_the_one_that_is_ahead(areas):
    narrow, wide = (dev_losses(study).mean() for study in areas)
    better = "" if narrow == wide else areas[int(wide < narrow)].name
    for order in (areas, areas[::-1]):
        found = paired_test(*order)
        assert found.better == better
        assert found.sentence.endswith(f"; {better or 'neither'} is better in this")


def test_where_absolute_errors_rank_they_are_tested(run_study):
    small, large = (
        run_study(name, data={"source": "diabetes"}, search={"objective": "mae"}, network=network)
        for name, network in (("mae", {"activation": "tanh"}), ("mae-relu", {}))
    )
    assert dev_losses(small).mean() == pytest.approx(small.best.value, rel=1e-5)
    found = paired_test(small, large)
    assert found.p == t_test(dev_losses(small), dev_losses(large))
    assert found.sentence.count("absolute errors on") == 1
    assert found.better == (small if small.best.value < large.best.value else large).name


def test_a_study_is_judged_once_however_many_it_is_compared_with(study, wide, monkeypatch):
    judged = []

    def note(one):
        judged.append(one.name)
        return np.zeros(3)

    monkeypatch.setattr(significance, "dev_losses", note)
    assert len(paired_tests(study, [wide, wide])) == 2
    assert judged == [study.name, wide.name, wide.name]
