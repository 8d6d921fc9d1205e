"""The one decision, against an oracle that thinks in another way: every second of an object on a calendar of minutes."""

from collections import Counter
from dataclasses import replace
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
    FootageSpan,
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
REQUESTS = [f"01939af0-0000-7000-8000-0000000001{n:02d}" for n in range(3)]
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
    if not switch.on:
        return set()
    whole_s = int((thing.last_at - thing.first_at).total_seconds())
    moments = [*(thing.first_at + timedelta(seconds=n) for n in range(whole_s + 1)), thing.last_at]
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
            and record.valid_from <= now < record.valid_until
            and (given_for_a_case if record.footage else given_for_good)(record, switch, thing, moments)
            and zone is not None
            and all(
                (local.weekday(), local.hour * 60 + local.minute) in week
                for local in (moment.astimezone(zone) for moment in moments)
            )
        ):
            yes.add(record.consent_id)
    return yes


def given_for_good(record: ConsentRecord, switch: Switch, thing: Sharable, moments: list[datetime]) -> bool:
    """Recorded while the consent holds and since the camera was switched on, and sent for no case."""
    asked = thing.request_id is not None
    switched_later = any(switch.since is not None and moment < switch.since for moment in moments)
    return not asked and not switched_later and all(record.valid_from <= m < record.valid_until for m in moments)


def given_for_a_case(record: ConsentRecord, switch: Switch, thing: Sharable, moments: list[datetime]) -> bool:
    """Out of the named footage, for that case (or for the owner's own report), and not from before a later switch."""
    footage = record.footage
    assert footage is not None
    if any(moment < footage.since or footage.until < moment for moment in moments):
        return False
    if thing.request_id is None or (record.request_id is not None and record.request_id != thing.request_id):
        return False
    return switch.since is None or switch.since <= record.given_at or all(switch.since <= m for m in moments)


