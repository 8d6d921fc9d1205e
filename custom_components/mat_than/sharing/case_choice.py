"""What an owner chooses to give for a case: which camera, which span; checked before anything is signed.

A choice is a part of what was asked, of footage that there is, in whole milliseconds. What was chosen wrongly is a
`ServiceValidationError`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from homeassistant.exceptions import ServiceValidationError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.consent import FootageSpan
from ..lib.mat_than_engine.protocol.limits import REASON_CHARS
from ..lib.mat_than_engine.wire import WireError
from .case_footage import whole_ms
from .permissions import Permissions
from .request_pages import AskedFootage


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the owner gives of one camera; without `retention_days`, for as long as was asked."""

    camera_id: str
    span: FootageSpan
    audio: bool = False
    retention_days: int | None = None


def within(permissions: Permissions, asked: AskedFootage, choice: Given) -> Given:
    """The choice, if it is a part of what was asked."""
    request = asked.request
    if choice.camera_id not in request.camera_ids:
        raise wrong("request_cameras")
    if not request.span.holds(choice.span.since, choice.span.until):
        raise wrong("request_span")
    days = request.retention_days if choice.retention_days is None else choice.retention_days
    if not 1 <= days <= request.retention_days:
        raise wrong("request_retention")
    return usable(permissions, replace(choice, retention_days=days), dt_util.utcnow())


def usable(permissions: Permissions, choice: Given, now: datetime) -> Given:
    """The choice in whole milliseconds, and no footage that is still to come."""
    camera = permissions.household.cameras.get(choice.camera_id)
    if camera is None:
        raise wrong("unknown_camera")
    if not permissions.switched_on(choice.camera_id):
        raise wrong("request_paused", camera=camera.name)
    try:
        span = FootageSpan(since=whole_ms(choice.span.since), until=whole_ms(min(choice.span.until, now)))
    except WireError as err:
        raise wrong("request_span") from err
    return replace(choice, span=span)


def all_of(choices: Iterable[Given]) -> FootageSpan:
    """From the earliest to the latest; all lie in one request's span, so it is no longer than that."""
    spans = [choice.span for choice in choices]
    return FootageSpan(since=min(span.since for span in spans), until=max(span.until for span in spans))


def checked_note(note: str) -> str:
    """What the owner writes beside his report, if it is neither empty nor too long."""
    if not 1 <= len(note.strip()) <= REASON_CHARS:
        raise wrong("report_note")
    return note.strip()


def wrong(key: str, **facts: str) -> ServiceValidationError:
    """What the owner asked wrongly."""
    return ServiceValidationError(translation_domain=DOMAIN, translation_key=key, translation_placeholders=facts)
