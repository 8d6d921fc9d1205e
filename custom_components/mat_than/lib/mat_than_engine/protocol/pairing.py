"""How a home and a hub get to know one another: invitation, statement, pairing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from ..wire import WireError
from .keys import PublicKey
from .limits import CLIP_BYTES, NOTICE_CHARS, check_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What the link and its QR carry: where the hub is, its key, and a code for one use.

    `https://hub.example/join#CODE.THUMBPRINT`: the fragment stays out of every server's log.
    """

    hub_url: str
    code: str
    thumbprint: str

    @property
    def link(self) -> str:
        """The link that an officer hands over."""
        return f"{self.hub_url}/join#{self.code}.{self.thumbprint}"

    @classmethod
    def parse(cls, link: str) -> Invitation:
        """Read a link as it was pasted. WireError with pointer `/link`, or `/https` where the line is not private."""
        try:
            parts = urlsplit(link.strip())
        except ValueError as err:
            raise WireError("/link", "is not an invitation") from err
        code, dot, thumbprint = parts.fragment.partition(".")
        if not parts.hostname or not dot or len(code) != 26 or len(thumbprint) != 43 or parts.username is not None:
            raise WireError("/link", "is not an invitation")
        if not parts.path.endswith("/join") or parts.query:
            raise WireError("/link", "is not an invitation")
        hub_url = f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix('/join')}"
        if not is_private_line(hub_url):
            raise WireError("/https", "is not an https address")
        return cls(hub_url=hub_url, code=code.upper(), thumbprint=thumbprint)


def is_private_line(url: str) -> bool:
    """Whether nobody on the way can read along: https, or this very machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in {"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a hub says of itself before anything is sent to it, in one language."""

    language: str
    controller: str  # who answers for the hub
    purposes: str
    retention: str
    contact: str
    withdrawal: str

    def __post_init__(self) -> None:
        """Refuse silence: each part is a sentence."""
        for name in ("controller", "purposes", "retention", "contact", "withdrawal"):
            check_text(getattr(self, name), f"/{name}", NOTICE_CHARS)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubDescription:
    """`GET /.well-known/mt-hub`."""

    versions: tuple[str, ...]
    software: str
    name: str
    commune: str
    key: PublicKey
    server_time: datetime
    notice_version: str
    statements: tuple[Statement, ...]
    retention_days: int  # the longest the hub keeps anything
    clip_bytes: int = CLIP_BYTES

    def statement(self, language: str) -> Statement:
        """The statement in that language, else the first."""
        return next((s for s in self.statements if s.language == language), self.statements[0])

    def __post_init__(self) -> None:
        """Refuse a hub that says nothing of itself."""
        if not self.statements:
            raise WireError("/statements", "is empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingRequest:
    """`POST /v1/pairings`, signed with the key it brings."""

    code: str
    key: PublicKey
    name: str  # what the officers call this household
    software: str

    def __post_init__(self) -> None:
        """Bound what is shown to officers."""
        check_text(self.name, "/name", 80)
        check_text(self.software, "/software", 80)


class PairingState(StrEnum):
    """Where a pairing stands; only a confirmed household may send anything."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingAnswer:
    """Answer to `POST /v1/pairings` and `GET /v1/pairings/{household_id}`."""

    household_id: str
    state: PairingState
