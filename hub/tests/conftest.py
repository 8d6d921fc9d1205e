"""A hub on a real database, an officer logged in, a home that is paired; on SQLite and on PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
import shutil
import subprocess
from typing import Any
from uuid import uuid4

from home import Home
import httpx
from postgres import binaries, private_postgres
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from mat_than_hub import setup_code
from mat_than_hub.app import make_app, make_hub
from mat_than_hub.config import Settings
from mat_than_hub.db import Database
from mat_than_hub.resources import Hub

URL = "http://127.0.0.1:8443"
PASSWORD = "một mật khẩu dài"


class TestClock:
    """The real time, moved by a test as it likes."""

    __test__ = False

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Stage:
    """A hub with everything around it that a test needs."""

    hub: Hub
    http: httpx.AsyncClient  # nobody is logged in here
    officer: httpx.AsyncClient
    clock: TestClock

    def home(self) -> Home:
        return Home(self.http, URL, self.hub.key.public, self.clock)

    async def invite(self) -> str:
        response = await self.officer.post("/api/invitations", json={"note": "Nhà bà Hoa"})
        assert response.status_code == 201, response.text
        link: str = response.json()["link"]
        return link

    async def joined(self, name: str = "Nhà bà Hoa") -> Home:
        """A home that is paired, confirmed, and has a camera."""
        home = self.home()
        assert (await home.pair(await self.invite(), name)).status_code == 201
        confirmed = await self.officer.post(f"/api/households/{home.household_id}/confirm")
        assert confirmed.status_code == 200, confirmed.text
        assert (await home.put_camera()).status_code == 201
        return home


@dataclass(frozen=True)
class Founded:
    """A hub right after its set-up, which costs two password hashes: once for all, then copied."""

    data: Path  # its folder; with SQLite the database lies in it
    database: str
    cookies: httpx.Cookies  # of its officer


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with private_postgres() as url:
        asyncio.run(_execute(url, 'CREATE DATABASE "template_hub"'))
        asyncio.run(_migrate(f"{url}/template_hub"))
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "hub.sqlite"
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def founded_on_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Founded:
    data = tmp_path_factory.mktemp("founded")
    shutil.copy(sqlite_template, data / "hub.sqlite")
    return asyncio.run(_found(data, f"sqlite+aiosqlite:///{data / 'hub.sqlite'}"))


@pytest.fixture(scope="session")
def founded_on_postgresql(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Founded:
    asyncio.run(_execute(postgres_url, 'CREATE DATABASE "founded_hub" TEMPLATE "template_hub"'))
    return asyncio.run(_found(tmp_path_factory.mktemp("founded"), f"{postgres_url}/founded_hub"))


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def database(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with the newest schema and nothing in it."""
    if dialect == "sqlite":
        path = tmp_path / "hub.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite+aiosqlite:///{path}"
    else:
        with _copy_of("template_hub", request.getfixturevalue("postgres_url")) as url:
            yield url


@pytest.fixture
def founded(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Founded]:
    """A copy of one's own of a hub that was set up."""
    first: Founded = request.getfixturevalue(f"founded_on_{dialect}")
    shutil.copytree(first.data, tmp_path, dirs_exist_ok=True)
    if dialect == "sqlite":
        yield Founded(tmp_path, f"sqlite+aiosqlite:///{tmp_path / 'hub.sqlite'}", first.cookies)
    else:
        with _copy_of("founded_hub", request.getfixturevalue("postgres_url")) as url:
            yield Founded(tmp_path, url, first.cookies)


@pytest.fixture
async def stage(founded: Founded) -> AsyncIterator[Stage]:
    clock = TestClock()
    hub = make_hub(Settings(data=founded.data, database=founded.database, free_space_mib=0), clock)
    transport = httpx.ASGITransport(make_app(hub))
    async with (
        httpx.AsyncClient(transport=transport, base_url=URL) as http,
        httpx.AsyncClient(transport=transport, base_url=URL, cookies=founded.cookies) as officer,
    ):
        yield Stage(hub, http, officer, clock)
    await hub.db.close()


async def _found(data: Path, database: str) -> Founded:
    hub = make_hub(Settings(data=data, database=database, free_space_mib=0), TestClock())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(make_app(hub)), base_url=URL) as officer:
        await set_up(officer, hub)
    await hub.db.close()
    return Founded(data, database, officer.cookies)


async def set_up(officer: httpx.AsyncClient, hub: Hub) -> None:
    wanted: dict[str, Any] = {
        "code": setup_code.ensure(hub.settings.data),
        "hub_name": "Công an phường",
        "commune": "Phường Đông",
        "user_name": "lan",
        "password": PASSWORD,
    }
    response = await officer.post("/api/setup", json=wanted)
    assert response.status_code == 201, response.text


@pytest.fixture(scope="session")
def mp4(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _encode(tmp_path_factory.mktemp("video") / "clip.mp4", "libx264")


@pytest.fixture(scope="session")
def mp4_with_sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _encode(
        tmp_path_factory.mktemp("video") / "sound.mp4", "libx264", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac"
    )


@pytest.fixture(scope="session")
def damaged_clip(mp4: bytes) -> bytes:
    """The clip that the fuzzing test damages; of session scope, as hypothesis asks."""
    return mp4


@pytest.fixture(scope="session")
def h265(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _encode(tmp_path_factory.mktemp("video") / "h265.mp4", "libx265", "-x265-params", "log-level=none")


@pytest.fixture(scope="session")
def jpeg(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("still") / "still.jpg"
    _ffmpeg("-f", "lavfi", "-i", "testsrc=s=320x180", "-frames:v", "1", str(path))
    return path.read_bytes()


def _encode(path: Path, codec: str, *more: str) -> bytes:
    inputs = ("-f", "lavfi", "-i", "testsrc=s=320x180:d=1:r=10", *more)
    _ffmpeg(*inputs, "-c:v", codec, "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(path))
    return path.read_bytes()


def _ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True, timeout=60)


@contextmanager
def _copy_of(template: str, url: str) -> Iterator[str]:
    """The URL of a database of one's own on that server."""
    name = f"hub_{uuid4().hex}"
    asyncio.run(_execute(url, f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    yield f"{url}/{name}"
    asyncio.run(_execute(url, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _execute(url: str, statement: str) -> None:
    engine = create_async_engine(f"{url}/postgres", isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def _migrate(url: str) -> None:
    database = Database(url)
    await database.migrate()
    await database.close()
