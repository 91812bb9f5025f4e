import io

from rich.console import Console

from benchmarks.tables import Table

TABLE = Table("Times", ("who", "ms"), (("a|b", "1"),), ("a note",))


def test_markdown_escapes_what_would_split_a_cell():
    assert "| a\\|b | 1 |" in TABLE.markdown()


def test_notes_follow_the_table():
    assert TABLE.markdown().endswith("\n\n- a note")


def test_a_terminal_shows_title_cells_and_notes():
    output = io.StringIO()
    TABLE.show(Console(file=output, width=60))
    assert all(text in output.getvalue() for text in ("Times", "who", "a|b", "a note"))
