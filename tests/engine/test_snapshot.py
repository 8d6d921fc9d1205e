"""What a camera shows now: the right picture, in the right size, decoded no oftener than it has to be."""

import base64
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
import io
from pathlib import Path
import subprocess
import time

import av
from engine_child import EngineChild
from hand_clock import HandClock
import numpy as np
import pytest
from rtsp_server import RtspServer

from mat_than_engine.commands import Configure, Snapshot
from mat_than_engine.marks import Mark, unmarked
from mat_than_engine.model import CameraState, Packet
from mat_than_engine.reports import CameraStatus, SnapshotMade
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, Transport
from mat_than_engine.snapshot import KEPT_S, LARGEST_WIDTH, STALE_S, Snapshots
from mat_than_engine.source import Source, open_source

KEY_EVERY_S = 2.0  # of the demo's footage
LATE_S = 2.5  # a stream nobody watches is read once a second
SOME = 320


@pytest.fixture(scope="module")
def cameras(visit: dict[str, Path], street: Path) -> Iterator[RtspServer]:
    """A server with a path for each stream, as each camera has its own."""
    main, sub = visit["main"], visit["sub"]
    films = {"both": main, "both_sub": sub, "small_sub": sub, "h265": street, "mixed": street, "mixed_sub": sub}
    server = RtspServer(films)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def child(cameras: RtspServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineChild]:
    """An engine with cameras of every kind, all of them live but for the attic."""
    folder = tmp_path_factory.mktemp("snapshots")
    wanted = {
        "both": {"sub_url": cameras.url("both_sub")},
        "small": {"sub_url": cameras.url("small_sub"), "detect": False},  # the sub stream alone is kept open
        "h265": {},
        "mixed": {"sub_url": cameras.url("mixed_sub")},  # H.265 that is kept, H.264 that is watched
        "attic": {},
    }
    off = RecordSettings(mode=RecordMode.OFF)
    child = EngineChild(folder / "engine.log")
    settings = tuple(
        CameraSettings(camera_id=name, name=name, main_url=cameras.url(name), record=off, **how)  # type: ignore[arg-type]  # a test's own words
        for name, how in wanted.items()
    )
    child.send(Configure(storage=str(folder / "storage"), cameras=settings))
    for name in wanted.keys() - {"attic"}:
        child.wait_for(CameraStatus, lambda s, name=name: is_there(s, name, "sub_url" in wanted[name]), 40)
    yield child
    child.kill()


def is_there(status: CameraStatus, camera_id: str, has_sub: bool) -> bool:
    """Whether pictures come, of both streams where there are two."""
    live = status.camera_id == camera_id and status.state is CameraState.LIVE
    return live and (status.sub is not None or not has_sub)


def asked(child: EngineChild, camera_id: str, width: int | None = None) -> SnapshotMade:
    request_id = f"{camera_id} {width} {time.monotonic()}"
    child.send(Snapshot(request_id=request_id, camera_id=camera_id, width=width))
    return child.wait_for(SnapshotMade, lambda made: made.request_id == request_id, 10)


def picture_of(made: SnapshotMade) -> av.VideoFrame:
    assert made.error is None
    assert made.jpeg is not None
    with av.open(io.BytesIO(base64.b64decode(made.jpeg)), format="mjpeg") as file:
        return next(file.decode(video=0))


def grey(picture: av.VideoFrame) -> np.ndarray:
    return picture.reformat(160, 90, "gray").to_ndarray().astype(np.int16)


@cache
def key_pictures(file: Path) -> list[np.ndarray]:
    with av.open(str(file)) as movie:
        movie.streams.video[0].codec_context.skip_frame = "NONKEY"
        return [grey(picture) for picture in movie.decode(video=0)]


def distance(picture: av.VideoFrame, file: Path) -> float:
    """How far the picture is from the nearest key frame of a film, in grey levels."""
    return min(float(np.abs(grey(picture) - key).mean()) for key in key_pictures(file))


@pytest.mark.parametrize(
    ("camera_id", "width", "size", "film"),
    [
        ("both", None, (1280, 720), "main"),
        ("both", 640, (640, 360), "sub"),
        ("both", 960, (960, 540), "main"),
        ("both", 5000, (1280, 720), "main"),
        ("small", None, (640, 360), "sub"),
        ("small", 321, (320, 180), "sub"),
        ("h265", None, (1280, 720), "street"),
        ("h265", SOME, (320, 180), "street"),
        ("mixed", None, (1280, 720), "street"),
        ("mixed", SOME, (320, 180), "sub"),
    ],
)
def test_the_picture_is_the_newest_of_the_smallest_stream_that_is_large_enough(
    child: EngineChild,
    visit: dict[str, Path],
    street: Path,
    camera_id: str,
    width: int | None,
    size: tuple[int, int],
    film: str,
) -> None:
    made = asked(child, camera_id, width)
    picture = picture_of(made)
    assert (picture.width, picture.height) == size
    files = visit | {"street": street}
    assert distance(picture, files[film]) < 4
    assert made.taken_at is not None
    age = datetime.now(UTC) - made.taken_at
    assert timedelta(0) < age < timedelta(seconds=KEY_EVERY_S + child.within(LATE_S))


