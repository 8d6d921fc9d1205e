"""The door has its copies made by the engine, and is told when there is none to make them."""

from pathlib import Path

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than import engine_host
from custom_components.mat_than.shared_copies import EngineCopies
from custom_components.mat_than.sharing.errors import CopyError

from .conftest import StandIn

MASKS = (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),)


async def test_clips_and_stills_are_copied_with_their_masks(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, tmp_path: Path
) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"original")
    copies = EngineCopies(entry.runtime_data.coordinator.host)
    made = await copies.make_shared_copy(source, target, MASKS, audio=False)
    assert (made.error, target.read_bytes()) == (None, b"original")
    await copies.make_shared_still(source, target, MASKS)
    for kind in ("make_shared_copy", "make_shared_still"):
        assert engine.commands(kind)[-1]["masks"] == [[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]]


async def test_without_an_engine_there_is_no_copy(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_host, "SHARED_COPY_S", 0.1)
    host = entry.runtime_data.coordinator.host
    await host.async_stop()
    with pytest.raises(CopyError):
        await EngineCopies(host).make_shared_still(tmp_path / "a", tmp_path / "b", ())


async def test_an_engine_that_dies_over_a_copy_is_no_answer(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, tmp_path: Path
) -> None:
    copies = EngineCopies(entry.runtime_data.coordinator.host)
    with pytest.raises(CopyError):  # the stand-in ends when the source is not there
        await copies.make_shared_copy(tmp_path / "missing", tmp_path / "b", (), audio=False)
