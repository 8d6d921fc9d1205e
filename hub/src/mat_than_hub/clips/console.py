"""Clips and stills, for officers' browsers."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse

from ..contract import OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..errors import ConsoleProblem, Refusal
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from ..protocol.access import Action
from ..protocol.problems import Problem
from ..resources import Hub
from . import service
from .ranges import ByteRange, parse_range

router = APIRouter(prefix="/api", tags=["console"])
_PROBLEMS = (*OFFICER_PROBLEMS, Problem.NOT_YOURS, Problem.GONE, Problem.OVERLOADED)


@dataclass(frozen=True, slots=True)
class Stored:
    """An object, its size, and the name of the key that opens it."""

    object_key: str
    size_bytes: int
    key_name: str


@router.get("/stills/{still_id}", **described(answers={200: "image/jpeg"}, problems=_PROBLEMS))
async def read_still(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.SEE_FEED))], still_id: str, hub: HubDep
) -> Response:
    """A still; the look is logged in the transaction that allows it."""
    async with hub.db.write(ordered=True) as session:
        still = await service.show_still(session, officer.member_id, still_id, hub.clock.now())
    stored = Stored(still.object_key, still.size_bytes, still.consent_id)
    return await serve(hub, stored, ByteRange(0, still.size_bytes, partial=False), "image/jpeg")


@router.get(
    "/clips/{clip_id}",
    **described(answers={200: "video/mp4", 206: "video/mp4"}, problems=[*_PROBLEMS, ConsoleProblem.RANGE]),
)
async def read_clip(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.SEE_FEED))],
    request: Request,
    clip_id: str,
    hub: HubDep,
    download: Annotated[bool, Query()] = False,
) -> Response:
    """A clip or a range of it, to play or as a file; the look is logged in the transaction that allows it."""
    action = Action.DOWNLOAD_CLIP if download else Action.PLAY_CLIP
    async with hub.db.write(ordered=True) as session:
        clip = await service.show_clip(session, officer, clip_id, action, hub.clock.now())
    wanted = parse_range(request.headers.get("range"), clip.size_bytes)
    stored = Stored(clip.object_key, clip.size_bytes, clip.consent_id)
    response = await serve(hub, stored, wanted, "video/mp4")
    if download:
        name = f"{clip.started_at:%Y%m%dT%H%M%SZ}-{clip.id}.mp4"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


async def serve(hub: Hub, item: Stored, wanted: ByteRange, media_type: str) -> Response:
    """The bytes of an object, opened on the way."""
    key, size = item.object_key, item.size_bytes
    found = await hub.store.stat(key)
    if found is None or found.size_bytes != size or not await hub.store.keys.exists(item.key_name):
        raise Refusal(Problem.OVERLOADED, retry_after_s=30)  # the disk is missing, or its contents are
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "Content-Length": str(wanted.stop - wanted.start),
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    if wanted.partial:
        headers["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    pieces = hub.store.read(key, item.key_name, wanted.start, wanted.stop)
    return StreamingResponse(pieces, 206 if wanted.partial else 200, headers, media_type)
