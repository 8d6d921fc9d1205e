"""What leaves the home: nothing before a consent, what it names while it lasts, nothing after it."""

from pathlib import Path
import time

from motion_watch import wait_for_any_visit, wait_for_rise, wait_for_visit
import pytest

from scripts.live.hub_pages import play_clip
from scripts.live.neighbourhood import Neighbourhood
from scripts.live.wiretap import Wiretap

STREET, YARD = "Đường trước nhà", "Sân nhà"  # the yard's H.264 is shared as it is, without encoding it anew
HUB_EVENT_LIMIT_S = 2.0
HUB_CLIP_LIMIT_S = 5.0
DELETION_LIMIT_S = 30.0
PRE_ROLL_S = 8.0  # five seconds, and up to a key frame more

pytestmark = pytest.mark.slow


def test_a_home_that_joined_no_hub_says_nothing(place: Neighbourhood, line: Wiretap) -> None:
    wait_for_visit(place, STREET, since=0)
    assert line.since(0) == b""


def test_a_joined_hub_hears_nothing_without_a_consent(place: Neighbourhood, line: Wiretap) -> None:
    place.household.join_hub(place.hub)
    time.sleep(1)
    joined_at = time.time()
    wait_for_any_visit(place, since=joined_at)
    assert line.since(joined_at) == b""
    assert place.hub.events() == []


def test_with_a_consent_the_event_and_its_clip_come_to_the_hub(
    place: Neighbourhood, line: Wiretap, tmp_path: Path
) -> None:
    place.household.give_consent(YARD)
    # A clip begins before its motion, and all of it has to lie inside the consent.
    shared_from = time.time() + PRE_ROLL_S
    rise = wait_for_rise(place, YARD, since=shared_from)
    event_at = place.hub.wait_event(rise.event_id, 10)
    assert event_at is not None
    assert event_at - rise.on_at <= HUB_EVENT_LIMIT_S
    ended = wait_for_visit(place, YARD, since=shared_from)
    clip_at = place.hub.wait_event(rise.event_id, 60, with_clip=True)
    assert clip_at is not None
    assert ended.off_at is not None
    assert clip_at - ended.off_at <= HUB_CLIP_LIMIT_S
    assert play_clip(place.hub, rise.event_id, tmp_path)


def test_only_the_camera_of_the_consent_is_shared(place: Neighbourhood, line: Wiretap) -> None:
    wait_for_visit(place, STREET, since=time.time() - 60)
    assert {event["camera"]["name"] for event in place.hub.events()} == {YARD}
    for camera in place.household.subentries("camera"):
        if camera["title"] != YARD:
            assert camera["subentry_id"].encode() not in line.since(0)


def test_after_the_withdrawal_the_hub_has_nothing_and_hears_nothing(place: Neighbourhood, line: Wiretap) -> None:
    place.household.withdraw_consent(YARD)
    deadline = time.monotonic() + DELETION_LIMIT_S
    while place.hub.events() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert place.hub.events() == []
    consents = place.hub.http.get("/api/consents")
    assert [consent["state"] for consent in consents] == ["withdrawn"]
    while not consents[0]["deletion"]["done"] and time.monotonic() < deadline:
        time.sleep(0.2)
        consents = place.hub.http.get("/api/consents")
    assert consents[0]["deletion"]["done"]
    time.sleep(3)  # the home fetches the proof of the deletion
    quiet_from = time.time()
    wait_for_visit(place, YARD, since=quiet_from)
    assert line.since(quiet_from) == b""
