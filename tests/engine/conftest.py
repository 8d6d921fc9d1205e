"""Cameras and pieces of footage the engine's tests share: real files, a real RTSP server, a clock moved by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path
import subprocess
from typing import Any

from engine_child import EngineChild
from hand_clock import HandClock
import pytest
from rtsp_server import RtspServer

MEDIA = Path(__file__).parents[2] / "demo/media"


@pytest.fixture(autouse=True)
def verify_cleanup() -> None:
    """Replaces the check of Home Assistant's test plugin: the engine's threads may wait in FFmpeg for a while."""


@pytest.fixture(autouse=True)
def _sockets(socket_enabled: None) -> None:
    """The plugin closes sockets to every test; cameras are reached through them."""


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def yard() -> Path:
    """90 s of a yard, 1280x720 H.264, a key frame every 2 s; somebody comes at 18.2 s."""
    return MEDIA / "yard_day.main.mp4"


@pytest.fixture(scope="session")
def street() -> Path:
    """60 s of a street, 1280x720 H.265."""
    return MEDIA / "street_h265.main.mp4"


@pytest.fixture(scope="session")
def visit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """22 s of the yard (main with AAC sound, and sub): somebody is there from 8.2 s to 19.3 s."""
    return cut_of_yard(tmp_path_factory.mktemp("media"), "visit", (10, 22))


@pytest.fixture(scope="session")
def early_visit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """16 s of the same: somebody is there from 4.2 s to 15.3 s."""
    return cut_of_yard(tmp_path_factory.mktemp("media"), "early_visit", (14, 16))


@pytest.fixture(scope="session")
def short_visit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """10 s of the same: somebody is there from 4.2 s to the end."""
    return cut_of_yard(tmp_path_factory.mktemp("media"), "short_visit", (14, 10))


def cut_of_yard(folder: Path, name: str, cut: tuple[int, int]) -> dict[str, Path]:
    """Both streams of the yard from a second on, for so many."""
    (since, seconds), made = cut, {}
    for stream in ("main", "sub"):
        made[stream] = folder / f"{name}.{stream}.mp4"
        sound = ["-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=16000:duration={seconds}"]
        source = ["-ss", str(since), "-i", str(MEDIA / f"yard_day.{stream}.mp4")]
        kinds = ["-c:v", "copy", "-c:a", "aac", "-b:a", "32k", "-map", "0:v", "-map", "1:a"]
        words = ["ffmpeg", "-v", "error", "-y", *source, *sound, *kinds, "-t", str(seconds), str(made[stream])]
        subprocess.run(words, check=True)
    return made


@pytest.fixture(scope="session")
def cameras(visit: dict[str, Path], street: Path) -> Iterator[RtspServer]:
    """An RTSP server with a login: the visit (main and sub) and the street."""
    server = RtspServer({"main": visit["main"], "sub": visit["sub"], "street": street})
    yield server
    server.stop()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Callable[..., EngineChild]]:
    """Starts engines, and ends what is left of them."""
    started: list[EngineChild] = []

    def start(**options: Any) -> EngineChild:
        child = EngineChild(tmp_path / "engine.log", **options)
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
