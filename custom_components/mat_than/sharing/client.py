"""The calls of `mt/1` as the home makes them: objects in, objects out, each answer checked before it is believed."""

from collections.abc import Sequence
import json
from typing import Any

from ..lib.mat_than_engine.protocol.access import AccessEntry, AccessLog
from ..lib.mat_than_engine.protocol.consent import (
    CameraCard,
    ConsentReceipt,
    ConsentUpload,
    Deletion,
    DeletionReceipt,
    ReceiptAnswer,
    WithdrawalUpload,
)
from ..lib.mat_than_engine.protocol.footage import (
    ClipAnnouncement,
    Event,
    EventBatch,
    EventResult,
    EventResults,
    Heartbeat,
    HeartbeatAnswer,
    StorageReceipt,
)
from ..lib.mat_than_engine.protocol.holds import HoldRelease
from ..lib.mat_than_engine.protocol.keys import PublicKey
from ..lib.mat_than_engine.protocol.limits import VERSION
from ..lib.mat_than_engine.protocol.pairing import HubDescription, PairingAnswer, PairingRequest
from ..lib.mat_than_engine.protocol.parts import COMPLETE_FIELD, OFFSET_FIELD, PART_TYPE, format_complete
from ..lib.mat_than_engine.protocol.requests import DecisionUpload, Inbox, InboxItem, ReportUpload
from ..lib.mat_than_engine.protocol.signed import Kind, object_hash, open_object, parse_body
from ..lib.mat_than_engine.wire import WireError, to_json
from .errors import HubKeyError, HubNonsenseError, HubRefusedError
from .identity import verify_ed25519
from .transport import Answer, Call, FileBody, Transport


