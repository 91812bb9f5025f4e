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
    TABLE.show(Console(file=output, width=60, force_terminal=True, no_color=True))
    assert all(text in output.getvalue() for text in ("Times", "who", "a|b", "a note"))
    assert "###" not in output.getvalue()


def test_a_log_has_every_cell_whole():
    output = io.StringIO()
    wide = Table("Times", tuple(f"column {i}" for i in range(12)), (tuple(f"{i} seconds" for i in range(12)),))
    wide.show(Console(file=output, width=40))
    assert output.getvalue() == wide.markdown() + "\n"
