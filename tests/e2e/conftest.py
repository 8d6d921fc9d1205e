"""The whole product, running: real cameras, Home Assistant, hub and browser. Run by scripts/test, after everything else.

Needs `-p no:homeassistant`: that plugin of the integration's tests keeps sockets shut, and here they are real.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.live.neighbourhood import Neighbourhood
from scripts.live.wiretap import Wiretap

# One neighbourhood serves all tests, so they run as its life goes: watch, join and share, look, break, remove.
LIFE = ("test_watching", "test_sharing", "test_live_view", "test_panel", "test_card", "test_resilience")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `scripts/walkthrough` asks for."""
    folder = Path(__file__).parents[2] / "out/walk"
    parser.addoption("--screens", type=Path, default=folder, help="where the pictures of the new user's steps go")
    parser.addoption("--windows", nargs="+", default=["phone"], help="phone, desk")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LIFE.index(item.path.stem) if item.path.stem in LIFE else -1)


@pytest.fixture(scope="session")
def line() -> Wiretap:
    """The line between the home and the hub, listened to."""
    return Wiretap()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, line: Wiretap) -> Iterator[Neighbourhood]:
    """Three cameras watched by a home, and a hub that the home has not joined yet."""
    folder: Path = tmp_path_factory.mktemp("neighbourhood")
    with Neighbourhood(folder, print, wiretap=line) as started:
        started.start()
        started.add_cameras()
        yield started
