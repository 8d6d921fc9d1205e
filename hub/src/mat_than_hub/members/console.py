"""Logging in and out, and the accounts of officers."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from ..answers import view
from ..bodies import JsonBody
from ..config import Settings
from ..contract import BODY_PROBLEMS, OFFICER_PROBLEMS, described
from ..dependencies import HubDep, address_of
from ..errors import ConsoleProblem, Refusal
from ..gates import OfficerGate, OpenGate, cookie_name
from ..protocol.problems import Problem
from . import service
from .models import Member
from .roles import Permission, Role
from .service import Officer

router = APIRouter(prefix="/api", tags=["console"])
_LOGIN = OpenGate("this is where one logs in")


@dataclass(frozen=True, slots=True)
class Me:
    """Who is logged in."""

    user_name: str
    role: Role
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginRequest:
    """Name and password."""

    user_name: str
    password: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """An account."""

    id: str
    user_name: str
    role: Role
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """An account to be made."""

    user_name: str
    password: str
    role: Role


@router.post(
    "/login",
    **described(
        body=LoginRequest,
        answers={200: Me},
        problems=[*BODY_PROBLEMS, ConsoleProblem.LOGIN_FAILED, Problem.VALIDATION, Problem.QUOTA],
    ),
)
async def log_in(
    _: Annotated[None, Depends(_LOGIN)],
    request: Request,
    wanted: Annotated[LoginRequest, Depends(JsonBody(LoginRequest))],
    hub: HubDep,
) -> Response:
    """Ten wrong tries per address or name in a quarter of an hour, then `quota`."""
    keys = (f"address {address_of(request)}", f"name {wanted.user_name.strip().casefold()[:80]}")
    for key in keys:
        hub.login_attempts.check(key, hub.clock.now())
    async with hub.db.read() as session:
        member = await service.find_login(session, wanted.user_name)
    fits = await asyncio.to_thread(service.password_fits, wanted.password, member.password_hash if member else None)
    if member is None or not fits:
        for key in keys:
            hub.login_attempts.count(key, hub.clock.now())
        raise Refusal(ConsoleProblem.LOGIN_FAILED)
    hub.login_attempts.forget(keys[1])
    async with hub.db.write() as session:
        lasts = timedelta(hours=hub.settings.session_hours)
        token = await service.open_session(session, member.id, hub.clock.now(), lasts)
    response = view(Me(member.user_name, Role(member.role), member.language))
    set_cookie(response, token, hub.settings)
    return response


@router.post("/logout", **described(answers={204: None}))
async def log_out(_: Annotated[None, Depends(_LOGIN)], request: Request, hub: HubDep) -> Response:
    """End this session; harmless without one."""
    name = cookie_name(secure=hub.settings.secure_cookies)
    async with hub.db.write() as session:
        await service.close_session(session, request.cookies.get(name, ""))
    response = Response(status_code=204)
    response.delete_cookie(name, secure=hub.settings.secure_cookies, httponly=True, samesite="strict")
    return response


@router.get("/me", **described(answers={200: Me}, problems=OFFICER_PROBLEMS))
async def me(officer: Annotated[Officer, Depends(OfficerGate(Permission.OWN_ACCOUNT))]) -> Response:
    """Who is logged in."""
    return view(Me(officer.user_name, officer.role, officer.language))


@router.get("/members", **described(answers={200: list[MemberView]}, problems=OFFICER_PROBLEMS))
async def list_members(_: Annotated[Officer, Depends(OfficerGate(Permission.MANAGE_MEMBERS))], hub: HubDep) -> Response:
    """All accounts."""
    async with hub.db.read() as session:
        return view([_member_view(member) for member in await service.everyone(session)])


@router.post(
    "/members",
    **described(
        body=NewMember, answers={201: MemberView}, problems=[*OFFICER_PROBLEMS, *BODY_PROBLEMS, Problem.CONFLICT]
    ),
)
async def add_member(
    _: Annotated[Officer, Depends(OfficerGate(Permission.MANAGE_MEMBERS))],
    wanted: Annotated[NewMember, Depends(JsonBody(NewMember))],
    hub: HubDep,
) -> Response:
    """A new account."""
    password_hash = await asyncio.to_thread(service.hash_password, wanted.password)
    async with hub.db.write(ordered=True) as session:
        member = await service.add(session, wanted.user_name, password_hash, wanted.role, hub.clock.now())
        return view(_member_view(member), 201)


@router.delete(
    "/members/{member_id}",
    **described(answers={204: None}, problems=[*OFFICER_PROBLEMS, Problem.NOT_YOURS, Problem.CONFLICT]),
)
async def remove_member(
    officer: Annotated[Officer, Depends(OfficerGate(Permission.MANAGE_MEMBERS))], member_id: str, hub: HubDep
) -> Response:
    """Close an account and its sessions."""
    async with hub.db.write() as session:
        await service.remove(session, member_id, officer, hub.clock.now())
    return Response(status_code=204)


def set_cookie(response: Response, token: str, settings: Settings) -> None:
    """Put the session's token where only the browser finds it."""
    response.set_cookie(
        cookie_name(secure=settings.secure_cookies),
        token,
        max_age=settings.session_hours * 3600,
        secure=settings.secure_cookies,
        httponly=True,
        samesite="strict",
    )


def _member_view(member: Member) -> MemberView:
    return MemberView(member.id, member.user_name, Role(member.role), member.created_at)
