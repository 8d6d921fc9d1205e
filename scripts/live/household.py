"""Our integration in a running Home Assistant, set up through its own forms as an owner fills them in."""

from collections.abc import Mapping
from dataclasses import dataclass
import time
from typing import Any

from .home_assistant import HomeAssistant

DOMAIN = "mat_than"
FLOWS = "/api/config/config_entries/flow"
SUBENTRY_FLOWS = "/api/config/config_entries/subentries/flow"
LOAD_LIMIT_S = 60.0

type Form = dict[str, Any]


class FormError(Exception):
    """A form did not go on where it should have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraAddress:
    """What an owner types for a camera."""

    name: str
    position: str
    main_url: str
    sub_url: str | None
    user: str
    password: str


class Household:
    """The place, its cameras, its hubs and its consents."""

    def __init__(self, home: HomeAssistant) -> None:
        self.home = home
        self.entry_id = ""

    def set_up(self) -> None:
        """The first form: what kind of place it is, and where clips go."""
        form = self.home.http.post(FLOWS, {"handler": DOMAIN, "show_advanced_options": False})
        place = {"kind": "household", "retention_days": 14, "retention_gb": 20}
        storage = str(self.home.folder / "media/mat_than")
        done = self.home.http.post(f"{FLOWS}/{form['flow_id']}", {**place, "storage": storage})
        if done["type"] != "create_entry":
            raise FormError(f"the place was refused: {done.get('errors')}")
        self.entry_id = done["result"]["entry_id"]
        # The front end would go on to the first camera by itself; here each camera begins its own form.
        if done.get("next_flow"):
            self.home.http.request("DELETE", f"{SUBENTRY_FLOWS}/{done['next_flow'][1]}")
        self.wait_loaded()

    def wait_loaded(self) -> None:
        """Until the entry is loaded; adding something to it loads it again."""
        end = time.monotonic() + LOAD_LIMIT_S
        while (state := self._entry()["state"]) != "loaded":
            if time.monotonic() > end:
                raise FormError(f"the integration does not load: {state}")
            time.sleep(0.2)

    def _entry(self) -> dict[str, Any]:
        entries: list[dict[str, Any]] = self.home.connection.command("config_entries/get", domain=DOMAIN)
        return next(entry for entry in entries if entry["entry_id"] == self.entry_id)

    def begin(self, kind: str) -> Form:
        """The first form of a new camera, hub or consent."""
        self.wait_loaded()
        form: Form = self.home.http.post(SUBENTRY_FLOWS, {"handler": [self.entry_id, kind]})
        return form

    def answer(self, form: Form, typed: Mapping[str, object]) -> Form:
        """Fill a form in, or choose from a menu; the next form, or the last answer."""
        following: Form = self.home.http.post(f"{SUBENTRY_FLOWS}/{form['flow_id']}", dict(typed))
        return following

    def try_camera(self, camera: CameraAddress) -> Form:
        """The form of a camera's address, filled in: what the live test found, or the form again with its error."""
        menu = self.begin("camera")
        form = self.answer(menu, {"next_step_id": "address"})
        typed: dict[str, object] = {"main_url": camera.main_url, "advanced": {"transport": "tcp"}}
        typed |= {"sub_url": camera.sub_url} if camera.sub_url else {}
        typed |= {"username": camera.user, "password": camera.password} if camera.user else {}
        return self.answer(form, typed)

    def add_camera(self, camera: CameraAddress) -> None:
        """A camera through its live test and its settings."""
        found = self.try_camera(camera)
        if found.get("step_id") != "found":
            raise FormError(f"{camera.name} was refused: {found.get('errors')}")
        tuning = {"sensitivity": 50, "pre_roll_s": 5}
        settings = {"position": camera.position, "detect": True, "clips": True, "tuning": tuning}
        self.finish(self.answer(found, {"name": camera.name, **settings}))

    def finish(self, last: Form) -> None:
        """FormError unless the form led to something new."""
        if last["type"] != "create_entry":
            raise FormError(f"{last.get('step_id')} was refused: {last.get('errors') or last.get('reason')}")
        self.wait_loaded()

    def subentries(self, kind: str) -> list[dict[str, Any]]:
        """The cameras, hubs or consents there are."""
        every = self.home.connection.command("config_entries/subentries/list", entry_id=self.entry_id)
        return [subentry for subentry in every if subentry["subentry_type"] == kind]

    def entity(self, camera: str, domain: str, key: str) -> str:
        """The entity id of one of a camera's entities, by the end of its unique id."""
        camera_id = next(s["subentry_id"] for s in self.subentries("camera") if s["title"] == camera)
        for entity in self.home.entities():
            named = entity["unique_id"] == f"{camera_id}_{key}" or entity["unique_id"].endswith(f"_{key}")
            if entity["config_subentry_id"] == camera_id and entity["entity_id"].startswith(domain) and named:
                entity_id: str = entity["entity_id"]
                return entity_id
        raise FormError(f"{camera} has no {domain} {key}")

    def remove(self) -> None:
        """Take the whole entry away, as the owner does on the integration's page."""
        self.home.http.request("DELETE", f"/api/config/config_entries/entry/{self.entry_id}")
