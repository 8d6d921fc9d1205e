"""Homes give and withdraw consents."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from ..answers import answer
from ..bodies import JsonBody
from ..contract import BODY_PROBLEMS, CONSENT_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import Caller, HomeGate
from ..households import service as households
from ..live import service as live
from ..protocol.consent import ConsentUpload, Deletion, ReceiptAnswer, WithdrawalUpload
from ..protocol.problems import Problem
from . import service

router = APIRouter(prefix="/v1", tags=["home"])


@router.put(
    "/consents/{consent_id}",
    **described(
        body=ConsentUpload,
        answers={201: ReceiptAnswer, 200: ReceiptAnswer},
        problems=[*HOME_PROBLEMS, *BODY_PROBLEMS, *CONSENT_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT],
    ),
)
async def put_consent(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[ConsentUpload, Depends(JsonBody(ConsentUpload))],
    consent_id: str,
    hub: HubDep,
) -> Response:
    """201 with a receipt for a new record, 200 with the same receipt for the same record again."""
    signer = service.Signer(caller.household_id, caller.key)
    async with hub.db.write(ordered=True) as session:
        await households.use_nonce(session, caller.claim, hub.clock.now())
        receipt, new = await service.put(session, signer, consent_id, sent.record, hub.key, hub.clock.now())
    hub.bus.hint()
    return answer(receipt, 201 if new else 200)


@router.post(
    "/consents/{consent_id}/withdrawal",
    **described(
        body=WithdrawalUpload,
        answers={202: Deletion},
        problems=[*HOME_PROBLEMS, *BODY_PROBLEMS, Problem.NOT_YOURS],
    ),
)
async def withdraw(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[WithdrawalUpload, Depends(JsonBody(WithdrawalUpload))],
    consent_id: str,
    hub: HubDep,
) -> Response:
    """Nothing of this consent is shown from now on; deletion follows at once."""
    signer = service.Signer(caller.household_id, caller.key)
    async with hub.db.write(ordered=True) as session:
        await households.use_nonce(session, caller.claim, hub.clock.now())
        deletion = await service.withdraw(session, signer, consent_id, sent.withdrawal, hub.clock.now())
        watched = await live.end_under(session, consent_id, hub.clock.now())
    for live_id in watched:
        hub.rooms.close(live_id)
    hub.bus.hint()
    hub.work_waits.set()
    return answer(deletion, 202)


@router.get(
    "/deletions/{deletion_id}", **described(answers={200: Deletion}, problems=[*HOME_PROBLEMS, Problem.NOT_YOURS])
)
async def read_deletion(caller: Annotated[Caller, Depends(HomeGate())], deletion_id: str, hub: HubDep) -> Response:
    """How far a deletion has come; its receipt once it is done."""
    async with hub.db.read() as session:
        return answer(await service.find_deletion(session, caller.household_id, deletion_id))
