"""Add cameras, or change one: find or choose them, try them out live, see their pictures, name them.

The live test is the engine's probe, so what the form says is what detection will get. A camera that fails keeps
the form open with the one sentence that says what to do about it. How cameras are found on the network is in
`network_steps.py`, how those of Home Assistant are chosen in `entity_steps.py`, how several are tried and added in
`trial_steps.py`.
"""

from collections.abc import Mapping
from typing import Any, override

from homeassistant.components.binary_sensor import DOMAIN as BINARY_SENSOR_DOMAIN
from homeassistant.config_entries import ConfigEntryState, SubentryFlowResult
from homeassistant.const import CONF_HOST, CONF_NAME, CONF_PASSWORD, CONF_USERNAME
from homeassistant.helpers import entity_registry as er

from .adding_form import CONF_CHANNEL, CONF_MAKER, clock_difference, clock_notes, maker_schema
from .camera_form import (
    ADDRESS_SCHEMA,
    SECTION_OWN_SENSOR,
    flatten,
    into_sections,
    notes_of,
    placeholders_of,
    read_settings,
    settings_schema,
)
from .camera_trial import Trial
from .const import (
    CONF_CLIPS,
    CONF_ENTITY_REGISTRY_ID,
    CONF_MAIN_URL,
    CONF_OWN_SENSOR,
    CONF_PRIVACY_MASKS,
    CONF_SOURCE,
    CONF_SUB_ENTITY_REGISTRY_ID,
    CONF_SUB_URL,
    CONF_TRANSPORT,
    DOMAIN,
    SOURCE_ENTITY,
    SOURCE_URL,
)
from .entity_steps import EntitySteps
from .lib.mat_than_engine.commands import Probe
from .lib.mat_than_engine.reports import Probed
from .lib.mat_than_engine.settings import Transport
from .maker_paths import addresses
from .stream_url import AddressError, fingerprint, parse_address, with_credentials
from .trial_steps import unique_id
from .zone_form import ZoneError

EXAMPLE = "rtsp://192.168.1.64:554/Streaming/Channels/101"
HOST_EXAMPLE = "192.168.1.64"
ZONE_EXAMPLE = '[{"name": "sân", "polygon": [[0, 0.4], [1, 0.4], [1, 1], [0, 1]]}]'