class HubClient:
    """One hub, by its calls. Every method raises `SharingError`s and nothing else."""

    def __init__(self, transport: Transport, hub_key: PublicKey | None) -> None:
        self._transport = transport
        self._hub_key = hub_key

    async def describe(self, thumbprint: str) -> HubDescription:
        """What the hub says of itself; nothing of this home is sent. HubKeyError when it has another key."""
        answer = await self._transport.ask(Call(method="GET", path="/.well-known/mt-hub", signed=False))
        description = _body(HubDescription, answer)
        if description.key.thumbprint != thumbprint:
            raise HubKeyError("the hub shows another key")
        if VERSION not in description.versions:
            raise HubNonsenseError("the hub speaks no version of the protocol that this home knows")
        return description

    async def pair(self, request: PairingRequest) -> PairingAnswer:
        """Ask to be let in with an invitation's code."""
        return _body(PairingAnswer, await self._send("POST", "/v1/pairings", request))

    async def pairing(self, household_id: str) -> PairingAnswer:
        """Where the pairing stands."""
        answer = _body(PairingAnswer, await self._get(f"/v1/pairings/{household_id}"))
        if answer.household_id != household_id:
            raise HubNonsenseError("the hub answered for another household")
        return answer

    async def put_camera(self, camera_id: str, card: CameraCard) -> None:
        """Tell the hub a camera's name and place."""
        await self._send("PUT", f"/v1/cameras/{camera_id}", card)

    async def put_consent(self, consent_id: str, version: int, record: str) -> str:
        """Hand over a signed consent; the hub's receipt (JWS), checked."""
        answer = await self._send("PUT", f"/v1/consents/{consent_id}", ConsentUpload(record=record))
        token = _body(ReceiptAnswer, answer).receipt
        receipt = self._open(Kind.CONSENT_RECEIPT, ConsentReceipt, token)
        if (receipt.consent_id, receipt.version, receipt.record_sha256) != (consent_id, version, object_hash(record)):
            raise HubNonsenseError("the receipt is for another consent")
        return token

    async def withdraw(self, consent_id: str, withdrawal: str) -> Deletion:
        """Hand over a signed withdrawal; repeats are welcome."""
        upload = WithdrawalUpload(withdrawal=withdrawal)
        answer = await self._send("POST", f"/v1/consents/{consent_id}/withdrawal", upload)
        return self._checked(_body(Deletion, answer), consent_id)

    async def deletion(self, deletion_id: str, consent_id: str) -> Deletion:
        """How far a deletion is; once it is done its receipt is in it, checked."""
        return self._checked(_body(Deletion, await self._get(f"/v1/deletions/{deletion_id}")), consent_id)

    async def post_events(self, events: Sequence[Event]) -> tuple[EventResult, ...]:
        """Send events; one result each, in their order."""
        answer = await self._send("POST", "/v1/events", EventBatch(events=tuple(events)))
        results = _body(EventResults, answer).results
        if [result.id for result in results] != [event.id for event in events]:
            raise HubNonsenseError("the hub's results are for other events")
        return results

    async def put_still(self, still_id: str, event_id: str, body: FileBody) -> None:
        """Send a still of an event that the hub has."""
        path = f"/v1/stills/{still_id}?event={event_id}"
        await self._transport.ask(Call(method="PUT", path=path, body=body, content_type="image/jpeg"))

    async def put_clip(self, clip_id: str, manifest: str, body: FileBody) -> str:
        """Announce a clip and send it; the hub's storage receipt (JWS), checked."""
        await self.announce_clip(manifest)
        return await self.put_content(clip_id, body)

    async def announce_clip(self, manifest: str) -> None:
        """Hand over a clip's signed manifest; repeats are welcome."""
        await self._send("POST", "/v1/clips", ClipAnnouncement(manifest=manifest))

    async def put_content(self, clip_id: str, body: FileBody) -> str:
        """Send an announced clip at once; the hub's storage receipt (JWS), checked."""
        call = Call(method="PUT", path=_content(clip_id), body=body, content_type="video/mp4")
        return self._storage_receipt(clip_id, body.sha256, await self._transport.ask(call))

    async def clip_offset(self, clip_id: str) -> int | None:
        """How much of an announced clip the hub has; None where it takes no parts."""
        try:
            answer = await self._transport.ask(Call(method="HEAD", path=_content(clip_id)))
        except HubRefusedError as err:
            if err.status in {429, 500, 502, 503, 504}:
                raise
            return None
        return answer.offset

    async def append_part(self, clip_id: str, part: FileBody, end: int) -> None:
        """Send a part that ends at `end` of its clip, and is not the last."""
        answer = await self._transport.ask(_part_call(clip_id, part, end, complete=False))
        if answer.offset is None or answer.offset < end:
            raise HubNonsenseError("the hub took a part and does not have it")

    async def finish_clip(self, clip_id: str, part: FileBody, end: int, sha256: str) -> str:
        """Send the last part, empty where the hub has all; the receipt (JWS) for the clip of that hash, checked."""
        answer = await self._transport.ask(_part_call(clip_id, part, end, complete=True))
        return self._storage_receipt(clip_id, sha256, answer)

    def _storage_receipt(self, clip_id: str, sha256: str, answer: Answer) -> str:
        token = _body(ReceiptAnswer, answer).receipt
        receipt = self._open(Kind.STORAGE_RECEIPT, StorageReceipt, token)
        if (receipt.clip_id, receipt.sha256) != (clip_id, sha256):
            raise HubNonsenseError("the receipt is for another clip")
        return token

    async def heartbeat(self, heartbeat: Heartbeat) -> HeartbeatAnswer:
        """Tell that this home is alive."""
        return _body(HeartbeatAnswer, await self._send("POST", "/v1/heartbeat", heartbeat))

    async def access_log(self, after: int) -> tuple[AccessEntry, ...]:
        """Who looked at what of this home, from the entry that follows number `after`."""
        entries = _body(AccessLog, await self._get(f"/v1/household/access-log?after={after}")).entries
        if entries and entries[0].seq <= after:
            raise HubNonsenseError("the hub's log begins before what was asked for")
        return entries

    async def inbox(self, after: int, wait_s: int) -> tuple[InboxItem, ...]:
        """What follows number `after` in this home's inbox; the hub waits so long for something to come."""
        path = f"/v1/inbox?after={after}&wait={wait_s}&live=1"
        items = _body(Inbox, await self._transport.ask(Call(method="GET", path=path, wait_s=wait_s))).items
        if items and items[0].seq <= after:
            raise HubNonsenseError("the hub's inbox begins before what was asked for")
        return items

    async def decide(self, request_id: str, decision: str) -> None:
        """Hand over a signed answer to a footage request; repeats are welcome."""
        await self._send("POST", f"/v1/requests/{request_id}/decision", DecisionUpload(decision=decision))

    async def report(self, report: str) -> None:
        """Hand over a signed report; repeats are welcome."""
        await self._send("POST", "/v1/reports", ReportUpload(report=report))

    async def _get(self, path: str) -> Answer:
        return await self._transport.ask(Call(method="GET", path=path))

    async def _send(self, method: str, path: str, payload: Any) -> Answer:
        body = json.dumps(to_json(payload), separators=(",", ":"), ensure_ascii=False).encode()
        return await self._transport.ask(Call(method=method, path=path, body=body))

    def _checked(self, deletion: Deletion, consent_id: str) -> Deletion:
        if deletion.done != (deletion.receipt is not None):
            raise HubNonsenseError("a deletion is done if and only if it has a receipt")
        if deletion.receipt is not None:
            receipt = self._open(Kind.DELETION_RECEIPT, DeletionReceipt, deletion.receipt)
            if (receipt.consent_id, receipt.deletion_id) != (consent_id, deletion.deletion_id):
                raise HubNonsenseError("the receipt is for another deletion")
        for token in deletion.releases or ():
            release = self._open(Kind.HOLD_RELEASE, HoldRelease, token)
            if (release.consent_id, release.deletion_id) != (consent_id, deletion.deletion_id):
                raise HubNonsenseError("the release is for another deletion")
        return deletion

    def _open[T](self, kind: Kind, cls: type[T], token: str) -> T:
        if self._hub_key is None:
            raise ValueError("a receipt needs the hub's key")
        try:
            return open_object(kind, cls, token, self._hub_key, verify_ed25519)
        except WireError as err:
            raise HubNonsenseError("the receipt is not signed by the hub") from err


def _body[T](cls: type[T], answer: Answer) -> T:
    try:
        return parse_body(cls, answer.body)
    except WireError as err:
        raise HubNonsenseError(f"the answer is no {cls.__name__}") from err


def _content(clip_id: str) -> str:
    return f"/v1/clips/{clip_id}/content"


def _part_call(clip_id: str, part: FileBody, end: int, *, complete: bool) -> Call:
    fields = {OFFSET_FIELD: str(end - part.size_bytes), COMPLETE_FIELD: format_complete(complete=complete)}
    return Call(method="PATCH", path=_content(clip_id), body=part, content_type=PART_TYPE, fields=fields)
