"""Live views at the hub: asked within bounds, answered for good, pushed in order, seen only while they may be, logged."""

import asyncio
from datetime import timedelta
from functools import cache
from pathlib import Path
import subprocess
import tempfile
from typing import Any

from casework import member, news, problem
from conftest import Stage
from home import Home, Tamper
import httpx
import pytest

from mat_than_hub.live import service as live
from mat_than_hub.live.film import read_fragment
from mat_than_hub.live.rooms import MOST_BYTES, MOST_PIECES, Rooms
from mat_than_hub.members.roles import Role
from mat_than_hub.protocol.access import AccessLog
from mat_than_hub.protocol.consent import DataKind, Hours
from mat_than_hub.protocol.limits import LIVE_FRAGMENT_BYTES, LIVE_INIT_BYTES
from mat_than_hub.protocol.live import LiveAnswer, LiveEnd, LiveEnding
from mat_than_hub.protocol.requests import Inbox
from mat_than_hub.protocol.signed import Kind, parse_body

KINDS = (DataKind.EVENTS, DataKind.LIVE)


@cache
def film() -> tuple[bytes, tuple[bytes, ...]]:
    """An init segment and three fragments of a second, the first of them with a key frame, as FFmpeg writes them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        picture = ["-f", "lavfi", "-i", "testsrc=size=160x120:rate=10:duration=4"]
        encode = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "40", "-pix_fmt", "yuv420p"]
        cut = ["-movflags", "empty_moov+default_base_moof", "-frag_duration", "1000000", str(path)]
        subprocess.run(["ffmpeg", "-v", "error", *picture, *encode, *cut], check=True, timeout=60)
        data = path.read_bytes()
    boxes, at = [], 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4])
        boxes.append((data[at + 4 : at + 8], data[at : at + size]))
        at += size
    init = b"".join(box for name, box in boxes if name in {b"ftyp", b"moov"})
    moofs = [box for name, box in boxes if name == b"moof"]
    mdats = [box for name, box in boxes if name == b"mdat"]
    return init, tuple(moof + mdat for moof, mdat in zip(moofs, mdats, strict=True))[:3]


async def sharing(stage: Stage, **terms: Any) -> Home:
    home = await stage.joined()
    await home.put_consent(**({"kinds": KINDS} | terms))
    return home


async def asked(stage: Stage, home: Home, **changes: Any) -> httpx.Response:
    wanted = {"household_id": home.household_id, "camera_id": home.camera_id, "reason": "Có tiếng hô", "longest_s": 300}
    return await stage.officer.post("/api/live", json=wanted | changes)


async def answered(home: Home, live_id: str, consent_id: str | None, **changes: Any) -> httpx.Response:
    now = home.clock.now()
    fields: dict[str, Any] = {
        "live_id": live_id,
        "household_id": home.household_id,
        "camera_id": home.camera_id,
        "approved": consent_id is not None,
        "answered_at": now,
        "consent_id": consent_id,
        "until": None if consent_id is None else now + timedelta(minutes=5),
    }
    token = home.sign(Kind.LIVE_ANSWER, LiveAnswer(**(fields | changes)))
    return await home.send("POST", f"/v1/live/{live_id}/answer", {"answer": token})


async def running(stage: Stage, home: Home, **terms: Any) -> tuple[str, str]:
    """A view that runs, and its consent."""
    consent_id = await home.put_consent(**({"kinds": KINDS} | terms))
    live_id = str((await asked(stage, home)).json()["id"])
    assert (await answered(home, live_id, consent_id)).status_code == 200
    return live_id, consent_id


async def put(home: Home, live_id: str, what: str, data: bytes, **how: Any) -> httpx.Response:
    return await home.send("PUT", f"/v1/live/{live_id}/{what}", data, **({"content_type": "video/mp4"} | how))


async def seen(stage: Stage, live_id: str) -> dict[str, Any]:
    return dict((await stage.officer.get(f"/api/live/{live_id}")).json())


async def watched(stage: Stage, live_id: str) -> bytes:
    """All that comes to somebody who looks until the film ends."""
    return (await stage.officer.get(f"/api/live/{live_id}/film")).content


async def test_what_a_home_pushes_comes_to_whoever_looks_and_the_home_reads_who_did(stage: Stage) -> None:
    home = await stage.joined()
    live_id, _ = await running(stage, home)
    [item] = [one for one in await unread(home) if one.live]
    assert item.live is not None
    assert (item.live.live_id, item.live.reason) == (live_id, "Có tiếng hô")
    init, fragments = film()
    assert (await put(home, live_id, "init", init)).json()["watching"] == 0
    looking = asyncio.create_task(watched(stage, live_id))
    await asyncio.sleep(0.2)
    for number, fragment in enumerate(fragments, start=1):
        standing = (await put(home, live_id, f"fragments/{number}", fragment)).json()
        assert standing["watching"] == 1
        await asyncio.sleep(0.05)
    again = await put(home, live_id, "fragments/3", fragments[2])
    assert again.status_code == 200
    assert (await home.send("POST", f"/v1/live/{live_id}/end", LiveEnd(cause=LiveEnding.CUT))).status_code == 200
    assert await looking == init + b"".join(fragments)
    shown = await seen(stage, live_id)
    assert (shown["state"], shown["ending"]) == ("over", "cut")
    [entry] = parse_body(AccessLog, (await home.send("GET", "/v1/household/access-log?after=0")).content).entries
    assert (entry.action.value, entry.item_id, entry.reason) == ("watch_live", live_id, "Có tiếng hô")
    assert problem(await stage.officer.get(f"/api/live/{live_id}/film")) == (410, "gone")


async def unread(home: Home) -> Any:
    return parse_body(Inbox, (await home.send("GET", "/v1/inbox?after=0&live=1")).content).items


async def test_a_home_of_an_earlier_version_hears_nothing_of_it(stage: Stage) -> None:
    home = await sharing(stage)
    assert (await asked(stage, home)).status_code == 201
    assert await news(home) == ()


async def test_a_no_is_shown_as_silence_until_the_time_is_over(stage: Stage) -> None:
    home = await sharing(stage)
    live_id = (await asked(stage, home)).json()["id"]
    before = await seen(stage, live_id)
    assert (await answered(home, live_id, None)).status_code == 200
    assert await seen(stage, live_id) == before
    assert problem(await asked(stage, home)) == (409, "conflict")
    stage.clock.ahead = timedelta(minutes=2, seconds=1)
    assert (await seen(stage, live_id))["state"] == "unanswered"
    assert (await asked(stage, home)).status_code == 201


async def test_an_answer_is_final_and_too_late_is_too_late(stage: Stage) -> None:
    home = await stage.joined()
    live_id, consent_id = await running(stage, home)
    assert (await answered(home, live_id, consent_id)).status_code == 200
    assert problem(await answered(home, live_id, None)) == (409, "conflict")
    await home.send("POST", f"/v1/live/{live_id}/end", LiveEnd(cause=LiveEnding.CUT))
    late = (await asked(stage, home)).json()["id"]
    stage.clock.ahead = timedelta(minutes=3)
    assert problem(await answered(home, late, consent_id)) == (410, "gone")


async def test_only_a_consent_with_live_lets_anybody_ask(stage: Stage) -> None:
    home = await sharing(stage, kinds=(DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS))
    assert problem(await asked(stage, home)) == (422, "validation")
    clips = await home.put_consent(kinds=(DataKind.CLIPS,))
    local = stage.clock.now() + timedelta(hours=7)
    minute = local.hour * 60 + local.minute
    later = Hours(from_minute=(minute + 120) % 1440, to_minute=(minute + 180) % 1440 or 1440)
    await home.put_consent(kinds=KINDS, hours=later)
    assert problem(await asked(stage, home)) == (422, "validation")
    await home.put_consent(kinds=KINDS)
    live_id = (await asked(stage, home)).json()["id"]
    assert problem(await answered(home, live_id, clips)) == (403, "consent-missing")
    viewer = await member(stage, "xem", Role.VIEWER)
    assert (await viewer.get(f"/api/live/{live_id}/film")).status_code == 403


@pytest.mark.parametrize("changes", [{"reason": " "}, {"longest_s": 901}, {"longest_s": 5}, {"case_number": "x" * 41}])
async def test_what_no_home_would_read_is_not_asked(stage: Stage, changes: dict[str, Any]) -> None:
    home = await sharing(stage)
    assert problem(await asked(stage, home, **changes)) == (422, "validation")
    assert await unread(home) == ()


async def test_nobody_is_worn_down_by_asking(stage: Stage) -> None:
    home = await sharing(stage)
    for _ in range(live.MOST_OF_CAMERA):
        live_id = (await asked(stage, home)).json()["id"]
        await stage.officer.post(f"/api/live/{live_id}/end", json={})
    refused = await asked(stage, home)
    assert problem(refused) == (429, "quota")
    assert int(refused.headers["Retry-After"]) > 3000


async def test_a_hostile_home_is_refused_with_the_right_problem(stage: Stage) -> None:
    home = await stage.joined()
    live_id, _ = await running(stage, home)
    init, (first, second, _) = film()
    assert problem(await put(home, live_id, "fragments/1", first)) == (409, "conflict")  # before the init
    for data, wanted in (
        (b"", (415, "codec")),
        (b"<html>", (415, "codec")),
        (first, (415, "codec")),
        (init + init, (415, "codec")),
        (b"\0" * (LIVE_INIT_BYTES + 1), (413, "too-large")),
    ):
        assert problem(await put(home, live_id, "init", data)) == wanted
    assert problem(await put(home, live_id, "init", init, content_type="text/html")) == (415, "codec")
    assert (await put(home, live_id, "init", init)).status_code == 200
    for data, wanted in (
        (init, (415, "codec")),
        (first[:-1], (415, "codec")),
        (first[:60] + bytes(4) + first[64:], None),
        (second[::-1], (415, "codec")),
        (b"\0" * (LIVE_FRAGMENT_BYTES + 1), (413, "too-large")),
    ):
        answer = await put(home, live_id, "fragments/1", data)
        assert wanted is None or problem(answer) == wanted
    tampered = await put(home, live_id, "fragments/5", first, tamper=Tamper(digest_of=second))
    assert problem(tampered) == (400, "digest-mismatch")
    assert (await put(home, live_id, "fragments/5", first)).status_code == 200
    assert problem(await put(home, live_id, "fragments/5", second)) == (409, "conflict")
    assert problem(await put(home, live_id, "fragments/4", second)) == (409, "conflict")
    assert problem(await put(home, live_id, "fragments/0", second)) == (422, "validation")
    assert problem(await put(home, live_id, "fragments/100001", second)) == (422, "validation")
    other = await stage.joined()
    for what, data in (("init", init), ("fragments/6", second)):
        assert problem(await put(other, live_id, what, data)) == (404, "not-yours")
    assert problem(await answered(other, live_id, None)) == (404, "not-yours")
    end = LiveEnd(cause=LiveEnding.CUT)
    assert problem(await other.send("POST", f"/v1/live/{live_id}/end", end)) == (404, "not-yours")
    assert (await seen(stage, live_id))["state"] == "running"


async def test_nothing_is_taken_before_the_answer_nor_after_the_end(stage: Stage) -> None:
    home = await sharing(stage)
    init, (first, *_) = film()
    live_id = (await asked(stage, home)).json()["id"]
    assert problem(await put(home, live_id, "init", init)) == (409, "conflict")
    await answered(home, live_id, None)
    assert problem(await put(home, live_id, "init", init)) == (410, "gone")
    again, _ = await running(stage, await stage.joined())
    assert problem(await put(home, again, "init", init)) == (404, "not-yours")
    third = await stage.joined()
    ours, _ = await running(stage, third)
    assert (await put(third, ours, "init", init)).status_code == 200
    stage.clock.ahead = timedelta(minutes=5, seconds=1)
    assert problem(await put(third, ours, "fragments/1", first)) == (410, "gone")
    assert (await seen(stage, ours))["state"] == "over"


async def test_a_withdrawal_ends_the_film_at_once(stage: Stage) -> None:
    home = await stage.joined()
    live_id, consent_id = await running(stage, home)
    init, (first, second, _) = film()
    await put(home, live_id, "init", init)
    looking = asyncio.create_task(watched(stage, live_id))
    await asyncio.sleep(0.1)
    await put(home, live_id, "fragments/1", first)
    await asyncio.sleep(0.1)
    assert (await home.withdraw(consent_id)).status_code == 202
    async with asyncio.timeout(1):
        assert await looking == init + first
    assert problem(await put(home, live_id, "fragments/2", second)) == (403, "consent-withdrawn")
    assert problem(await stage.officer.get(f"/api/live/{live_id}/film")) == (403, "consent-withdrawn")
    assert (await seen(stage, live_id))["ending"] == "consent"


async def test_an_officer_ends_it_and_the_home_hears(stage: Stage) -> None:
    home = await stage.joined()
    live_id, _ = await running(stage, home)
    second = await member(stage)
    assert problem(await second.post(f"/api/live/{live_id}/end", json={})) == (403, "forbidden")
    assert (await stage.officer.post(f"/api/live/{live_id}/end", json={})).json()["state"] == "over"
    assert [item.live_closed.cause for item in await unread(home) if item.live_closed] == [LiveEnding.OFFICER]
    assert problem(await put(home, live_id, "init", film()[0])) == (410, "gone")


async def test_a_room_keeps_seconds_and_not_more_and_is_gone_with_its_view() -> None:
    rooms = Rooms()
    room = rooms.open("view", 0.2)
    init, (first, second, _) = film()
    room.put_init(init)
    key, plain = read_fragment(first), read_fragment(second)
    assert (key.key, plain.key) == (True, False)
    for number in range(1, 200):
        room.put(number, key if number % 4 == 1 else plain)
    with room.watching(0.0) as watcher:
        taken = room.take(watcher, 0.0)
        assert taken.startswith(init + first)
        assert len(taken) <= len(init) + 4 * max(len(first), len(second))  # from the newest key frame on
        for number in range(200, 400):
            room.put(number, plain)
        assert len(room.take(watcher, 0.0)) <= MOST_PIECES * len(second) <= MOST_BYTES
        assert room.take(watcher, 0.0) == b""
        assert (room.looking(5.0), room.looking(11.0)) == (1, 0)
        await asyncio.sleep(0.3)
        assert room.closed
        assert room.take(watcher, 0.0) == b""
    assert rooms.watching("view") == 0


async def test_nothing_of_a_live_view_is_ever_in_a_file(stage: Stage) -> None:
    home = await stage.joined()
    live_id, _ = await running(stage, home)
    init, fragments = film()
    await put(home, live_id, "init", init)
    for number, fragment in enumerate(fragments, start=1):
        await put(home, live_id, f"fragments/{number}", fragment)
    marker = fragments[0][-64:]
    for path in stage.hub.settings.data.rglob("*"):
        assert not path.is_file() or marker not in path.read_bytes(), path.name