class CameraSubentryFlow(EntitySteps):
    """The forms of cameras."""

    _found: Probed
    _connection: dict[str, Any]  # the part of the subentry's data that says where the camera is
    _name: str | None = None
    _clock_off_s = 0.0
    _proposed: Mapping[str, Any] = {}  # addresses that follow from a camera's maker

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """How the camera is reached."""
        if self._get_entry().state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        return self.async_show_menu(step_id="user", menu_options=["search", "existing", "maker", "address"])

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """What to change: the settings, or where the camera is."""
        if self._get_entry().state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        source = self._get_reconfigure_subentry().data[CONF_SOURCE]
        return self.async_show_menu(
            step_id="reconfigure", menu_options=["settings", "replace" if source == SOURCE_ENTITY else "address"]
        )

    async def async_step_maker(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """A camera of a known maker: its addresses are written for the owner."""
        errors: dict[str, str] = {}
        if user_input is not None:
            try:
                pair = addresses(user_input[CONF_MAKER], user_input[CONF_HOST], int(user_input[CONF_CHANNEL]))
            except AddressError:
                errors[CONF_HOST] = "host_name"
            else:
                self._proposed = {CONF_MAIN_URL: pair.main_url, CONF_SUB_URL: pair.sub_url}
                return await self.async_step_address()
        return self.async_show_form(
            step_id="maker",
            data_schema=self.add_suggested_values_to_schema(maker_schema(), user_input),
            errors=errors,
            description_placeholders={"example": HOST_EXAMPLE},
        )

    async def async_step_address(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """A camera by its address."""
        errors: dict[str, str] = {}
        if user_input is not None:
            typed = flatten(user_input)
            errors = self._read_address(typed)
            if not errors:
                if self._duplicate(fingerprint(self._connection[CONF_MAIN_URL])):
                    return self.async_abort(reason="already_configured")
                errors = await self._async_try(self._own_probe())
            if not errors:
                return await self.async_step_found()
        suggested = user_input or (into_sections(self._changes.data) if self._changes else dict(self._proposed))
        if user_input is None:
            suggested.pop(CONF_PASSWORD, None)  # a stored password does not travel to the browser
        return self.async_show_form(
            step_id="address",
            data_schema=self.add_suggested_values_to_schema(ADDRESS_SCHEMA, suggested),
            errors=errors,
            description_placeholders={"example": EXAMPLE},
        )

    @override
    async def _async_step_one(self, trial: Trial) -> SubentryFlowResult:
        """Its picture, what was found, and all its settings."""
        if trial.found is not None:
            self._found = trial.found
        self._connection, self._name, self._clock_off_s = trial.connection, trial.name, trial.clock_off_s
        return await self.async_step_found()

    async def async_step_found(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """What the live test found, and the camera's settings."""
        notes = [*notes_of(self._found), *clock_notes(self._clock_off_s)]
        told = placeholders_of(self._found) | {"clock": clock_difference(self._clock_off_s)}
        return self._settings_form("found", user_input, notes, told)

    async def async_step_settings(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """The settings alone; the camera is not touched."""
        self._connection = {}
        return self._settings_form("settings", user_input, [], {})

    def _settings_form(
        self, step_id: str, user_input: dict[str, Any] | None, notes: list[str], found: dict[str, str]
    ) -> SubentryFlowResult:
        """Ask for the settings until they can be read."""
        errors: dict[str, str] = {}
        place = ""
        if user_input is not None:
            try:
                return self._finish(self._connection | read_settings(user_input))
            except ZoneError as err:
                errors["base"], place = err.key, err.place
        schema = settings_schema(self._own_entities(BINARY_SENSOR_DOMAIN), notes)
        return self.async_show_form(
            step_id=step_id,
            data_schema=self.add_suggested_values_to_schema(schema, user_input or self._suggested_settings()),
            errors=errors,
            description_placeholders={**found, "place": place, "example": ZONE_EXAMPLE},
        )

    def _suggested_settings(self) -> dict[str, Any]:
        changes = self._changes
        registry = er.async_get(self.hass)
        if changes is None:
            near = _sensor_beside(registry, self._connection.get(CONF_ENTITY_REGISTRY_ID))
            return {CONF_NAME: self._name, SECTION_OWN_SENSOR: {CONF_OWN_SENSOR: near} if near else {}}
        data = dict(changes.data)
        if data.get(CONF_OWN_SENSOR):
            data[CONF_OWN_SENSOR] = er.async_resolve_entity_id(registry, data[CONF_OWN_SENSOR])
        return {**into_sections(data), CONF_NAME: changes.title}

    def _finish(self, data: dict[str, Any]) -> SubentryFlowResult:
        name = data.pop(CONF_NAME).strip()
        if (sensor := data[CONF_OWN_SENSOR]) is not None:
            known = er.async_get(self.hass).async_get(sensor)
            data[CONF_OWN_SENSOR] = known.id if known else sensor
        changes = self._changes
        if changes is None:
            data[CONF_PRIVACY_MASKS] = []
            return self.async_create_entry(title=name, data=data, unique_id=unique_id(data))
        merged = {**changes.data, **data}
        merged.pop(CONF_CLIPS, None)  # what it said is in the mode of recording now
        for key in (CONF_SUB_URL, CONF_SUB_ENTITY_REGISTRY_ID, CONF_USERNAME, CONF_PASSWORD):
            if key in data and data[key] is None:
                merged.pop(key, None)
        return self.async_update_and_abort(
            self._get_entry(), changes, title=name, data=merged, unique_id=unique_id(merged)
        )

    def _read_address(self, typed: Mapping[str, Any]) -> dict[str, str]:
        """Take the addresses apart; what is written into them goes into the fields where those are empty."""
        try:
            main = parse_address(typed[CONF_MAIN_URL])
        except AddressError:
            return {CONF_MAIN_URL: "address"}
        try:
            sub = parse_address(typed[CONF_SUB_URL]) if typed.get(CONF_SUB_URL, "").strip() else None
        except AddressError:
            return {CONF_SUB_URL: "address"}
        self._connection = {
            CONF_SOURCE: SOURCE_URL,
            CONF_MAIN_URL: main.url,
            CONF_SUB_URL: sub.url if sub else None,
            CONF_USERNAME: typed.get(CONF_USERNAME) or main.username,
            CONF_PASSWORD: typed.get(CONF_PASSWORD) or main.password,
            CONF_TRANSPORT: typed[CONF_TRANSPORT],
        }
        stored = self._changes.data if self._changes else {}
        if not self._connection[CONF_PASSWORD] and self._connection[CONF_USERNAME] == stored.get(CONF_USERNAME):
            self._connection[CONF_PASSWORD] = stored.get(CONF_PASSWORD)
        return {}

    def _own_probe(self) -> Probe:
        username, password = self._connection[CONF_USERNAME], self._connection[CONF_PASSWORD]
        sub_url = self._connection[CONF_SUB_URL]
        return Probe(
            request_id="",
            main_url=with_credentials(self._connection[CONF_MAIN_URL], username, password),
            sub_url=with_credentials(sub_url, username, password) if sub_url else None,
            transport=Transport(self._connection[CONF_TRANSPORT]),
        )

    async def _async_try(self, probe: Probe) -> dict[str, str]:
        found, error = await self.live_test.async_try(probe)
        if found is None:
            return {"base": error or "engine"}
        self._found = found
        return {}

    def _own_entities(self, domain: str) -> list[str]:
        """Our own entities: watching our own camera would be watching it twice, and our own motion is no second vote."""
        registry = er.async_get(self.hass)
        own = er.async_entries_for_config_entry(registry, self._get_entry().entry_id)
        return [item.entity_id for item in own if item.domain == domain and item.platform == DOMAIN]


def _sensor_beside(registry: er.EntityRegistry, camera_registry_id: str | None) -> str | None:
    """The motion sensor of the device that a camera of another integration belongs to."""
    camera = registry.async_get(camera_registry_id) if camera_registry_id else None
    if camera is None or camera.device_id is None:
        return None
    beside = er.async_entries_for_device(registry, camera.device_id)
    return next(
        (
            item.entity_id
            for item in beside
            if item.domain == BINARY_SENSOR_DOMAIN and (item.device_class or item.original_device_class) == "motion"
        ),
        None,
    )
