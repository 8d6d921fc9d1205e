"""Our integration in a running Home Assistant, set up through its own forms as an owner fills them in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
import time
from typing import Any

from .home_assistant import HomeAssistant
from .hub import Hub

DOMAIN = "mat_than"
FLOWS = "/api/config/config_entries/flow"
SUBENTRY_FLOWS = "/api/config/config_entries/subentries/flow"
LOAD_LIMIT_S = 60.0
JOIN_LIMIT_S = 30.0
HOUSEHOLD_NAME = "Nhà bà Lan, ngõ 12"

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
        if done.get("step_id") == "in_backup":  # the folder lies in the configuration, and that is fine here
            done = self.home.http.post(f"{FLOWS}/{form['flow_id']}", {})
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

    def add_camera(self, camera: CameraAddress, *, detect: bool = True) -> None:
        """A camera through its live test and its settings."""
        found = self.try_camera(camera)
        if found.get("step_id") != "found":
            raise FormError(f"{camera.name} was refused: {found.get('errors')}")
        sections: dict[str, object] = {name: {} for name in ("recording", "tuning", "camera_sensor", "zone")}
        settings = {"position": camera.position, "detect": detect, "record": "motion", **sections}
        self.finish(self.answer(found, {"name": camera.name, **settings}))

    def join_hub(self, hub: Hub) -> None:
        """By invitation: the link, the hub's statement, and the six digits that the officer confirms."""
        form = self.begin("hub")
        statement = self.answer(form, {"link": hub.invite(HOUSEHOLD_NAME), "household": HOUSEHOLD_NAME})
        if statement.get("step_id") != "statement":
            raise FormError(f"the invitation was refused: {statement.get('errors')}")
        waiting = self.answer(statement, {"agree": True})
        if waiting["type"] != "progress":
            raise FormError(f"the hub did not let us in: {waiting.get('errors')}")
        hub.confirm_waiting(waiting["description_placeholders"]["code"].replace(" ", ""))
        end = time.monotonic() + JOIN_LIMIT_S
        while waiting["type"] in ("progress", "progress_done") and time.monotonic() < end:
            time.sleep(0.5)
            waiting = self.home.http.get(f"{SUBENTRY_FLOWS}/{form['flow_id']}")
        self.finish(waiting)

    def give_consent(self, camera: str, kinds: Sequence[str] = ("events", "stills", "clips")) -> None:
        """Share one camera with the one hub, every day and hour, for a year."""
        parties = {"camera": self._subentry_id("camera", camera), "hub": self.subentries("hub")[0]["subentry_id"]}
        form = self.answer(self.begin("consent"), {**parties, "purpose": "neighbourhood_security"})
        until = datetime.now(UTC).date() + timedelta(days=365)
        days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        hours = {"days": days, "from_time": "00:00:00", "to_time": "00:00:00", "until": until.isoformat()}
        confirm = self.answer(form, {"kinds": list(kinds), **hours, "retention_days": 7})
        if confirm.get("step_id") == "live":
            confirm = self.answer(confirm, {"live_unasked": False})
        if confirm.get("step_id") != "confirm":
            raise FormError(f"the terms were refused: {confirm.get('errors') or confirm.get('reason')}")
        self.finish(self.answer(confirm, {"agree": True}))

    def withdraw_consent(self, camera: str) -> None:
        """Take the consent for a camera back, by the consent's own form."""
        consent = next(s for s in self.subentries("consent") if s["title"].startswith(f"{camera} "))
        handler = {"handler": [self.entry_id, "consent"], "subentry_id": consent["subentry_id"]}
        menu = self.home.http.post(SUBENTRY_FLOWS, handler)
        last = self.answer(self.answer(menu, {"next_step_id": "withdraw"}), {})
        if last.get("reason") != "withdrawn":
            raise FormError(f"the withdrawal was refused: {last}")
        self.wait_loaded()

    def finish(self, last: Form) -> None:
        """FormError unless the form led to something new."""
        if last["type"] != "create_entry":
            raise FormError(f"{last.get('step_id')} was refused: {last.get('errors') or last.get('reason')}")
        self.wait_loaded()

    def subentries(self, kind: str) -> list[dict[str, Any]]:
        """The cameras, hubs or consents there are."""
        every = self.home.connection.command("config_entries/subentries/list", entry_id=self.entry_id)
        return [subentry for subentry in every if subentry["subentry_type"] == kind]

    def _subentry_id(self, kind: str, title: str) -> str:
        for subentry in self.subentries(kind):
            if subentry["title"] == title:
                subentry_id: str = subentry["subentry_id"]
                return subentry_id
        raise FormError(f"there is no {kind} called {title}")

    def entity(self, camera: str, domain: str, key: str) -> str:
        """The entity id of one of a camera's entities, by the end of its unique id. FormError when there is none."""
        camera_id = self._subentry_id("camera", camera)
        for entity in self.home.entities():
            if entity["unique_id"] == f"{camera_id}_{key}" and entity["entity_id"].startswith(f"{domain}."):
                entity_id: str = entity["entity_id"]
                return entity_id
        raise FormError(f"{camera} has no {domain} {key}")

    def wait_entity(self, camera: str, domain: str, key: str) -> str:
        """The same; a camera that was just added has them a moment later."""
        end = time.monotonic() + LOAD_LIMIT_S
        while True:
            try:
                return self.entity(camera, domain, key)
            except FormError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)

    def remove(self) -> None:
        """Take the whole entry away, as the owner does on the integration's page."""
        self.home.http.request("DELETE", f"/api/config/config_entries/entry/{self.entry_id}")
