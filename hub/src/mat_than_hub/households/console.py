"""Invitations and households, for officers."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, Response
import segno

from ..answers import view
from ..bodies import JsonBody
from ..cameras import service as cameras
from ..contract import BODY_PROBLEMS, OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from ..naming import Named
from ..protocol.limits import check_text
from ..protocol.pairing import Invitation, PairingState
from ..protocol.problems import Problem
from ..resources import Hub
from . import service
from .models import Household, InvitationRow

router = APIRouter(prefix="/api", tags=["console"])


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdView:
    """A household; `comparison_code` only while it waits."""

    id: str
    name: str
    state: PairingState
    comparison_code: str | None
    software: str
    paired_at: datetime
    last_heartbeat_at: datetime | None
    queue_length: int
    cameras: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationView:
    """An invitation; `state` is open, used, expired or revoked."""

    id: str
    note: str
    created_at: datetime
    expires_at: datetime
    state: str
    household: Named | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRequest:
    """A new invitation; the note is for the officers only."""

    note: str = ""

    def __post_init__(self) -> None:
        """Bound the note."""
        if self.note:
            check_text(self.note, "/note")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """The link with its code, shown this once."""

    id: str
    link: str
    qr_svg: str
    expires_at: datetime


@router.get("/households", **described(answers={200: list[HouseholdView]}, problems=OFFICER_PROBLEMS))
async def list_households(
    _: Annotated[Officer, Depends(OfficerGate(Permission.SEE_HOUSEHOLDS))], hub: HubDep
) -> Response:
    """All households, those that wait first."""
    async with hub.db.read() as session:
        found = await service.everyone(session)
        counts = await cameras.counts(session)
    return view([household_view(household, counts.get(household.id, 0)) for household in found])


@router.post(
    "/households/{household_id}/confirm",
    **described(answers={200: HouseholdView}, problems=[*OFFICER_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT]),
)
async def confirm(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.CONFIRM_HOUSEHOLDS))], household_id: str, hub: HubDep
) -> Response:
    """The codes on both screens are alike."""
    return await _decide(hub, household_id, PairingState.CONFIRMED, officer)


@router.post(
    "/households/{household_id}/refuse",
    **described(answers={200: HouseholdView}, problems=[*OFFICER_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT]),
)
async def refuse(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.CONFIRM_HOUSEHOLDS))], household_id: str, hub: HubDep
) -> Response:
    """Lock a household out."""
    return await _decide(hub, household_id, PairingState.REFUSED, officer)


@router.get("/invitations", **described(answers={200: list[InvitationView]}, problems=OFFICER_PROBLEMS))
async def list_invitations(_: Annotated[Officer, Depends(OfficerGate(Permission.INVITE))], hub: HubDep) -> Response:
    """The newest invitations."""
    async with hub.db.read() as session:
        names = {household.id: household.name for household in await service.everyone(session)}
        found = await service.invitations(session)
    return view([_invitation_view(invitation, names, hub.clock.now()) for invitation in found])


@router.post(
    "/invitations",
    **described(body=InvitationRequest, answers={201: NewInvitation}, problems=[*OFFICER_PROBLEMS, *BODY_PROBLEMS]),
)
async def invite(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.INVITE))],
    wanted: Annotated[InvitationRequest, Depends(JsonBody(InvitationRequest))],
    hub: HubDep,
) -> Response:
    """A link for one household, good once and for a day."""
    async with hub.db.write() as session:
        row, code = await service.invite(session, wanted.note, officer.member_id, hub.clock.now())
    link = Invitation(hub_url=hub.settings.url, code=code, thumbprint=hub.key.public.thumbprint).link
    return view(NewInvitation(id=row.id, link=link, qr_svg=_qr_svg(link), expires_at=row.expires_at), 201)


@router.delete(
    "/invitations/{invitation_id}",
    **described(answers={204: None}, problems=[*OFFICER_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT]),
)
async def revoke(
    _: Annotated[Officer, Depends(OfficerGate(Permission.INVITE))], invitation_id: str, hub: HubDep
) -> Response:
    """Take an open invitation back."""
    async with hub.db.write() as session:
        await service.revoke(session, invitation_id, hub.clock.now())
    return Response(status_code=204)


def household_view(household: Household, camera_count: int) -> HouseholdView:
    """A household as officers see it."""
    state = PairingState(household.state)
    return HouseholdView(
        id=household.id,
        name=household.name,
        state=state,
        comparison_code=household.comparison_code if state is PairingState.WAITING else None,
        software=household.software,
        paired_at=household.paired_at,
        last_heartbeat_at=household.last_heartbeat_at,
        queue_length=household.queue_length,
        cameras=camera_count,
    )


async def _decide(hub: Hub, household_id: str, state: PairingState, officer: Officer) -> Response:
    async with hub.db.write(ordered=True) as session:
        household = await service.decide(session, household_id, state, officer.member_id, hub.clock.now())
        counts = await cameras.counts(session)
    hub.bus.hint()
    return view(household_view(household, counts.get(household_id, 0)))


def _invitation_view(invitation: InvitationRow, names: dict[str, str], now: datetime) -> InvitationView:
    if invitation.used_at is not None:
        state = "used"
    elif invitation.revoked_at is not None:
        state = "revoked"
    else:
        state = "open" if invitation.expires_at > now else "expired"
    used_by = invitation.household_id
    return InvitationView(
        id=invitation.id,
        note=invitation.note,
        created_at=invitation.created_at,
        expires_at=invitation.expires_at,
        state=state,
        household=Named(used_by, names.get(used_by, "")) if used_by else None,
    )


def _qr_svg(link: str) -> str:
    svg = BytesIO()
    segno.make(link, error="m").save(svg, kind="svg", scale=4, xmldecl=False, svgns=True, omitsize=True)
    return svg.getvalue().decode()
