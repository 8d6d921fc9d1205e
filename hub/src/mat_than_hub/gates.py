"""Who may make a call. Every route under /v1 and /api has exactly one gate as its first dependency; a test asks.

`HomeGate` is for homes (signed requests), `OfficerGate` for the console (a login session and a permission),
`OpenGate` for what anybody may call, with the reason beside it.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request

from .dependencies import HubDep
from .errors import ConsoleProblem, Refusal
from .households import service as households
from .members import service as members
from .members.roles import Permission
from .members.service import Officer
from .protocol.keys import PublicKey
from .protocol.pairing import PairingState
from .protocol.problems import Problem
from .signing import Claim, SignedHead, read_claim, verify

_BODY_METHODS = {"POST", "PUT", "PATCH"}


@dataclass(frozen=True, slots=True)
class Caller:
    """A household whose signature fits."""

    household_id: str
    key: PublicKey
    claim: Claim


class HomeGate:
    """A signed request of a paired household; of a confirmed one unless `waiting` is allowed too."""

    def __init__(self, *, waiting: bool = False) -> None:
        self.waiting = waiting

    async def __call__(self, request: Request, hub: HubDep) -> Caller:
        """Verify the request's head; the body has not been read."""
        head = signed_head(request, hub.settings.url)
        claim = claim_of(request, head)
        async with hub.db.read() as session:
            found = await households.find_key(session, claim.keyid)
        if found is None:
            raise Refusal(Problem.UNKNOWN_KEY)
        verify(head, claim, found.key, hub.clock.now())
        if not self.waiting and found.state is not PairingState.CONFIRMED:
            raise Refusal(Problem.NOT_CONFIRMED)
        _let_through(request, claim.digest)
        return Caller(found.household_id, found.key, claim)


class OfficerGate:
    """An officer who is logged in and may do this."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self, request: Request, hub: HubDep) -> Officer:
        """Find the session; refuse other sites."""
        refuse_other_sites(request, hub.settings.url)
        token = request.cookies.get(cookie_name(secure=hub.settings.secure_cookies), "")
        async with hub.db.read() as session:
            officer = await members.find_officer(session, token, hub.clock.now())
        if officer is None:
            raise Refusal(ConsoleProblem.LOGIN_REQUIRED)
        if not officer.role.allows(self.permission):
            raise Refusal(ConsoleProblem.FORBIDDEN)
        _let_through(request, None)
        return officer


class OpenGate:
    """Anybody may call; `reason` says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason

    async def __call__(self, request: Request, hub: HubDep) -> None:
        """Refuse only what another site sends."""
        refuse_other_sites(request, hub.settings.url)
        _let_through(request, None)


def signed_head(request: Request, public_url: str) -> SignedHead:
    """The head as the home signed it: with the public address, whatever proxy lies between."""
    path = request.scope.get("raw_path", request.url.path.encode()).partition(b"?")[0].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")
    return SignedHead(request.method, f"{public_url}{path}{'?' + query if query else ''}", request.headers)


def claim_of(request: Request, head: SignedHead) -> Claim:
    """The claim; a request that may have a body must have signed its digest."""
    claim = read_claim(head)
    if request.method in _BODY_METHODS and claim.digest is None:
        raise Refusal(Problem.SIGNATURE_INVALID)
    return claim


def refuse_other_sites(request: Request, public_url: str) -> None:
    """Cross-site request forgery: what changes something comes from our own pages.

    Browsers send `Sec-Fetch-Site` (on https and this machine) or at least `Origin`; a program without either has no
    cookie that another site could misuse.
    """
    if request.method in {"GET", "HEAD"}:
        return
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site != "same-origin":
            raise Refusal(ConsoleProblem.CROSS_SITE)
        return
    origin = request.headers.get("origin")
    if origin is not None and _origin(origin) not in {_origin(public_url), _origin(str(request.base_url))}:
        raise Refusal(ConsoleProblem.CROSS_SITE)


def cookie_name(*, secure: bool) -> str:
    """The login cookie; the prefix makes browsers bind it to this host and to https."""
    return "__Host-mat-than" if secure else "mat-than"


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _let_through(request: Request, digest: str | None) -> None:
    request.state.gate_passed = True
    request.state.signed_digest = digest
