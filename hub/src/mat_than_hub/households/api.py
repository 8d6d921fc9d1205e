"""Pairing and heartbeat."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from ..answers import answer
from ..bodies import JsonBody, read_object
from ..cameras import service as cameras
from ..consents import service as consents
from ..contract import BODY_PROBLEMS, HOME_PROBLEMS, described
from ..dependencies import HubDep, address_of
from ..errors import Refusal
from ..gates import Caller, HomeGate, OpenGate, claim_of, signed_head
from ..protocol.footage import Heartbeat, HeartbeatAnswer
from ..protocol.limits import JSON_BYTES
from ..protocol.pairing import PairingAnswer, PairingRequest
from ..protocol.problems import Problem
from ..requests import inbox
from ..signing import verify
from . import service

router = APIRouter(prefix="/v1", tags=["home"])
_BRINGS_ITS_KEY = OpenGate("signed with the key in the body, which the call checks itself; the code is the proof")


@router.post(
    "/pairings",
    **described(
        body=PairingRequest,
        answers={201: PairingAnswer},
        problems=[*HOME_PROBLEMS, *BODY_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT, Problem.QUOTA],
    ),
)
async def pair(_: Annotated[None, Depends(_BRINGS_ITS_KEY)], request: Request, hub: HubDep) -> Response:
    """Answer an invitation. The only signed call whose body is read first, for the key is inside."""
    address = address_of(request)
    hub.pairing_attempts.check(address, hub.clock.now())
    head = signed_head(request, hub.settings.url)
    claim = claim_of(request, head)
    wanted = await read_object(request, PairingRequest, JSON_BYTES, claim.digest)
    if wanted.key.thumbprint != claim.keyid:
        raise Refusal(Problem.UNKNOWN_KEY)
    verify(head, claim, wanted.key, hub.clock.now())
    async with hub.db.write(ordered=True) as session:
        await service.use_nonce(session, claim, hub.clock.now())
        try:
            paired = await service.pair(session, wanted, hub.key.public, hub.clock.now())
        except Refusal as refusal:
            if refusal.problem is Problem.NOT_YOURS:
                hub.pairing_attempts.count(address, hub.clock.now())
            raise
    hub.bus.hint()
    return answer(paired, 201)


@router.get(
    "/pairings/{household_id}", **described(answers={200: PairingAnswer}, problems=[*HOME_PROBLEMS, Problem.NOT_YOURS])
)
async def pairing_state(
    caller: Annotated[Caller, Depends(HomeGate(waiting=True))], household_id: str, hub: HubDep
) -> Response:
    """Where the pairing stands."""
    async with hub.db.read() as session:
        known = await service.find_key(session, caller.key.thumbprint)
    if known is None or known.household_id != household_id:
        raise Refusal(Problem.NOT_YOURS)
    return answer(PairingAnswer(household_id=known.household_id, state=known.state))


@router.post(
    "/heartbeat",
    **described(body=Heartbeat, answers={200: HeartbeatAnswer}, problems=[*HOME_PROBLEMS, *BODY_PROBLEMS]),
)
async def heartbeat(
    caller: Annotated[Caller, Depends(HomeGate())],
    sent: Annotated[Heartbeat, Depends(JsonBody(Heartbeat))],
    hub: HubDep,
) -> Response:
    """The household is alive, and so are its cameras or not."""
    now = hub.clock.now()
    async with hub.db.write(ordered=True) as session:
        await service.note_heartbeat(session, caller.household_id, sent, now)
        shared = await consents.shared_cameras(session, caller.household_id, now)
        await cameras.note_health(session, caller.household_id, sent.cameras, shared, now)
        inbox_seq = await inbox.newest(session, caller.household_id)
    hub.bus.hint()
    return answer(HeartbeatAnswer(server_time=now, inbox_seq=inbox_seq))
