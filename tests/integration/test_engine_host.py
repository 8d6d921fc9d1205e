"""What the host of the engine does when the engine does what it should not."""

from collections.abc import Callable
from pathlib import Path

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than import engine_host
from custom_components.mat_than.engine_process import ENGINE_PROGRAM, EngineProgram
from custom_components.mat_than.engine_requests import EngineError
from custom_components.mat_than.lib.mat_than_engine.commands import DeleteClips
from custom_components.mat_than.lib.mat_than_engine.model import CameraState, Cause
from custom_components.mat_than.lib.mat_than_engine.reports import (
    CameraStatus,
    ClipLost,
    ClipsDeleted,
    Coverage,
    Done,
    SharedCopyMade,
)

from .conftest import STAND_IN, StandIn, alive, camera_subentry, until
from .happenings import CLIP_ID, STARTED_AT, clip, clip_saved, motion_report
from .kept import keep
from .other_camera import OtherCamera

type MakeEntry = Callable[..., MockConfigEntry]


async def test_an_engine_that_ends_before_it_said_hello_is_started_again(
    hass: HomeAssistant, engine: StandIn, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAND_IN_MODE", "stillborn")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    host = entry.runtime_data.coordinator.host
    await until(hass, lambda: host.starts >= 2)
    assert not host.alive
    monkeypatch.setenv("STAND_IN_MODE", "")
    await until(hass, lambda: entry.runtime_data.coordinator.views["cam1"].live)


async def test_an_engine_that_says_nothing_is_replaced(
    hass: HomeAssistant, engine: StandIn, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_host, "HELLO_S", 1.5)
    monkeypatch.setenv("STAND_IN_MODE", "silent")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, (engine.folder / "pid").exists)
    silent = engine.pid
    monkeypatch.setenv("STAND_IN_MODE", "")
    monkeypatch.setattr(engine_host, "HELLO_S", 20)
    await until(hass, lambda: entry.runtime_data.coordinator.host.alive)
    assert not alive(silent)


async def test_an_engine_that_reads_nothing_is_ended_and_replaced(
    hass: HomeAssistant, engine: StandIn, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAND_IN_MODE", "deaf")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    host = entry.runtime_data.coordinator.host
    await until(hass, lambda: host.alive)
    deaf = engine.pid
    monkeypatch.setenv("STAND_IN_MODE", "")
    monkeypatch.setattr(engine_host, "WRITE_S", 0.2)
    more_than_a_pipe_holds = DeleteClips(request_id="", clip_ids=("x" * 1000,) * 1000)
    with pytest.raises(EngineError, match="stuck"):
        await host.async_do(more_than_a_pipe_holds)
    monkeypatch.setattr(engine_host, "WRITE_S", 10)
    await until(hass, lambda: entry.runtime_data.coordinator.views["cam1"].live)
    assert not alive(deaf)


async def test_an_engine_that_cannot_be_started_is_tried_again(
    hass: HomeAssistant, engine: StandIn, make_entry: MakeEntry, tmp_path: Path
) -> None:
    program = tmp_path / "program"
    hass.data[ENGINE_PROGRAM] = EngineProgram(library=program, module=STAND_IN.module)
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.host.starts >= 2)
    program.symlink_to(STAND_IN.library)
    await until(hass, lambda: entry.runtime_data.coordinator.host.alive)


async def test_what_is_said_of_a_camera_or_a_question_that_is_gone_changes_nothing(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    coordinator = entry.runtime_data.coordinator
    before = dict(coordinator.views)
    gone = "nobody"
    await engine.report(
        hass,
        CameraStatus(camera_id=gone, state=CameraState.RETRYING, cause=Cause.HOST),
        motion_report("start", camera_id=gone),
        clip_saved(camera_id=gone),
        ClipLost(camera_id=gone, started_at=STARTED_AT, reason="disk_full"),
        Coverage(camera_id=gone, day="2026-11-21", recorded_s=1, watched_s=0, unexplained_s=0),
        Done(request_id=gone),
        SharedCopyMade(request_id=gone, error="failed"),
        motion_report("start"),
    )
    await until(hass, lambda: coordinator.views["cam1"].motion is not None)
    assert coordinator.views.keys() == before.keys()
    assert coordinator.board.place.storage is None


async def test_an_answer_to_another_question_is_none(
    hass: HomeAssistant, engine: StandIn, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAND_IN_MODE", "confused")
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.host.alive)
    with pytest.raises(EngineError, match="something else"):
        await entry.runtime_data.coordinator.host.async_flush()


async def test_what_the_owner_deleted_is_counted_no_more(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry, storage: Path
) -> None:
    view = entry.runtime_data.coordinator.views
    await engine.report(hass, clip_saved(), clip_saved(clip_id="another"))
    await until(hass, lambda: view["cam1"].clips_today == 2)
    await keep(hass, storage, [clip()])
    await engine.report(hass, ClipsDeleted(camera_id="cam1", clip_ids=("another",), reason="owner"))
    await until(hass, lambda: view["cam1"].clips_today < 2)
    assert view["cam1"].last_clip_at == STARTED_AT
    assert (await entry.runtime_data.archive.async_get(CLIP_ID)) is not None


async def test_the_address_of_anothers_camera_is_asked_anew_when_its_stream_breaks(
    hass: HomeAssistant, engine: StandIn, make_entry: MakeEntry
) -> None:
    other = await OtherCamera.add(hass, "rtsp://10.0.0.7/first")
    registry_id = other.registry_entry.id
    entry = make_entry(camera_subentry(source="entity", entity_registry_id=registry_id))
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.views["cam1"].live)
    other.answer("rtsp://10.0.0.7/second")
    await engine.report(hass, CameraStatus(camera_id="cam1", state=CameraState.RETRYING, cause=Cause.HOST))
    await until(hass, lambda: engine.commands("configure")[-1]["cameras"][0]["main_url"] == "rtsp://10.0.0.7/second")
    assert engine.commands("configure")[0]["cameras"][0]["main_url"] == "rtsp://10.0.0.7/first"
