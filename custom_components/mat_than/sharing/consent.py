"""May this object go to this hub now? The one function that answers, for every object, before it is kept for a hub
and again before it is sent.

Pure: the consents, the switch and the time come in, a verdict goes out. An object is a span of time (an event is a
point); every instant of the span has to lie inside the consent, so that nothing from outside leaves as a margin.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from ..lib.mat_than_engine.protocol.consent import WEEKDAYS, ConsentRecord, DataKind, Hours

LONGEST_SPAN = timedelta(days=1)  # no clip and no event comes near it; an endless span would be an endless check
MINUTE = timedelta(minutes=1)


class Reason(StrEnum):
    """Why an object may leave, or why it may not; ordered from the nearest to a yes to the farthest."""

    ALLOWED = "allowed"
    UNMASKED = "unmasked"
    OUTSIDE_HOURS = "outside_hours"
    OUTSIDE_VALIDITY = "outside_validity"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    KIND = "kind"
    ANOTHER_CASE = "another_case"
    WITHDRAWN = "withdrawn"
    PAUSED = "paused"
    NO_CONSENT = "no_consent"


_NEARNESS = {reason: place for place, reason in enumerate(Reason)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A hub as one household knows it: its key, and the id it gave to the household."""

    thumbprint: str
    household_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A consent as it stands: the signed record, its time zone (None is a zone this machine does not know), withdrawn."""

    record: ConsentRecord
    zone: tzinfo | None
    withdrawn: bool = False

    @property
    def recipient(self) -> Recipient:
        """To whom the record allows anything at all."""
        return Recipient(thumbprint=self.record.hub_thumbprint, household_id=self.record.household_id)

    def live(self, now: datetime) -> bool:
        """Whether anything may leave under it at this moment, whatever the hour."""
        return not self.withdrawn and self.record.valid_from <= now < self.record.valid_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """A camera's sharing switch. Nothing recorded before it was last switched on leaves any more by itself."""

    on: bool
    since: datetime | None = None  # never touched: None

    def bars(self, record: ConsentRecord, first_at: datetime) -> bool:
        """Whether it keeps something of that time at home, whatever the consent says.

        What the owner hands out for a case he names himself, span by span: a yes that he gave after he switched the
        camera on reaches back behind the switch.
        """
        if not self.on:
            return True
        if self.since is None or (record.footage is not None and record.given_at >= self.since):
            return False
        return first_at < self.since


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharable:
    """An object that wants to leave: what, of which camera, to whom, from when till when (UTC)."""

    recipient: Recipient
    camera_id: str
    kind: DataKind
    first_at: datetime
    last_at: datetime
    masked: bool = True  # whether the camera's masks are burnt in, or there is no picture in it
    request_id: str | None = None  # the request or the report that it is sent for


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer; `consent_id` names the consent under which the object goes, and is None for a no."""

    reason: Reason
    consent_id: str | None = None

    @property
    def allowed(self) -> bool:
        """Whether the object may leave."""
        return self.reason is Reason.ALLOWED


_UNTOUCHED = Switch(on=True)


def may_leave(consents: Iterable[Standing], switches: Mapping[str, Switch], thing: Sharable, now: datetime) -> Verdict:
    """Whether `thing` may leave now, and under which consent; of a no, the reason nearest to a yes.

    Where several consents allow it, the one that allows the most kinds is named (then the smallest id), so that the
    parts of one motion go under one consent.
    """
    switch = switches.get(thing.camera_id, _UNTOUCHED)
    allowing: list[ConsentRecord] = []
    nearest = Reason.NO_CONSENT if switch.on else Reason.PAUSED
    for standing in consents:
        reason = Reason.PAUSED if switch.bars(standing.record, thing.first_at) else _judge(standing, thing, now)
        if reason is Reason.ALLOWED:
            allowing.append(standing.record)
        elif _NEARNESS[reason] < _NEARNESS[nearest]:
            nearest = reason
    if not allowing:
        return Verdict(reason=nearest)
    chosen = min(allowing, key=lambda record: (-len(record.kinds), record.consent_id))
    return Verdict(reason=Reason.ALLOWED, consent_id=chosen.consent_id)


def _judge(standing: Standing, thing: Sharable, now: datetime) -> Reason:
    record = standing.record
    if standing.recipient != thing.recipient or record.camera_id != thing.camera_id:
        return Reason.NO_CONSENT
    if standing.withdrawn:
        return Reason.WITHDRAWN
    if not _is_for(record, thing.request_id):
        return Reason.ANOTHER_CASE
    if thing.kind not in record.kinds:
        return Reason.KIND
    if now < record.valid_from:
        return Reason.NOT_YET
    if now >= record.valid_until:
        return Reason.EXPIRED
    if not record.visible(thing.first_at, thing.last_at):
        return Reason.OUTSIDE_VALIDITY
    if standing.zone is None or not _span_within(record.hours, standing.zone, thing.first_at, thing.last_at):
        return Reason.OUTSIDE_HOURS
    if record.masks_required and not thing.masked:
        return Reason.UNMASKED
    return Reason.ALLOWED


def _is_for(record: ConsentRecord, request_id: str | None) -> bool:
    """Whether a consent is about what is sent for that request or report (None: for none).

    What was given for one case goes out for that case alone, and a standing consent sends nothing for any case.
    """
    if record.footage is None:
        return request_id is None
    return request_id is not None and record.request_id in (None, request_id)


def _span_within(hours: Hours, zone: tzinfo, first: datetime, last: datetime) -> bool:
    """Whether every instant from `first` to `last` lies within the hours.

    The clock on the wall crosses a whole minute exactly when UTC does, in every zone of today, and jumps only there.
    """
    if last - first > LONGEST_SPAN:
        return False
    if not within_hours(hours, zone, last):
        return False
    moment = first
    while moment < last:
        if not within_hours(hours, zone, moment):
            return False
        moment = moment.astimezone(UTC).replace(second=0, microsecond=0) + MINUTE
    return True


def within_hours(hours: Hours, zone: tzinfo, moment: datetime) -> bool:
    """Whether the clock on the home's wall shows a time within the hours.

    A span over midnight belongs to the day on which it begins. When the clock is set back, both of the two hours
    that read alike count alike; a time that the clock jumps over never comes.
    """
    local = moment.astimezone(zone)
    minute = local.hour * 60 + local.minute
    today = WEEKDAYS[local.weekday()]
    if hours.from_minute < hours.to_minute:
        return today in hours.days and hours.from_minute <= minute < hours.to_minute
    yesterday = WEEKDAYS[local.weekday() - 1]
    return (today in hours.days and minute >= hours.from_minute) or (
        yesterday in hours.days and minute < hours.to_minute
    )
