from pathlib import Path

import pytest

from nnsearch.core.errors import DataError
from nnsearch.data.files import is_file, resolve_path


def test_a_relative_path_starts_from_the_base() -> None:
    assert resolve_path("a/b.csv", Path("/x")) == Path("/x/a/b.csv")


def test_an_absolute_path_ignores_the_base() -> None:
    assert resolve_path("/a/b.csv", Path("/x")) == Path("/a/b.csv")


def test_without_a_base_a_path_starts_from_the_current_folder() -> None:
    assert resolve_path("b.csv", None) == Path("b.csv")


def test_a_tilde_means_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somebody")
    assert resolve_path("~/b.csv", Path("/x")) == Path("/somebody/b.csv")


def test_an_unknown_home_is_refused() -> None:
    with pytest.raises(DataError, match=r"no home folder for '~nobody-of-that-name/b.csv'"):
        resolve_path("~nobody-of-that-name/b.csv", None)


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "missing"])
def test_an_impossible_path_is_no_file(name: str) -> None:
    assert not is_file(Path(name))
