"""The look that all tables of the command line share.

Imports rich, so it is imported only where something is shown.
"""

from __future__ import annotations

from rich import box
from rich.table import Table

GAP = 2
"""Characters between two columns."""


def bare_table(*, plain: bool) -> Table:
    """Return a table without columns: a rule below the headings, nothing else.

    Args:
        plain: no lines and no color, for a pipe.
    """
    return Table(
        box=None if plain else box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, GAP, 0, 0),
        show_edge=False,
        header_style="" if plain else "bold",
    )
