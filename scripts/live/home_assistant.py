"""A real Home Assistant from this repository's environment, with an owner, a token, and our integration at hand."""

from collections.abc import Callable, Sequence
from pathlib import Path
import secrets
import sys
import time
from typing import Any

from . import home_config
from .home_connection import Change, HomeConnection
from .http_client import HttpClient, RefusedError
from .process import CannotStartError, Child, free_port

START_LIMIT_S = 240.0
PLACE = {
    "location_name": "Nhà",
    "latitude": 21.0285,
    "longitude": 105.8542,
    "elevation": 10,
    "unit_system": "metric",
    "currency": "VND",
    "country": "VN",
    "time_zone": "Asia/Ho_Chi_Minh",
}


class HomeAssistant:
    """Start it, talk to it, stop it; its folder may be used again."""

    def __init__(self, folder: Path, *, language: str = "vi", port: int = 0, options: Sequence[str] = ()) -> None:
        self.folder = folder
        self.language = language
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.user = "owner"
        self.password = secrets.token_urlsafe(9)
        self.http = HttpClient(self.url)
        self.log = folder / "home-assistant.log"
        program = Path(sys.prefix) / "bin/hass"
        self._child = Child(
            "Home Assistant", [sys.executable, program, "-c", folder, *options], folder.parent / "hass.out"
        )
        self._connection: HomeConnection | None = None
        self.token = ""

    def begin(self) -> None:
        """Start its process, and do not wait for anything."""
        home_config.write(self.folder, self.port)
        bin_folder = Path(sys.executable).parent
        self._child.start({"PATH": f"{bin_folder}:/usr/local/bin:/usr/bin:/bin", "VIRTUAL_ENV": str(bin_folder.parent)})

    def start(self) -> None:
        """Until it is running, with its owner known."""
        if not self._child.alive:
            self.begin()
        self._wait(self._serves, "does not answer")
        if not self.token:
            self._onboard()
        self.http.headers["Authorization"] = f"Bearer {self.token}"
        self._wait(lambda: self.http.get("/api/config")["state"] == "RUNNING", "does not get ready")
        self._connection = HomeConnection(self.url, self.token)
        self._connection.open()

    def _serves(self) -> bool:
        self.http.bytes_of("GET", "/manifest.json")
        return True

    def _wait(self, answers: Callable[[], object], complaint: str) -> None:
        """Until it answers with anything true. CannotStartError when it ends, or after `START_LIMIT_S`."""
        end = time.monotonic() + START_LIMIT_S
        while True:
            self._child.check()
            try:
                if answers():
                    return
            except OSError, RefusedError:
                pass  # it is not there yet
            if time.monotonic() > end:
                raise CannotStartError(f"Home Assistant {complaint}: see {self.log}")
            time.sleep(0.2)

    def _onboard(self) -> None:
        """What a person does on the first pages: an owner, the place, no statistics."""
        client = self.url + "/"
        owner = {"client_id": client, "name": "Chủ nhà", "username": self.user, "password": self.password}
        self._wait(lambda: self.http.get("/api/onboarding"), "offers no first pages")
        code = self.http.post("/api/onboarding/users", {**owner, "language": self.language})["auth_code"]
        grant = {"client_id": client, "grant_type": "authorization_code", "code": code}
        access = self.http.post("/auth/token", grant, form=True)["access_token"]
        self.http.headers["Authorization"] = f"Bearer {access}"
        first = HomeConnection(self.url, access)
        first.open()
        first.command("config/core/update", language=self.language, **PLACE)
        for step in self.http.get("/api/onboarding"):
            if not step["done"] and step["step"] in ("core_config", "analytics"):
                self.http.post(f"/api/onboarding/{step['step']}", {})
        self.http.post("/api/onboarding/integration", {"client_id": client, "redirect_uri": client})
        name = f"demo {time.time():.0f}"
        self.token = first.command("auth/long_lived_access_token", client_name=name, lifespan=365)
        first.close()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._child.pid

    @property
    def connection(self) -> HomeConnection:
        """Its websocket."""
        if self._connection is None:
            raise CannotStartError("Home Assistant was not started")
        return self._connection

    @property
    def changes(self) -> list[Change]:
        """Every change of a state since the start."""
        return list(self.connection.changes)

    def state(self, entity_id: str) -> str | None:
        """An entity's state, None when there is no such entity."""
        try:
            found: str = self.http.get(f"/api/states/{entity_id}")["state"]
        except RefusedError as err:
            if err.status == 404:
                return None
            raise
        return found

    def entities(self) -> list[dict[str, Any]]:
        """The registered entities of our integration."""
        every: list[dict[str, Any]] = self.connection.command("config/entity_registry/list")
        return [entity for entity in every if entity["platform"] == "mat_than"]

    def complaints(self) -> list[str]:
        """The log's lines from warning upwards."""
        levels = (" WARNING ", " ERROR ", " CRITICAL ")
        return [line for line in self.log.read_text().splitlines() if any(level in line[:40] for level in levels)]

    def repairs(self) -> list[dict[str, Any]]:
        """The open repair issues."""
        issues: list[dict[str, Any]] = self.connection.command("repairs/list_issues")["issues"]
        return [issue for issue in issues if not issue["ignored"]]

    def stop(self) -> None:
        """End it as a restart of the machine does."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._child.stop()
