"""Two households with real footage for the console's tests: they pair, consent, and send events, stills and clips.

Also a command, to fill a hub that was set up by hand:
`python neighbourhood.py HUB_URL USER_NAME PASSWORD`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
import subprocess
import sys
import tempfile
from typing import Any

import httpx

sys.path.insert(0, str(Path(__file__).parent.parent))

from home import Home, new_id

from mat_than_hub.protocol.consent import CameraCard, Hours, PositionKind
from mat_than_hub.protocol.footage import CameraHealth, Heartbeat
from mat_than_hub.protocol.keys import PublicKey

MEDIA = Path(__file__).parents[3] / "demo" / "media"


class Clock:
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True)
class Scene:
    """A camera's real footage: a still, a clip of some seconds, and where it moves."""

    camera_id: str
    name: str
    position: PositionKind
    media: str
    at_s: int
    night: bool
    box: tuple[float, float, float, float]


GATE = Scene("gate", "Cổng trước", PositionKind.GATE, "gate_night", 42, True, (0.77, 0.12, 0.13, 0.8))
YARD = Scene("yard", "Sân nhà văn hoá", PositionKind.YARD, "yard_day", 12, False, (0.4, 0.2, 0.1, 0.3))
STREET = Scene("street", "Mặt đường Xuân Đỉnh", PositionKind.STREET, "street_h265", 20, False, (0.16, 0.36, 0.06, 0.2))


@cache
def footage(scene: Scene, seconds: int = 6) -> tuple[bytes, bytes]:
    """A JPEG and an MP4 (H.264, index in front) cut from the demo's footage."""
    source = MEDIA / f"{scene.media}.main.mp4"
    with tempfile.TemporaryDirectory() as folder:
        still, clip = Path(folder) / "still.jpg", Path(folder) / "clip.mp4"
        cut = ("ffmpeg", "-v", "error", "-y", "-ss", str(scene.at_s), "-i", str(source))
        picture = ("-frames:v", "1", "-vf", "scale=960:-2", "-q:v", "4", str(still))
        subprocess.run([*cut, *picture], check=True, timeout=60)
        encode = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "28", "-pix_fmt", "yuv420p")
        film = ("-t", str(seconds), "-an", *encode, "-movflags", "+faststart", str(clip))
        subprocess.run([*cut, *film], check=True, timeout=120)
        return still.read_bytes(), clip.read_bytes()


@dataclass
class Neighbour:
    """A home that acts beside a browser: its own thread, its own loop."""

    home: Home
    consents: dict[str, str]

    def do[T](self, deed: Callable[[Home], Awaitable[T]]) -> T:
        """Let the home do something, and wait for it."""

        async def act() -> T:
            async with httpx.AsyncClient(timeout=30) as http:
                self.home.http = http
                return await deed(self.home)

        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, act()).result()

    def share(self, scene: Scene, *, hours: Hours | None = None) -> str:
        """Announce a camera and consent to events, stills and clips of it."""

        async def deed(home: Home) -> str:
            home.camera_id = scene.camera_id
            card = CameraCard(name=scene.name, position=scene.position)
            answer = await home.send("PUT", f"/v1/cameras/{scene.camera_id}", card)
            assert answer.status_code in {200, 201}, answer.text
            begun = datetime.now(UTC) - timedelta(days=3)
            return await home.put_consent(valid_from=begun, given_at=begun, retention_days=30, hours=hours or Hours())

        self.consents[scene.camera_id] = self.do(deed)
        return self.consents[scene.camera_id]

    def report(
        self, scene: Scene, ago: timedelta = timedelta(), *, length_s: float | None = 8, clip: bool = True
    ) -> str:
        """Send a motion with its still, and its clip where it has ended; the event's id."""
        still, film = footage(scene)

        async def deed(home: Home) -> str:
            home.camera_id = scene.camera_id
            consent, started = self.consents[scene.camera_id], datetime.now(UTC) - ago
            ended = None if length_s is None else started + timedelta(seconds=length_s)
            event_id, still_id = new_id(), new_id()
            manifest = home.manifest(
                consent, film, started_at=started, ended_at=ended or started, event_ids=(event_id,), masked=scene.night
            )
            event = home.event(
                consent,
                event_id,
                started_at=started,
                ended_at=ended,
                boxes=(scene.box,),
                night=scene.night,
                score=0.83,
                still_id=still_id,
                clip_id=manifest.clip_id if clip and ended else None,
            )
            assert await home.results(event) == [("accepted", None)]
            assert (await home.put_still(still_id, event_id, still)).status_code == 201
            if clip and ended:
                assert (await home.announce(manifest)).status_code == 201
                assert (await home.put_clip(manifest.clip_id, film)).status_code == 201
            return event_id

        return self.do(deed)

    def beat(self, **live: bool) -> None:
        """The heartbeat of a minute: which cameras live."""
        since = datetime.now(UTC) - timedelta(minutes=12)
        cameras = tuple(CameraHealth(camera_id=name, live=lives, since=since) for name, lives in live.items())
        answer = self.do(lambda home: home.send("POST", "/v1/heartbeat", Heartbeat(cameras=cameras)))
        assert answer.status_code == 200, answer.text

    def withdraw(self, scene: Scene) -> None:
        """Withdraw the consent of a camera."""
        answer = self.do(lambda home: home.withdraw(self.consents[scene.camera_id]))
        assert answer.status_code == 202, answer.text


