"""What waits for one hub goes out: events in batches and stills in one lane, clips in another, the oldest first.

Each object is asked for again before it is sent, a large clip before each of its parts; one that never may leave again is
removed. In the owner's quiet hours clips wait. What the hub refuses is `refusals`' business.
"""

from collections.abc import Awaitable, Callable, Sequence
import json
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.protocol.consent import DataKind
from ..lib.mat_than_engine.protocol.footage import Event, EventStatus
from ..lib.mat_than_engine.protocol.limits import BATCH_BYTES, EVENTS_PER_BATCH
from ..lib.mat_than_engine.wire import read
from .clip_upload import async_send_clip
from .consent import Reason
from .contact import Contact
from .copy_file import CopyFile
from .errors import HubRefusedError
from .gate import Gate
from .outbox import Outbox
from .parcel import Parcel
from .refusals import Refusals, is_of_the_line

NOT_YET_S: Final = 60.0  # until the next look at what may leave later


class ParcelLine:
    """One hub's parcels; `tell_cameras` is called when the hub may have lost ours."""

    def __init__(
        self, hass: HomeAssistant, contact: Contact, outbox: Outbox, gate: Gate, tell_cameras: Callable[[], None]
    ) -> None:
        self._hass = hass
        self._contact = contact
        self._hub = contact.hub
        self._client = contact.client
        self._outbox = outbox
        self._gate = gate
        self._permissions = gate.permissions
        self._refusals = Refusals(hass, contact, outbox, gate.permissions, tell_cameras)

    # -- events and stills

    async def send_small(self) -> float | None:
        """Send a batch of events, else a still."""
        events = await self._next(DataKind.EVENTS, EVENTS_PER_BATCH)
        if events:
            going = await self._still_allowed(events)
            if going:
                await self._send_events(going)
            return self._next_look_s(events)
        stills = await self._next(DataKind.STILLS, 1)
        for still in await self._still_allowed(stills):
            await self._send_file(still, self._put_still)
        return self._next_look_s(stills)

    async def _send_events(self, parcels: Sequence[Parcel]) -> None:
        parcels = _one_batch(parcels)
        await self._contact.greet()
        try:
            results = await self._client.post_events([read(Event, json.loads(parcel.payload)) for parcel in parcels])
        except HubRefusedError as err:
            if is_of_the_line(err):
                raise
            if len(parcels) == 1:
                await self._refusals.treat([(parcels[0], err.problem)])
            else:  # one bad event spoils its batch: from now on these go one by one
                for parcel in parcels:
                    await self._off_loop(self._outbox.tried, parcel)
            return
        self._contact.heard()
        done = [p for p, result in zip(parcels, results, strict=True) if result.status is not EventStatus.REJECTED]
        await self._off_loop(self._outbox.acknowledged, done)
        await self._refusals.treat(
            [(p, r.problem) for p, r in zip(parcels, results, strict=True) if r.status is EventStatus.REJECTED]
        )
        await self._gate.async_outbox_changed()

    async def _put_still(self, parcel: Parcel, copy: CopyFile) -> None:
        await self._client.put_still(parcel.object_id, parcel.event_id, copy.whole())
        await self._off_loop(self._outbox.acknowledged, [parcel])

    # -- clips

    async def send_clip(self) -> float | None:
        """Send a clip, unless it is quiet now; what was given for a case goes first, and also then."""
        clips = await self._next(DataKind.CLIPS, 1)
        if any(self._held(clip) for clip in clips):
            return NOT_YET_S
        for clip in await self._still_allowed(clips):
            await self._send_file(clip, self._put_clip)
        return self._next_look_s(clips)

    async def _put_clip(self, parcel: Parcel, copy: CopyFile) -> None:
        def may_go_on() -> bool:
            return self._permissions.ask(parcel).allowed and not self._held(parcel)

        receipt = await async_send_clip(self._client, parcel, copy, may_go_on)
        if receipt is not None:
            await self._off_loop(self._outbox.acknowledged, [parcel], receipt)

    def _held(self, clip: Parcel) -> bool:
        """Whether it waits for the end of the owner's quiet hours."""
        quiet = self._hub.limits.quiet
        if quiet is None or clip.request_id is not None:
            return False
        return quiet.hold(dt_util.utcnow(), dt_util.get_default_time_zone())

    # -- what both kinds of file need

    async def _send_file(self, parcel: Parcel, put: Callable[[Parcel, CopyFile], Awaitable[None]]) -> None:
        copy = CopyFile(self._hass, self._outbox.copies, parcel)
        if not await copy.is_there():
            await self._off_loop(self._outbox.make_again, parcel)
            await self._gate.async_outbox_changed()
            return
        await self._contact.greet()
        try:
            await put(parcel, copy)
        except HubRefusedError as err:
            if is_of_the_line(err):
                raise
            await self._refusals.treat([(parcel, err.problem)])
        self._contact.heard()
        await self._gate.async_outbox_changed()

    async def _next(self, kind: DataKind, limit: int) -> list[Parcel]:
        return await self._off_loop(self._outbox.next_to_send, self._hub.code, kind, limit)

    def _next_look_s(self, parcels: Sequence[Parcel]) -> float | None:
        """When to look again after these: at once, but for a consent that has not begun (our clock stepped back)."""
        if not parcels:
            return None
        waits = all(self._permissions.ask(parcel).reason is Reason.NOT_YET for parcel in parcels)
        return NOT_YET_S if waits else 0.0

    async def _still_allowed(self, parcels: Sequence[Parcel]) -> list[Parcel]:
        """Those that may go now; those that never may again are removed."""
        verdicts = [(parcel, self._permissions.ask(parcel)) for parcel in parcels]
        over = [p for p, verdict in verdicts if not verdict.allowed and verdict.reason is not Reason.NOT_YET]
        if over:
            await self._off_loop(self._outbox.discard, over)
            await self._gate.async_outbox_changed()
        return [parcel for parcel, verdict in verdicts if verdict.allowed]

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)


def _one_batch(parcels: Sequence[Parcel]) -> list[Parcel]:
    """As many of the first as a request holds; one alone where the last attempt failed with several."""
    if parcels[0].attempts:
        return [parcels[0]]
    batch: list[Parcel] = []
    size = len('{"events":[]}')
    for parcel in parcels:
        size += len(parcel.payload.encode()) + 1
        if batch and (size > BATCH_BYTES or parcel.attempts):
            break
        batch.append(parcel)
    return batch
