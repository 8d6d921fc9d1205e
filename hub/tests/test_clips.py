"""Clips and stills: only what was announced, only what the consent allows, only what is what it says."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

from conftest import Stage
from home import Home, new_id
import httpx
from hypothesis import given, settings, strategies as st
import pytest

from mat_than_hub.jpeg import is_jpeg
from mat_than_hub.mp4 import Mp4Error, Mp4Probe
from mat_than_hub.protocol.consent import DataKind
from mat_than_hub.protocol.footage import ClipManifest


def problem(response: httpx.Response) -> str:
    return str(response.json()["type"]).removeprefix("urn:mt:problem:")


async def announced(home: Home, content: bytes, **changes: object) -> ClipManifest:
    manifest = home.manifest(await home.put_consent(), content, **changes)
    assert (await home.announce(manifest)).status_code == 201
    return manifest


async def test_the_same_manifest_and_the_same_bytes_again_change_nothing(stage: Stage, mp4: bytes) -> None:
    home = await stage.joined()
    manifest = await announced(home, mp4)
    assert (await home.announce(manifest)).status_code == 200
    first = await home.put_clip(manifest.clip_id, mp4)
    again = await home.put_clip(manifest.clip_id, mp4)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    other = await home.announce(replace(manifest, fps=12.0))
    assert (other.status_code, problem(other)) == (409, "conflict")


async def test_a_clip_needs_a_consent_for_clips_for_its_camera_and_its_time(stage: Stage, mp4: bytes) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    events_only = await home.put_consent(kinds=(DataKind.EVENTS,))
    masked = await home.put_consent(masks_required=True)
    elsewhere = await home.put_consent(camera_id="cam-2")
    good, foreign = await home.put_consent(), await other.put_consent()
    old = stage.clock.now() - timedelta(hours=3)
    for consent_id, changes in (
        (events_only, {}),
        (masked, {}),
        (elsewhere, {}),
        (foreign, {}),
        (new_id(), {}),
        (good, {"started_at": old, "ended_at": old + timedelta(seconds=9)}),
    ):
        response = await home.announce(home.manifest(consent_id, mp4, **changes))
        assert (response.status_code, problem(response)) == (403, "consent-missing")
    assert (await home.announce(home.manifest(masked, mp4, masked=True))).status_code == 201
    assert (await home.announce(home.manifest(good, mp4, household_id=other.household_id))).status_code == 422


async def test_pre_roll_may_reach_a_little_before_the_consent(stage: Stage, mp4: bytes) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent(valid_from=stage.clock.now())
    assert (await home.announce(home.manifest(consent_id, mp4))).status_code == 201
    long_ago = stage.clock.now() - timedelta(seconds=50)
    assert (await home.announce(home.manifest(consent_id, mp4, started_at=long_ago))).status_code == 403


async def test_a_manifest_is_signed_by_the_household_that_sends_it(stage: Stage, mp4: bytes) -> None:
    home = await stage.joined()
    forged = home.manifest(await home.put_consent(), mp4)
    response = await home.send("POST", "/v1/clips", {"manifest": stage.home().sign_manifest(forged)})
    assert problem(response) == "validation"


async def test_other_bytes_than_announced_are_refused_and_leave_nothing(
    stage: Stage, mp4: bytes, mp4_with_sound: bytes
) -> None:
    home = await stage.joined()
    manifest = await announced(home, mp4)
    flipped = mp4[:-1] + bytes([mp4[-1] ^ 1])
    for content in (flipped, mp4_with_sound, mp4[:-10], mp4 + b"more"):
        response = await home.put_clip(manifest.clip_id, content)
        assert (response.status_code, problem(response)) == (400, "digest-mismatch")
    short = await home.put_clip(manifest.clip_id, mp4, stream=pieces(mp4[:-10]))
    assert problem(short) == "digest-mismatch"
    assert problem(await home.put_clip(manifest.clip_id, mp4, stream=pieces(mp4 + b"x"))) == "digest-mismatch"
    assert await stage.hub.store.list_keys() == []
    assert (await home.put_clip(manifest.clip_id, mp4)).status_code == 201


async def pieces(data: bytes) -> AsyncIterator[bytes]:
    for place in range(0, len(data), 4096):
        yield data[place : place + 4096]


async def test_what_is_no_h264_in_mp4_is_refused(stage: Stage, mp4: bytes, h265: bytes, jpeg: bytes) -> None:
    home = await stage.joined()
    for content in (h265, jpeg, b"x", mp4[:200], b"\0" * 4000, mp4.replace(b"moov", b"moox")):
        manifest = await announced(home, content)
        response = await home.put_clip(manifest.clip_id, content)
        assert (response.status_code, problem(response)) == (415, "codec")
    manifest = await announced(home, mp4)
    assert (await home.put_clip(manifest.clip_id, mp4, content_type="video/webm")).status_code == 415
    assert await stage.hub.store.list_keys() == []


async def test_sound_needs_a_consent_for_sound(stage: Stage, mp4_with_sound: bytes) -> None:
    home = await stage.joined()
    silent = await announced(home, mp4_with_sound)
    assert problem(await home.put_clip(silent.clip_id, mp4_with_sound)) == "consent-missing"
    manifest = home.manifest(await home.put_consent(audio=True), mp4_with_sound)
    await home.announce(manifest)
    assert (await home.put_clip(manifest.clip_id, mp4_with_sound)).status_code == 201


async def test_a_clip_belongs_to_its_household(stage: Stage, mp4: bytes) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    manifest = await announced(home, mp4)
    assert problem(await other.put_clip(manifest.clip_id, mp4)) == "not-yours"
    assert problem(await home.put_clip(new_id(), mp4)) == "not-yours"
    thief = other.manifest(await other.put_consent(), mp4, clip_id=manifest.clip_id)
    assert problem(await other.announce(thief)) == "conflict"


async def test_an_event_never_shows_the_clip_of_another_household(stage: Stage, mp4: bytes) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    manifest = await announced(home, mp4)
    await home.put_clip(manifest.clip_id, mp4)
    consent_id = await other.put_consent()
    await other.results(other.event(consent_id, clip_id=manifest.clip_id))
    [shown] = (await stage.officer.get("/api/events")).json()["events"]
    assert shown["clip"] is None


async def test_a_still_belongs_to_an_event_and_is_kept_once(stage: Stage, jpeg: bytes) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    event = home.event(await home.put_consent())
    assert problem(await home.put_still(new_id(), event.id, jpeg)) == "not-yours"
    await home.results(event)
    still_id = new_id()
    assert problem(await other.put_still(still_id, event.id, jpeg)) == "not-yours"
    assert (await home.put_still(still_id, event.id, jpeg)).status_code == 201
    assert (await home.put_still(still_id, event.id, jpeg)).status_code == 200
    changed = jpeg[:-2] + b"\0\xff\xd9"
    assert problem(await home.put_still(still_id, event.id, changed)) == "conflict"
    assert problem(await home.put_still(new_id(), event.id, jpeg)) == "conflict"
    [item] = await stage.hub.store.list_keys()
    assert item.size_bytes == len(jpeg)


async def test_a_still_is_a_jpeg_of_bounded_size_with_a_consent_for_stills(
    stage: Stage, jpeg: bytes, mp4: bytes
) -> None:
    home = await stage.joined()
    event, plain = home.event(await home.put_consent()), home.event(await home.put_consent(kinds=(DataKind.EVENTS,)))
    await home.results(event, plain)
    for content in (mp4, jpeg[:-2], b"\xff\xd8\xff\xd9", b""):
        assert problem(await home.put_still(new_id(), event.id, content)) == "codec"
    assert problem(await home.put_still(new_id(), event.id, jpeg, content_type="image/png")) == "codec"
    assert problem(await home.put_still(new_id(), event.id, jpeg + b"\0" * 400_000)) == "too-large"
    assert problem(await home.put_still(new_id(), plain.id, jpeg)) == "consent-missing"
    assert problem(await home.put_still("../../hub", event.id, jpeg)) in {"not-found", "validation"}
    assert problem(await home.put_still("..%2F..%2Fhub", event.id, jpeg)) in {"not-found", "validation"}
    assert (await home.send("PUT", f"/v1/stills/{new_id()}", jpeg, content_type="image/jpeg")).status_code == 422


async def test_a_hub_without_room_puts_uploads_off(stage: Stage, mp4: bytes) -> None:
    home = await stage.joined()
    manifest = await announced(home, mp4)
    object.__setattr__(stage.hub.settings, "free_space_mib", 10**9)  # more than any disk has
    response = await home.put_clip(manifest.clip_id, mp4)
    assert (response.status_code, problem(response)) == (503, "overloaded")
    assert response.headers["retry-after"] == "60"


@pytest.mark.parametrize(
    ("header", "status", "first", "stop"),
    [
        ("bytes=0-99", 206, 0, 100),
        ("bytes=100-", 206, 100, None),
        ("bytes=-50", 206, -50, None),
        ("bytes=0-999999999", 206, 0, None),
        ("bytes=5-4", 200, 0, None),
        ("bytes=0-1,3-4", 200, 0, None),
        ("seconds=1-2", 200, 0, None),
    ],
)
async def test_a_clip_is_served_in_ranges(
    stage: Stage, mp4: bytes, header: str, status: int, first: int, stop: int | None
) -> None:
    home = await stage.joined()
    manifest = await announced(home, mp4)
    assert (await stage.officer.get(f"/api/clips/{manifest.clip_id}")).status_code == 404
    await home.put_clip(manifest.clip_id, mp4)
    response = await stage.officer.get(f"/api/clips/{manifest.clip_id}", headers={"Range": header})
    assert (response.status_code, response.content) == (status, mp4[first:stop])
    assert int(response.headers["content-length"]) == len(response.content)
    if status == 206:
        start = first if first >= 0 else len(mp4) + first
        expected = f"bytes {start}-{start + len(response.content) - 1}/{len(mp4)}"
        assert response.headers["content-range"] == expected


async def test_a_range_outside_of_the_clip_is_416(stage: Stage, mp4: bytes) -> None:
    home = await stage.joined()
    manifest = await announced(home, mp4)
    await home.put_clip(manifest.clip_id, mp4)
    for header in (f"bytes={len(mp4)}-", "bytes=-0"):
        response = await stage.officer.get(f"/api/clips/{manifest.clip_id}", headers={"Range": header})
        assert (response.status_code, response.headers["content-range"]) == (416, f"bytes */{len(mp4)}")


async def test_files_are_private_and_named_by_household_and_day(stage: Stage, mp4: bytes) -> None:
    home = await stage.joined()
    manifest = await announced(home, mp4)
    await home.put_clip(manifest.clip_id, mp4)
    [path] = (stage.hub.settings.data / "objects").rglob("*.mp4")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.name == f"{manifest.started_at:%Y-%m-%d}"
    assert mp4[:32] not in path.read_bytes()
    assert (await stage.officer.get(f"/api/clips/{manifest.clip_id}")).content == mp4


@pytest.mark.parametrize("size", [1, 7, 8, 9, 4096, 10**9])
def test_the_probe_does_not_care_how_a_file_is_cut(mp4: bytes, size: int) -> None:
    probe = Mp4Probe()
    for place in range(0, len(mp4), size):
        probe.feed(mp4[place : place + size])
    assert probe.finish().codecs == {"avc1"}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_probe_survives_any_damage(damaged_clip: bytes, data: st.DataObject) -> None:
    content = bytearray(damaged_clip)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, 1200))] = data.draw(st.integers(0, 255))
    probe = Mp4Probe()
    try:
        probe.feed(bytes(content[: data.draw(st.integers(0, len(content)))]))
        probe.finish()
    except Mp4Error:
        return


@given(st.binary(max_size=400))
def test_random_bytes_are_no_jpeg(data: bytes) -> None:
    assert not is_jpeg(b"\xff\xd8" + data)
