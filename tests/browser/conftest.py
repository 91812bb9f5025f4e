"""Tests in a real browser, collected only where there is one: Debian's ``chromium`` and PyPI's ``playwright``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
collect_ignore_glob = [] if CHROMIUM and find_spec("playwright") else ["test_*.py"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Root, as which containers run, may not start Chromium's sandbox. No proxy: pages come from this machine.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--no-proxy-server"])
        yield browser
        browser.close()


# MLflow's own pages say these, on a server without users and wherever a table is laid out.
MLFLOWS_OWN = ("/mlflow/users/current", "ResizeObserver loop completed")


class Watched:
    """A page, and what it said and asked for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _note(self, line: Any) -> None:
        told = f"{line.text} ({line.location['url']})"
        if line.type == "error" and not any(known in told for known in MLFLOWS_OWN):
            self.errors.append(told)


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    yield Watched(context.new_page())
    context.close()
