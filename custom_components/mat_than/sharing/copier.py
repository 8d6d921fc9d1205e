"""Makes the shared copies that parcels wait for, through the engine, and signs what the hub will be told of a clip.

One loop for stills and two for clips, so that neither a still nor a clip that is good as it is waits for one that is
encoded anew. A camera's clips are made one after the other: each manifest names the one before.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
import contextlib
from dataclasses import replace
from datetime import datetime, timedelta
import json
import logging
from pathlib import Path
from typing import Final, Protocol

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.backoff import Backoff
from ..lib.mat_than_engine.model import Clip
from ..lib.mat_than_engine.protocol.consent import DataKind
from ..lib.mat_than_engine.protocol.limits import CLIP_BYTES, STILL_BYTES
from ..lib.mat_than_engine.protocol.signed import Kind, object_hash
from ..lib.mat_than_engine.reports import SharedCopyMade
from ..lib.mat_than_engine.wire import read
from .case_footage import part_of
from .copies import WHOLE, CopyTerms, Part, SharedCopies
from .envelope import manifest
from .errors import CopyError, OutboxError
from .lane import FIRST_BACKOFF_S
from .outbox import Outbox
from .parcel import MadeCopy, Parcel
from .permissions import Permissions

_LOGGER = logging.getLogger(__name__)

MOST_ATTEMPTS: Final = 3
LOOPS: Final = (DataKind.STILLS, DataKind.CLIPS, DataKind.CLIPS)


class CopyGate(Protocol):
    """What the copier asks and tells of the door."""

    permissions: Permissions

    async def async_outbox_changed(self) -> None:
        """What waits has changed."""


class Copier:
    """The loops. `async_run` is the task; `wake` says that there may be something to do."""

    def __init__(self, hass: HomeAssistant, outbox: Outbox, copies: SharedCopies, gate: CopyGate) -> None:
        self._hass = hass
        self._outbox = outbox
        self._copies = copies
        self._gate = gate
        self._wakes: list[asyncio.Event] = []
        self._choosing = asyncio.Lock()
        self._in_hand: set[tuple[DataKind, str, str]] = set()

    async def async_run(self) -> None:
        """Keep the loops going until cancelled."""
        async with asyncio.TaskGroup() as loops:
            for kind in LOOPS:
                self._wakes.append(wake := asyncio.Event())
                loops.create_task(self._keep(kind, wake))

    def wake(self) -> None:
        """There may be something to do."""
        for wake in self._wakes:
            wake.set()

    async def _keep(self, kind: DataKind, wake: asyncio.Event) -> None:
        backoff = Backoff(first_s=FIRST_BACKOFF_S)
        while True:
            parcel: Parcel | None = None
            wake.clear()
            try:
                async with self._next(kind) as parcel:
                    if parcel is not None:
                        await self._make(parcel)
            except (CopyError, OutboxError) as err:
                _LOGGER.debug("No shared copy this time: %s", err)
                await asyncio.sleep(backoff.next_wait_s())
            except Exception:
                _LOGGER.exception("A shared copy could not be made")
                if parcel is not None:
                    with contextlib.suppress(OutboxError):  # it is given up after a few times
                        await self._off_loop(self._outbox.tried, parcel)
                await asyncio.sleep(backoff.next_wait_s())
            else:
                backoff.reset()
                if parcel is None:
                    await wake.wait()

    @contextlib.asynccontextmanager
    async def _next(self, kind: DataKind) -> AsyncGenerator[Parcel | None]:
        """The next parcel of a kind, in this loop's hand alone; None when there is none for it."""
        async with self._choosing:
            busy = [(hub, camera) for in_hand, hub, camera in self._in_hand if in_hand is kind]
            parcel = await self._off_loop(self._outbox.next_copy, kind, busy)
            held = {(kind, parcel.hub, parcel.camera_id)} if parcel is not None else set()
            self._in_hand |= held
        try:
            yield parcel
        finally:
            self._in_hand -= held
            if held:
                self.wake()  # another loop may have passed over this camera

    async def _make(self, parcel: Parcel) -> None:
        """One parcel: its copy, its manifest, and on to the hub's line."""
        terms = self._gate.permissions.terms(parcel)
        if terms is None or not self._gate.permissions.ask(parcel).allowed:
            await self._off_loop(self._outbox.discard, [parcel])
            await self._gate.async_outbox_changed()
            return
        if parcel.attempts >= MOST_ATTEMPTS:
            _LOGGER.warning("A shared copy could not be made and is given up")
            await self._off_loop(self._outbox.drop, parcel)
            await self._gate.async_outbox_changed()
            return
        is_clip = parcel.kind is DataKind.CLIPS
        name = f"{parcel.hub}-{parcel.object_id}.{'mp4' if is_clip else 'jpg'}"
        source, target = Path(parcel.source or ""), self._outbox.copies / name
        part = WHOLE
        if is_clip:
            part = _part_of(parcel)
            told = await self._copies.make_shared_copy(source, target, terms.masks, terms.audio, part)
        else:
            told = await self._copies.make_shared_still(source, target, terms.masks)
        if told.error == "empty":  # the camera sent no picture in that moment: there is nothing to give
            await self._off_loop(self._outbox.discard, [parcel])
        else:
            await self._take(parcel, terms, name, told)
        await self._gate.async_outbox_changed()

    async def _take(self, parcel: Parcel, terms: CopyTerms, name: str, told: SharedCopyMade) -> None:
        """Keep what was made, if it is what may leave."""
        if told.error == "disk_full":
            raise CopyError("no room for a shared copy")
        if told.error == "failed":
            await self._off_loop(self._outbox.tried, parcel)
            raise CopyError("the engine failed")
        reason = told.error or _unfit(parcel, terms, told) or _beside(parcel, told)
        if reason is not None:
            _LOGGER.warning("A %s does not leave: %s", "clip" if parcel.kind is DataKind.CLIPS else "still", reason)
            await self._off_loop(_remove, self._outbox.copies / name)
            await self._off_loop(self._outbox.drop, parcel)
            return
        made = MadeCopy(file=name, sha256=told.sha256, size_bytes=told.size_bytes, masked=told.masked, fps=told.fps)
        if parcel.kind is DataKind.CLIPS:
            if (times := _times_of(parcel, told)) is not None:
                made = replace(made, first_at=times[0], last_at=times[1])
            made = await self._signed(parcel, terms, made)
        await self._off_loop(self._outbox.copied, parcel, made)

    async def _signed(self, parcel: Parcel, terms: CopyTerms, made: MadeCopy) -> MadeCopy:
        """The same with a manifest that names the camera's last one."""
        clip = _clip_of(parcel)
        previous = await self._off_loop(self._outbox.previous_manifest, parcel.hub, parcel.camera_id)
        claim = manifest(clip, parcel, terms.recipient, made, previous, dt_util.utcnow())
        token = terms.identity.sign_object(Kind.CLIP_MANIFEST, claim)
        return replace(made, manifest=token, manifest_hash=object_hash(token))

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)


