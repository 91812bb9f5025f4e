import io

from rich.console import Console

from nnsearch.reports.tables import bare_table


def test_a_pipe_gets_headings_and_cells_only():
    table = bare_table(plain=True)
    for heading in ("one", "two"):
        table.add_column(heading)
    table.add_row("1", "2")
    console = Console(file=io.StringIO(), width=40)
    console.print(table)
    assert [line.split() for line in console.file.getvalue().splitlines()] == [["one", "two"], ["1", "2"]]
