"""Officers ask, the owner answers: what he gives arrives at a real hub, cut to what he chose, and nothing else does."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import av
from homeassistant.components import persistent_notification
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.keeping.clip_store import ClipStore
from custom_components.mat_than.lib.mat_than_engine.model import Clip
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import FootageSpan, Purpose
from custom_components.mat_than.lib.mat_than_engine.protocol.requests import Offence
from custom_components.mat_than.sharing.case_choice import Given
from custom_components.mat_than.sharing.ledger import async_get_ledger
from custom_components.mat_than.sharing.request_book import STORE_KEY
from custom_components.mat_than.sharing.request_pages import AskedFootage, RequestState
from scripts.live.http_client import HttpClient
from scripts.live.hub import Hub

from .conftest import Home, until_some

CASES = count(1)


class Officers:
    """Two officers at the hub: one asks, the other moderates."""

    def __init__(self, home: Home, hub: Hub) -> None:
        self._hass = home.hass
        self.hub = hub
        self.second = HttpClient(hub.url)
        self.second.headers["Origin"] = hub.url

    async def _do[T](self, work: Callable[..., T], *values: Any) -> T:
        return await self._hass.async_add_executor_job(work, *values)

    async def begin(self) -> Officers:
        login = {"user_name": f"minh{next(CASES)}", "password": "một mật khẩu thật dài 2026"}
        await self._do(self.hub.http.post, "/api/members", {**login, "role": "officer"})
        await self._do(self.second.post, "/api/login", login)
        return self

    async def ask(self, household_id: str, since: datetime, until: datetime, **changes: Any) -> str:
        """A request that the second officer approved; its id."""
        wanted: dict[str, Any] = {
            "case_number": f"{next(CASES)}/2026",
            "offence": "theft",
            "reason": "Mất xe máy [ở đây](https://lừa.example) lúc chợ tan",
            "contact": "Trung uý Minh, 024 1234 567",
            "cameras": [{"household_id": household_id, "camera_id": "cam1"}],
            "since": since.isoformat(),
            "until": until.isoformat(),
            "deadline": (dt_util.utcnow() + timedelta(days=3)).isoformat(),
            "retention_days": 20,
        }
        asked = await self._do(self.hub.http.post, "/api/requests", wanted | changes)
        word = {"approved": True, "note": ""}
        await self._do(self.second.post, f"/api/requests/{asked['id']}/moderation", word)
        return str(asked["id"])

    async def see(self, request_id: str) -> dict[str, Any]:
        return dict(await self._do(self.hub.http.get, f"/api/requests/{request_id}"))

    async def cancel(self, request_id: str) -> None:
        await self._do(self.hub.http.post, f"/api/requests/{request_id}/cancellation", {})

    async def reports(self) -> list[dict[str, Any]]:
        return list((await self._do(self.hub.http.get, "/api/reports"))["reports"])

    async def bytes_of(self, url: str) -> bytes:
        return await self._do(self.hub.http.bytes_of, "GET", url)

    async def until_given(self, request_id: str, clips: int) -> list[dict[str, Any]]:
        """Wait until so many clips are there, whole."""

        async def look() -> list[dict[str, Any]] | None:
            found = [clip for clip in (await self.see(request_id))["given"] if clip["state"] == "stored"]
            return found if len(found) == clips else None

        return await until_some(look, 20)


async def keep(home: Home, *spans: tuple[str, datetime], camera_id: str = "cam1") -> list[Clip]:
    """Clips of three seconds (kind, beginning) as the engine keeps them, in its index."""
    store = ClipStore(home.storage)
    clips = []
    for number, (kind, started_at) in enumerate(spans):
        motion = home.motion(camera_id, started_at=started_at)
        path = f"clips/{camera_id}/2026-11-22/{number}{kind}{started_at:%H%M%S}.mp4"
        clips.append(home.clip(motion, kind=kind, path=path))

    def write() -> None:
        store.prepare()
        for clip in clips:
            file = home.storage / clip.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes((home.footage / "clip.mp4").read_bytes())
            store.add(clip)

    await home.hass.async_add_executor_job(write)
    return clips


def an_hour_ago() -> datetime:
    return dt_util.utcnow().replace(microsecond=0) - timedelta(hours=1)


def s(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def notices(home: Home) -> dict[str, Any]:
    return dict(home.hass.data.get(persistent_notification.DOMAIN, {}))


def page_of(home: Home, request_id: str) -> AskedFootage | None:
    return home.door.permissions.book.get(request_id)


async def asked(home: Home, officers: Officers, hub_id: str, since: datetime, until: datetime, **changes: Any) -> str:
    """A request that the home knows of."""
    request_id = await officers.ask(home.joined(hub_id).household_id, since, until, **changes)
    await home.until(lambda: page_of(home, request_id))
    return request_id


def all_of(home: Home, request_id: str) -> tuple[Given, ...]:
    page = page_of(home, request_id)
    assert page is not None
    return tuple(Given(camera_id=camera_id, span=page.request.span) for camera_id in page.request.camera_ids)


def pictures_of(data: bytes, folder: Path) -> list[float]:
    (folder / "given.mp4").write_bytes(data)
    with av.open(str(folder / "given.mp4")) as container:
        return [frame.time or 0.0 for frame in container.decode(video=0)]


async def test_footage_is_asked_for_given_in_part_and_arrives_cut_to_the_span(
    home: Home, real_hub: Hub, tmp_path: Path
) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    standing = await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    # The first motion is recorded by the continuous pieces too, the second by nothing else; the third is not asked for.
    spans = (
        ("continuous", t),
        ("continuous", t + s(3)),
        ("motion", t + s(1)),
        ("motion", t + s(10)),
        ("motion", t + s(30)),
    )
    await keep(home, *spans)
    heard: list[AskedFootage] = []
    home.door.async_listen_requests(hub_id, heard.append)
    request_id = await asked(home, officers, hub_id, t - s(60), t + s(60))
    assert [page.state for page in heard] == [RequestState.WAITING]
    assert home.door.hub_state(hub_id).requests_waiting == 1
    await home.until(lambda: notices(home))
    (notice,) = notices(home).values()
    assert "Trung uý Minh" in notice["message"]
    assert "](https" not in notice["message"]  # what a hub writes is no link
    assert f"/mat-than/sharing/request/{request_id}" in notice["message"]

    span = FootageSpan(since=t + s(1), until=t + s(12))
    await home.door.requests.async_approve(request_id, (Given(camera_id="cam1", span=span, retention_days=5),), "vi")
    given = await officers.until_given(request_id, 3)
    assert not notices(home)
    clips = sorted(given, key=lambda clip: clip["started_at"])
    starts = [datetime.fromisoformat(clip["started_at"]) - t for clip in clips]
    assert starts == [s(1), s(3), s(10)]
    shown = [pictures_of(await officers.bytes_of(clip["url"]), tmp_path) for clip in clips]
    assert [len(times) for times in shown] == [30, 45, 31]
    view = await officers.see(request_id)
    assert (view["households"], view["gave"], view["clips"]) == (1, 1, 3)
    page = page_of(home, request_id)
    assert page is not None
    assert page.state is RequestState.APPROVED
    (consent,) = [c for c in home.door.view.consents({"cam1"}) if c.record.consent_id != standing]
    assert page.consent_ids == (consent.record.consent_id,)
    assert (consent.record.purpose, consent.record.request_id) == (Purpose.CASE, request_id)
    assert (consent.record.footage, consent.record.retention_days) == (span, 5)
    assert home.entry.subentries[consent.subentry_id].data["receipt"]
    await home.until(lambda: home.door.view.request_figures(request_id).sent == 3)
    assert home.door.view.request_figures(request_id).waiting == 0

    # What the officers do with it is told with the case and its reason.
    line = home.door.lines.get(home.joined(hub_id).recipient)
    assert line is not None
    code = home.joined(hub_id).code

    def looks() -> list[Any]:
        line.wake("mirror")
        return [look for look in home.door.permissions.mirror.entries(code) if look.request_id == request_id]

    await home.until(looks, 15)
    assert looks()[0].case_number == view["case_number"]
    assert "Mất xe máy" in str(looks()[0].reason)


async def test_a_no_gives_nothing_and_is_final(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    await keep(home, ("continuous", t))
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    await home.door.requests.async_decline(request_id)
    await home.until(lambda: not home.door.permissions.book.answers())
    view = await officers.see(request_id)
    assert (view["state"], view["gave"], view["given"]) == ("open", 0, [])
    page = page_of(home, request_id)
    assert page is not None
    assert page.state is RequestState.DECLINED
    with pytest.raises(ServiceValidationError) as refused:
        await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    assert refused.value.translation_key == "request_closed"
    assert len(home.door.view.consents({"cam1"})) == 1


async def test_what_was_given_is_withdrawn_like_anything_else(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    await keep(home, ("continuous", t))
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    await officers.until_given(request_id, 1)
    page = page_of(home, request_id)
    assert page is not None
    # The owner removes it from the list of his consents.
    (consent,) = [c for c in home.door.view.consents({"cam1"}) if c.record.consent_id in page.consent_ids]
    home.hass.config_entries.async_remove_subentry(home.entry, consent.subentry_id)
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[page.consent_ids[0]].receipt, 60)
    assert (await officers.see(request_id))["given"] == []


async def test_over_a_restart_between_the_yes_and_the_sending_everything_arrives_once(
    home: Home, real_hub: Hub, hass_storage: dict[str, Any]
) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    await keep(home, ("continuous", t), ("continuous", t + s(3)))
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    await home.shut()
    assert hass_storage[STORE_KEY]["data"]["asked"][0]["state"] == "approved"
    for key in (STORE_KEY, "mat_than.sharing", "mat_than.mirror"):
        home.hass.data.pop(key, None)  # type: ignore[call-overload]  # as a restart forgets it
    await home.open()
    await officers.until_given(request_id, 2)
    await home.until(lambda: home.door.outbox.all() == [])


async def test_a_yes_whose_consents_were_lost_with_the_power_is_asked_for_again(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    await keep(home, ("continuous", t))
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    page = page_of(home, request_id)
    assert page is not None
    lost = next(c for c in home.door.view.consents({"cam1"}) if c.record.consent_id in page.consent_ids)
    await home.shut()  # before it is told
    home.hass.config_entries.async_remove_subentry(home.entry, lost.subentry_id)
    await home.open()
    await home.until(lambda: (page := page_of(home, request_id)) is not None and page.state is RequestState.WAITING)
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[page.consent_ids[0]].withdrawn_at)
    await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    await officers.until_given(request_id, 1)


async def test_a_request_that_is_taken_back_is_over_at_home(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    await home.until(lambda: notices(home))
    await officers.cancel(request_id)
    await home.until(lambda: (page := page_of(home, request_id)) is not None and page.state is RequestState.CANCELLED)
    assert home.door.hub_state(hub_id).requests_waiting == 0
    assert not notices(home)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"camera_id": "cam2"}, "request_cameras"),
        ({"since": -1}, "request_span"),
        ({"until": 61}, "request_span"),
        ({"since": 40}, "request_no_footage"),
        ({"days": 21}, "request_retention"),
    ],
)
async def test_what_was_not_asked_for_is_not_given(
    home: Home, real_hub: Hub, changes: dict[str, Any], key: str
) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    await keep(home, ("continuous", t))
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    span = FootageSpan(since=t + s(changes.get("since", 0)), until=t + s(changes.get("until", 60)))
    choice = Given(camera_id=changes.get("camera_id", "cam1"), span=span, retention_days=changes.get("days"))
    with pytest.raises(ServiceValidationError) as refused:
        await home.door.requests.async_approve(request_id, (choice,), "vi")
    assert refused.value.translation_key == key
    page = page_of(home, request_id)
    assert page is not None
    assert page.state is RequestState.WAITING


async def test_nothing_is_given_of_a_camera_that_is_switched_off_and_all_of_it_after(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    await home.consent(hub_id, camera_id="cam2", kinds=("events",))  # so that the hub may be spoken to
    t = an_hour_ago()
    await keep(home, ("continuous", t))
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    await home.door.async_pause("cam1")
    with pytest.raises(ServiceValidationError) as refused:
        await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    assert refused.value.translation_key == "request_paused"
    await home.door.async_resume("cam1")  # the footage is from before this, and given all the same
    await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    await officers.until_given(request_id, 1)


async def test_a_hub_that_is_gone_leaves_the_request_open(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    await keep(home, ("continuous", t))
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    entry = home.entry.subentries[hub_id]
    home.hass.config_entries.async_update_subentry(
        home.entry, entry, data={**entry.data, "hub_url": "http://127.0.0.1:9"}
    )
    await home.settled()
    with pytest.raises(HomeAssistantError) as failed:
        await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    assert failed.value.translation_key == "give_hub_unreachable"
    page = page_of(home, request_id)
    assert page is not None
    assert page.is_open(dt_util.utcnow())
    assert len(home.door.view.consents({"cam1"})) == 1


async def test_the_owner_reports_a_clip_of_a_camera_that_shares_nothing(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    t = an_hour_ago()
    await keep(home, ("motion", t), camera_id="cam2")
    choice = Given(camera_id="cam2", span=FootageSpan(since=t, until=t + s(3)))
    with pytest.raises(ServiceValidationError):
        await home.door.requests.async_report(hub_id, choice, Offence.LITTERING, "  ", "vi")
    note = "Đổ rác trước cổng"
    report_id = await home.door.requests.async_report(hub_id, choice, Offence.LITTERING, note, "vi")

    async def look() -> dict[str, Any] | None:
        return next((r for r in await officers.reports() if r["id"] == report_id and r["clips"]), None)

    report = await until_some(look, 20)
    assert (report["offence"], report["note"]) == ("littering", note)
    (consent,) = home.door.view.consents({"cam2"})
    assert (consent.record.request_id, consent.record.footage) == (None, choice.span)
    # It opens that clip and nothing that comes later.
    motion = home.motion("cam2")
    home.door.offer_motion(motion)
    home.door.offer_clip(home.clip(motion))
    await home.until(lambda: home.door.outbox.all() == [])
    assert motion.event_id not in await home.received(real_hub)
