import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.tracking.addresses import check_tracking_uri, shown_uri


@pytest.mark.parametrize(
    "uri",
    [
        "http://host",
        "https://me:secret@host:5000/mlflow",
        "http://[::1]:5000",
        "sqlite:////there/mlflow.db",
        "postgresql+psycopg2://me@host/mlflow",
        "databricks",
    ],
)
def test_what_mlflow_can_use_is_left_as_it_is(uri):
    assert check_tracking_uri(uri) == uri


@pytest.mark.parametrize(
    ("uri", "message"),
    [
        ("htp://host:5000", "did you mean 'http'"),
        ("localhost:5000", "must begin with one of http, https"),
        ("file:./mlruns", "must begin with one of http, https"),
        ("./mlruns", "must begin with one of http, https"),
        ("", "must begin with one of http, https"),
        ("http:host:5000", "must look like http://host:5000"),
        ("http://host:port", "must look like http://host:5000"),
        ("http://host:99999", "must look like http://host:5000"),
        ("http://a host", "must look like http://host:5000"),
        ("sqlite:mlflow.db", "must look like sqlite://"),
    ],
)
def test_anything_else_is_refused_in_one_line_before_a_study_runs(uri, message):
    with pytest.raises(SettingsError, match=message) as refused:
        check_tracking_uri(uri)
    assert "\n" not in str(refused.value)


def test_a_password_is_never_shown():
    with pytest.raises(SettingsError) as refused:
        check_tracking_uri("htp://me:secret@host")
    assert "secret" not in str(refused.value)
    assert shown_uri("http://me@host:1") == "http://me@host:1"
