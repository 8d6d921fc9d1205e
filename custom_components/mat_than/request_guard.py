"""Keeps the footage that officers ask for until the owner has answered: retention leaves it alone meanwhile.

What waits for an answer, and what was given and is still on its way, is protected in the engine's store under an owner of
its own; what the owner protects himself is left as it is. Requests may not crowd out his protected clips: together they
get half of that room, the oldest footage first, which retention would take first.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
import logging
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.util import dt as dt_util

from .arrangement import read_retention
from .clips import ClipArchive
from .engine_host import EngineHost
from .engine_requests import EngineError
from .kept_reason import OWNER, KeptReason
from .lib.mat_than_engine.commands import Protect, Unprotect
from .lib.mat_than_engine.keeping.protection import Protection
from .lib.mat_than_engine.model import Clip
from .lib.mat_than_engine.protocol.consent import FootageSpan
from .lib.mat_than_engine.settings import RetentionSettings
from .sharing.door import Door
from .sharing.request_pages import AskedFootage, RequestState

_LOGGER = logging.getLogger(__name__)

LOOK_AGAIN: Final = timedelta(minutes=1)  # what is saved late, sent meanwhile, or was refused for lack of room
SENDING_LASTS: Final = timedelta(days=7)  # the longest that what was given may be on its way
_SHARE: Final = 0.5  # of the room for protected clips


@dataclass(frozen=True, slots=True)
class _Need:
    """Footage of some cameras that is needed until a moment, and why."""

    reason: KeptReason
    camera_ids: tuple[str, ...]
    span: FootageSpan
    until: datetime

    def is_met_by(self, kept: Protection) -> bool:
        """Whether a protection lasts as long and says why; the store has whole milliseconds, and sentences of old."""
        until = self.until.replace(microsecond=self.until.microsecond // 1000 * 1000)
        return (kept.until, kept.reason) == (until, str(self.reason))


class RequestGuard:
    """Protects and releases; looks when a request changes, and every minute while there is something to look after."""

    def __init__(
        self, hass: HomeAssistant, entry: ConfigEntry[Any], door: Door, archive: ClipArchive, host: EngineHost
    ) -> None:
        self._hass = hass
        self._entry = entry
        self._door = door
        self._archive = archive
        self._host = host
        self._looking = asyncio.Lock()
        self._unsure = True  # until the first look: something may be protected from before the start

    @callback
    def start(self) -> None:
        """Follow the book of requests until the entry is unloaded."""
        entry, book = self._entry, self._door.permissions.book
        entry.async_on_unload(book.async_listen(None, self._changed))
        entry.async_on_unload(async_track_time_interval(self._hass, self._tick, LOOK_AGAIN))
        self._look()

    @callback
    def _changed(self, _asked: AskedFootage) -> None:
        self._unsure = True
        self._look()

    @callback
    def _tick(self, _now: datetime) -> None:
        if self._unsure or self._needs(dt_util.utcnow()):
            self._look()

    @callback
    def _look(self) -> None:
        self._entry.async_create_background_task(self._hass, self.async_look(), "mat_than requested footage")

    async def async_look(self) -> None:
        """Bring the protections to what is needed now. What the engine cannot do now is tried again."""
        async with self._looking:
            now = dt_util.utcnow()
            needs = self._needs(now)
            kept = await self._archive.async_all_protections()
            wanted = await self._async_wanted(needs, {clip_id for clip_id, kept in kept.items() if kept.owner != OWNER})
            ours = {clip_id: protection for clip_id, protection in kept.items() if protection.owner == OWNER}
            self._unsure = not await self._async_bring(ours, wanted)

    def _needs(self, now: datetime) -> list[_Need]:
        view, needs = self._door.view, []
        told = {answer.subject_id for answer in self._door.permissions.book.answers()}
        for asked in self._door.permissions.book.asked():
            request = asked.request
            if asked.is_open(now):
                until, why = request.deadline, KeptReason("kept_for_request", request.case_number)
            elif asked.state is RequestState.APPROVED and asked.decided_at is not None:
                until = asked.decided_at + SENDING_LASTS
                why = KeptReason("kept_for_sending", request.case_number)
                on_its_way = request.request_id in told or view.request_figures(request.request_id).waiting
                if until <= now or not on_its_way:
                    continue
            else:
                continue
            needs.append(_Need(why, request.camera_ids, request.span, until))
        return needs

    async def _async_wanted(self, needs: Iterable[_Need], taken: set[str]) -> dict[str, _Need]:
        """The clips to protect, each for the need that lasts longest, as far as there is room."""
        found: dict[str, tuple[Clip, _Need]] = {}
        for need in needs:
            for clip in await self._archive.async_touching(need.camera_ids, need.span.since, need.span.until):
                known = found.get(clip.clip_id)
                if clip.clip_id not in taken and (known is None or known[1].until < need.until):
                    found[clip.clip_id] = (clip, need)
        retention = read_retention(self._entry.options)
        room = (retention.protected_gigabytes or RetentionSettings().protected_gigabytes) * 1e9 * _SHARE
        wanted: dict[str, _Need] = {}
        for clip, need in sorted(found.values(), key=lambda pair: pair[0].started_at):
            room -= clip.size_bytes
            if room < 0:
                _LOGGER.warning("Not all footage that is asked for can be kept until you answer: no room for more")
                break
            wanted[clip.clip_id] = need
        return wanted

    async def _async_bring(self, ours: Mapping[str, Protection], wanted: Mapping[str, _Need]) -> bool:
        """Release what is not needed any more, protect what is; whether all of it was done."""
        over = tuple(clip_id for clip_id in ours if clip_id not in wanted)
        fresh: dict[_Need, list[str]] = {}
        for clip_id, need in wanted.items():
            if clip_id not in ours or not need.is_met_by(ours[clip_id]):
                fresh.setdefault(need, []).append(clip_id)
        try:
            if over:
                await self._host.async_do(Unprotect(request_id="", clip_ids=over))
            refused = [need for need, clip_ids in fresh.items() if not await self._async_protect(clip_ids, need)]
        except EngineError:
            return False
        return not refused

    async def _async_protect(self, clip_ids: list[str], need: _Need) -> bool:
        order = Protect(request_id="", clip_ids=tuple(clip_ids), owner=OWNER, reason=str(need.reason), until=need.until)
        done = await self._host.async_do(order)
        if done.error is not None:
            _LOGGER.info("Footage that is asked for is not kept from retention now: %s", done.error)
        return done.error is None
