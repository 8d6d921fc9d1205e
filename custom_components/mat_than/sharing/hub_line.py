"""The line to one hub: what waits goes out, oldest first, with a fresh yes for each object; the home tells that it is
alive, and asks who looked; withdrawals are told until the proof of the deletion is here. What officers ask and what the
owner answers is `case_line`'s.

The lanes run side by side, so that an event never waits behind a clip. While nothing may leave, nothing at all is said
to the hub.

Above 300 lines because the lanes share one greeting, one state and one way to treat a refusal.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
import json
import logging
from typing import Final, Protocol

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..lib.mat_than_engine.protocol.consent import CameraCard, DataKind
from ..lib.mat_than_engine.protocol.footage import Event, EventStatus, Heartbeat
from ..lib.mat_than_engine.protocol.limits import ACCESS_ENTRIES, BATCH_BYTES, EVENTS_PER_BATCH
from ..lib.mat_than_engine.protocol.problems import Problem
from ..lib.mat_than_engine.wire import read
from .answering import Answering
from .case_line import CaseLine, Manners
from .client import HubClient
from .consent import Reason
from .errors import HubRefusedError, SharingError
from .hub import Hub
from .lane import FIRST_BACKOFF_S, Attempt, Lane, Pulse
from .ledger import KnownConsent
from .outbox import Outbox
from .parcel import Parcel, QueueFigures
from .permissions import Permissions
from .transport import FileBody

_LOGGER = logging.getLogger(__name__)

HEARTBEAT_S: Final = 60.0
MIRROR_S: Final = 30.0  # the owner learns within a minute who looked
MOST_ATTEMPTS: Final = 5  # of a parcel that the hub refuses for a reason that might heal
READ_BYTES: Final = 256 * 1024

# Refusals that are no parcel's fault: they heal with time, or when somebody does something at the hub.
_LINE_PROBLEMS: Final = {
    Problem.CLOCK_SKEW,
    Problem.NOT_CONFIRMED,
    Problem.OVERLOADED,
    Problem.QUOTA,
    Problem.SIGNATURE_INVALID,
    Problem.UNKNOWN_KEY,
}
# Refusals that may heal by trying again, a few times.
_HEALING_PROBLEMS: Final = {Problem.CONSENT_MISSING, Problem.NOT_YOURS, Problem.DIGEST_MISMATCH}


class Gate(Protocol):
    """What the line asks and tells of the door."""

    permissions: Permissions
    requests: Answering

    def queue(self, hub: str) -> QueueFigures:
        """What waits for the hub."""

    async def async_outbox_changed(self) -> None:
        """What waits has changed."""

    def state_changed(self) -> None:
        """What is known of the line has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """What is known of the line."""

    connected: bool = False
    last_contact_at: datetime | None = None
    problem: str | None = None  # a word of `errors`, or of the protocol's problems


