"""What becomes of a table's columns: booleans, dates, ids, constants, missing values, categories, roles."""

import numpy as np
import pandas as pd
import pytest


def table(header: str, *columns: list[object]) -> str:
    return header + "\n" + "".join(",".join(map(str, row)) + "\n" for row in zip(*columns, strict=True))


def numbers(m: int = 60) -> list[object]:
    return [round(float(x), 6) for x in np.random.default_rng(0).normal(size=m)]


def classes(m: int = 60) -> list[object]:
    return ["pq"[n % 2] for n in range(m)]


@pytest.mark.parametrize("words", [("true", "false"), ("True", "False"), ("yes", "no"), ("YES", "NO")])
def test_a_boolean_column_is_0_and_1(loader, words):
    text = table("a,b,y", numbers(), [words[n % 3 == 0] for n in range(60)], classes())
    data = loader.load("t.csv", text, normalize="none")
    assert data.features == ("a", "b")
    assert set(np.unique(data.train.X[:, 1])) == {0, 1}


@pytest.mark.parametrize("cells", [["true", "yes"], ["true", "1"], ["no", "maybe"]])
def test_a_column_of_two_kinds_is_text(loader, cells):
    text = table("a,b,y", numbers(), [cells[n % 2] for n in range(60)], classes())
    assert "'b' must hold numbers, got" in loader.refusal("t.csv", text)


def test_dates_are_refused_with_advice(loader):
    text = table("a,d,y", numbers(), [f"2026-01-{n % 28 + 1:02}" for n in range(60)], classes())
    message = loader.refusal("t.csv", text)
    assert "got the date '2026-01-01' on line 2" in message
    assert 'data.drop = ["d"]' in message
    assert 'data.time = "d"' in message


def test_constant_columns_and_ids_are_dropped_and_said_to_be(loader):
    names = [f"n{n}" for n in range(60)]
    text = table("id,a,k,name,y", list(range(60)), numbers(), [7] * 60, names, classes())
    data = loader.load("t.csv", text, categorical=("name",))
    assert data.features == ("a",)
    assert data.notes[:2] == ("dropped, the same in every row: 'k'", "dropped, an id of every row: 'id', 'name'")


def test_a_column_that_counts_rows_is_kept_and_pointed_out(loader):
    data = loader.load("t.csv", table("a,n,y", numbers(), list(range(60)), classes()))
    assert "n" in data.features
    assert any("counts the rows" in note and "'n'" in note for note in data.notes)


def test_a_table_of_ids_alone_is_refused(loader):
    assert "is no id, got only such as 'id'" in loader.refusal("t.csv", table("id,y", list(range(60)), classes()))


def test_columns_can_be_dropped(loader):
    text = table("a,d,y", numbers(), ["2026-01-01"] * 60, classes())
    assert loader.load("t.csv", text, drop=("d",)).features == ("a",)


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"drop": ("y",)}, "got the target 'y': leave it out"),
        ({"drop": ("z",)}, "data.drop 'z' is no column"),
        ({"group": "z"}, "data.group 'z' is no column"),
        ({"group": "a", "categorical": ("a",)}, "got 'a' of data.group: leave it out"),
        ({"group": "a", "time": "b"}, "examples are split in one way, got data.group and data.time"),
    ],
)
def test_a_column_named_wrongly_is_refused(loader, keys, message):
    assert message in loader.refusal("t.csv", table("a,b,y", numbers(), numbers(), classes()), **keys)


def test_whole_numbers_beyond_exactness_are_pointed_out(loader):
    text = table("a,n,y", numbers(), [2**53 + 1 + 2**40 * (n % 50) for n in range(60)], classes())
    assert any("beyond 2^53 lose digits" in note for note in loader.load("t.csv", text).notes)


def test_missing_values_are_counted_by_column_and_the_policies_named(loader):
    text = table("a,b,y", ["", *numbers(59)], ["NA", "?", *numbers(58)], classes())
    message = loader.refusal("t.csv", text)
    assert "got 'a' 1, 'b' 2, the first on line 2" in message
    assert 'data.missing = "median", "most_frequent" or "indicator"' in message


def test_the_median_of_the_training_set_fills(loader):
    part = ["train"] * 40 + ["dev"] * 20
    values: list[object] = [float(n) for n in range(40)] + [1000.0] * 19 + [""]
    data = loader.load("t.csv", table("a,y,s", values, classes(), part), missing="median", split="s", normalize="none")
    assert data.dev.X[-1, 0] == 19.5


