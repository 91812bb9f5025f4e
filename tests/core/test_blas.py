import sys
from pathlib import Path

import pytest

from nnsearch.core import blas

FLAGS = "fpu avx2 avx512f avx512bw avx512cd avx512dq avx512vl"


@pytest.fixture
def machine(monkeypatch):
    """Pretend that NumPy is not imported, on a processor of the given description."""

    def pretend(cpuinfo):
        monkeypatch.delenv(blas.KERNEL_VARIABLE, raising=False)
        monkeypatch.delitem(sys.modules, "numpy", raising=False)
        monkeypatch.setattr(Path, "read_text", lambda path, encoding: cpuinfo)
        monkeypatch.setattr("os.environ", dict(blas.os.environ))

    return pretend


@pytest.mark.parametrize(
    ("cpuinfo", "kernel"),
    [
        (f"vendor_id : AuthenticAMD\nflags\t\t: {FLAGS}\n", "SkylakeX"),
        (f"vendor_id : GenuineIntel\nflags\t\t: {FLAGS}\n", None),
        ("vendor_id : AuthenticAMD\nflags\t\t: fpu avx2\n", None),
        ("", None),
    ],
)
def test_wide_kernels_are_asked_for_where_openblas_misses_them(machine, cpuinfo, kernel):
    machine(cpuinfo)
    assert blas.choose_kernel() == kernel


def test_a_started_study_keeps_its_kernel(machine):
    machine(f"vendor_id : AuthenticAMD\nflags : {FLAGS}\n")
    assert blas.choose_kernel(["openblas 0.3.31 Haswell"]) == "Haswell"


def test_the_users_own_choice_stands(machine, monkeypatch):
    machine(f"vendor_id : AuthenticAMD\nflags : {FLAGS}\n")
    blas.os.environ[blas.KERNEL_VARIABLE] = "Zen"
    assert blas.choose_kernel() is None


def test_other_libraries_have_no_kernel():
    assert blas.recorded_kernel(["mkl 2024.1"]) is None
    assert blas.recorded_kernel(["openblas 0.3.30 Zen", "openblas 0.3.31 Haswell"]) is None
