"""The exports that lie beside the clips: what each of them holds, who may have it, and its removal.

Beside every zip lies its record, which names the cameras in it and is on disk before the first byte of the zip. An
export without a record that can be read (one of before there were records, one somebody put there) is for
administrators. Nothing is removed by itself, except what an export that came to nothing left behind.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
import json
import logging
from pathlib import Path
import re
from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util.file import WriteError, write_utf8_file_atomic

from .camera_access import CONTROL, may
from .const import EXPORTS_FOLDER
from .lib.mat_than_engine.wire import read, to_json
from .running_exports import RunningExports
from .view_board import ViewBoard

_LOGGER = logging.getLogger(__name__)

_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,120}\.zip")
_RECORD: Final = ".json"  # in the place of .zip
_LARGEST_RECORD_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """What an export holds: clips of these cameras that touch [since, until), or some of them."""

    camera_ids: tuple[str, ...]
    since: datetime
    until: datetime
    title: str = ""
    clips: int | None = None  # known when it is finished


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptExport:
    """A zip in the folder; without a record nobody can say what it holds."""

    path: Path
    size_bytes: int
    written_at: datetime
    record: ExportRecord | None

    @property
    def name(self) -> str:
        """What it is called in addresses and actions."""
        return self.path.name


class ExportFolder:
    """The exports of one storage folder. What cannot be read now reads as empty."""

    def __init__(self, hass: HomeAssistant, storage: Path) -> None:
        self._hass = hass
        self.folder = storage / EXPORTS_FOLDER
        self.running = RunningExports()

    async def async_list(self) -> tuple[KeptExport, ...]:
        """All of them, newest first."""
        return await self._async_do(self._list)

    async def async_get(self, name: str) -> KeptExport | None:
        """The export of this name."""
        return await self._async_do(lambda: self._get(name))

    async def async_note(self, name: str, record: ExportRecord) -> None:
        """Write down what the zip of this name holds, or will hold. OSError when the disk does not take it."""
        await self._async_do(lambda: self._note(name, record))

    async def async_remove(self, name: str) -> bool:
        """Remove a zip and its record; whether there was such a zip. OSError when it cannot be removed."""
        return await self._async_do(lambda: self._remove(name))

    async def async_sweep(self) -> None:
        """Remove what exports left behind that were broken off; called while none is being written."""
        await self._async_do(self._sweep)

    async def _async_do[T](self, do: Callable[[], T]) -> T:
        return await self._hass.async_add_executor_job(do)

    def _list(self) -> tuple[KeptExport, ...]:
        try:
            names = [path.name for path in self.folder.iterdir()]
        except OSError:
            return ()
        found = (self._get(name) for name in names)
        kept = [export for export in found if export is not None]
        return tuple(sorted(kept, key=lambda export: export.written_at, reverse=True))

    def _get(self, name: str) -> KeptExport | None:
        if _NAME.fullmatch(name) is None:
            return None
        path = self.folder / name
        try:
            facts = path.stat()
        except OSError:
            return None
        if not path.is_file():
            return None
        written_at = datetime.fromtimestamp(facts.st_mtime, UTC)
        return KeptExport(path=path, size_bytes=facts.st_size, written_at=written_at, record=_read_record(path))

    def _note(self, name: str, record: ExportRecord) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            write_utf8_file_atomic(str(_record_of(self.folder / name)), json.dumps(to_json(record)))
        except WriteError as err:
            raise OSError("the record of an export was not written") from err

    def _remove(self, name: str) -> bool:
        """The zip goes first: what is left of it is never shown to more people than before."""
        export = self._get(name)
        if export is not None:
            export.path.unlink(missing_ok=True)
        if _NAME.fullmatch(name) is not None:
            _record_of(self.folder / name).unlink(missing_ok=True)
        return export is not None

    def _sweep(self) -> None:
        try:
            for path in self.folder.iterdir():
                left_over = path.suffix == _RECORD and not path.with_suffix(".zip").exists()
                if left_over or path.name.endswith(".zip.part"):
                    path.unlink(missing_ok=True)
        except OSError:
            _LOGGER.debug("The folder of exports cannot be read")


def may_have(hass: HomeAssistant, user: User, board: ViewBoard, export: KeptExport) -> bool:
    """Whether they may have the export: administrators, and who may control every camera in it.

    A link that Home Assistant signed for nobody opens by itself.
    """
    return may_have_cameras(hass, user, board, () if export.record is None else export.record.camera_ids)


def may_have_cameras(hass: HomeAssistant, user: User, board: ViewBoard, camera_ids: tuple[str, ...]) -> bool:
    """The same of an export of these cameras; nobody knows what one without any holds."""
    if user.is_admin or user.system_generated:
        return True
    views = [board.views.get(camera_id) for camera_id in camera_ids]
    return bool(views) and all(view is not None and may(hass, user, view.setup, CONTROL) for view in views)


async def async_is_for_everybody(hass: HomeAssistant, board: ViewBoard, export: KeptExport) -> bool:
    """Whether everybody who can log in may have it, as everybody who is logged in sees a notification."""
    users = await hass.auth.async_get_users()
    return all(may_have(hass, user, board, export) for user in users if user.is_active)


def camera_names(camera_ids: Iterable[str], board: ViewBoard) -> list[str]:
    """What an export's cameras are called; one that was removed keeps its id."""
    views = ((camera_id, board.views.get(camera_id)) for camera_id in camera_ids)
    return [camera_id if view is None else view.setup.name for camera_id, view in views]


def _record_of(path: Path) -> Path:
    return path.with_suffix(_RECORD)


def _read_record(path: Path) -> ExportRecord | None:
    try:
        with _record_of(path).open("rb") as file:
            data = file.read(_LARGEST_RECORD_BYTES)
        return read(ExportRecord, json.loads(data))
    except OSError, ValueError, RecursionError:
        return None
