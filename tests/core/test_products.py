import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from nnsearch.core.products import AS_IT_IS, ROW_MAJOR, SGEMM, SOMATCOPY, TRANSPOSED, find_openblas

PACKAGE = Path(np.__file__).parent
LIBRARIES = [
    *PACKAGE.parent.glob("numpy.libs/libscipy_openblas64_*"),
    *PACKAGE.glob(".dylibs/libscipy_openblas64_*"),
]


@pytest.mark.skipif(SGEMM is None, reason="this NumPy has another BLAS")
def test_it_multiplies_as_numpy_does():
    random = np.random.default_rng(0)
    A, B = random.random((7, 5), np.float32), random.random((9, 5), np.float32)
    C = np.empty((7, 9), np.float32)
    SGEMM(ROW_MAJOR, AS_IT_IS, TRANSPOSED, 7, 9, 5, 1.0, A.ctypes.data, 5, B.ctypes.data, 5, 0.0, C.ctypes.data, 9)
    assert C.tobytes() == (A @ B.T).tobytes()


@pytest.mark.skipif(SOMATCOPY is None, reason="this NumPy has another BLAS")
def test_it_copies_a_transpose():
    A = np.random.default_rng(0).random((7, 5), np.float32)
    found = np.empty((5, 7), np.float32)
    SOMATCOPY(ROW_MAJOR, TRANSPOSED, 7, 5, 1.0, A.ctypes.data, 5, found.ctypes.data, 7)
    assert found.tobytes() == A.T.tobytes()


def test_another_library_is_not_taken_for_numpys(tmp_path):
    package = tmp_path / "numpy"
    package.mkdir()
    assert find_openblas(package) is None
    folder = tmp_path / "numpy.libs"
    folder.mkdir()
    (folder / "libscipy_openblas64_-broken.so").write_bytes(b"no library")
    assert find_openblas(package) is None


@pytest.mark.skipif(not LIBRARIES or not hasattr(os, "RTLD_NOLOAD"), reason="this NumPy has another BLAS")
def test_a_library_that_is_not_loaded_is_not_numpys(tmp_path):
    folder = tmp_path / "numpy.libs"
    folder.mkdir()
    shutil.copy(LIBRARIES[0], folder / f"libscipy_openblas64_-old{LIBRARIES[0].suffix}")
    assert find_openblas(tmp_path / "numpy") is None


def test_wheels_bring_it():
    assert [SGEMM is not None, SOMATCOPY is not None] == [bool(LIBRARIES)] * 2
