"""The owner sees what waits for a hub, how much and why; what was given up he is told until he has read it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.const import DOMAIN
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import DataKind
from custom_components.mat_than.repairs import async_create_fix_flow
from custom_components.mat_than.sharing.hub import Hub as JoinedHub
from custom_components.mat_than.sharing.outbox_figures import QueueFigures, Waiting
from custom_components.mat_than.sharing.parcel import Stage
from custom_components.mat_than.sharing.queue_view import Cause, LineStanding, queue_rows
from custom_components.mat_than.sharing.sending_limits import UNLIMITED, QuietHours, SendingLimits
from scripts.live.hub import Hub

from .conftest import Home

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NIGHT = datetime(2026, 11, 22, 23, 0, tzinfo=HANOI)
SOON = NIGHT.astimezone(UTC) + timedelta(seconds=40)
QUIET = SendingLimits(quiet=QuietHours(from_minute=22 * 60, until_minute=6 * 60))
CALM = LineStanding(answers=True, resting_until={}, limits=UNLIMITED)


def waiting(
    kind: DataKind, count: int = 1, stage: Stage = Stage.WAITING, minutes: int = 0, case: bool = False
) -> Waiting:
    oldest_at = NIGHT - timedelta(minutes=minutes)
    return Waiting(kind=kind, stage=stage, for_case=case, count=count, size_bytes=100 * count, oldest_at=oldest_at)


def told(line: LineStanding, *queue: Waiting, now: datetime = NIGHT) -> list[tuple[object, ...]]:
    rows = queue_rows(QueueFigures(waiting=queue), line, now, HANOI)
    return [(row.kind, row.cause, row.count, row.until) for row in rows]


def test_what_only_waits_for_its_turn_is_on_its_way() -> None:
    queue = waiting(DataKind.EVENTS, 3), waiting(DataKind.CLIPS, stage=Stage.COPYING), waiting(DataKind.CLIPS)
    assert told(CALM, *queue) == [
        (DataKind.EVENTS, Cause.ON_ITS_WAY, 3, None),
        (DataKind.CLIPS, Cause.COPYING, 1, None),
        (DataKind.CLIPS, Cause.ON_ITS_WAY, 1, None),
    ]


def test_quiet_hours_hold_back_clips_alone_and_not_those_of_a_case() -> None:
    line = LineStanding(answers=True, resting_until={}, limits=QUIET)
    queue = [waiting(kind) for kind in (DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS)]
    morning = datetime(2026, 11, 23, 6, 0, tzinfo=HANOI)
    assert told(line, *queue, waiting(DataKind.CLIPS, 2, case=True)) == [
        (DataKind.EVENTS, Cause.ON_ITS_WAY, 1, None),
        (DataKind.STILLS, Cause.ON_ITS_WAY, 1, None),
        (DataKind.CLIPS, Cause.QUIET_HOURS, 1, morning),
        (DataKind.CLIPS, Cause.ON_ITS_WAY, 2, None),
    ]
    assert {cause for _, cause, *_ in told(line, *queue, now=morning)} == {Cause.ON_ITS_WAY}


def test_a_hub_that_does_not_answer_is_named_with_the_next_try_of_that_lane() -> None:
    resting = {DataKind.EVENTS: SOON, DataKind.STILLS: SOON, DataKind.CLIPS: None}
    line = LineStanding(answers=False, resting_until=resting, limits=UNLIMITED)
    assert told(line, waiting(DataKind.STILLS), waiting(DataKind.CLIPS)) == [
        (DataKind.STILLS, Cause.NO_ANSWER, 1, SOON),
        (DataKind.CLIPS, Cause.NO_ANSWER, 1, None),
    ]


def test_one_row_for_what_waits_for_the_same() -> None:
    queue = QueueFigures(waiting=(waiting(DataKind.CLIPS, 2, case=True), waiting(DataKind.CLIPS, 3, minutes=9)))
    [row] = queue_rows(queue, CALM, NIGHT, HANOI)
    assert (row.count, row.size_bytes, row.oldest_at) == (5, 500, NIGHT - timedelta(minutes=9))
    assert (queue.length, queue.oldest_at) == (5, NIGHT - timedelta(minutes=9))


def limit(home: Home, hub_id: str, limits: SendingLimits) -> None:
    """Set limits as the form does."""
    subentry = home.entry.subentries[hub_id]
    data = replace(JoinedHub.of(subentry.data), limits=limits).as_data()
    home.hass.config_entries.async_update_subentry(home.entry, subentry, data=data)


def quiet_now() -> SendingLimits:
    """Quiet hours that began an hour ago and end in two."""
    wall = dt_util.now()
    minute = wall.hour * 60 + wall.minute
    return SendingLimits(quiet=QuietHours(from_minute=(minute - 60) % 1440, until_minute=(minute + 120) % 1440))


async def test_in_quiet_hours_a_clip_waits_and_the_owner_sees_until_when(home: Home, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id)
    limit(home, hub_id, quiet_now())
    await home.settled()
    motion = home.motion()
    home.door.offer_motion(motion)
    clip = home.clip(motion)
    home.door.offer_clip(clip)
    await home.until_received(real_hub, motion.event_id, lambda event: event["still_url"])
    await home.until(lambda: [row.cause for row in home.door.hub_state(hub_id).queue] == [Cause.QUIET_HOURS])
    [row] = home.door.hub_state(hub_id).queue
    assert (row.kind, row.count, row.size_bytes) == (DataKind.CLIPS, 1, clip.size_bytes)
    assert row.until is not None
    assert timedelta(minutes=118) < row.until - dt_util.utcnow() <= timedelta(minutes=120)

    limit(home, hub_id, UNLIMITED)
    await home.until_received(real_hub, motion.event_id, lambda event: (event["clip"] or {}).get("state") == "stored")
    await home.until(lambda: home.door.hub_state(hub_id).queue == ())


async def test_a_limit_holds_while_a_clip_goes(home: Home, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id)
    motion = home.motion()
    home.door.offer_motion(motion)
    await home.until_received(real_hub, motion.event_id, lambda event: event["still_url"])
    clip = home.clip(motion)
    kbit_s = max(64, round(clip.size_bytes * 8 / 1000 / 3))  # three seconds of it
    limit(home, hub_id, SendingLimits(kbit_s=kbit_s))
    await home.settled()
    home.door.offer_clip(clip)
    assert await home.until(lambda: home.door.hub_state(hub_id).queue_length == 1) < 5
    taken_s = await home.until(lambda: home.door.hub_state(hub_id).queue_length == 0, 15)
    assert taken_s > 1.5, "the first second's worth may go at once, and the wait begins a moment late"


@pytest.fixture
def issues(hass: HomeAssistant) -> ir.IssueRegistry:
    return ir.async_get(hass)


async def test_what_was_given_up_is_a_repair_until_it_was_read_and_again_when_there_is_more(
    home: Home, real_hub: Hub, issues: ir.IssueRegistry
) -> None:
    hub_id = await home.join(real_hub)
    await home.consent(hub_id)
    limit(home, hub_id, quiet_now())
    await home.settled()
    issue_id = f"hub_dropped_{hub_id}"

    async def give_one_up() -> None:
        home.door.offer_clip(home.clip(home.motion()))
        await home.until(lambda: [p for p in home.door.outbox.all() if p.stage is Stage.WAITING])
        await home.hass.async_add_executor_job(home.door.outbox.drop, home.door.outbox.all()[0])
        await home.door.async_outbox_changed()

    assert issues.async_get_issue(DOMAIN, issue_id) is None
    await give_one_up()
    issue = issues.async_get_issue(DOMAIN, issue_id)
    assert issue is not None
    assert issue.is_fixable
    assert issue.translation_placeholders == {"hub": home.joined(hub_id).name, "count": "1"}
    flow = await async_create_fix_flow(home.hass, issue_id, issue.data)
    flow.hass, flow.issue_id = home.hass, issue_id
    await flow.async_step_confirm({})
    assert issues.async_get_issue(DOMAIN, issue_id) is None
    assert home.door.hub_state(hub_id).dropped == 1, "it stays counted"
    await home.shut()
    await home.open()
    assert issues.async_get_issue(DOMAIN, issue_id) is None, "also after a restart"
    await give_one_up()
    again = issues.async_get_issue(DOMAIN, issue_id)
    assert again is not None
    assert again.translation_placeholders == {"hub": home.joined(hub_id).name, "count": "1"}
    assert home.door.hub_state(hub_id).dropped == 2
