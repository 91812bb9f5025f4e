"""Draw docs/images/report.png and docs/images/compare.png: the pages of real runs of the digits study, in Chromium.

    python docs/make_page_screenshots.py

Needs Debian's ``chromium`` and PyPI's ``playwright``, as the browser tests do.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from nnsearch.api import find_spec
from nnsearch.core.paths import Workspace
from nnsearch.reports.comparison import compare
from nnsearch.reports.comparison_page import render_comparison_page
from nnsearch.reports.report_page import render_report
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import load_study

IMAGES = Path(__file__).parent / "images"
WIDTH = 1220
SHOWN = {"report.png": 2300, "compare.png": 1500}
"""Pixels from the top of each page."""


def run_studies(workspace: Workspace) -> list[Study]:
    """Run the digits study, and the same with momentum instead of Adam."""
    paths, spec = find_spec(workspace, "digits")
    launch(paths, spec, Launch(jobs=1))
    other = workspace.study("digits-momentum")
    text = paths.file.read_text(encoding="utf-8").replace('optimizer = "adam"', 'optimizer = "momentum"')
    other.file.write_text(text, encoding="utf-8")
    launch(other, load_study(other.file), Launch(jobs=1))
    return [Study(paths), Study(other)]


def photograph(browser: Any, page_file: Path, name: str) -> None:
    """Save the top of a page with all its figures drawn."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 900})
    page.goto(page_file.as_uri())
    for figure in page.query_selector_all(".figure"):
        figure.scroll_into_view_if_needed()
        figure.wait_for_selector(".main-svg")
    page.evaluate("window.scrollTo(0, 0)")
    page.screenshot(path=IMAGES / name, full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": SHOWN[name]})
    print(f"{IMAGES / name} ({(IMAGES / name).stat().st_size:,} bytes)")


def main() -> None:
    """Run the studies in a temporary workspace, write their pages and photograph them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        studies = run_studies(Workspace(Path(folder)))
        pages = {"report.png": render_report(studies[0]), "compare.png": render_comparison_page(compare(studies))}
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, page in pages.items():
            path = Path(folder) / f"{name}.html"
            path.write_text(page, encoding="utf-8")
            photograph(chromium, path, name)
        chromium.close()


if __name__ == "__main__":
    main()
