from nnsearch.core.errors import EnvironmentRefusedError, NNSearchError, StudyFileError, StudyLockedError


def test_bad_input_exits_with_2_and_a_refusing_environment_with_3():
    assert NNSearchError.exit_code == 2
    assert StudyFileError.exit_code == 2
    assert EnvironmentRefusedError.exit_code == StudyLockedError.exit_code == 3


def test_a_study_file_error_keeps_one_line_per_problem():
    assert StudyFileError(["a", "b"]).problems == ("a", "b")
    assert str(StudyFileError("a")) == "a"
