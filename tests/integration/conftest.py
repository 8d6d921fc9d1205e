"""Home Assistant with the integration in it, and an engine that does what the test says."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator
from dataclasses import dataclass
import json
import os
from pathlib import Path
import time
from typing import Any

from homeassistant.components import persistent_notification
from homeassistant.config_entries import ConfigSubentryDataWithId
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.mat_than.const import (
    CONF_KIND,
    CONF_MAIN_URL,
    CONF_POSITION,
    CONF_SOURCE,
    CONF_STORAGE,
    DOMAIN,
    SOURCE_URL,
    SUBENTRY_CAMERA,
)
from custom_components.mat_than.engine_process import ENGINE_PROGRAM, EngineProgram
from custom_components.mat_than.lib.mat_than_engine.messages import encode
from custom_components.mat_than.lib.mat_than_engine.reports import Report
from custom_components.mat_than.stream_url import fingerprint

STAND_IN = EngineProgram(library=Path(__file__).parent / "stand_in", module="stand_in_engine")


@pytest.fixture
def hass_config_dir(hass_tmp_config_dir: str) -> str:
    """Nothing is written outside the test's own folder."""
    return hass_tmp_config_dir


@pytest.fixture(autouse=True)
def auto_enable_custom_integrations(enable_custom_integrations: None) -> None:
    """Custom integrations are found in every test here."""


@dataclass
class StandIn:
    """What the test sees of the engine's process."""

    folder: Path

    @property
    def pid(self) -> int:
        return int((self.folder / "pid").read_text())

    def commands(self, kind: str) -> list[dict[str, Any]]:
        """The commands of a type that the engine got, oldest first."""
        file = self.folder / "commands"
        lines = file.read_text().splitlines() if file.exists() else []
        return [command for command in map(json.loads, lines) if command["type"] == kind]

    async def report(self, hass: HomeAssistant, *reports: Report) -> None:
        """Have the engine say this."""
        data = b"".join(encode(report) for report in reports)
        await hass.async_add_executor_job((self.folder / "reports").write_bytes, data)


@pytest.fixture
def engine(hass: HomeAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in for the engine, used by entries that are set up in this test."""
    folder = tmp_path / "engine"
    folder.mkdir()
    os.mkfifo(folder / "reports")
    monkeypatch.setenv("STAND_IN_FOLDER", str(folder))
    hass.data[ENGINE_PROGRAM] = STAND_IN
    return StandIn(folder)


@pytest.fixture
def storage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for clips, outside of Home Assistant's configuration."""
    return tmp_path_factory.mktemp("disk") / "clips"


def camera_data(url: str = "rtsp://10.0.0.5/main", **more: Any) -> dict[str, Any]:
    return {CONF_SOURCE: SOURCE_URL, CONF_MAIN_URL: url, CONF_POSITION: "gate", **more}


def camera_subentry(camera_id: str = "cam1", title: str = "Cổng", **data: Any) -> ConfigSubentryDataWithId:
    full = camera_data(**data)
    return ConfigSubentryDataWithId(
        data=full,
        subentry_id=camera_id,
        subentry_type=SUBENTRY_CAMERA,
        title=title,
        unique_id=fingerprint(full[CONF_MAIN_URL]),
    )


@pytest.fixture
async def make_entry(hass: HomeAssistant, storage: Path) -> AsyncGenerator[Callable[..., MockConfigEntry]]:
    """An entry with these cameras, added but not set up; unloaded when the test is over."""
    made = []

    def make(*cameras: ConfigSubentryDataWithId) -> MockConfigEntry:
        entry = MockConfigEntry(
            domain=DOMAIN,
            title="Mắt Thần",
            data={CONF_KIND: "household", CONF_STORAGE: str(storage)},
            options={"retention_days": 14, "retention_gb": 20},
            subentries_data=list(cameras),
        )
        entry.add_to_hass(hass)
        made.append(entry)
        return entry

    yield make
    for entry in made:
        if hass.config_entries.async_get_entry(entry.entry_id) and entry.state.recoverable:
            await hass.config_entries.async_unload(entry.entry_id)


@pytest.fixture
async def entry(hass: HomeAssistant, engine: StandIn, make_entry: Callable[..., MockConfigEntry]) -> MockConfigEntry:
    """A place with one live camera."""
    entry = make_entry(camera_subentry())
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(hass, lambda: entry.runtime_data.coordinator.views["cam1"].live)
    return entry


def notifications(hass: HomeAssistant) -> list[str]:
    """What the persistent notifications say."""
    found = persistent_notification._async_get_or_create_notifications(hass).values()
    return [item["message"] for item in found]


async def until(hass: HomeAssistant, holds: Callable[[], object], seconds: float = 10) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        await asyncio.sleep(0.02)
    await hass.async_block_till_done()


@pytest.fixture(autouse=True)
def no_process_left(engine: StandIn) -> Generator[None]:
    """Each test ends with the engine gone."""
    yield
    if (engine.folder / "pid").exists():
        assert not alive(engine.pid)


def alive(pid: int) -> bool:
    """Whether a process runs (one that has ended but is not yet collected does not)."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"
