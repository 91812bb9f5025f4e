"""A table that is printed on a terminal and kept in a document."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.table import Table as RichTable


@dataclass(frozen=True)
class Table:
    """Text in rows and columns.

    Args:
        title: what it shows.
        columns: headings; the first column is left-aligned, the others right.
        rows: as many cells each as there are columns.
        notes: lines below it.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def markdown(self) -> str:
        """Return it as Markdown.

        >>> print(Table("Times", ("who", "ms"), (("a", "1"),)).markdown())
        ### Times
        <BLANKLINE>
        | who | ms |
        |:---|---:|
        | a | 1 |
        """
        rule = "|:---|" + "---:|" * (len(self.columns) - 1)
        lines = [f"### {self.title}", "", _row(self.columns), rule, *(_row(row) for row in self.rows)]
        if self.notes:
            lines += ["", *(f"- {note}" for note in self.notes)]
        return "\n".join(lines)

    def show(self, console: Console) -> None:
        """Print it; where there is no terminal, whose width would cut cells off, as Markdown."""
        if not console.is_terminal:
            console.print(self.markdown(), markup=False, highlight=False, soft_wrap=True)
            return
        table = RichTable(title=self.title, title_justify="left")
        for index, column in enumerate(self.columns):
            table.add_column(column, justify="right" if index else "left", overflow="fold")
        for row in self.rows:
            table.add_row(*row)
        console.print(table)
        for note in self.notes:
            console.print(f"  {note}", markup=False, highlight=False)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def milliseconds(seconds: float) -> str:
    """Write a duration with three significant digits.

    >>> milliseconds(0.0123456), milliseconds(1.5)
    ('12.3', '1500')
    """
    value = seconds * 1e3
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f}"


def times(ratio: float) -> str:
    """Write a ratio.

    >>> times(35.21), times(0.912)
    ('35x', '0.91x')
    """
    digits = 0 if ratio >= 20 else 1 if ratio >= 10 else 2
    return f"{ratio:.{digits}f}x"
