"""When a shared copy is not made, or is not what may leave: it is tried again, given up and counted, and never sent."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import override

from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.model import Polygon
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import FootageSpan
from custom_components.mat_than.lib.mat_than_engine.protocol.requests import Offence
from custom_components.mat_than.lib.mat_than_engine.reports import SharedCopyMade
from custom_components.mat_than.sharing import copier
from custom_components.mat_than.sharing.case_choice import Given
from custom_components.mat_than.sharing.copies import WHOLE, Part
from custom_components.mat_than.sharing.door import Door
from custom_components.mat_than.sharing.errors import CopyError
from scripts.live.hub import Hub

from .conftest import EngineCopies, Home
from .test_requests import keep

MASK: Polygon = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5))


class FailingCopies(EngineCopies):
    """An engine that answers as told at first, having left a file behind; then as it always does."""

    def __init__(self, home: Home, *answers: SharedCopyMade | Exception) -> None:
        super().__init__(home.hass)
        self.answers = list(answers)
        self.left: list[Path] = []

    @override
    async def make_shared_copy(
        self, source: Path, target: Path, masks: tuple[Polygon, ...], audio: bool, part: Part = WHOLE
    ) -> SharedCopyMade:
        if not self.answers:
            return await super().make_shared_copy(source, target, masks, audio, part)
        self.left.append(target)
        await self._hass.async_add_executor_job(target.write_bytes, b"half a film")
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copier, "FIRST_BACKOFF_S", 0.02)


async def sharing(home: Home, hub: Hub, *answers: SharedCopyMade | Exception) -> tuple[FailingCopies, str]:
    """A home whose engine fails so, sharing one camera with a hub; its engine, and the hub's id."""
    copies = FailingCopies(home, *answers)
    await home.shut()
    home.door = Door(home.hass, home.entry, home.storage, copies)
    await home.door.async_start()
    hub_id = await home.join(hub)
    await home.consent(hub_id)
    return copies, hub_id


def copy(**facts: object) -> SharedCopyMade:
    made = {"codec": "h264", "masked": True, "size_bytes": 11, "sha256": "0" * 64, "fps": 15.0} | facts
    return SharedCopyMade(request_id="1", **made)  # type: ignore[arg-type]  # facts of each case


async def after_a_clip(home: Home, hub: Hub, copies: FailingCopies, tries: int = 1) -> dict[str, object]:
    """What the hub has of a motion once its clip was tried so often and nothing of it waits any more."""
    motion = home.motion(still=None)
    home.door.offer_motion(motion)
    home.door.offer_clip(home.clip(motion))
    await home.until(lambda: len(copies.left) >= tries)
    await home.until(lambda: home.door.outbox.all() == [])
    return await home.until_received(hub, motion.event_id)


async def until_dropped(home: Home, hub_id: str) -> None:
    await home.until(lambda: home.door.hub_state(hub_id).dropped == 1)


def copies_of(home: Home) -> list[Path]:
    return list((home.storage / ".sharing/copies").iterdir())


@pytest.mark.parametrize(
    "made",
    [
        copy(codec="hevc"),
        copy(size_bytes=0),
        copy(size_bytes=2**40),
        copy(error="unreadable"),
        copy(error="source_missing"),
    ],
    ids=["another codec", "nothing", "too large", "unreadable", "gone"],
)
async def test_what_may_not_leave_is_removed_and_counted(home: Home, real_hub: Hub, made: SharedCopyMade) -> None:
    copies, hub_id = await sharing(home, real_hub, made)
    assert (await after_a_clip(home, real_hub, copies))["clip"] is None
    await until_dropped(home, hub_id)
    assert (len(copies.left), copies_of(home)) == (1, [])


async def test_a_copy_without_its_masks_does_not_leave(home: Home, real_hub: Hub) -> None:
    copies, hub_id = await sharing(home, real_hub, copy(masked=False))
    camera = home.entry.subentries["cam1"]
    masked = {**camera.data, "privacy_masks": [[list(point) for point in MASK]]}
    home.hass.config_entries.async_update_subentry(home.entry, camera, data=masked)
    await home.until(lambda: home.door.view.has_masks("cam1"))
    assert (await after_a_clip(home, real_hub, copies))["clip"] is None
    await until_dropped(home, hub_id)


async def test_a_moment_without_a_picture_is_no_loss(home: Home, real_hub: Hub) -> None:
    copies, hub_id = await sharing(home, real_hub, copy(error="empty"))
    assert (await after_a_clip(home, real_hub, copies))["clip"] is None
    assert home.door.hub_state(hub_id).dropped == 0


async def test_what_fails_for_a_while_arrives_all_the_same(home: Home, real_hub: Hub) -> None:
    waits = [CopyError("the engine is down"), copy(error="disk_full"), copy(error="disk_full"), copy(error="failed")]
    copies, hub_id = await sharing(home, real_hub, *waits, ValueError("a mistake"))
    clip = (await after_a_clip(home, real_hub, copies, tries=5))["clip"]
    assert isinstance(clip, dict)
    assert clip["state"] == "stored"
    assert (copies.answers, home.door.hub_state(hub_id).dropped) == ([], 0)


@pytest.mark.parametrize("failure", [lambda: copy(error="failed"), lambda: ValueError("a mistake")])
async def test_what_fails_again_and_again_is_given_up(
    home: Home, real_hub: Hub, failure: Callable[[], SharedCopyMade | Exception]
) -> None:
    copies, hub_id = await sharing(home, real_hub, *(failure() for _ in range(9)))
    assert (await after_a_clip(home, real_hub, copies, tries=copier.MOST_ATTEMPTS))["clip"] is None
    await until_dropped(home, hub_id)
    assert len(copies.left) == copier.MOST_ATTEMPTS


@pytest.mark.parametrize(
    "times", [{}, {"first_s": 0.0, "last_s": 1.5}, {"first_s": 1.2, "last_s": 2.9}], ids=["no times", "early", "late"]
)
async def test_a_part_that_holds_more_than_was_given_does_not_leave(
    home: Home, real_hub: Hub, times: dict[str, float]
) -> None:
    _, hub_id = await sharing(home, real_hub, copy(**times))
    began = dt_util.utcnow().replace(microsecond=0) - timedelta(hours=1)
    await keep(home, ("motion", began))
    span = FootageSpan(since=began + timedelta(seconds=1), until=began + timedelta(seconds=2))
    choice = Given(camera_id="cam1", span=span)
    report = await home.door.requests.async_report(hub_id, choice, Offence.THEFT, "Mất xe máy", "vi")
    await until_dropped(home, hub_id)
    told = (await home.hass.async_add_executor_job(real_hub.http.get, "/api/reports"))["reports"]
    assert [one["clips"] for one in told if one["id"] == report] == [0]
    assert copies_of(home) == []