@dataclass(frozen=True)
class Officer:
    """The console's calls without a browser, for what a test does not look at."""

    url: str
    cookies: httpx.Cookies

    @classmethod
    def log_in(cls, url: str, user_name: str, password: str) -> Officer:
        answer = httpx.post(f"{url}/api/login", json={"user_name": user_name, "password": password})
        answer.raise_for_status()
        return cls(url, answer.cookies)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        with httpx.Client(cookies=self.cookies) as http:
            answer = http.request(method, f"{self.url}/api{path}", json=body)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def invite(self, note: str) -> str:
        link: str = self.call("POST", "/invitations", {"note": note})["link"]
        return link


def knock(url: str, link: str, name: str) -> Neighbour:
    """A home that has used an invitation and waits for the officer."""
    key = httpx.get(f"{url}/.well-known/mt-hub").json()["key"]
    neighbour = Neighbour(Home(None, url, PublicKey(**key), Clock()), {})  # type: ignore[arg-type]  # set for each deed
    answer = neighbour.do(lambda home: home.pair(link, name))
    assert answer.status_code == 201, answer.text
    return neighbour


def join(officer: Officer, name: str) -> Neighbour:
    """A home that is paired and confirmed."""
    neighbour = knock(officer.url, officer.invite(name), name)
    officer.call("POST", f"/households/{neighbour.home.household_id}/confirm", {})
    return neighbour


def settle(officer: Officer) -> tuple[Neighbour, Neighbour]:
    """Two households, three cameras, a day of events; a third household waits."""
    tu, giang = join(officer, "Nhà ông Tư, ngõ 8"), join(officer, "Tạp hoá Hương Giang")
    tu.share(GATE, hours=Hours(from_minute=0, to_minute=1440))
    tu.share(YARD)
    giang.share(STREET)
    for hours, scene in enumerate((GATE, YARD, GATE, YARD, GATE), start=1):
        tu.report(scene, timedelta(hours=2.7 * hours, minutes=7), length_s=4 + 5 * hours)
    giang.report(STREET, timedelta(hours=4, minutes=20), length_s=41)
    giang.report(STREET, timedelta(minutes=50), length_s=12, clip=False)
    tu.report(YARD, timedelta(minutes=21), length_s=9)
    tu.report(GATE, timedelta(minutes=3), length_s=22)
    tu.beat(gate=True, yard=True)
    giang.beat(street=False)
    knock(officer.url, officer.invite("Xưởng mộc, số 12"), "Xưởng mộc Đại Cát")
    officer.invite("Bà Sáu, số 3 ngõ 12")
    return tu, giang


if __name__ == "__main__":
    settle(Officer.log_in(*sys.argv[1:4]))
