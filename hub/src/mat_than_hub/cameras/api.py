"""Homes describe their cameras."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from ..bodies import JsonBody
from ..contract import BODY_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import Caller, HomeGate
from ..protocol.consent import CameraCard
from ..protocol.problems import Problem
from . import service

router = APIRouter(prefix="/v1", tags=["home"])


@router.put(
    "/cameras/{camera_id}",
    **described(
        body=CameraCard, answers={201: None, 200: None}, problems=[*HOME_PROBLEMS, *BODY_PROBLEMS, Problem.QUOTA]
    ),
)
async def put_camera(
    caller: Annotated[Caller, Depends(HomeGate())],
    card: Annotated[CameraCard, Depends(JsonBody(CameraCard))],
    camera_id: str,
    hub: HubDep,
) -> Response:
    """201 for a new camera, 200 for a changed one."""
    async with hub.db.write(ordered=True) as session:
        new = await service.put(session, caller.household_id, camera_id, card, hub.clock.now())
    hub.bus.hint()
    return Response(status_code=201 if new else 200)
