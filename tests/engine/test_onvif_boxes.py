"""The boxes of the ONVIF Export File Format: there, as the specification lays them out, and in nobody's way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
import shutil
import struct
import subprocess

import av
from mp4_boxes import boxes
import pytest

from mat_than_engine.keeping.onvif_boxes import Origin, append_origin

AT = datetime(2026, 11, 22, 2, 27, 18, 939000, tzinfo=UTC)
ORIGIN = Origin(
    camera_name="Cổng trước",
    unit_name="Mat Than 0.1.0",
    started_at=AT,
    written_at=AT + timedelta(seconds=9),
    tracks=(1, 2),
)


@pytest.fixture
def clip(tmp_path: Path, visit: dict[str, Path]) -> Path:
    return Path(shutil.copy(visit["main"], tmp_path / "clip.mp4"))


def test_start_and_source_are_read_back(clip: Path) -> None:
    append_origin(clip, ORIGIN)
    meta = boxes(boxes(clip.read_bytes())["meta"][4:])
    count, track, ticks = struct.unpack_from(">IIQ", meta["cstb"])
    assert (count, track) == (2, 1)
    assert datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10) == AT
    version, *texts = meta["suep"][0], *meta["suep"][4:].split(b"\0")
    assert version == 1
    assert texts[0] == b"Mat Than 0.1.0"
    assert "Cổng trước".encode() in meta["suep"]


def test_no_byte_before_them_changes_and_every_picture_plays(clip: Path) -> None:
    before = clip.read_bytes()
    with av.open(str(clip)) as container:
        packets = [bytes(packet) for packet in container.demux()]
    append_origin(clip, ORIGIN)
    assert clip.read_bytes()[: len(before)] == before
    with av.open(str(clip)) as container:
        assert [bytes(packet) for packet in container.demux()] == packets
        assert [stream.type for stream in container.streams] == ["video", "audio"]
    told = subprocess.run(["ffprobe", "-v", "warning", str(clip)], check=True, capture_output=True, text=True)
    assert told.stderr == ""


def test_a_name_of_any_length_and_letters_makes_a_box_that_can_be_read(clip: Path) -> None:
    for name in ("", "x" * 100_000, "a\0b", "🎥" * 300):
        append_origin(clip, Origin(camera_name=name, unit_name="u", started_at=AT, written_at=AT))
    assert list(boxes(clip.read_bytes()))[-1] == "meta"
