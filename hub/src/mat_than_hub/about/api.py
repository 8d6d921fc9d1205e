"""What anybody may know of the hub before joining it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from .. import __version__
from ..answers import answer
from ..contract import described
from ..dependencies import HubDep
from ..errors import Refusal
from ..gates import OpenGate
from ..protocol.limits import VERSION
from ..protocol.pairing import HubDescription
from ..protocol.problems import Problem
from . import service

router = APIRouter(tags=["home"])
_OPEN = OpenGate("a home reads it before it sends anything of itself")


@router.get("/.well-known/mt-hub", **described(answers={200: HubDescription}, problems=[Problem.OVERLOADED]))
async def describe_hub(_: Annotated[None, Depends(_OPEN)], hub: HubDep) -> Response:
    """The hub's key, name and statements."""
    async with hub.db.read() as session:
        found = await service.profile(session)
    if found is None:
        raise Refusal(Problem.OVERLOADED, retry_after_s=60)  # nobody has set the hub up yet
    return answer(
        HubDescription(
            versions=(VERSION,),
            software=f"mat-than-hub {__version__}",
            name=found.name,
            commune=found.commune,
            key=hub.key.public,
            server_time=hub.clock.now(),
            notice_version=found.notice_version,
            statements=service.statements_of(found),
            retention_days=hub.settings.retention_days,
        )
    )
