"""Refusals, and the RFC 9457 documents they become.

Services raise `Refusal` with a word of the protocol (`Problem`) or of the console (`ConsoleProblem`); `answers`
turns it into `application/problem+json`. Nothing that was sent is ever echoed.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from .protocol.problems import PROBLEM_STATUS, Problem, ProblemDocument
from .wire import WireError


class ConsoleProblem(StrEnum):
    """Types that only the console and plain HTTP meet."""

    LOGIN_FAILED = "login-failed"
    LOGIN_REQUIRED = "login-required"
    FORBIDDEN = "forbidden"
    CROSS_SITE = "cross-site"
    SETUP_CODE = "setup-code"
    NOT_FOUND = "not-found"
    METHOD = "method-not-allowed"
    MEDIA_TYPE = "media-type"
    RANGE = "range"
    UPLOAD_OFFSET = "mismatching-upload-offset"
    INTERNAL = "internal"

    @property
    def urn(self) -> str:
        """The `type` member of a problem document."""
        return f"urn:mt:problem:{self.value}"


STATUS: dict[Problem | ConsoleProblem, int] = {
    **{problem: PROBLEM_STATUS[problem] for problem in Problem},
    ConsoleProblem.LOGIN_FAILED: 401,
    ConsoleProblem.LOGIN_REQUIRED: 401,
    ConsoleProblem.FORBIDDEN: 403,
    ConsoleProblem.CROSS_SITE: 403,
    ConsoleProblem.SETUP_CODE: 403,
    ConsoleProblem.NOT_FOUND: 404,
    ConsoleProblem.METHOD: 405,
    ConsoleProblem.MEDIA_TYPE: 415,
    ConsoleProblem.RANGE: 416,
    ConsoleProblem.UPLOAD_OFFSET: 409,
    ConsoleProblem.INTERNAL: 500,
}

TITLES: dict[Problem | ConsoleProblem, str] = {
    Problem.SIGNATURE_INVALID: "The request's signature is missing or does not fit.",
    Problem.CLOCK_SKEW: "The request was signed too long ago or in the future.",
    Problem.UNKNOWN_KEY: "No household has this key.",
    Problem.NOT_CONFIRMED: "An officer has not confirmed this household.",
    Problem.CONSENT_MISSING: "No live consent covers this.",
    Problem.CONSENT_WITHDRAWN: "The consent was withdrawn.",
    Problem.NOT_YOURS: "There is no such thing here for you.",
    Problem.CONFLICT: "Something else is already stored under this id.",
    Problem.GONE: "It was deleted.",
    Problem.TOO_LARGE: "The body is too large.",
    Problem.CODEC: "The hub takes H.264 in MP4, and JPEG.",
    Problem.VALIDATION: "The request is not well formed.",
    Problem.DIGEST_MISMATCH: "The body is not the one that was signed.",
    Problem.QUOTA: "Too many tries; wait before the next.",
    Problem.OVERLOADED: "The hub cannot take this now; try again later.",
    ConsoleProblem.LOGIN_FAILED: "User name or password is wrong.",
    ConsoleProblem.LOGIN_REQUIRED: "Log in first.",
    ConsoleProblem.FORBIDDEN: "Your role does not allow this.",
    ConsoleProblem.CROSS_SITE: "The request came from another site.",
    ConsoleProblem.SETUP_CODE: "The set-up code is wrong, or the hub is set up already.",
    ConsoleProblem.NOT_FOUND: "There is nothing at this address.",
    ConsoleProblem.METHOD: "This address does not take this method.",
    ConsoleProblem.MEDIA_TYPE: "The body must be application/json.",
    ConsoleProblem.RANGE: "The range lies outside the file.",
    ConsoleProblem.UPLOAD_OFFSET: "The part does not follow what is there; Upload-Offset says how much that is.",
    ConsoleProblem.INTERNAL: "The hub made a mistake; it is logged under this request's number.",
}


class Refusal(Exception):  # noqa: N818 - an answer that the hub means to give, not an error
    """The request is refused; `errors` are pairs of JSON pointer and reason."""

    def __init__(
        self,
        problem: Problem | ConsoleProblem,
        errors: Iterable[tuple[str, str]] = (),
        *,
        server_time: datetime | None = None,
        retry_after_s: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.errors = tuple({"pointer": pointer, "detail": detail} for pointer, detail in errors)
        self.server_time = server_time
        self.retry_after_s = retry_after_s
        self.headers = dict(headers or {})

    @classmethod
    def of_wire(cls, err: WireError) -> Refusal:
        """A body that is not the object the call takes."""
        return cls(Problem.VALIDATION, [(err.pointer, err.detail)])


def problem_document(refusal: Refusal, instance: str | None = None) -> ProblemDocument:
    """The document of a refusal."""
    return ProblemDocument(
        type=refusal.problem.urn,
        title=TITLES[refusal.problem],
        status=STATUS[refusal.problem],
        instance=instance,
        server_time=refusal.server_time,
        retry_after_s=refusal.retry_after_s,
        errors=refusal.errors,
    )
