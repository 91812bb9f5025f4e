"""Estimators without ``random_state`` draw from NumPy's global generator: each test begins with the same one."""

import numpy as np
import pytest


@pytest.fixture(autouse=True)
def _same_draws_each_time():
    np.random.seed(0)  # noqa: NPY002 - it is what scikit-learn's convention for None draws from