def test_where_there_is_no_picture_the_answer_comes_at_once(child: EngineChild) -> None:
    began = time.monotonic()
    assert asked(child, "attic").error == "not_live"
    assert asked(child, "cellar").error == "unknown_camera"
    assert time.monotonic() - began < child.within(1)


class Camera:
    """Streams read from files under a clock moved by hand; `decoded` counts the pictures that were."""

    def __init__(self, clock: HandClock, **files: Path) -> None:
        self.clock = clock
        self.decoded = 0
        self.snapshots = Snapshots(clock, self._mark)
        self.streams: dict[str, Source] = {
            name: open_source(str(file), Transport.TCP, clock) for name, file in files.items()
        }

    def _mark(self) -> Mark:
        self.decoded += 1
        return unmarked()

    def run(self, seconds: float) -> None:
        """So much of each film comes."""
        until = self.clock.now + seconds
        while self.clock.now < until:
            self.clock.advance(min(0.5, until - self.clock.now))
            for name, source in self.streams.items():
                packets = [unit for unit in source.read_batch() if isinstance(unit, Packet)]
                self.snapshots.note(name, source, packets)

    def take(self, width: int | None = None) -> SnapshotMade:
        return self.snapshots.take(Snapshot(request_id="r", camera_id="c", width=width))


def test_a_picture_is_decoded_once_for_each_key_frame_and_width(visit: dict[str, Path], clock: HandClock) -> None:
    camera = Camera(clock, sub=visit["sub"])
    camera.run(0.5)
    first = camera.take(SOME)
    clock.advance(1.2)
    assert camera.take(SOME) == first
    assert camera.decoded == 1
    assert camera.take().error is None
    assert camera.decoded == 2
    camera.run(1)
    second = camera.take(SOME)
    assert second.taken_at is not None
    assert first.taken_at is not None
    assert second.taken_at - first.taken_at == timedelta(seconds=KEY_EVERY_S)
    assert camera.decoded == 3


def test_where_every_picture_is_a_key_frame_one_a_second_is_decoded(tmp_path: Path, clock: HandClock) -> None:
    film = made(tmp_path / "keys.mp4", "320x180", "-g", "1")
    camera = Camera(clock, sub=film)
    for _ in range(8):
        camera.run(KEPT_S / 4)
        camera.take()
    assert camera.decoded == 2


def test_a_stream_that_is_squeezed_into_another_shape_is_not_taken_for_the_main_one(
    tmp_path: Path, visit: dict[str, Path], clock: HandClock
) -> None:
    squeezed = made(tmp_path / "squeezed.mp4", "640x480")
    camera = Camera(clock, main=visit["main"], sub=squeezed)
    camera.run(0.5)
    picture = picture_of(camera.take(SOME))
    assert (picture.width, picture.height) == (320, 180)
    camera.snapshots.forget("main")
    assert picture_of(camera.take(SOME)).height == 240


def test_an_old_picture_is_not_shown_as_what_is_there_now(visit: dict[str, Path], clock: HandClock) -> None:
    camera = Camera(clock, sub=visit["sub"])
    assert camera.take().error == "not_live"
    camera.run(0.5)
    assert camera.take().error is None
    clock.advance(STALE_S + 1)
    assert camera.take().error == "not_live"


def test_what_a_lost_stream_showed_is_not_shown(visit: dict[str, Path], clock: HandClock) -> None:
    camera = Camera(clock, sub=visit["sub"])
    camera.run(0.5)
    assert camera.take().error is None
    camera.snapshots.forget("sub")
    assert camera.take().error == "not_live"


def test_a_damaged_key_frame_is_no_picture(visit: dict[str, Path], clock: HandClock) -> None:
    camera = Camera(clock, sub=visit["sub"])
    camera.run(0.5)
    rubbish = av.Packet(bytes(range(1, 200)))
    camera.snapshots.note("sub", camera.streams["sub"], [Packet(1.0, key=True, size=199, raw=rubbish)])
    assert camera.take().error == "failed"


def test_the_largest_picture_fits_into_the_pipe(tmp_path: Path, clock: HandClock) -> None:
    film = made(tmp_path / "large.mp4", "3840x2160", "-vf", "noise=alls=60", "-frames:v", "8")
    camera = Camera(clock, main=film)
    camera.run(0.5)
    answer = camera.take()
    assert picture_of(answer).width == LARGEST_WIDTH
    assert answer.jpeg is not None
    assert len(answer.jpeg) < 3_900_000


def made(film: Path, size: str, *options: str) -> Path:
    source = ["-f", "lavfi", "-i", f"testsrc2=s={size}:r=10:d=4", "-pix_fmt", "yuv420p"]
    coder = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "0"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *source, *coder, *options, str(film)], check=True)
    return film
