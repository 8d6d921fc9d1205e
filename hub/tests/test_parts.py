"""A clip in parts: it goes on where it stood, also after a kill; nothing else than the announced clip comes out of it."""

from collections.abc import AsyncIterator
from datetime import timedelta
import hashlib
from typing import Any

from conftest import Stage
from home import Home, Tamper, new_id
import httpx
import pytest

from mat_than_hub.clips.parts import PARTS_LAST
from mat_than_hub.protocol.footage import ClipManifest
from mat_than_hub.protocol.parts import LEAST_PART_BYTES, PART_TYPE
from mat_than_hub.retention.sweeper import sweep
from mat_than_hub.retention.withdrawal import finish_withdrawals

STEP = LEAST_PART_BYTES


def problem(response: httpx.Response) -> str:
    return str(response.json()["type"]).removeprefix("urn:mt:problem:")


@pytest.fixture
def large(mp4: bytes) -> bytes:
    """A clip of three parts and a bit: the same pictures, and a box that players pass over."""
    filling = 3 * STEP + 1000
    return mp4 + filling.to_bytes(4) + b"free" + bytes(filling - 8)


async def announced(home: Home, content: bytes, **terms: object) -> ClipManifest:
    manifest = home.manifest(await home.put_consent(**terms), content)
    assert (await home.announce(manifest)).status_code == 201
    return manifest


async def append(
    home: Home,
    clip_id: str,
    content: bytes,
    offset: int,
    stop: int | None = None,
    complete: bool | None = None,
    **kwargs: Any,
) -> httpx.Response:
    part = content[offset:stop]
    whole = offset + len(part) == len(content) if complete is None else complete
    fields = {"Upload-Offset": str(offset), "Upload-Complete": "?1" if whole else "?0"}
    path = f"/v1/clips/{clip_id}/content"
    return await home.send("PATCH", path, part, content_type=PART_TYPE, headers=fields, **kwargs)


async def offset_of(home: Home, clip_id: str) -> tuple[int, str]:
    response = await home.send("HEAD", f"/v1/clips/{clip_id}/content")
    assert response.status_code == 204
    assert response.headers["cache-control"] == "no-store"
    return int(response.headers["upload-offset"]), response.headers["upload-complete"]


async def test_a_clip_comes_in_parts_and_is_served_once_it_is_whole(stage: Stage, large: bytes) -> None:
    home = await stage.joined()
    clip_id = (await announced(home, large)).clip_id
    assert await offset_of(home, clip_id) == (0, "?0")
    for number in range(3):
        response = await append(home, clip_id, large, number * STEP, (number + 1) * STEP)
        assert (response.status_code, response.headers["upload-offset"]) == (204, str((number + 1) * STEP))
        assert (await stage.officer.get(f"/api/clips/{clip_id}")).status_code == 404, "a part is never served"
    assert await offset_of(home, clip_id) == (3 * STEP, "?0")
    last = await append(home, clip_id, large, 3 * STEP)
    assert last.status_code == 201
    assert await offset_of(home, clip_id) == (len(large), "?1")
    assert (await stage.officer.get(f"/api/clips/{clip_id}")).content == large
    [item] = await stage.hub.store.list_keys()
    assert item.size_bytes == len(large), "its parts are gone"
    again = await append(home, clip_id, large, 3 * STEP)
    assert (again.status_code, again.json()) == (200, last.json())
    at_once = await home.put_clip(clip_id, large)
    assert (at_once.status_code, at_once.json()) == (200, last.json())


async def test_a_part_that_comes_twice_is_a_repetition_and_one_that_does_not_follow_is_told_where_it_stands(
    stage: Stage, large: bytes
) -> None:
    home = await stage.joined()
    clip_id = (await announced(home, large)).clip_id
    for start in (0, STEP, STEP, 0):
        assert (await append(home, clip_id, large, start, start + STEP)).status_code == 204
    for start, content in ((3 * STEP, large), (STEP + 1, large), (0, b"other bytes" + large[11:])):
        response = await append(home, clip_id, content, start, start + STEP)
        assert (response.status_code, problem(response)) == (409, "mismatching-upload-offset")
        assert response.headers["upload-offset"] == str(2 * STEP)
    assert (await append(home, clip_id, large, 2 * STEP)).status_code == 201


@pytest.mark.parametrize(
    "bent",
    [
        pytest.param({"Upload-Offset": str(STEP)}, id="another place"),
        pytest.param({"Upload-Offset": None}, id="no place"),
        pytest.param({"Upload-Complete": "?1"}, id="the last"),
        pytest.param({"Upload-Complete": None}, id="neither"),
        pytest.param({"Content-Type": "video/mp4"}, id="another type"),
    ],
)
async def test_what_a_parts_head_says_cannot_be_changed_on_the_way(
    stage: Stage, large: bytes, bent: dict[str, str | None]
) -> None:
    home = await stage.joined()
    clip_id = (await announced(home, large)).clip_id
    response = await append(home, clip_id, large, 0, STEP, tamper=Tamper(fields=bent))
    assert (response.status_code, problem(response)) == (401, "signature-invalid")
    assert await offset_of(home, clip_id) == (0, "?0")
    assert (await append(home, clip_id, large, 0, STEP)).status_code == 204


async def test_a_question_for_the_offset_is_good_for_that_clip_alone(stage: Stage, large: bytes) -> None:
    home = await stage.joined()
    one, other = await announced(home, large), await announced(home, large)
    asked = Tamper(signed_path=f"/v1/clips/{one.clip_id}/content")
    response = await home.send("HEAD", f"/v1/clips/{other.clip_id}/content", tamper=asked)
    assert response.status_code == 401
    assert "upload-offset" not in response.headers


