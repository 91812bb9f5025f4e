from urllib.parse import quote_plus

import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.tracking.addresses import check_tracking_uri, destination_key, shown_uri


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


ODBC = "mssql+pyodbc:///?odbc_connect="
WITH_SECRETS = [
    "postgresql://host/db?user=me&password=secret",
    ODBC + quote_plus("Server=host;UID=me;PWD=secret"),
    "postgresql://me:se?cret@host/db",
    "postgresql://me:se/cret@host/db?password=secret",
    "postgresql:me:secret@host",
    "me:secret@host",
    "http://host/?token=a@secret",
]


@pytest.mark.parametrize("uri", WITH_SECRETS)
def test_no_part_of_a_password_is_shown_wherever_it_stands(uri):
    assert not any(part in shown_uri(uri) for part in ("secret", "se?", "cret"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("postgresql:///db?host=/socket-a", "postgresql:///db?host=/socket-b"),
        ("mysql://h/db?unix_socket=/a", "mysql://h/db?unix_socket=/b"),
        (ODBC + quote_plus("Server=a;Database=x"), ODBC + quote_plus("Server=b;Database=x")),
        (ODBC + quote_plus("Server=a;Database={x;1}"), ODBC + quote_plus("Server=a;Database={x;2}")),
    ],
)
def test_places_that_differ_in_the_query_alone_have_names_of_their_own(one, other):
    assert destination_key(one) != destination_key(other)


@pytest.mark.parametrize(
    "uri",
    [
        "postgresql:///db?host=/a&user=USER&password=PASSWORD&sslpassword=PASSWORD",
        "postgresql://USER:PASSWORD@host/db",
        ODBC + quote_plus("Server=a;UID=USER;PWD=PASSWORD;Database=x"),
        ODBC + quote_plus("Server=a;Uid=USER;Pwd={;Server=PASSWORD}}};Database=x"),
    ],
)
@pytest.mark.parametrize("password", ["other", "a/b?c"])
def test_the_name_of_a_place_follows_from_neither_user_nor_password(uri, password):
    filled = uri.replace("USER", "me").replace("PASSWORD", password if "@" in uri else quote_plus(password))
    assert destination_key(filled) == destination_key(uri)
