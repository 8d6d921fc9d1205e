"""Set-up, the hub's own settings, and whether it is well."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import text

from .. import __version__, setup_code
from ..answers import view
from ..bodies import JsonBody
from ..contract import BODY_PROBLEMS, OFFICER_PROBLEMS, described
from ..dependencies import HubDep, address_of
from ..errors import ConsoleProblem, Refusal
from ..gates import OfficerGate, OpenGate
from ..members import service as members
from ..members.console import Me, set_cookie
from ..members.roles import Permission, Role
from ..protocol.pairing import Statement
from ..protocol.problems import Problem
from ..resources import Hub
from . import service

router = APIRouter(prefix="/api", tags=["console"])
_SETUP = OpenGate("the set-up code is the proof; without it nothing can be set")
_HEALTH = OpenGate("says only whether the hub is up")


@dataclass(frozen=True, slots=True)
class HubName:
    """What the log-in page shows."""

    name: str
    commune: str


@dataclass(frozen=True, slots=True)
class SetupState:
    """Whether the first administrator is missing."""

    needed: bool
    hub: HubName


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupRequest:
    """The first administrator, with the code that the server printed."""

    code: str
    hub_name: str
    commune: str
    user_name: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HubView:
    """The hub's settings."""

    name: str
    commune: str
    public_url: str
    thumbprint: str
    retention_days: int
    notice_version: str
    statements: list[Statement]


@dataclass(frozen=True, slots=True, kw_only=True)
class HubChange:
    """What an administrator may change."""

    name: str
    commune: str
    statements: tuple[Statement, ...] | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """`status` is "ok" or "failing"; the rest only for those who are logged in."""

    status: str
    version: str | None = None
    database: str | None = None
    storage_free_bytes: int | None = None


@router.get("/setup", **described(answers={200: SetupState}))
async def setup_state(_: Annotated[None, Depends(_SETUP)], hub: HubDep) -> Response:
    """Whether the hub waits for its first administrator."""
    async with hub.db.read() as session:
        found = await service.profile(session)
        needed = await members.nobody_yet(session)
    return view(SetupState(needed, HubName(found.name if found else "", found.commune if found else "")))


@router.post(
    "/setup",
    **described(
        body=SetupRequest,
        answers={201: Me},
        problems=[*BODY_PROBLEMS, ConsoleProblem.SETUP_CODE, Problem.VALIDATION, Problem.QUOTA],
    ),
)
async def set_up(
    _: Annotated[None, Depends(_SETUP)],
    request: Request,
    wanted: Annotated[SetupRequest, Depends(JsonBody(SetupRequest))],
    hub: HubDep,
) -> Response:
    """Make the first administrator and log in."""
    address, now = address_of(request), hub.clock.now()
    hub.login_attempts.check(f"setup {address}", now)
    if not setup_code.fits(hub.settings.data, wanted.code):
        hub.login_attempts.count(f"setup {address}", now)
        raise Refusal(ConsoleProblem.SETUP_CODE)
    password_hash = await asyncio.to_thread(members.hash_password, wanted.password)
    async with hub.db.write(ordered=True) as session:
        if not await members.nobody_yet(session):
            raise Refusal(ConsoleProblem.SETUP_CODE)
        statements = service.default_statements(wanted.hub_name, wanted.commune, hub.settings.retention_days)
        await service.describe(session, wanted.hub_name, wanted.commune, statements, now)
        member = await members.add(session, wanted.user_name, password_hash, Role.ADMIN, now)
        token = await members.open_session(session, member.id, now, timedelta(hours=hub.settings.session_hours))
    setup_code.forget(hub.settings.data)
    response = view(Me(member.user_name, Role.ADMIN, member.language), 201)
    set_cookie(response, token, hub.settings)
    return response


@router.get("/hub", **described(answers={200: HubView}, problems=OFFICER_PROBLEMS))
async def read_hub(_: Annotated[None, Depends(OfficerGate(Permission.OWN_ACCOUNT))], hub: HubDep) -> Response:
    """The hub's settings."""
    return view(await _hub_view(hub))


@router.put("/hub", **described(body=HubChange, answers={200: HubView}, problems=[*OFFICER_PROBLEMS, *BODY_PROBLEMS]))
async def change_hub(
    _: Annotated[None, Depends(OfficerGate(Permission.MANAGE_HUB))],
    wanted: Annotated[HubChange, Depends(JsonBody(HubChange))],
    hub: HubDep,
) -> Response:
    """Change names and statements; households see a new notice version."""
    async with hub.db.write() as session:
        found = await service.profile(session)
        statements = wanted.statements or (service.statements_of(found) if found else ())
        await service.describe(session, wanted.name, wanted.commune, statements, hub.clock.now())
    return view(await _hub_view(hub))


@router.get("/health", **described(answers={200: Health, 503: Health}))
async def health(_: Annotated[None, Depends(_HEALTH)], request: Request, hub: HubDep) -> Response:
    """Whether database and store answer."""
    try:
        async with hub.db.read() as session:
            await session.execute(text("SELECT 1"))
        free = await hub.store.free_bytes()
    except Exception:  # noqa: BLE001 - whatever is wrong, the answer is that it is
        return view(Health("failing"), 503)
    try:
        await OfficerGate(Permission.OWN_ACCOUNT)(request, hub)
    except Refusal:
        return view(Health("ok"))
    return view(Health("ok", __version__, "sqlite" if hub.db.is_sqlite else "postgresql", free))


async def _hub_view(hub: Hub) -> HubView:
    async with hub.db.read() as session:
        found = await service.profile(session)
    return HubView(
        name=found.name if found else "",
        commune=found.commune if found else "",
        public_url=hub.settings.url,
        thumbprint=hub.key.public.thumbprint,
        retention_days=hub.settings.retention_days,
        notice_version=found.notice_version if found else "",
        statements=list(service.statements_of(found)) if found else [],
    )
