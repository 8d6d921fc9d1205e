"""Homes send clips and stills."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from ..answers import answer
from ..bodies import JsonBody, bounded_stream, media_type, read_body
from ..consents.service import Signer
from ..contract import BODY_PROBLEMS, CONSENT_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..errors import ConsoleProblem, Refusal
from ..gates import Caller, HomeGate
from ..protocol.consent import ReceiptAnswer
from ..protocol.footage import ClipAnnouncement
from ..protocol.limits import CLIP_BYTES, STILL_BYTES
from ..protocol.parts import (
    COMPLETE_FIELD,
    LEAST_PART_BYTES,
    LIMIT_FIELD,
    OFFSET_FIELD,
    PART_TYPE,
    format_complete,
    parse_offset,
)
from ..protocol.problems import Problem
from . import part_upload, service, upload
from .part_upload import SentPart, Standing

router = APIRouter(prefix="/v1", tags=["home"])
_PROBLEMS = (
    *HOME_PROBLEMS,
    *BODY_PROBLEMS,
    *CONSENT_PROBLEMS,
    Problem.NOT_YOURS,
    Problem.CONFLICT,
    Problem.GONE,
    Problem.CODEC,
)


@router.put("/stills/{still_id}", **described(body="image/jpeg", answers={201: None, 200: None}, problems=_PROBLEMS))
async def put_still(
    caller: Annotated[Caller, Depends(HomeGate())], request: Request, still_id: str, event: str, hub: HubDep
) -> Response:
    """The picture of an event: 201, or 200 for the same bytes again."""
    if media_type(request) != "image/jpeg":
        raise Refusal(Problem.CODEC)
    data = await read_body(request, STILL_BYTES, caller.claim.digest)
    new = await upload.receive_still(hub, caller.household_id, still_id, event, data)
    return Response(status_code=201 if new else 200)


@router.post(
    "/clips",
    **described(body=ClipAnnouncement, answers={201: None, 200: None}, problems=_PROBLEMS),
)
async def announce_clip(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[ClipAnnouncement, Depends(JsonBody(ClipAnnouncement))],
    hub: HubDep,
) -> Response:
    """Announce a clip: 201 with the address for its bytes, or 200 for the same manifest again."""
    signer = Signer(caller.household_id, caller.key)
    async with hub.db.write(ordered=True) as session:
        clip, new = await service.announce(session, signer, sent.manifest, hub.clock.now())
    hub.bus.hint()
    return Response(status_code=201 if new else 200, headers={"Location": f"/v1/clips/{clip.id}/content"})


@router.put(
    "/clips/{clip_id}/content",
    **described(body="video/mp4", answers={201: ReceiptAnswer, 200: ReceiptAnswer}, problems=_PROBLEMS),
)
async def put_clip(
    caller: Annotated[Caller, Depends(HomeGate())], request: Request, clip_id: str, hub: HubDep
) -> Response:
    """The bytes of an announced clip: 201 with a storage receipt, or 200 with the same receipt again."""
    if media_type(request) != "video/mp4":
        raise Refusal(Problem.CODEC)
    pieces = bounded_stream(request, CLIP_BYTES)
    receipt, new = await upload.receive_clip(hub, caller.household_id, clip_id, caller.claim.digest, pieces)
    return answer(receipt, 201 if new else 200)


@router.head("/clips/{clip_id}/content", **described(answers={204: None}, problems=_PROBLEMS))
async def clip_offset(caller: Annotated[Caller, Depends(HomeGate())], clip_id: str, hub: HubDep) -> Response:
    """How much of an announced clip is here, in `Upload-Offset`: a clip that came in parts goes on from there."""
    which = part_upload.Which(household_id=caller.household_id, clip_id=clip_id)
    return Response(status_code=204, headers=_standing_fields(await part_upload.standing(hub, which)))


@router.patch(
    "/clips/{clip_id}/content",
    **described(
        body=PART_TYPE,
        answers={204: None, 201: ReceiptAnswer, 200: ReceiptAnswer},
        problems=(*_PROBLEMS, ConsoleProblem.UPLOAD_OFFSET),
    ),
)
async def append_part(
    caller: Annotated[Caller, Depends(HomeGate())], request: Request, clip_id: str, hub: HubDep
) -> Response:
    """A part of an announced clip, from `Upload-Offset` on: 204; with `Upload-Complete: ?1` the answers of the whole."""
    if media_type(request) != PART_TYPE:
        raise Refusal(Problem.CODEC)
    offset, complete = parse_offset(request.headers.get(OFFSET_FIELD)), request.headers.get(COMPLETE_FIELD, "?0")
    if offset is None or complete not in {"?0", "?1"}:
        raise Refusal(Problem.VALIDATION, [("", f"has no {OFFSET_FIELD}, or no good {COMPLETE_FIELD}")])
    stands = await part_upload.receive_part(
        hub,
        part_upload.Which(household_id=caller.household_id, clip_id=clip_id),
        SentPart(offset=offset, complete=complete == "?1", digest=caller.claim.digest),
        bounded_stream(request, CLIP_BYTES),
    )
    if stands.receipt is None:
        return Response(status_code=204, headers=_standing_fields(stands))
    return answer(ReceiptAnswer(receipt=stands.receipt), 201 if stands.new else 200, _standing_fields(stands))


def _standing_fields(stands: Standing) -> dict[str, str]:
    """As the IETF's "Resumable Uploads for HTTP" names them."""
    return {
        OFFSET_FIELD: str(stands.offset),
        COMPLETE_FIELD: format_complete(complete=stands.receipt is not None),
        LIMIT_FIELD: f"max-size={CLIP_BYTES}, min-append-size={LEAST_PART_BYTES}",
        "Cache-Control": "no-store",
    }
