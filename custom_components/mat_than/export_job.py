"""An export on its way: the engine writes the zip, a notification says how far it is and then where to fetch it.

A notification is seen by everybody who is logged in. So it has the link only where everybody may have the export;
else it says who may, and where they find it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
import logging
from pathlib import Path
import re
from typing import Final
import unicodedata

from homeassistant.components import persistent_notification
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.util import dt as dt_util

from .const import DOMAIN, EXPORT_URL
from .engine_requests import EngineError, Step
from .exports import ExportRecord, async_is_for_everybody
from .lib.mat_than_engine.commands import Export
from .lib.mat_than_engine.reports import Exported, Progress
from .runtime import MatThanRuntime
from .words import Words, async_words

_LOGGER = logging.getLogger(__name__)

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
        self, hass: HomeAssistant, runtime: MatThanRuntime, hear: Callable[[float], None] | None = None
    ) -> None:
        self._hass = hass
        self._runtime = runtime
        self._exports = runtime.exports
        self._listener = hear
        self._notification_id = ""
        self._told = 0.0

    async def async_run(self, export: Export) -> FinishedExport:
        """Write it and tell how far it is. ServiceValidationError when there is nothing, HomeAssistantError else."""
        words = await async_words(self._hass)
        name = _file_name(export)
        self._notification_id = f"{DOMAIN}_{name}"
        self._tell(words.say("export_title"), words.say("export_running", percent="0"))
        try:
            finished = await self._async_write(export, name, words)
        except HomeAssistantError as err:
            self._tell(words.say("export_title"), words.say(err.translation_key or "export_failed"))
            raise
        except BaseException:
            persistent_notification.async_dismiss(self._hass, self._notification_id)
            raise
        self._tell(words.say("export_title"), await self._async_text(finished, words))
        return finished

    async def _async_write(self, export: Export, name: str, words: Words) -> FinishedExport:
        """Have the engine write the zip. Its record comes first, so that it is known from its first byte who may have it."""
        path = self._exports.folder / name
        record = ExportRecord(camera_ids=export.camera_ids, since=export.since, until=export.until, title=export.title)
        try:
            await self._exports.async_note(name, record)
            exported = await self._async_order(replace(export, target=str(path)), name, words)
            finished = self._finish(exported, path)
        except (EngineError, OSError) as err:
            await self._async_clear(name)
            raise HomeAssistantError(translation_domain=DOMAIN, translation_key="export_failed") from err
        except HomeAssistantError:
            await self._async_clear(name)
            raise
        try:
            await self._exports.async_note(name, replace(record, clips=finished.clips))
        except OSError:
            _LOGGER.debug("How many clips an export holds could not be noted")
        return finished

    async def _async_order(self, order: Export, name: str, words: Words) -> Exported:
        with self._exports.running.under_way(name, order) as advance:

            def hear(step: Step) -> None:
                if isinstance(step, Progress):
                    advance(step.share)
                    self._hear(words, step.share)

            return await self._runtime.coordinator.host.async_export(order, hear)

    async def _async_clear(self, name: str) -> None:
        try:
            await self._exports.async_remove(name)
        except OSError:
            _LOGGER.debug("What an export left behind is removed when the place is loaded again")

    async def _async_text(self, finished: FinishedExport, words: Words) -> str:
        """What the notification says of an export that is there."""
        said = {
            "clips": str(finished.clips),
            "megabytes": f"{finished.size_bytes / 1e6:.0f}",
            "name": finished.path.name,
        }
        kept = await self._exports.async_get(finished.path.name)
        board = self._runtime.coordinator.board
        if kept is None or not await async_is_for_everybody(self._hass, board, kept):
            return words.say("export_done_apart", **said)
        return words.say("export_done", **said, download=_link(finished.url, words.say("export_download")))

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
    def _hear(self, words: Words, share: float) -> None:
        if self._listener is not None:
            self._listener(share)
        if share - self._told >= _TELL_EVERY:
            self._told = share
            self._tell(words.say("export_title"), words.say("export_running", percent=f"{share:.0%}".rstrip("%")))

    @callback
    def _tell(self, title: str, text: str) -> None:
        persistent_notification.async_create(self._hass, text, title, self._notification_id)


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
