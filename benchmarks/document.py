"""docs/benchmarks.md: one section per benchmark between markers, each rewritten by its own benchmark only."""

from __future__ import annotations

import re
from pathlib import Path

from nnsearch.core.atomic_files import write_bytes

PATH = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEADING = (
    "# Benchmarks\n\nWritten by the programs in `benchmarks/`; figures are of the machine that each section names.\n"
)


def with_section(document: str, name: str, body: str) -> str:
    """Return the document with one section replaced, or added at its end.

    Args:
        document: Markdown; empty to begin one.
        name: the section's marker, such as ``trainer``.
        body: Markdown.
    """
    start, stop = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
    section = f"{start}\n{body.strip()}\n{stop}"
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(stop), re.DOTALL)
    if pattern.search(document):
        return pattern.sub(lambda _: section, document, count=1)
    return f"{(document or HEADING).rstrip()}\n\n{section}\n"


def write_section(path: Path, name: str, body: str) -> None:
    """Write one section of a document, leaving the others as they are.

    Raises:
        EnvironmentRefusedError: if the file cannot be written.
    """
    document = path.read_text(encoding="utf-8") if path.exists() else ""
    write_bytes(path, with_section(document, name, body).encode())
