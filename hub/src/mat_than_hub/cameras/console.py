"""The list of cameras, for officers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from ..answers import view
from ..contract import OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from .views import CameraView, camera_views

router = APIRouter(prefix="/api", tags=["console"])


@router.get("/cameras", **described(answers={200: list[CameraView]}, problems=OFFICER_PROBLEMS))
async def list_cameras(_: Annotated[Officer, Depends(OfficerGate(Permission.SEE_FEED))], hub: HubDep) -> Response:
    """All cameras."""
    async with hub.db.read() as session:
        return view(await camera_views(session, hub.clock.now()))
