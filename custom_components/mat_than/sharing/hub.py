"""A hub as the home has it stored: its address, its key, and the id it gave this home."""

from collections.abc import Mapping
from dataclasses import dataclass
import hashlib
from typing import Any, Final

from ..lib.mat_than_engine.protocol.keys import PublicKey
from ..lib.mat_than_engine.protocol.limits import CLIP_BYTES
from ..lib.mat_than_engine.wire import read, to_json
from .consent import Recipient
from .sending_limits import UNLIMITED, QuietHours, SendingLimits

# Data of a hub's subentry.
CONF_HUB_URL: Final = "hub_url"
CONF_HUB_KEY: Final = "hub_key"
CONF_HOUSEHOLD_ID: Final = "household_id"
CONF_NAME: Final = "name"
CONF_COMMUNE: Final = "commune"
CONF_NOTICE_VERSION: Final = "notice_version"
CONF_RETENTION_DAYS: Final = "retention_days"
CONF_CLIP_BYTES: Final = "clip_bytes"
# And what the owner allows its line, where he set something.
CONF_KBIT_S: Final = "limit_kbit_s"
CONF_QUIET_FROM: Final = "quiet_from_minute"
CONF_QUIET_UNTIL: Final = "quiet_until_minute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """One hub that this home has joined; `url` has no path at its end."""

    url: str
    key: PublicKey
    household_id: str
    name: str
    commune: str
    notice_version: str
    retention_days: int
    clip_bytes: int = CLIP_BYTES
    limits: SendingLimits = UNLIMITED

    @property
    def recipient(self) -> Recipient:
        """The hub as consents name it."""
        return Recipient(thumbprint=self.key.thumbprint, household_id=self.household_id)

    @property
    def code(self) -> str:
        """A short name for rows and folders that tells nobody which hub it is."""
        text = f"{self.key.thumbprint}/{self.household_id}"
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def as_data(self) -> dict[str, Any]:
        """The subentry's data; the key of this home is not in it."""
        return {
            CONF_HUB_URL: self.url,
            CONF_HUB_KEY: to_json(self.key),
            CONF_HOUSEHOLD_ID: self.household_id,
            CONF_NAME: self.name,
            CONF_COMMUNE: self.commune,
            CONF_NOTICE_VERSION: self.notice_version,
            CONF_RETENTION_DAYS: self.retention_days,
            CONF_CLIP_BYTES: self.clip_bytes,
            **_limits_data(self.limits),
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Hub:
        """Read a subentry's data. WireError or KeyError where it was tampered with."""
        return cls(
            url=data[CONF_HUB_URL],
            key=read(PublicKey, dict(data[CONF_HUB_KEY])),
            household_id=data[CONF_HOUSEHOLD_ID],
            name=data[CONF_NAME],
            commune=data[CONF_COMMUNE],
            notice_version=data[CONF_NOTICE_VERSION],
            retention_days=data[CONF_RETENTION_DAYS],
            clip_bytes=data.get(CONF_CLIP_BYTES, CLIP_BYTES),
            limits=_limits_of(data),
        )


def _limits_data(limits: SendingLimits) -> dict[str, int]:
    data = {} if limits.kbit_s is None else {CONF_KBIT_S: limits.kbit_s}
    if limits.quiet is not None:
        data |= {CONF_QUIET_FROM: limits.quiet.from_minute, CONF_QUIET_UNTIL: limits.quiet.until_minute}
    return data


def _limits_of(data: Mapping[str, Any]) -> SendingLimits:
    quiet = None
    if CONF_QUIET_FROM in data:
        quiet = QuietHours(from_minute=data[CONF_QUIET_FROM], until_minute=data[CONF_QUIET_UNTIL])
    return SendingLimits(kbit_s=data.get(CONF_KBIT_S), quiet=quiet)
