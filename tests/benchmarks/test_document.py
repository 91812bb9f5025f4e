from benchmarks.document import with_section, write_section


def test_a_first_section_begins_the_document():
    document = with_section("", "trainer", "fast")
    assert document.startswith("# Benchmarks\n")
    assert "<!-- trainer: start -->\nfast\n<!-- trainer: end -->" in document


def test_a_section_is_replaced_and_the_others_stay():
    document = with_section(with_section("", "trainer", "old"), "search", "found")
    changed = with_section(document, "trainer", r"new \1")
    assert "old" not in changed
    assert r"new \1" in changed
    assert changed.count("trainer: start") == 1
    assert "<!-- search: start -->\nfound\n<!-- search: end -->" in changed


def test_a_section_is_written_to_its_file(tmp_path):
    path = tmp_path / "docs" / "benchmarks.md"
    write_section(path, "trainer", "one")
    write_section(path, "trainer", "two")
    assert path.read_text().count("two") == 1
    assert "one" not in path.read_text()
