"""Write what is made of the rules that check a study file: its schema and its reference (``make schema``)."""

from __future__ import annotations

from pathlib import Path

from nnsearch.search.study_reference import study_reference
from nnsearch.search.study_schema import FILE_NAME, schema_text

ROOT = Path(__file__).parent.parent

if __name__ == "__main__":
    for folder in ("nnsearch", "studies"):
        (ROOT / folder / FILE_NAME).write_text(schema_text(), encoding="utf-8")
    (ROOT / "docs" / "study-file.md").write_text(study_reference(), encoding="utf-8")
