"""An export on its way: the engine writes the zip, a notification says how far it is and then where to fetch it.

Exports lie in a folder of the storage and stay until the owner removes them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
import re
from typing import Final
import unicodedata

from homeassistant.components import persistent_notification
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.util import dt as dt_util

from .const import DOMAIN, EXPORT_URL, EXPORTS_FOLDER
from .engine_host import EngineHost
from .engine_requests import EngineError, Step
from .lib.mat_than_engine.commands import Export
from .lib.mat_than_engine.reports import Exported, Progress
from .words import Words, async_words

LINK_LASTS: Final = timedelta(hours=24)
_TELL_EVERY: Final = 0.1  # of the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedExport:
    """A zip that is on disk."""

    path: Path
    clips: int
    size_bytes: int
    sha256: str
    url: str  # signed; good for `LINK_LASTS`, and until Home Assistant restarts


class ExportJob:
    """One export; `hear` is told how far it is, 0..1, besides the notification."""

    def __init__(
        self, hass: HomeAssistant, host: EngineHost, storage: Path, hear: Callable[[float], None] | None = None
    ) -> None:
        self._hass = hass
        self._host = host
        self._folder = storage / EXPORTS_FOLDER
        self._listener = hear
        self._notification_id = ""
        self._told = 0.0

    async def async_run(self, export: Export) -> FinishedExport:
        """Write it and tell how far it is. ServiceValidationError when there is nothing, HomeAssistantError else."""
        words = await async_words(self._hass)
        name = _file_name(export)
        self._notification_id = f"{DOMAIN}_{name}"
        path = self._folder / name
        self._tell(words.say("export_title"), words.say("export_running", percent="0"))
        try:
            await self._hass.async_add_executor_job(_make_folder, self._folder)
            exported = await self._host.async_export(_with_target(export, path), lambda step: self._hear(words, step))
            finished = self._finish(exported, path)
        except (EngineError, OSError) as err:
            self._tell(words.say("export_title"), words.say("export_failed"))
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="export_failed") from err
        except HomeAssistantError as err:
            key = err.translation_key or "export_failed"
            self._tell(words.say("export_title"), words.say(key))
            raise
        except BaseException:
            persistent_notification.async_dismiss(self._hass, self._notification_id)
            raise
        size = f"{finished.size_bytes / 1e6:.0f}"
        download = _link(finished.url, words.say("export_download"))
        text = words.say("export_done", clips=str(finished.clips), megabytes=size, name=name, download=download)
        self._tell(words.say("export_title"), text)
        return finished

    def _finish(self, exported: Exported, path: Path) -> FinishedExport:
        if exported.error == "nothing_there":
            raise ServiceValidationError(translation_domain=DOMAIN, translation_key="export_nothing_there")
        if exported.error in ("disk_full", "disk_error"):
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="export_disk")
        if exported.error is not None:
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="export_failed")
        address = EXPORT_URL.format(name=path.name)
        return FinishedExport(
            path=path,
            clips=exported.clips,
            size_bytes=exported.size_bytes,
            sha256=exported.sha256,
            url=async_sign_path(self._hass, address, LINK_LASTS, use_content_user=True),
        )

    @callback
    def _hear(self, words: Words, step: Step) -> None:
        if isinstance(step, Progress) and self._listener is not None:
            self._listener(step.share)
        if isinstance(step, Progress) and step.share - self._told >= _TELL_EVERY:
            self._told = step.share
            self._tell(words.say("export_title"), words.say("export_running", percent=f"{step.share:.0%}".rstrip("%")))

    @callback
    def _tell(self, title: str, text: str) -> None:
        persistent_notification.async_create(self._hass, text, title, self._notification_id)


def _with_target(export: Export, path: Path) -> Export:
    return Export(
        request_id="",
        target=str(path),
        camera_ids=export.camera_ids,
        since=export.since,
        until=export.until,
        clip_ids=export.clip_ids,
        title=export.title,
        place=export.place,
        language=export.language,
    )


def _file_name(export: Export) -> str:
    """When it was made, what it spans, and its title in plain letters."""
    plain = unicodedata.normalize("NFKD", export.title.replace("đ", "d").replace("Đ", "D"))
    title = re.sub(r"[^A-Za-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:40]
    since, until = dt_util.as_local(export.since), dt_util.as_local(export.until)
    parts = ["mat-than", f"{since:%Y%m%d-%H%M}", f"{until:%Y%m%d-%H%M}", title, f"{dt_util.utcnow():%H%M%S%f}"]
    return f"{'_'.join(part for part in parts if part)}.zip"


def _link(url: str, label: str) -> str:
    """A link that downloads. One in Markdown would stay within the front end, which has no such page."""
    return f'<a href="{url}" target="_blank">{label}</a>'


def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