def test_the_most_frequent_value_fills(loader):
    part = ["train"] * 40 + ["dev"] * 20
    values: list[object] = [float(n) for n in range(38)] + [5.0, 5.0] + [1000.0] * 19 + [""]
    text = table("a,y,s", values, classes(), part)
    assert loader.load("t.csv", text, missing="most_frequent", split="s", normalize="none").dev.X[-1, 0] == 5


def test_an_indicator_says_what_was_missing(loader):
    values: list[object] = [float(n) if n % 5 else "" for n in range(60)]
    data = loader.load("t.csv", table("a,y", values, classes()), missing="indicator", normalize="none")
    assert data.features == ("a", "a missing")
    assert 0 < data.train.X[:, 1].mean() < 0.5


def test_a_column_without_any_value_is_dropped_under_a_policy(loader):
    text = table("a,b,y", numbers(), [""] * 60, classes())
    assert loader.load("t.csv", text, missing="median").features == ("a",)
    assert "'b' 60" in loader.refusal("t.csv", text)


def test_a_missing_category_is_a_level_of_its_own_under_indicator(loader):
    colors = ["red", "blue", ""] * 20
    text = table("a,c,y", numbers(), colors, classes())
    features = loader.load("t.csv", text, categorical=("c",), missing="indicator").features
    assert features == ("a", "c=blue", "c=red", "c=(missing)")


def test_rare_and_unseen_levels_share_one_input(loader):
    colors = ["red"] * 20 + ["blue"] * 19 + ["odd"] + ["new"] * 10 + ["red"] * 10
    part = ["train"] * 40 + ["dev"] * 20
    text = table("a,c,y,s", numbers(), colors, classes(), part)
    data = loader.load("t.csv", text, categorical=("c",), split="s", normalize="none")
    assert data.features == ("a", "c=blue", "c=red", "c=(other)")
    assert data.dev.X[0].tolist()[1:] == [0, 0, 1]
    assert data.train.X[39].tolist()[1:] == [0, 0, 1]


def test_an_unseen_level_is_all_zeros_without_rare_ones(loader):
    colors = ["red", "blue"] * 20 + ["new"] * 20
    text = table("a,c,y,s", numbers(), colors, classes(), ["train"] * 40 + ["dev"] * 20)
    data = loader.load("t.csv", text, categorical=("c",), split="s", normalize="none")
    assert data.dev.X[0].tolist()[1:] == [0, 0]


@pytest.mark.parametrize("labels", [["NA", "None"], ["01", "001"], ["<script>", "b"]])
def test_labels_stay_as_they_are_written(loader, labels):
    data = loader.load("t.csv", table("a,y", numbers(), [labels[n % 2] for n in range(60)]), task="classification")
    assert set(data.classes) == set(labels)


def test_groups_stay_together(loader):
    patients = [f"p{n // 4}" for n in range(60)]
    text = table("a,g,y", numbers(), patients, classes())
    data = loader.load("t.csv", text, group="g", normalize="none")
    home = {np.float32(value): patient for value, patient in zip(numbers(), patients, strict=True)}
    sets = [{home[x] for x in split.X[:, 0]} for split in (data.train, data.dev, data.test)]
    assert sum(map(len, sets)) == 15
    assert len(set.union(*sets)) == 15


@pytest.mark.parametrize("write", [str, lambda n: f"20{n:02}-03-04", lambda n: f"2026-01-01T00:{n:02}:00+01:00"])
def test_the_oldest_train_and_the_newest_test(loader, write):
    moments = [(n * 7) % 60 for n in range(60)]
    text = table("a,t,y", moments, [write(n) for n in moments], classes())
    data = loader.load("t.csv", text, time="t", normalize="none")
    assert data.features == ("a",)
    assert data.train.X.max() < data.dev.X.min()
    assert data.dev.X.max() < data.test.X.min()


def test_a_time_that_is_no_date_is_refused(loader):
    text = table("a,t,y", numbers(), ["31.1.2026"] * 60, classes())
    assert "or dates such as 2026-01-31, got '31.1.2026' on line 2" in loader.refusal("t.csv", text, time="t")