class HubLine:
    """One hub's lanes. `async_run` is the task; `wake` and `interrupt` are called from the door."""

    def __init__(self, hass: HomeAssistant, hub: Hub, client: HubClient, outbox: Outbox, gate: Gate) -> None:
        self._hass = hass
        self.hub = hub
        self._client = client
        self._outbox = outbox
        self._gate = gate
        self._permissions = gate.permissions
        self.state = LineState()
        self._pulse = Pulse(asyncio.Event())
        self._cases = CaseLine(hub, client, gate.permissions, gate.requests, Manners(self._greet, self._heard))
        attempts: dict[str, Attempt] = {
            "small": self._send_small,
            "clips": self._send_clip,
            "alive": self._tell_alive,
            "withdrawals": self._withdraw,
            "mirror": self._read_mirror,
            "inbox": self._cases.read_inbox,
            "answers": self._cases.tell_answers,
        }
        self._lanes = {name: Lane(hass, attempt, self._failed, self._pulse) for name, attempt in attempts.items()}
        self._greeted = False
        self._greeting = asyncio.Lock()
        self._cards_sent: dict[str, CameraCard] = {}

    async def async_run(self) -> None:
        """Keep the lanes going until cancelled."""
        async with asyncio.TaskGroup() as running:
            for lane in self._lanes.values():
                running.create_task(lane.async_run())

    def wake(self, *lanes: str) -> None:
        """There may be something to do; without names, in every lane."""
        for name in lanes or self._lanes:
            self._lanes[name].wake()

    def interrupt(self) -> None:
        """Break off whatever is being sent; what still may leave is sent again."""
        for lane in self._lanes.values():
            lane.interrupt()

    def _failed(self, err: SharingError) -> None:
        self._greeted = False
        problem = err.code
        if isinstance(err, HubRefusedError) and err.problem is not None:
            problem = err.problem.value
        if self.state.problem != problem:
            _LOGGER.info("Hub %s: %s (%s)", self.hub.name, problem, err)
        self._set_state(replace(self.state, connected=False, problem=problem))

    def _heard(self) -> None:
        """The hub answered as it should."""
        if not self.state.connected:
            _LOGGER.info("Hub %s answers", self.hub.name)
            self._pulse.beat()
        self._set_state(LineState(connected=True, last_contact_at=dt_util.utcnow()))

    def _set_state(self, state: LineState) -> None:
        self.state = state
        self._gate.state_changed()

    async def _greet(self) -> None:
        """After a start and after each failure: is this still the hub that the owner chose?"""
        async with self._greeting:
            if not self._greeted:
                await self._client.describe(self.hub.key.thumbprint)
                self._greeted = True
                self._heard()

    # -- events and stills

    async def _send_small(self) -> float | None:
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
        await self._greet()
        try:
            results = await self._client.post_events([read(Event, json.loads(parcel.payload)) for parcel in parcels])
        except HubRefusedError as err:
            if err.problem in _LINE_PROBLEMS or err.problem is None:
                raise
            if len(parcels) == 1:
                await self._refused([(parcels[0], err.problem)])
            else:  # one bad event spoils its batch: from now on these go one by one
                for parcel in parcels:
                    await self._off_loop(self._outbox.tried, parcel)
            return
        self._heard()
        done = [p for p, result in zip(parcels, results, strict=True) if result.status is not EventStatus.REJECTED]
        await self._off_loop(self._outbox.acknowledged, done)
        await self._refused(
            [(p, r.problem) for p, r in zip(parcels, results, strict=True) if r.status is EventStatus.REJECTED]
        )
        await self._gate.async_outbox_changed()

    async def _put_still(self, parcel: Parcel, body: FileBody) -> None:
        await self._client.put_still(parcel.object_id, parcel.event_id, body)
        await self._off_loop(self._outbox.acknowledged, [parcel])

    # -- clips

    async def _send_clip(self) -> float | None:
        clips = await self._next(DataKind.CLIPS, 1)
        for clip in await self._still_allowed(clips):
            await self._send_file(clip, self._put_clip)
        return self._next_look_s(clips)

    async def _put_clip(self, parcel: Parcel, body: FileBody) -> None:
        receipt = await self._client.put_clip(parcel.object_id, parcel.manifest or "", body)
        await self._off_loop(self._outbox.acknowledged, [parcel], receipt)

    # -- what both kinds of file need

    async def _send_file(self, parcel: Parcel, put: Callable[[Parcel, FileBody], Awaitable[None]]) -> None:
        path = self._outbox.copies / (parcel.file or "")
        if await self._off_loop(lambda: not path.is_file() or path.stat().st_size != parcel.size_bytes):
            await self._off_loop(self._outbox.make_again, parcel)
            await self._gate.async_outbox_changed()
            return
        await self._greet()
        body = FileBody(sha256=parcel.sha256, size_bytes=parcel.size_bytes, read=lambda: self._read_file(parcel))
        try:
            await put(parcel, body)
        except HubRefusedError as err:
            if err.problem in _LINE_PROBLEMS or err.problem is None:
                raise
            await self._refused([(parcel, err.problem)])
        self._heard()
        await self._gate.async_outbox_changed()

    async def _read_file(self, parcel: Parcel) -> AsyncIterator[bytes]:
        path = self._outbox.copies / (parcel.file or "")
        with await self._off_loop(path.open, "rb") as file:
            while chunk := await self._off_loop(file.read, READ_BYTES):
                yield chunk

    async def _next(self, kind: DataKind, limit: int) -> list[Parcel]:
        return await self._off_loop(self._outbox.next_to_send, self.hub.code, kind, limit)

    def _next_look_s(self, parcels: Sequence[Parcel]) -> float | None:
        """When to look again after these: at once, but for a consent that has not begun (our clock stepped back)."""
        if not parcels:
            return None
        waits = all(self._permissions.ask(parcel).reason is Reason.NOT_YET for parcel in parcels)
        return HEARTBEAT_S if waits else 0.0

    async def _still_allowed(self, parcels: Sequence[Parcel]) -> list[Parcel]:
        """Those that may go now; those that never may again are removed."""
        verdicts = [(parcel, self._permissions.ask(parcel)) for parcel in parcels]
        over = [p for p, verdict in verdicts if not verdict.allowed and verdict.reason is not Reason.NOT_YET]
        if over:
            await self._off_loop(self._outbox.discard, over)
            await self._gate.async_outbox_changed()
        return [parcel for parcel, verdict in verdicts if verdict.allowed]

    async def _refused(self, refusals: Sequence[tuple[Parcel, Problem | None]]) -> None:
        """The hub will not have these. Try what may heal a few times, else park them with their reason."""
        consents = set()
        pause_s = 0.0
        for parcel, problem in refusals:
            attempts = await self._off_loop(self._outbox.tried, parcel)
            if problem not in _HEALING_PROBLEMS or attempts >= MOST_ATTEMPTS:
                _LOGGER.info("Hub %s does not take an object of %s: %s", self.hub.name, parcel.kind, problem)
                await self._off_loop(self._outbox.park, parcel, problem.value if problem else "unknown")
                continue
            pause_s = max(pause_s, FIRST_BACKOFF_S * 2 ** (attempts - 1))
            if problem is Problem.CONSENT_MISSING:
                consents.add(parcel.consent_id)
            elif problem is Problem.NOT_YOURS:  # perhaps the hub lost our cameras
                self._cards_sent.clear()
                self.wake("alive")
            elif problem is Problem.DIGEST_MISMATCH:
                await self._off_loop(self._outbox.make_again, parcel)
        for consent_id in consents:
            await self._put_consent(consent_id)
        await asyncio.sleep(pause_s)

    async def _put_consent(self, consent_id: str) -> None:
        """A hub that lost its consents (a restored backup) is given this one again."""
        record = self._permissions.consent_record(consent_id)
        if record is not None:
            version, token = record
            await self._client.put_consent(consent_id, version, token)

    # -- alive

    async def _tell_alive(self) -> float | None:
        recipient = self.hub.recipient
        if not self._permissions.open_to(recipient):
            if self.state.connected or self.state.problem:
                self._greeted = False
                self._set_state(LineState(last_contact_at=self.state.last_contact_at))
            return HEARTBEAT_S  # a consent may begin by its date, without anybody waking us
        await self._greet()
        for camera_id, card in self._permissions.cards(recipient).items():
            if self._cards_sent.get(camera_id) != card:
                await self._client.put_camera(camera_id, card)
                self._cards_sent[camera_id] = card
        queue = self._gate.queue(self.hub.code)
        known_seq = self._permissions.book.last_seq(self.hub.code)
        answer = await self._client.heartbeat(
            Heartbeat(
                cameras=self._permissions.health(recipient),
                queue_length=queue.length,
                oldest_waiting_at=queue.oldest_at,
                dropped=queue.dropped,
            )
        )
        self._heard()
        if await self._cases.heed(answer.inbox_seq, known_seq):
            self.wake("inbox")
        return HEARTBEAT_S

    # -- who looked

    async def _read_mirror(self) -> float | None:
        """Ask who looked at what."""
        if not self._permissions.open_to(self.hub.recipient):
            return MIRROR_S  # nothing is said, not even this; it is read on from here later
        await self._greet()
        mirror = self._permissions.mirror
        entries = await self._client.access_log(mirror.last_seq(self.hub.code))
        await mirror.async_add(self.hub.code, entries)
        if entries:
            self._gate.state_changed()
        return 0.0 if len(entries) == ACCESS_ENTRIES else MIRROR_S

    # -- withdrawals

    async def _withdraw(self) -> float | None:
        pending = [
            k for k in self._permissions.ledger.consents.values() if k.pending and k.recipient == self.hub.recipient
        ]
        for known in pending:
            await self._withdraw_one(known)
        still = any(k.pending and k.recipient == self.hub.recipient for k in self._permissions.ledger.consents.values())
        if pending and not still:
            self._gate.state_changed()
        return 1.0 if still else None

    async def _withdraw_one(self, known: KnownConsent) -> None:
        try:
            if known.deletion_id is None:
                deletion = await self._client.withdraw(known.consent_id, known.withdrawal or "")
            else:
                deletion = await self._client.deletion(known.deletion_id, known.consent_id)
        except HubRefusedError as err:
            if err.problem is not Problem.NOT_YOURS:
                raise
            # The hub knows nothing of that consent, or of that deletion: then it holds nothing under it.
            if known.deletion_id is None:
                await self._permissions.ledger.async_close(known.consent_id, None)
            else:
                await self._permissions.ledger.async_put(replace(known, deletion_id=None))
            return
        if deletion.done:
            await self._permissions.ledger.async_close(known.consent_id, deletion.receipt)
        elif known.deletion_id != deletion.deletion_id:
            await self._permissions.ledger.async_put(replace(known, deletion_id=deletion.deletion_id))

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
