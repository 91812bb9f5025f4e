import pytest

from nnsearch.core.paths import Workspace
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec

TABLE = {
    "data": {"source": "moons", "samples": 100},
    "network": {"hidden": [{"low": 2, "high": 6}], "keep_prob": {"low": 0.5, "high": 1.0}},
    "training": {"epochs": 3, "learning_rate": {"low": 1e-3, "high": 1e-1, "scale": "log"}},
    "search": {"trials": 16, "cohort": 8, "sampler": "random"},
}


@pytest.fixture(scope="session")
def run_study(tmp_path_factory):
    """Runs a variant of the tiny study and reads it back; its data are replaced whole, other sections key by key."""
    workspace = Workspace(tmp_path_factory.mktemp("workspace"))

    def run(name, **changes):
        table = {section: {**keys, **changes.get(section, {})} for section, keys in TABLE.items()}
        table["data"] = changes.get("data", TABLE["data"])
        spec = StudySpec.from_dict(table, name=name)
        paths = workspace.study(name)
        launch(paths, spec, Launch(jobs=1))
        return Study(paths)

    return run


@pytest.fixture(scope="session")
def study(run_study):
    return run_study("tiny")


@pytest.fixture
def spec():
    return StudySpec.from_dict(TABLE, name="tiny")
