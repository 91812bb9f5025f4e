import json

import pytest

from benchmarks.results import Measurement, Report, WorkloadResult
from benchmarks.trainer_report import markdown, remarks, summary
from benchmarks.workloads import Workload

WORKLOAD = Workload("tiny", "pictures", (3, 4, 2), m=10, batch_size=4, epochs=2, goals={"scikit-learn": 5, "JAX": 3})


def result() -> WorkloadResult:
    return WorkloadResult(
        WORKLOAD,
        automatic=8,
        measurements=[
            Measurement("nnsearch", 1, [0.4, 0.4, 9.0]),
            Measurement("nnsearch", 8, [0.8, 0.8]),
            Measurement("scikit-learn", 1, [1.0]),
            Measurement("JAX", 8, [1.6], compile_seconds=1.6),
            Measurement("JAX", 32, [9.6], compile_seconds=1.6),
            Measurement("torch eager", 1, failure="Traceback\nRuntimeError: no kernel"),
        ],
        gemm_gflops=[1e-6 * WORKLOAD.flops] * 3,
        variants=[Measurement("dropout", 8, [1.2])],
        peak_bytes={1: 2048, 8: 8192},
    )


def report(**changes) -> Report:
    values = {
        "machine": "an abacus",
        "load": 0.0,
        "overrides": {},
        "lifted": False,
        "versions": {"numpy": "2", "torch": None},
        "quick": False,
        "repeats": 3,
        "dot_product": (2.0, 0.01),
        "results": [result()],
        "left_out": {"torch vmap": "torch is not installed"},
    }
    return Report(**{**values, **changes})


def test_time_per_network_is_the_median_over_the_members():
    assert Measurement("x", 4, [8.0, 1.0, 4.0]).per_network == 1.0


def test_a_ratio_is_against_ours_at_the_automatic_population_size():
    assert result().ratio(Measurement("x", 1, [0.5])) == pytest.approx(5)


def test_peers_stand_at_their_best_population_size():
    assert result().standings()["JAX"] == pytest.approx(2)


def test_jax_at_32_members_stands_beside_its_best():
    assert result().standings()["JAX at K=32"] == pytest.approx(3)


def test_compilation_is_shared_by_the_members_of_one_population():
    assert result().standings()["JAX, compilation counted"] == pytest.approx((9.6 + 1.6) / 32 / 0.1)


def test_what_stacking_gains_is_a_standing():
    assert result().standings()["nnsearch K=1"] == pytest.approx(4)


def test_the_peak_share_compares_flops_with_the_measured_product():
    # The product's rate is the workload's flops per millisecond, so 0.1 s per network is a hundredth of it.
    assert result().peak_share(result().ours) == pytest.approx(0.01)


def test_missing_figures_of_ours_are_an_error():
    empty = WorkloadResult(WORKLOAD, automatic=8)
    with pytest.raises(LookupError, match="K=8"):
        _ = empty.ours


def test_a_single_network_slower_than_a_rival_is_remarked():
    slow = result()
    slow.measurements[2].seconds[:] = [0.3]
    assert any("K=1 does not lead" in line for line in remarks(report(results=[slow])))
    assert not any("K=1 does not lead" in line for line in remarks(report()))


def test_the_summary_marks_missed_goals_only():
    rows = {row[0]: row[1] for row in summary(report()).rows}
    assert rows["scikit-learn"] == "10.0x (5.00x)"
    assert rows["JAX"] == "2.00x (3.00x !)"


def test_a_failure_is_remarked_with_its_last_line():
    assert "FAILED: torch eager at K=1 on tiny: RuntimeError: no kernel" in remarks(report())


def test_contenders_left_out_are_remarked():
    assert "torch vmap was left out: torch is not installed." in remarks(report())


def test_a_kernel_override_is_remarked():
    assert any(
        "OPENBLAS_CORETYPE=Haswell" in line for line in remarks(report(overrides={"OPENBLAS_CORETYPE": "Haswell"}))
    )


def test_a_lifted_kernel_override_is_remarked():
    lines = remarks(report(overrides={"OPENBLAS_CORETYPE": "Haswell"}, lifted=True))
    assert "OPENBLAS_CORETYPE=Haswell is set here: ignored for this run." in lines


def test_a_busy_machine_is_remarked():
    assert any("not quiet" in line for line in remarks(report(load=2.0)))


def test_the_json_holds_figures_and_ratios():
    values = json.loads(json.dumps(report().as_dict()))
    assert values["dot_product"]["ratio"] == pytest.approx(200)
    workload = values["workloads"][0]
    assert workload["measurements"][2]["ratio"] == pytest.approx(10)
    assert workload["measurements"][5]["failure"].endswith("no kernel")
    assert workload["peak_bytes_per_member"] == {"1": 2048, "8": 1024}


def test_the_document_opens_with_the_loop_against_the_vectorized_product():
    assert "2000 ms as a loop, 10.0 ms vectorized: 200x" in markdown(report())
