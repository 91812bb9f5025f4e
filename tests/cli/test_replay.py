import json


def test_replaying_all_trials_says_that_every_bit_is_equal(tiny):
    result = tiny("replay", "tiny", "--all")
    assert result.code == 0
    assert result.out.splitlines()[-1] == "tiny: 16 of 16 replayed trials have the bits on record"


def test_the_best_trial_is_replayed_by_default_with_its_weights(tiny):
    best = json.loads(tiny("show", "tiny", "--json").out)["best"]["number"]
    assert tiny("replay", "tiny").out.startswith(f"#{best}  3 epochs and the weights: equal")


def test_trials_that_differ_exit_with_the_environments_code_and_name_the_machine(tiny, workspace):
    meta = workspace / "studies/tiny/study.json"
    facts = json.loads(meta.read_text())
    facts["machine"]["blas"] = ["openblas 0 Other"]
    facts["spec"]["search"]["seed"] = 1
    meta.write_text(json.dumps(facts))
    result = tiny("replay", "tiny", 0)
    assert result.code == 3
    assert "#0" in result.out
    assert "DIFFERENT, train_cost at epoch 1" in result.out
    assert "1 of 1 trials of tiny differ from the record: blas: openblas 0 Other then" in result.err


def test_replay_json_is_all_that_is_printed(tiny):
    facts = json.loads(tiny("replay", "tiny", 1, 2, "--json").out)
    assert facts["equal"]
    assert [trial["number"] for trial in facts["trials"]] == [1, 2]


def test_contradicting_words_are_refused(tiny):
    assert tiny("replay", "tiny", "1", "--all").code == 2


def test_going_on_elsewhere_warns_of_what_differs(tiny, workspace):
    meta = workspace / "studies/tiny/study.json"
    facts = json.loads(meta.read_text())
    facts["machine"]["packages"]["numpy"] = "1.0"
    meta.write_text(json.dumps(facts))
    result = tiny("resume", "tiny", "--no-track", "--trials", 24, "--jobs", 1)
    assert result.code == 0
    assert result.err.startswith(
        "warning: study 'tiny' began elsewhere, its next trials may differ in their last bits: "
    )
    assert "numpy: 1.0 then, " in result.err
