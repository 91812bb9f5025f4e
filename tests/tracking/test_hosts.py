import socket

import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.tracking.hosts import check_host, names_of, with_port


@pytest.mark.parametrize(("host", "address"), [(None, "127.0.0.1"), ("localhost", "127.0.0.1"), ("127.0.0.2",) * 2])
def test_this_machine_may_always_be_answered(host, address):
    assert check_host(host) == address


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.7", "10.1.2.3"])
def test_an_address_that_others_reach_is_refused_with_what_it_means(host):
    with pytest.raises(SettingsError, match=r"unless --allow-remote is given.*read, change and delete every run"):
        check_host(host)
    assert check_host(host, allow_remote=True) == host


@pytest.mark.parametrize("host", ["::1", "", "no such name", "300.1.1.1", "http://localhost"])
def test_what_is_no_address_is_refused_in_one_line(host):
    with pytest.raises(SettingsError, match=r"^host must be [^\n]*$"):
        check_host(host)


def test_others_may_come_to_every_address_if_none_is_named():
    assert check_host(None, allow_remote=True) == "0.0.0.0"


def test_only_names_of_this_machine_are_answered_to():
    assert {"127.0.0.1", "localhost", socket.gethostname().lower()} <= set(names_of("0.0.0.0"))
    assert "*" not in "".join(names_of("0.0.0.0"))
    assert names_of("192.168.0.7") == ["192.168.0.7", socket.gethostname().lower()]


def test_names_are_those_that_a_browser_makes_of_them(monkeypatch):
    monkeypatch.setattr(socket, "gethostname", lambda: "Alices-Computer")
    assert names_of("192.168.0.7", "Example.COM") == ["192.168.0.7", "alices-computer", "example.com"]
    assert names_of("127.0.0.1", "LOCALHOST") == ["127.0.0.1", "localhost"]


def test_only_the_port_that_browsers_leave_out_may_be_left_out():
    assert with_port(["a", "b"], 80) == ["a:80", "b:80", "a", "b"]
    assert with_port(["a", "b"], 8080) == ["a:8080", "b:8080"]
