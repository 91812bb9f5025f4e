from pathlib import Path

import pytest

from nnsearch.core.errors import DataError
from nnsearch.data.load import load_data
from nnsearch.data.spec import Data, DataSpec


class Loader:
    """Writes files into a folder and loads them as a study would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def load(self, name: str, content: str | bytes | None = None, **keys: object) -> Data:
        if content is not None:
            self.write(name, content)
        if not name.endswith((".npz", "/")):
            keys = {"target": "y", **keys}
        return load_data(DataSpec(name, **keys), self.folder)

    def refusal(self, name: str, content: str | bytes | None = None, **keys: object) -> str:
        with pytest.raises(DataError) as caught:
            self.load(name, content, **keys)
        message = str(caught.value)
        assert len(message.splitlines()) == 1
        return message


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    return Loader(tmp_path)
