"""A home with clips and its export, made once by the engine itself."""

from pathlib import Path
import zipfile

import pytest

from benchmarks.sample_export import Place, make_place


@pytest.fixture(autouse=True)
def verify_cleanup() -> None:
    """Replaces the check of Home Assistant's test plugin, which knows nothing of a verifier."""


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Two cameras with four clips each; the gate's second was deleted by its owner."""
    return make_place(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def export(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything the home recorded, as a zip."""
    target = tmp_path_factory.mktemp("export") / "export.zip"
    assert place.export(target).error is None
    return target


@pytest.fixture
def unpacked(export: Path, tmp_path: Path) -> Path:
    """The same as a folder that a test may change."""
    with zipfile.ZipFile(export) as archive:
        archive.extractall(tmp_path / "export")
    return tmp_path / "export"