async def test_a_hub_that_was_killed_before_it_made_the_clip_whole_does_so_when_it_is_asked(
    stage: Stage, large: bytes
) -> None:
    home = await stage.joined()
    clip_id = (await announced(home, large)).clip_id
    assert (await append(home, clip_id, large, 0, complete=False)).status_code == 204
    assert await offset_of(home, clip_id) == (len(large), "?0")
    assert (await append(home, clip_id, large, len(large))).status_code == 201
    assert (await stage.officer.get(f"/api/clips/{clip_id}")).content == large


async def test_parts_that_are_not_the_announced_clip_are_all_thrown_away(stage: Stage, large: bytes) -> None:
    home = await stage.joined()
    manifest = await announced(home, large)
    flipped = large[: STEP - 1] + b"\1" + large[STEP:]
    assert (await append(home, manifest.clip_id, flipped, 0, STEP)).status_code == 204
    response = await append(home, manifest.clip_id, large, STEP)
    assert (response.status_code, problem(response)) == (400, "digest-mismatch")
    assert await stage.hub.store.list_keys() == []
    assert (await append(home, manifest.clip_id, large, 0)).status_code == 201


@pytest.mark.parametrize("too_much", ["in one part", "in the last"])
async def test_more_than_was_announced_is_refused(stage: Stage, large: bytes, too_much: str) -> None:
    home = await stage.joined()
    clip_id = (await announced(home, large)).clip_id
    start = 0 if too_much == "in one part" else STEP
    if start:
        await append(home, clip_id, large, 0, STEP)
    response = await append(home, clip_id, large + b"more", start, complete=True)
    assert problem(response) == "digest-mismatch"
    assert await offset_of(home, clip_id) == (start, "?0")


async def test_a_part_is_what_its_digest_says_and_no_crumb(stage: Stage, large: bytes) -> None:
    home = await stage.joined()
    clip_id, path = (await announced(home, large)).clip_id, "/v1/clips/{}/content"
    fields = {"Upload-Offset": "0", "Upload-Complete": "?0"}

    async def sent(body: bytes, headers: dict[str, str] = fields, content_type: str = PART_TYPE) -> str:
        where = path.format(clip_id)
        return problem(await home.send("PATCH", where, body, content_type=content_type, headers=headers))

    assert await sent(large[: STEP - 1]) == "validation"
    assert await sent(large[:STEP], content_type="video/mp4") == "codec"
    for wrong in (
        {},
        {"Upload-Offset": "-1"},
        {"Upload-Offset": "1" * 40},
        {"Upload-Offset": "0", "Upload-Complete": "yes"},
    ):
        assert await sent(large[:STEP], wrong) == "validation"

    async def others() -> AsyncIterator[bytes]:  # not what was signed
        yield b"x" * STEP

    response = await home.send(
        "PATCH", path.format(clip_id), large[:STEP], content_type=PART_TYPE, headers=fields, stream=others()
    )
    assert problem(response) == "digest-mismatch"
    assert await stage.hub.store.list_keys() == []


async def test_a_part_needs_the_consent_and_a_withdrawal_removes_what_came(stage: Stage, large: bytes) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    manifest = await announced(home, large)
    assert problem(await append(other, manifest.clip_id, large, 0, STEP)) == "not-yours"
    assert problem(await append(home, new_id(), large, 0, STEP)) == "not-yours"
    assert (await append(home, manifest.clip_id, large, 0, STEP)).status_code == 204
    [lying] = await stage.hub.store.list_keys()
    path = stage.hub.settings.data / "objects" / lying.key
    assert large[:64] not in path.read_bytes(), "sealed, as every object is"
    assert path.stat().st_mode & 0o777 == 0o600
    await home.withdraw(manifest.consent_id)
    response = await append(home, manifest.clip_id, large, STEP, 2 * STEP)
    assert (response.status_code, problem(response)) == (403, "consent-withdrawn")
    await finish_withdrawals(stage.hub.db, stage.hub.store, stage.hub.key, stage.clock)
    assert await stage.hub.store.list_keys() == []


async def test_parts_wait_a_day_for_the_rest_and_are_swept_then(stage: Stage, large: bytes) -> None:
    home, hub = await stage.joined(), stage.hub
    clip_id = (await announced(home, large)).clip_id
    await append(home, clip_id, large, 0, STEP)
    begun = await hub.store.put(f"parts/{clip_id}-{STEP:08d}", new_id())
    await begun.write(b"broken off")
    stage.clock.ahead = timedelta(hours=2)
    assert await sweep(hub.db, hub.store, hub.clock) == 1, "what was never finished"
    assert await offset_of(home, clip_id) == (STEP, "?0")
    stage.clock.ahead = PARTS_LAST + timedelta(minutes=1)
    assert await sweep(hub.db, hub.store, hub.clock) == 1
    assert await offset_of(home, clip_id) == (0, "?0")


async def test_a_part_in_the_store_that_was_changed_never_becomes_a_clip(stage: Stage, large: bytes) -> None:
    home = await stage.joined()
    clip_id = (await announced(home, large)).clip_id
    await append(home, clip_id, large, 0, STEP)
    [lying] = await stage.hub.store.list_keys()
    path = stage.hub.settings.data / "objects" / lying.key
    data = bytearray(path.read_bytes())
    data[1000] ^= 1
    path.write_bytes(data)
    assert problem(await append(home, clip_id, large, STEP)) == "digest-mismatch"
    assert await offset_of(home, clip_id) == (0, "?0")
    assert (await append(home, clip_id, large, 0)).status_code == 201
    shown = (await stage.officer.get(f"/api/clips/{clip_id}")).content
    assert hashlib.sha256(shown).digest() == hashlib.sha256(large).digest()
