"""Homes send reports."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from ..bodies import JsonBody
from ..consents.service import Signer
from ..contract import BODY_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import Caller, HomeGate
from ..households import service as households
from ..protocol.problems import Problem
from ..protocol.requests import ReportUpload
from . import service

router = APIRouter(prefix="/v1", tags=["home"])


@router.post(
    "/reports",
    **described(
        body=ReportUpload,
        answers={201: None, 200: None},
        problems=[*HOME_PROBLEMS, *BODY_PROBLEMS, Problem.CONFLICT, Problem.QUOTA],
    ),
)
async def send_report(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[ReportUpload, Depends(JsonBody(ReportUpload))],
    hub: HubDep,
) -> Response:
    """201 for a new report, 200 for the same again, 409 for another under its id. Its clips follow."""
    signer = Signer(caller.household_id, caller.key)
    async with hub.db.write(ordered=True) as session:
        await households.use_nonce(session, caller.claim, hub.clock.now())
        new = await service.take(session, signer, sent.report, hub.clock.now())
    hub.bus.hint()
    return Response(status_code=201 if new else 200)
