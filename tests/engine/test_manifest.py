"""Manifests: signed by the home's key, numbered and chained per camera, and nothing else passes for one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mat_than_engine.keeping.manifest import (
    Circumstances,
    Link,
    is_signed,
    manifest_hash,
    manifest_of,
    open_manifest,
    sign_manifest,
    signing_key,
)
from mat_than_engine.model import Clip
from mat_than_engine.wire import WireError

SEED, OTHER_SEED = bytes(range(32)), bytes(range(1, 33))
AT = datetime(2026, 11, 22, 2, 27, 18, 939000, tzinfo=UTC)
CLIP = Clip(
    clip_id="019aaa3e-0000-7000-8000-000000000001",
    camera_id="gate",
    event_ids=("019aaa3e-0000-7000-8000-0000000000e1",),
    path="clips/gate/2026-11-22/x.mp4",
    started_at=AT,
    ended_at=AT + timedelta(seconds=12),
    duration_s=12.0,
    pre_roll_s=5.4,
    size_bytes=1234,
    sha256="ab" * 32,
    codec="h264",
    width=1280,
    height=720,
    fps=15.0,
)
HERE = Circumstances(camera_name="Cổng", software="0.1.0", created_at=AT + timedelta(seconds=13), clock="synchronised")


def test_what_was_signed_is_what_is_read() -> None:
    key, _ = signing_key(SEED)
    manifest = manifest_of(CLIP, HERE, Link())
    token = sign_manifest(manifest, SEED)
    assert is_signed(token)
    assert open_manifest(token, key) == manifest
    assert manifest.camera_name == "Cổng"


def test_another_key_or_a_changed_letter_is_refused() -> None:
    token = sign_manifest(manifest_of(CLIP, HERE, Link()), SEED)
    with pytest.raises(WireError):
        open_manifest(token, signing_key(OTHER_SEED)[0])
    body = token.split(".")[1]
    changed = token.replace(body, body[:40] + ("A" if body[40] != "A" else "B") + body[41:])
    with pytest.raises(WireError):
        open_manifest(changed, signing_key(SEED)[0])


def test_an_unsigned_manifest_never_passes_for_a_signed_one() -> None:
    manifest = manifest_of(CLIP, HERE, Link())
    token = sign_manifest(manifest, None)
    assert not is_signed(token)
    assert open_manifest(token, None) == manifest
    with pytest.raises(WireError):
        open_manifest(token, signing_key(SEED)[0])
    with pytest.raises(WireError):
        open_manifest(sign_manifest(manifest, SEED), None)
    stripped = sign_manifest(manifest, SEED).rpartition(".")[0] + "."
    with pytest.raises(WireError):
        open_manifest(stripped, None)


def test_each_manifest_names_the_one_before_it() -> None:
    link, tokens = Link(), list[str]()
    for number in range(3):
        clip = replace(CLIP, clip_id=f"019aaa3e-0000-7000-8000-00000000000{number}")
        tokens.append(sign_manifest(manifest_of(clip, HERE, link), SEED))
        link = link.next(tokens[-1])
    read = [open_manifest(token, signing_key(SEED)[0]) for token in tokens]
    assert [manifest.sequence for manifest in read] == [1, 2, 3]
    assert [manifest.previous for manifest in read] == [None, manifest_hash(tokens[0]), manifest_hash(tokens[1])]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="before the start"):
        manifest_of(replace(CLIP, ended_at=AT - timedelta(seconds=1)), HERE, Link())
    with pytest.raises(ValueError, match="manifest lies before"):
        manifest_of(CLIP, HERE, Link(2, None))
    stepped = replace(HERE, clock="stepped", clock_step_s=-3600.0)
    assert manifest_of(replace(CLIP, ended_at=AT - timedelta(seconds=1)), stepped, Link()).clock_step_s == -3600.0
