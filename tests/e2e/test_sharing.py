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
YARD_LIMIT_S = 90.0  # somebody comes into the yard again
PRE_ROLL_S = 8.0  # five seconds, and up to a key frame more

pytestmark = pytest.mark.slow


@pytest.fixture
def joined(place: Neighbourhood) -> Neighbourhood:
    """A home that has joined the hub: in a test before, or, when one runs by itself, now."""
    if not place.household.subentries("hub"):
        place.household.join_hub(place.hub)
    return place


@pytest.fixture
def sharing(joined: Neighbourhood) -> Neighbourhood:
    """A home that shares its yard."""
    if not joined.household.subentries("consent"):
        joined.household.give_consent(YARD)
    return joined


def test_a_home_that_joined_no_hub_says_nothing(place: Neighbourhood, line: Wiretap) -> None:
    wait_for_visit(place, STREET, since=0)
    assert line.since(0) == b""


def test_a_joined_hub_hears_nothing_without_a_consent(joined: Neighbourhood, line: Wiretap) -> None:
    time.sleep(1)
    joined_at = time.time()
    wait_for_any_visit(joined, since=joined_at)
    assert line.since(joined_at) == b""
    assert joined.hub.events() == []


def test_with_a_consent_the_event_and_its_clip_come_to_the_hub(sharing: Neighbourhood, tmp_path: Path) -> None:
    # A clip begins before its motion, and all of it has to lie inside the consent.
    shared_from = time.time() + PRE_ROLL_S
    rise = wait_for_rise(sharing, YARD, since=shared_from)
    event_at = sharing.hub.wait_event(rise.event_id, 10)
    assert event_at is not None
    assert event_at - rise.on_at <= HUB_EVENT_LIMIT_S
    ended = wait_for_visit(sharing, YARD, since=shared_from)
    clip_at = sharing.hub.wait_event(rise.event_id, 60, with_clip=True)
    assert clip_at is not None
    assert ended.off_at is not None
    assert clip_at - ended.off_at <= HUB_CLIP_LIMIT_S
    assert play_clip(sharing.hub, rise.event_id, tmp_path)


def test_only_the_camera_of_the_consent_is_shared(sharing: Neighbourhood, line: Wiretap) -> None:
    wait_for_visit(sharing, STREET, since=time.time() - 60)
    until = time.monotonic() + YARD_LIMIT_S
    while not sharing.hub.events() and time.monotonic() < until:
        time.sleep(0.5)
    assert {event["camera"]["name"] for event in sharing.hub.events()} == {YARD}
    for camera in sharing.household.subentries("camera"):
        if camera["title"] != YARD:
            assert camera["subentry_id"].encode() not in line.since(0)


def test_after_the_withdrawal_the_hub_has_nothing_and_hears_nothing(sharing: Neighbourhood, line: Wiretap) -> None:
    sharing.household.withdraw_consent(YARD)
    deadline = time.monotonic() + DELETION_LIMIT_S
    while sharing.hub.events() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert sharing.hub.events() == []
    consents = sharing.hub.http.get("/api/consents")
    assert [consent["state"] for consent in consents] == ["withdrawn"]
    while not consents[0]["deletion"]["done"] and time.monotonic() < deadline:
        time.sleep(0.2)
        consents = sharing.hub.http.get("/api/consents")
    assert consents[0]["deletion"]["done"]
    time.sleep(3)  # the home fetches the proof of the deletion
    quiet_from = time.time()
    wait_for_visit(sharing, YARD, since=quiet_from)
    assert line.since(quiet_from) == b""
