"""What can go wrong between home and hub, as RFC 9457 problem documents."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Problem(StrEnum):
    """RFC 9457 types, `urn:mt:problem:…`; the words for people are in the translations of either side."""

    SIGNATURE_INVALID = "signature-invalid"  # 401
    CLOCK_SKEW = "clock-skew"  # 401, with server_time
    UNKNOWN_KEY = "unknown-key"  # 401
    NOT_CONFIRMED = "not-confirmed"  # 403: paired, but the officer has not compared the codes yet
    CONSENT_MISSING = "consent-missing"  # 403
    CONSENT_WITHDRAWN = "consent-withdrawn"  # 403
    NOT_YOURS = "not-yours"  # 404
    CONFLICT = "conflict"  # 409
    GONE = "gone"  # 410
    TOO_LARGE = "too-large"  # 413
    CODEC = "codec"  # 415
    VALIDATION = "validation"  # 422
    DIGEST_MISMATCH = "digest-mismatch"  # 400
    QUOTA = "quota"  # 429, with Retry-After
    OVERLOADED = "overloaded"  # 503, with Retry-After

    @property
    def urn(self) -> str:
        """The `type` member of a problem document."""
        return f"urn:mt:problem:{self.value}"


PROBLEM_STATUS: dict[Problem, int] = {
    Problem.SIGNATURE_INVALID: 401,
    Problem.CLOCK_SKEW: 401,
    Problem.UNKNOWN_KEY: 401,
    Problem.NOT_CONFIRMED: 403,
    Problem.CONSENT_MISSING: 403,
    Problem.CONSENT_WITHDRAWN: 403,
    Problem.NOT_YOURS: 404,
    Problem.CONFLICT: 409,
    Problem.GONE: 410,
    Problem.TOO_LARGE: 413,
    Problem.CODEC: 415,
    Problem.VALIDATION: 422,
    Problem.DIGEST_MISMATCH: 400,
    Problem.QUOTA: 429,
    Problem.OVERLOADED: 503,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDocument:
    """RFC 9457; never echoes what was sent."""

    type: str
    title: str
    status: int
    detail: str | None = None
    instance: str | None = None
    server_time: datetime | None = None
    retry_after_s: float | None = None
    errors: tuple[dict[str, str], ...] = ()

    @property
    def problem(self) -> Problem | None:
        """The known problem, or None for one of a later version."""
        name = self.type.removeprefix("urn:mt:problem:")
        return Problem(name) if name in set(Problem) else None
