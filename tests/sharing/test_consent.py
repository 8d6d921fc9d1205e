"""The one decision, against an oracle that thinks in another way: every second of an object on a calendar of minutes."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import (
    WEEKDAYS,
    ConsentRecord,
    DataKind,
    Hours,
    Purpose,
)
from custom_components.mat_than.sharing.consent import (
    Reason,
    Recipient,
    Sharable,
    Standing,
    Switch,
    may_leave,
    within_hours,
)

HUBS = [Recipient(thumbprint=f"hub{n}", household_id=f"01939af0-0000-7000-8000-00000000000{n}") for n in (1, 2)]
CAMERAS = ["cổng", "sân"]
# With one or two steps of the clock a year, by half an hour, to the south, over the date line, and none.
ZONES = [
    "Asia/Ho_Chi_Minh",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
]
# Around the steps of those zones, where calendars go wrong, and a day in between.
ANCHORS = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 3, 8, 7, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(2026, 4, 4, 15, tzinfo=UTC),
    datetime(2026, 7, 15, 12, tzinfo=UTC),
]


@cache
def allowed_minutes(hours: Hours) -> set[tuple[int, int]]:
    """The week as a set of (day, minute), built by walking along it."""
    length = (hours.to_minute - hours.from_minute - 1) % 1440 + 1
    week = set()
    for day in hours.days:
        for step in range(length):
            minute = WEEKDAYS.index(day) * 1440 + hours.from_minute + step
            week.add((minute // 1440 % 7, minute % 1440))
    return week


def oracle(consents: list[Standing], switches: dict[str, Switch], thing: Sharable, now: datetime) -> set[str]:
    """The ids of all consents that allow the object."""
    switch = switches.get(thing.camera_id, Switch(on=True))
    if not switch.on or (switch.since and switch.since > thing.first_at):
        return set()
    moments = [
        thing.first_at + timedelta(seconds=n) for n in range(int((thing.last_at - thing.first_at).total_seconds()))
    ]
    moments.append(thing.last_at)
    yes = set()
    for standing in consents:
        record = standing.record
        names_it = (record.hub_thumbprint, record.household_id, record.camera_id) == (
            thing.recipient.thumbprint,
            thing.recipient.household_id,
            thing.camera_id,
        )
        week = allowed_minutes(record.hours)
        zone = standing.zone
        if (
            names_it
            and not standing.withdrawn
            and thing.kind in record.kinds
            and (thing.masked or not record.masks_required)
            and all(record.valid_from <= moment < record.valid_until for moment in (*moments, now))
            and zone is not None
            and all(
                (local.weekday(), local.hour * 60 + local.minute) in week
                for local in (moment.astimezone(zone) for moment in moments)
            )
        ):
            yes.add(record.consent_id)
    return yes


class Cases:
    """Random households, and objects of which about every third comes near to what one of their consents allows."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.anchor = self.random.choice(ANCHORS)
        self.consents = [self.standing(number) for number in range(self.random.randint(0, 4))]
        self.switches = {camera_id: self.switch() for camera_id in CAMERAS if self.random.random() < 0.3}

    def moment(self) -> datetime:
        return self.anchor + timedelta(milliseconds=self.random.randint(-36 * 3_600_000, 36 * 3_600_000))

    def switch(self) -> Switch:
        return Switch(on=self.random.random() < 0.7, since=self.random.choice([None, self.moment()]))

    def hours(self, zone: str) -> Hours:
        days = tuple(day for day in WEEKDAYS if self.random.random() < 0.7) or WEEKDAYS
        if self.random.random() < 0.3:
            return Hours(days=days, time_zone=zone)
        first, last = self.random.randint(0, 1439), self.random.randint(1, 1440)
        return Hours(days=days, from_minute=first, to_minute=last, time_zone=zone)

    def standing(self, number: int) -> Standing:
        random = self.random
        hub, zone = random.choice(HUBS), random.choice(ZONES)
        begins = random.choice([self.anchor - timedelta(days=30), self.moment()])
        lasts = random.choice([timedelta(days=300), timedelta(minutes=random.randint(1, 72 * 60))])
        record = ConsentRecord(
            consent_id=f"01939af0-0000-7000-8000-0000000000{number:02d}",
            version=1,
            household_id=hub.household_id,
            hub_thumbprint=hub.thumbprint,
            camera_id=random.choice(CAMERAS),
            purpose=Purpose.NEIGHBOURHOOD_SECURITY,
            kinds=tuple(kind for kind in DataKind if random.random() < 0.6) or (DataKind.EVENTS,),
            valid_from=begins,
            valid_until=begins + lasts,
            retention_days=7,
            notice_version="1",
            language="vi",
            given_at=begins,
            hours=self.hours(zone),
            masks_required=random.random() < 0.3,
        )
        known_zone = ZoneInfo(zone) if random.random() < 0.95 else None
        return Standing(record=record, zone=known_zone, withdrawn=random.random() < 0.15)

    def thing(self) -> tuple[Sharable, datetime]:
        random = self.random
        first = self.moment()
        if self.consents and random.random() < 0.7:
            record = random.choice(self.consents).record
            recipient = Recipient(thumbprint=record.hub_thumbprint, household_id=record.household_id)
            camera_id, kind = record.camera_id, random.choice(record.kinds)
            if random.random() < 0.3:  # at an edge of its validity or of its hours
                local = record.valid_from.astimezone(ZoneInfo(record.hours.time_zone))
                edge = record.hours.to_minute % 1440 if random.random() < 0.5 else record.hours.from_minute
                at = local.replace(hour=edge // 60, minute=edge % 60, second=0) + timedelta(days=random.randint(0, 2))
                first = random.choice([record.valid_from, record.valid_until, at.astimezone(UTC)])
                first += timedelta(milliseconds=random.randint(-90_000, 90_000))
        else:
            recipient, camera_id, kind = random.choice(HUBS), random.choice(CAMERAS), random.choice(list(DataKind))
        lasts = timedelta(milliseconds=random.choice([0, random.randint(0, 120_000)]))
        thing = Sharable(
            recipient=recipient,
            camera_id=camera_id,
            kind=kind,
            first_at=first,
            last_at=first + lasts,
            masked=random.random() < 0.8,
        )
        now = thing.last_at + timedelta(seconds=1) if random.random() < 0.7 else self.moment()
        return thing, now


SEEN: Counter[bool] = Counter()


@settings(max_examples=500, deadline=None, database=None)
@given(st.integers(0, 2**62))
def test_the_decision_and_the_oracle_never_differ(seed: int) -> None:
    household = Cases(seed)
    for _ in range(24):
        thing, now = household.thing()
        verdict = may_leave(household.consents, household.switches, thing, now)
        allowing = oracle(household.consents, household.switches, thing, now)
        SEEN[bool(allowing)] += 1
        assert verdict.allowed is bool(allowing)
        assert (verdict.consent_id in allowing) if allowing else verdict.consent_id is None


def test_ten_thousand_random_objects_held_both_answers_often_enough() -> None:
    if not SEEN:
        pytest.skip("the random objects were not tried")
    assert sum(SEEN.values()) >= 10_000
    assert min(SEEN[True], SEEN[False]) > 1000, SEEN


def hours(first: int, last: int, *days: str, zone: str = "Asia/Ho_Chi_Minh") -> Hours:
    return Hours(days=days or WEEKDAYS, from_minute=first, to_minute=last, time_zone=zone)


def local(text: str, zone: str = "Asia/Ho_Chi_Minh") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        ("2026-11-20T21:59:59", False),  # Friday
        ("2026-11-20T22:00:00", True),
        ("2026-11-21T05:59:59", True),  # Saturday morning belongs to Friday
        ("2026-11-21T06:00:00", False),
        ("2026-11-21T22:00:00", False),  # Saturday night does not
        ("2026-11-20T03:00:00", False),  # Friday morning belongs to Thursday
    ],
)
def test_a_night_belongs_to_the_day_it_begins_on(moment: str, inside: bool) -> None:
    night = hours(22 * 60, 6 * 60, "fri")
    assert within_hours(night, ZoneInfo(night.time_zone), local(moment)) is inside