def test_a_split_column_decides(loader):
    part = ["train"] * 30 + ["dev"] * 20 + ["Test"] * 10
    data = loader.load("t.csv", table("a,y,s", numbers(), classes(), part), split="s")
    assert (data.train.m, data.dev.m, data.test.m) == (30, 20, 10)


def test_dev_is_drawn_where_a_split_column_has_none(loader):
    part = ["train"] * 50 + ["test"] * 10
    data = loader.load("t.csv", table("a,y,s", numbers(), classes(), part), split="s")
    assert (data.train.m, data.dev.m, data.test.m) == (40, 10, 10)


def test_another_word_in_a_split_column_is_refused(loader):
    text = table("a,y,s", numbers(), classes(), ["train", "valid"] * 30)
    assert "must hold train, dev or test, got 'valid' on line 3" in loader.refusal("t.csv", text, split="s")


def test_a_test_file_is_the_test_set(loader):
    loader.write("test.csv", table("a,c,y", numbers(10), ["red", "new"] * 5, classes(10)))
    text = table("a,c,y", numbers(), ["red", "blue"] * 30, classes())
    data = loader.load("t.csv", text, test_source="test.csv", categorical=("c",), normalize="none")
    assert (data.train.m, data.dev.m, data.test.m) == (48, 12, 10)
    assert data.test.X[1].tolist()[1:] == [0, 0]


@pytest.mark.parametrize("share", [0.0, 0.2])
def test_a_share_for_test_does_not_go_with_a_given_test_set(loader, share):
    loader.write("test.csv", table("a,y", numbers(10), classes(10)))
    text = table("a,y", numbers(), classes())
    assert "data.test must be left out" in loader.refusal("t.csv", text, test_source="test.csv", test=share)


def test_shares_do_not_go_with_a_complete_split_column(loader):
    text = table("a,y,s", numbers(), classes(), ["train"] * 30 + ["dev"] * 30)
    assert "data.dev must be left out" in loader.refusal("t.csv", text, split="s", dev=0.3)
    assert "data.test must be left out" in loader.refusal("t.csv", text, split="s", test=0.3)


def test_a_test_file_with_other_columns_is_refused(loader):
    loader.write("test.csv", table("a,z,y", numbers(10), numbers(10), classes(10)))
    message = loader.refusal("t.csv", table("a,b,y", numbers(), numbers(), classes()), test_source="test.csv")
    assert "these differ: 'b', 'z'" in message


def test_copies_across_sets_are_counted(loader):
    data = loader.load("t.csv", table("a,y", [n % 4 for n in range(60)], classes()), task="classification")
    assert any(
        "12 of 12 dev examples and 12 of 12 test examples also stand in the training set" in n for n in data.notes
    )


def test_unequal_classes_are_reported_with_the_error_of_answering_the_common_one(loader):
    labels = ["a" if n % 10 else "b" for n in range(100)]
    data = loader.load("t.csv", table("a,y", numbers(100), labels))
    assert "always answering 'a' errs in 10.0 %" in data.notes[0]