def _clip_of(parcel: Parcel) -> Clip:
    return read(Clip, json.loads(parcel.payload))


def _part_of(parcel: Parcel) -> Part:
    """What of its clip a parcel is: all of it, but of one for a case."""
    if parcel.request_id is None:
        return WHOLE
    return part_of(_clip_of(parcel), parcel.first_at, parcel.last_at)


def _times_of(parcel: Parcel, told: SharedCopyMade) -> tuple[datetime, datetime] | None:
    """Of when the first and the last picture of a part are; None of a whole clip."""
    if told.first_s is None or told.last_s is None:
        return None
    begun = _clip_of(parcel).started_at
    return begun + timedelta(seconds=told.first_s), begun + timedelta(seconds=told.last_s)


def _beside(parcel: Parcel, told: SharedCopyMade) -> str | None:
    """Whether a copy that should be a part holds more; None for one as it should be."""
    if parcel.kind is not DataKind.CLIPS or _part_of(parcel) == WHOLE:
        return None
    times = _times_of(parcel, told)
    if times is None or not parcel.first_at <= times[0] <= times[1] <= parcel.last_at:
        return "not_cut"
    return None


def _unfit(parcel: Parcel, terms: CopyTerms, told: SharedCopyMade) -> str | None:
    """Why a copy may not leave although it was made; None for a good one."""
    if terms.masks and not told.masked:
        return "not_masked"
    if parcel.kind is DataKind.CLIPS and told.codec != "h264":
        return "codec"
    longest = min(CLIP_BYTES, terms.clip_bytes) if parcel.kind is DataKind.CLIPS else STILL_BYTES
    return "too_large" if not 0 < told.size_bytes <= longest else None


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
