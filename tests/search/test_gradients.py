from nnsearch.data.load import load_data
from nnsearch.search.gradients import check_study_gradients


def test_networks_of_different_shapes_are_checked_and_right(make_study):
    _, spec = make_study()
    checks = check_study_gradients(spec, load_data(spec.data), networks=2)
    assert len(checks) == 2
    assert len({(len(check.hidden), check.values["batch_size"]) for check in checks}) == 2
    assert all(result.difference < 1e-7 for check in checks for result in check.report.checks)


def test_a_study_of_one_shape_gives_one_check(make_study, tiny_text):
    text = tiny_text.replace("{ layers = { low = 1, high = 2 }, units = { low = 3, high = 12 } }", "[4]")
    _, spec = make_study(text=text.replace("{ choices = [16, 64] }", "16"))
    assert len(check_study_gradients(spec, load_data(spec.data))) == 1