def test_what_shapes_a_table_changes_its_fingerprint(loader):
    values: list[object] = [float(n) if n % 5 else "" for n in range(60)]
    text = table("a,c,g,y", values, ["red", "blue"] * 30, [n // 4 for n in range(60)], classes())
    variants = [
        {"missing": "median"},
        {"missing": "indicator"},
        {"missing": "median", "categorical": ("g",)},
        {"missing": "median", "group": "g"},
        {"missing": "median", "time": "g"},
        {"missing": "median", "drop": ("g",)},
    ]
    prints = [
        loader.load("t.csv", text, **{"categorical": ("c", *each.pop("categorical", ())), **each}).fingerprint
        for each in variants
    ]
    assert len(set(prints)) == len(variants)


def test_words_in_a_test_file_are_refused_where_training_holds_numbers(loader):
    loader.write("test.csv", table("a,b,y", numbers(10), ["no", *[3] * 4, *[""] * 5], classes(10)))
    text = table("a,b,y", numbers(), [n % 5 for n in range(60)], classes())
    assert "'b' must hold numbers, got 'no' on line 2 of" in loader.refusal(
        "t.csv", text, test_source="test.csv", missing="median"
    )
    loader.write("test.csv", table("a,b,y", numbers(10), ["", "yes"] * 5, classes(10)))
    message = loader.refusal("t.csv", text, test_source="test.csv", missing="median")
    assert "'b' must hold numbers as in" in message
    assert "got 'yes' on line 3 of" in message
    assert message.endswith("test.csv")


def test_numbers_in_a_test_file_are_refused_where_training_holds_words(loader):
    loader.write("test.csv", table("a,b,y", numbers(10), [0, 1] * 5, classes(10)))
    text = table("a,b,y", numbers(), ["yes", "no"] * 30, classes())
    assert "'b' must hold 'no', 'yes' in" in loader.refusal("t.csv", text, test_source="test.csv")


def test_a_boolean_may_be_missing_throughout_a_test_file(loader):
    loader.write("test.csv", table("a,b,y", numbers(10), [""] * 10, classes(10)))
    text = table("a,b,y", numbers(), ["yes", "no"] * 30, classes())
    data = loader.load("t.csv", text, test_source="test.csv", missing="median", normalize="none")
    assert set(np.unique(data.train.X[:, 1])) == {0, 1}
    assert len(np.unique(data.test.X[:, 1])) == 1


def test_a_group_in_the_test_file_and_in_training_is_refused(loader):
    text = table("a,g,y", numbers(), [f"p{n // 4}" for n in range(60)], classes())
    loader.write("test.csv", table("a,g,y", numbers(10), ["p1", "new"] * 5, classes(10)))
    message = loader.refusal("t.csv", text, test_source="test.csv", group="g")
    assert "a group of data.group must be in one set, 'p1' of 'g' in" in message
    loader.write("test.csv", table("a,g,y", numbers(10), ["old", "new"] * 5, classes(10)))
    assert loader.load("t.csv", text, test_source="test.csv", group="g").test.m == 10


@pytest.mark.parametrize("key", ["group", "time"])
def test_a_missing_role_is_refused_with_its_place(loader, key):
    frame = pd.DataFrame({"a": numbers(), "g": [None, *["1"] * 59], "y": classes()})
    frame.to_parquet(loader.folder / "t.parquet")
    message = loader.refusal("t.parquet", **{key: "g"})
    assert "got 1, the first on row 1 of" in message
    assert "t.parquet" in message


def test_a_category_that_is_empty_throughout_is_dropped_however_few_rows_there_are(loader):
    text = table("a,c,y", numbers(8), [""] * 8, classes(8))
    data = loader.load("t.csv", text, categorical=("c",), missing="median")
    assert data.features == ("a",)
    assert "dropped, the same in every row: 'c'" in data.notes[0]
    alone = table("c,y", [""] * 8, classes(8))
    assert "got only such as 'c'" in loader.refusal("t.csv", alone, categorical=("c",), missing="median")


def test_a_table_whose_one_category_is_empty_in_training_is_refused(loader):
    part = ["train"] * 40 + ["dev"] * 20
    text = table("c,y,s", [""] * 40 + ["u", "v"] * 10, classes(), part)
    message = loader.refusal("t.csv", text, categorical=("c",), missing="median", split="s")
    assert "a table must have a feature with values in the training set, 'c'" in message


def test_a_level_called_like_the_rare_ones_is_refused_as_a_level(loader):
    levels = [["u", "v", "(other)"][n % 3] if n > 2 else f"rare{n}" for n in range(60)]
    message = loader.refusal("t.csv", table("c,a,y", levels, numbers(), classes()), categorical=("c",))
    assert "'c=(other)' of 't' is there twice: write the level '(other)' in another way" in message


@pytest.mark.parametrize(
    ("name", "dropped"), [("id", True), ("order_id", True), ("index", True), ("heat_index", False), ("my idx", False)]
)
def test_only_names_of_ids_make_whole_numbers_an_id(loader, name, dropped):
    different = [int(n) for n in np.random.default_rng(0).permutation(1000)[:60]]
    data = loader.load("t.csv", table(f"{name},a,y", different, numbers(), classes()))
    assert (name not in data.features) == dropped


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_first_whole_number_that_a_float_cannot_tell_from_its_neighbor_is_noted(loader, kind):
    frame = pd.DataFrame({"a": [2**53 + 1, 1, 2] * 20, "b": numbers(), "y": classes()})
    if kind == "csv":
        frame.to_csv(loader.folder / "t.csv", index=False)
    else:
        frame.to_parquet(loader.folder / "t.parquet")
    assert any("whole numbers beyond 2^53 lose digits" in note for note in loader.load(f"t.{kind}").notes)
