"""A real hub from this repository's package, set up and served by its own command, used as an officer uses it."""

from collections.abc import Sequence
from pathlib import Path
import secrets
import time
from typing import Any

from .http_client import HttpClient
from .process import Child, free_port, wait_for_port

PROGRAM = Path(__file__).parents[2] / "hub/.venv/bin/mat-than-hub"
START_LIMIT_S = 60.0


class Hub:
    """Start it, invite households, read what came in, stop it; its folder may be used again."""

    def __init__(
        self, folder: Path, *, port: int = 0, public_port: int = 0, program: Sequence[str | Path] = (PROGRAM,)
    ) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.user = "admin"
        self.password = secrets.token_urlsafe(12)
        self.http = HttpClient(self.url)
        self.http.headers["Origin"] = self.url
        command = [*program, "serve", "--data", folder, "--port", self.port]
        if public_port:  # homes come by another way, through whatever listens there
            command += ["--public-url", f"http://127.0.0.1:{public_port}"]
        self._child = Child("the hub", list(map(str, command)), folder.parent / "hub.log")

    @property
    def log(self) -> Path:
        """Where it writes what it does."""
        return self._child.log

    def start(self) -> None:
        """Until it listens, with its first administrator made and logged in."""
        self._child.start()
        wait_for_port(self._child, self.port, START_LIMIT_S)
        if self.http.get("/api/setup")["needed"]:
            code = (self.folder / "setup-code").read_text().strip()
            name = {"hub_name": "Nhà văn hoá tổ 5", "commune": "Phường Yên Hoà"}
            first = {"code": code, "user_name": self.user, "password": self.password}
            self.http.post("/api/setup", {**name, **first})
        self.http.post("/api/login", {"user_name": self.user, "password": self.password})

    def invite(self, note: str) -> str:
        """The link of a new invitation."""
        link: str = self.http.post("/api/invitations", {"note": note})["link"]
        return link

    def confirm_waiting(self, code: str | None = None) -> str:
        """Confirm the one household that waits, after comparing the six digits when they are given; its name."""
        waiting = [house for house in self.http.get("/api/households") if house["state"] == "waiting"]
        if len(waiting) != 1 or (code is not None and waiting[0]["comparison_code"] != code):
            raise ValueError(f"{len(waiting)} households wait, or the codes differ")
        self.http.post(f"/api/households/{waiting[0]['id']}/confirm", {})
        name: str = waiting[0]["name"]
        return name

    def events(self) -> list[dict[str, Any]]:
        """The newest events of the feed, newest first."""
        events: list[dict[str, Any]] = self.http.get("/api/events?limit=200")["events"]
        return events

    def wait_event(self, event_id: str, limit_s: float, *, with_clip: bool = False) -> float | None:
        """Until the event (and, if asked, its clip) is there; the time it was first seen, None when it never came."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            for event in self.events():
                clip = event["clip"]
                if event["id"] == event_id and (not with_clip or (clip and clip["state"] == "stored")):
                    return time.time()
            time.sleep(0.1)
        return None

    def kill(self) -> None:
        """End it as a power cut does."""
        if self._child.process is not None:
            self._child.process.kill()
        self._child.stop()

    def stop(self) -> None:
        """End it."""
        self._child.stop()
