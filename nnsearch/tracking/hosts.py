"""Where MLflow's server listens, and the names it answers to: this machine only, unless somebody says otherwise."""

from __future__ import annotations

import ipaddress
import socket

import psutil

from nnsearch.core.errors import SettingsError

HTTP_PORT = 80
LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only where it was asked for
RISK = "anyone who can reach it may read, change and delete every run, as MLflow asks for no password"


def check_host(host: str | None, *, allow_remote: bool = False) -> str:
    """Return the IPv4 address to listen on.

    Args:
        host: an address of this machine, or its name; by default 127.0.0.1 or, for others, every address.
        allow_remote: whether other machines may be answered.

    Raises:
        SettingsError: if other machines could reach it and that was not allowed, or it is no address.

    >>> check_host("localhost")
    '127.0.0.1'
    """
    if host is None:
        return EVERYWHERE if allow_remote else LOOPBACK
    try:
        address = str(ipaddress.IPv4Address(socket.gethostbyname(host)))
    except (OSError, ValueError) as error:
        raise SettingsError(f"host must be an IPv4 address or a name of this machine, got {host!r}: {error}") from error
    if not allow_remote and not is_loopback(address):
        raise SettingsError(f"host must be {LOOPBACK} unless --allow-remote is given, got {host!r}: {RISK}")
    return address


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches an IPv4 address.

    >>> is_loopback("127.0.0.2"), is_loopback("0.0.0.0")
    (True, False)
    """
    return ipaddress.IPv4Address(address).is_loopback


def names_of(address: str, host: str | None = None) -> list[str]:
    """Return what a page at an address may be called by; requests that name anything else are refused.

    Args:
        address: what :func:`check_host` returned.
        host: what it was asked for.

    Returns:
        The name to show first. All are in small letters, as browsers send them.

    >>> names_of("127.0.0.1")
    ['127.0.0.1', 'localhost']
    """
    if is_loopback(address):
        names = [address, "localhost"]
    elif address != EVERYWHERE:
        names = [address, socket.gethostname()]
    else:
        names = [socket.gethostname(), *_addresses(), LOOPBACK, "localhost"]
    return list(dict.fromkeys(name.lower() for name in [*names, *([host] if host else [])]))


def with_port(names: list[str], port: int) -> list[str]:
    """Return how requests name a server: they leave out the web's usual port.

    >>> with_port(["localhost"], 5000), with_port(["localhost"], 80)
    (['localhost:5000'], ['localhost:80', 'localhost'])
    """
    return [f"{name}:{port}" for name in names] + (names if port == HTTP_PORT else [])


def _addresses() -> list[str]:
    return [
        entry.address
        for entries in psutil.net_if_addrs().values()
        for entry in entries
        if entry.family == socket.AF_INET
    ]
