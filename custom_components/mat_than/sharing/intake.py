"""Between the coordinator, which does not wait, and the outbox, which syncs to disk: a bounded queue, in order.

It also remembers the last motions for a moment, so that each update of an event is the whole of what is known of it:
a still that came earlier, a clip that comes after the end.
"""

import asyncio
from collections import OrderedDict
from dataclasses import replace
import logging
from typing import Final, Protocol

from homeassistant.core import HomeAssistant

from ..lib.mat_than_engine.backoff import Backoff
from ..lib.mat_than_engine.model import Clip, Motion
from .errors import OutboxError
from .lane import FIRST_BACKOFF_S
from .outbox import Outbox
from .packer import Packer
from .parcel import NewParcel

_LOGGER = logging.getLogger(__name__)

MOST_QUEUED: Final = 1000  # a disk that does not write for minutes
MOST_REMEMBERED: Final = 256  # motions; more than all cameras of a place have at the same time


class IntakeGate(Protocol):
    """What the intake tells the door."""

    async def async_outbox_changed(self) -> None:
        """What waits has changed."""


class Intake:
    """Takes motions and clips in; `async_run` is the task that keeps them."""

    def __init__(self, hass: HomeAssistant, outbox: Outbox, packer: Packer, gate: IntakeGate) -> None:
        self._hass = hass
        self._outbox = outbox
        self._packer = packer
        self._gate = gate
        self._queue: asyncio.Queue[list[NewParcel]] = asyncio.Queue(MOST_QUEUED)
        self._motions: OrderedDict[str, Motion] = OrderedDict()
        self._clips: OrderedDict[str, str] = OrderedDict()  # the first clip of an event
        self.dropped = 0

    def motion(self, motion: Motion) -> None:
        """Take a motion; an update that brings nothing new for a hub is left out."""
        before = self._motions.get(motion.event_id)
        whole = motion if before is None else _whole(before, motion)
        self._motions[motion.event_id] = whole
        if len(self._motions) > MOST_REMEMBERED:
            gone, _ = self._motions.popitem(last=False)
            self._clips.pop(gone, None)
        if motion.phase == "update" and before is not None and before.still_settled == whole.still_settled:
            return
        self._take(self._packer.motion(whole, self._clips.get(motion.event_id)))

    def clip(self, clip: Clip) -> None:
        """Take a clip, and tell its events of it."""
        parcels = []
        for event_id in clip.event_ids:
            motion = self._motions.get(event_id)
            if motion is not None and event_id not in self._clips:
                self._clips[event_id] = clip.clip_id
                parcels += self._packer.motion(motion, clip.clip_id)
        self._take(parcels + self._packer.clip(clip))

    def _take(self, parcels: list[NewParcel]) -> None:
        if not parcels:
            return
        try:
            self._queue.put_nowait(parcels)
        except asyncio.QueueFull:
            self.dropped += len(parcels)

    async def async_run(self) -> None:
        """Bring what is taken to the outbox, until cancelled."""
        backoff = Backoff(first_s=FIRST_BACKOFF_S)
        while True:
            parcels = await self._queue.get()
            while not self._queue.empty():
                parcels += self._queue.get_nowait()
            while True:
                if await self._kept(parcels):
                    backoff.reset()
                    break
                await asyncio.sleep(backoff.next_wait_s())

    async def _kept(self, parcels: list[NewParcel]) -> bool:
        try:
            await self._hass.async_add_executor_job(self._outbox.put, parcels)
            await self._gate.async_outbox_changed()
        except OutboxError:
            _LOGGER.exception("What shall be shared cannot be written down; trying again")
            return False
        return True


def _whole(before: Motion, now: Motion) -> Motion:
    """A motion with what was known of it before."""
    return replace(
        now,
        still=now.still or before.still,
        still_settled=now.still_settled or before.still_settled,
        boxes=now.boxes or before.boxes,
        zones=now.zones or before.zones,
        score=max(now.score, before.score),
        night=now.night or before.night,
    )