def test_both_hours_that_read_alike_count_when_the_clock_is_set_back() -> None:
    early = hours(2 * 60, 3 * 60, zone="Europe/Berlin")
    zone = ZoneInfo(early.time_zone)
    inside = [within_hours(early, zone, datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (23, 0, 1, 2)]
    assert inside == [False, True, True, False]


def _standing(**changes: object) -> Standing:
    facts: dict[str, object] = {
        "consent_id": "01939af0-0000-7000-8000-000000000001",
        "version": 1,
        "household_id": HUBS[0].household_id,
        "hub_thumbprint": HUBS[0].thumbprint,
        "camera_id": "cổng",
        "purpose": Purpose.NEIGHBOURHOOD_SECURITY,
        "kinds": (DataKind.EVENTS, DataKind.CLIPS),
        "valid_from": local("2026-11-01T00:00"),
        "valid_until": local("2027-11-01T00:00"),
        "retention_days": 7,
        "notice_version": "1",
        "language": "vi",
        "given_at": local("2026-11-01T00:00"),
        "hours": hours(22 * 60, 6 * 60),
    }
    record = ConsentRecord(**(facts | changes))  # type: ignore[arg-type]  # a bag of fields for a test
    return Standing(record=record, zone=ZoneInfo("Asia/Ho_Chi_Minh"))


def _clip(first: str, last: str, **changes: object) -> Sharable:
    facts: dict[str, object] = {"recipient": HUBS[0], "camera_id": "cổng", "kind": DataKind.CLIPS, "masked": True}
    return Sharable(first_at=local(first), last_at=local(last), **(facts | changes))  # type: ignore[arg-type]  # as above


NOW = local("2026-11-21T06:30")


def test_a_clip_that_begins_before_the_hours_does_not_leave() -> None:
    clip = _clip("2026-11-20T21:59:57", "2026-11-20T22:00:20")
    assert may_leave([_standing()], {}, clip, NOW).reason is Reason.OUTSIDE_HOURS


def test_what_was_recorded_within_the_hours_may_leave_later() -> None:
    assert may_leave([_standing()], {}, _clip("2026-11-20T23:00", "2026-11-20T23:01"), NOW).allowed


def test_nothing_from_before_the_switch_was_turned_on_leaves() -> None:
    clip = _clip("2026-11-20T23:00", "2026-11-20T23:01")
    assert may_leave(
        [_standing()], {"cổng": Switch(on=True, since=local("2026-11-20T23:00:01"))}, clip, NOW
    ).reason is (Reason.PAUSED)
    assert may_leave([_standing()], {"cổng": Switch(on=True, since=local("2026-11-20T23:00:00"))}, clip, NOW).allowed


def test_the_reason_of_a_no_is_the_one_nearest_to_a_yes() -> None:
    other_camera = _standing(camera_id="sân")
    other_kind = _standing(kinds=(DataKind.EVENTS,))
    clip = _clip("2026-11-20T12:00", "2026-11-20T12:01")
    assert may_leave([other_camera], {}, clip, NOW).reason is Reason.NO_CONSENT
    assert may_leave([other_camera, other_kind], {}, clip, NOW).reason is Reason.KIND
    assert may_leave([other_camera, other_kind, _standing()], {}, clip, NOW).reason is Reason.OUTSIDE_HOURS


def test_an_endless_object_is_refused_without_an_endless_check() -> None:
    every_hour = _standing(hours=hours(0, 1440))
    assert not may_leave([every_hour], {}, _clip("2026-11-10T00:00", "2026-11-20T00:00"), NOW).allowed


def test_of_two_consents_the_one_with_more_kinds_is_named() -> None:
    narrow = _standing(kinds=(DataKind.CLIPS,))
    wide = _standing(consent_id="01939af0-0000-7000-8000-000000000002")
    verdict = may_leave([narrow, wide], {}, _clip("2026-11-20T23:00", "2026-11-20T23:01"), NOW)
    assert verdict.consent_id == "01939af0-0000-7000-8000-000000000002"
