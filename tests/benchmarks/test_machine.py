from benchmarks import machine


def test_a_kernel_override_is_found(monkeypatch):
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    assert machine.kernel_overrides()["OPENBLAS_CORETYPE"] == "Haswell"


def test_lifted_overrides_are_gone(monkeypatch):
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    for name in machine.KERNEL_OVERRIDES[1:]:
        monkeypatch.setenv(name, "1")
    assert machine.lift_kernel_overrides()["OPENBLAS_CORETYPE"] == "Haswell"
    assert machine.kernel_overrides() == {}


def test_the_product_peak_is_a_rate(monkeypatch):
    monkeypatch.setattr(machine, "GEMM_SIZE", 64)
    assert machine.gemm_gflops() > 0


def test_a_missing_distribution_has_no_version():
    found = machine.versions(("numpy", "no-such-distribution"))
    assert found["numpy"] is not None
    assert found["no-such-distribution"] is None


def test_the_loop_and_the_vectorized_product_are_timed(monkeypatch):
    monkeypatch.setattr(machine, "DOT_SIZE", 1000)
    loop, vectorized = machine.dot_product_seconds()
    assert loop > 0
    assert vectorized > 0