class Cases:
    """Random households, and objects of which about every third comes near to what one of their consents allows."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.anchor = self.random.choice(ANCHORS)
        self.consents = [self.standing(number) for number in range(self.random.choice([0, 1, 2, 3, 4, 4]))]
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
        footage = self.footage() if random.random() < 0.35 else None
        record = ConsentRecord(
            consent_id=f"01939af0-0000-7000-8000-0000000000{number:02d}",
            version=1,
            household_id=hub.household_id,
            hub_thumbprint=hub.thumbprint,
            camera_id=random.choice(CAMERAS),
            purpose=Purpose.CASE if footage else Purpose.NEIGHBOURHOOD_SECURITY,
            kinds=tuple(kind for kind in DataKind if random.random() < 0.6) or (DataKind.EVENTS,),
            valid_from=begins,
            valid_until=begins + lasts,
            retention_days=7,
            notice_version="1",
            language="vi",
            given_at=random.choice([begins, self.moment()]),
            hours=Hours(time_zone=zone) if footage and random.random() < 0.7 else self.hours(zone),
            masks_required=random.random() < 0.3,
            footage=footage,
            request_id=random.choice([None, *REQUESTS]) if footage else None,
        )
        known_zone = ZoneInfo(zone) if random.random() < 0.95 else None
        return Standing(record=record, zone=known_zone, withdrawn=random.random() < 0.15)

    def footage(self) -> FootageSpan:
        since = self.moment()
        return FootageSpan(since=since, until=since + timedelta(milliseconds=self.random.randint(1, 12 * 3_600_000)))

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
            request_id = record.request_id if random.random() < 0.9 else random.choice([None, *REQUESTS])
            if record.footage is not None and request_id is None and random.random() < 0.9:
                request_id = random.choice(REQUESTS)
            elif record.footage is None:
                request_id = None if random.random() < 0.95 else random.choice(REQUESTS)
            if record.footage is not None and random.random() < 0.7:  # in the named footage, or at an edge of it
                length = record.footage.until - record.footage.since
                first = record.footage.since + length * random.choice([0.0, random.random(), 1.0])
                first += timedelta(milliseconds=random.choice([-1, 0, 0, random.randint(-90_000, 90_000)]))
        else:
            request_id = random.choice([None, *REQUESTS])
            recipient, camera_id, kind = random.choice(HUBS), random.choice(CAMERAS), random.choice(list(DataKind))
        lasts = timedelta(milliseconds=random.choice([0, random.randint(0, 120_000)]))
        thing = Sharable(
            recipient=recipient,
            camera_id=camera_id,
            kind=kind,
            first_at=first,
            last_at=first + lasts,
            masked=random.random() < 0.8,
            request_id=request_id,
        )
        now = thing.last_at + timedelta(seconds=1) if random.random() < 0.7 else self.moment()
        if request_id is not None and self.consents and random.random() < 0.8:  # while some consent holds
            now = random.choice(self.consents).record.valid_from + timedelta(minutes=random.randint(0, 120))
        return thing, now


SEEN: Counter[bool] = Counter()
SEEN_OF_CASES: Counter[bool] = Counter()


@settings(max_examples=650, deadline=None, database=None)
@given(st.integers(0, 2**62))
def test_the_decision_and_the_oracle_never_differ(seed: int) -> None:
    household = Cases(seed)
    for _ in range(24):
        thing, now = household.thing()
        verdict = may_leave(household.consents, household.switches, thing, now)
        allowing = oracle(household.consents, household.switches, thing, now)
        SEEN[bool(allowing)] += 1
        if thing.request_id is not None:
            SEEN_OF_CASES[bool(allowing)] += 1
        assert verdict.allowed is bool(allowing)
        assert (verdict.consent_id in allowing) if allowing else verdict.consent_id is None


def test_ten_thousand_random_objects_held_both_answers_often_enough() -> None:
    if not SEEN:
        pytest.skip("the random objects were not tried")
    assert sum(SEEN.values()) >= 10_000
    assert min(SEEN[True], SEEN[False]) > 1000, SEEN
    assert min(SEEN_OF_CASES[True], SEEN_OF_CASES[False]) > 200, SEEN_OF_CASES


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


def _given_for_a_case(**changes: object) -> Standing:
    footage = FootageSpan(since=local("2026-11-20T12:00"), until=local("2026-11-20T13:00"))
    facts: dict[str, object] = {"purpose": Purpose.CASE, "kinds": (DataKind.CLIPS,), "hours": hours(0, 1440)}
    given = {"given_at": local("2026-11-21T06:00"), "valid_from": local("2026-11-21T06:00"), "footage": footage}
    return _standing(**(facts | given | {"request_id": REQUESTS[0]} | changes))


def test_what_is_given_for_a_case_is_that_footage_for_that_case_and_nothing_beside_it() -> None:
    given = [_given_for_a_case()]
    all_of_it = _clip("2026-11-20T12:00", "2026-11-20T13:00", request_id=REQUESTS[0])
    assert may_leave(given, {}, all_of_it, NOW).allowed
    for clip, reason in (
        (_clip("2026-11-20T11:59:59", "2026-11-20T12:30", request_id=REQUESTS[0]), Reason.OUTSIDE_VALIDITY),
        (_clip("2026-11-20T12:30", "2026-11-20T13:00:01", request_id=REQUESTS[0]), Reason.OUTSIDE_VALIDITY),
        (_clip("2026-11-20T12:30", "2026-11-20T12:31", request_id=REQUESTS[1]), Reason.ANOTHER_CASE),
        (_clip("2026-11-20T12:30", "2026-11-20T12:31"), Reason.ANOTHER_CASE),
        (_clip("2026-11-21T06:10", "2026-11-21T06:11", request_id=REQUESTS[0]), Reason.OUTSIDE_VALIDITY),
    ):
        assert may_leave(given, {}, clip, NOW).reason is reason
    assert may_leave(given, {}, all_of_it, local("2026-11-21T05:59")).reason is Reason.NOT_YET
    assert may_leave([_standing()], {}, replace(all_of_it, kind=DataKind.EVENTS), NOW).reason is Reason.ANOTHER_CASE


def test_a_yes_to_a_case_reaches_back_behind_an_earlier_switch_but_not_behind_a_later_one() -> None:
    clip = _clip("2026-11-20T12:00", "2026-11-20T12:30", request_id=REQUESTS[0])
    given = [_given_for_a_case()]
    before, after = local("2026-11-21T05:00"), local("2026-11-21T06:10")
    assert may_leave(given, {"cổng": Switch(on=True, since=before)}, clip, NOW).allowed
    assert may_leave(given, {"cổng": Switch(on=True, since=after)}, clip, NOW).reason is Reason.PAUSED
    assert may_leave(given, {"cổng": Switch(on=False, since=before)}, clip, NOW).reason is Reason.PAUSED


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
