"""Add a camera, or change one: choose it, try it out live, see its picture, name it.

The live test is the engine's probe, so what the form says is what detection will get. A camera that fails keeps
the form open with the one sentence that says what to do about it.
"""

from collections.abc import Mapping
from typing import Any

from homeassistant.components.binary_sensor import DOMAIN as BINARY_SENSOR_DOMAIN
from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN
from homeassistant.config_entries import (
    SOURCE_RECONFIGURE,
    ConfigEntryState,
    ConfigSubentry,
    ConfigSubentryFlow,
    SubentryFlowResult,
)
from homeassistant.const import CONF_NAME, CONF_PASSWORD, CONF_USERNAME
from homeassistant.helpers import entity_registry as er

from .camera_form import (
    ADDRESS_SCHEMA,
    CONF_ENTITY,
    SECTION_OWN_SENSOR,
    existing_schema,
    flatten,
    into_sections,
    notes_of,
    placeholders_of,
    read_settings,
    settings_schema,
)
from .const import (
    CONF_CLIPS,
    CONF_ENTITY_REGISTRY_ID,
    CONF_MAIN_URL,
    CONF_OWN_SENSOR,
    CONF_PRIVACY_MASKS,
    CONF_SOURCE,
    CONF_SUB_URL,
    CONF_TRANSPORT,
    DOMAIN,
    SOURCE_ENTITY,
    SOURCE_URL,
    SUBENTRY_CAMERA,
)
from .engine_requests import EngineError
from .lib.mat_than_engine.commands import Probe
from .lib.mat_than_engine.model import Cause
from .lib.mat_than_engine.reports import Probed
from .lib.mat_than_engine.settings import Transport
from .runtime import MatThanConfigEntry
from .source_entity import SourceGoneError, async_entity_address
from .stream_url import AddressError, fingerprint, parse_address, with_credentials
from .zone_form import ZoneError

EXAMPLE = "rtsp://192.168.1.64:554/Streaming/Channels/101"
ZONE_EXAMPLE = '[{"name": "sân", "polygon": [[0, 0.4], [1, 0.4], [1, 1], [0, 1]]}]'


async def async_probe(entry: MatThanConfigEntry, probe: Probe) -> tuple[Probed | None, str | None]:
    """Try a camera out: what was found, or the key of the sentence that says why not."""
    try:
        probed = await entry.runtime_data.coordinator.host.async_probe(probe)
    except EngineError:
        return None, "engine"
    if probed.cause is None and probed.main is not None:
        return probed, None
    cause = probed.cause or Cause.NO_DATA
    return None, (Cause.NO_DATA if cause is Cause.ENDED else cause).value


class CameraSubentryFlow(ConfigSubentryFlow):
    """The forms of one camera."""

    _found: Probed
    _connection: dict[str, Any]  # the part of the subentry's data that says where the camera is
    _name: str | None = None

    @property
    def _changes(self) -> ConfigSubentry | None:
        """The camera that is being changed, None when one is being added."""
        return self._get_reconfigure_subentry() if self.source == SOURCE_RECONFIGURE else None

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """How the camera is reached."""
        if self._get_entry().state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        return self.async_show_menu(step_id="user", menu_options=["address", "existing"])

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """What to change: the settings, or where the camera is."""
        if self._get_entry().state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        source = self._get_reconfigure_subentry().data[CONF_SOURCE]
        return self.async_show_menu(
            step_id="reconfigure", menu_options=["settings", "existing" if source == SOURCE_ENTITY else "address"]
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
        suggested = user_input or (into_sections(self._changes.data) if self._changes else {})
        if user_input is None:
            suggested.pop(CONF_PASSWORD, None)  # a stored password does not travel to the browser
        return self.async_show_form(
            step_id="address",
            data_schema=self.add_suggested_values_to_schema(ADDRESS_SCHEMA, suggested),
            errors=errors,
            description_placeholders={"example": EXAMPLE},
        )

    async def async_step_existing(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """A camera that Home Assistant has already."""
        errors: dict[str, str] = {}
        if user_input is not None:
            entity_id = user_input[CONF_ENTITY]
            registry_entry = er.async_get(self.hass).async_get(entity_id)
            if registry_entry is None:
                errors[CONF_ENTITY] = "no_registry_entry"
            elif self._duplicate(f"entity:{registry_entry.id}"):
                return self.async_abort(reason="already_configured")
            else:
                errors = await self._async_try_entity(registry_entry.id)
            if not errors and registry_entry is not None:
                state = self.hass.states.get(entity_id)
                self._name = state.name if state else None
                return await self.async_step_found()
        return self.async_show_form(
            step_id="existing",
            data_schema=self.add_suggested_values_to_schema(
                existing_schema(self._own_entities(CAMERA_DOMAIN)), user_input
            ),
            errors=errors,
        )

    async def async_step_found(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """What the live test found, and the camera's settings."""
        return self._settings_form("found", user_input, notes_of(self._found), placeholders_of(self._found))

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
            return self.async_create_entry(title=name, data=data, unique_id=_unique_id(data))
        merged = {**changes.data, **data}
        merged.pop(CONF_CLIPS, None)  # what it said is in the mode of recording now
        for key in (CONF_SUB_URL, CONF_USERNAME, CONF_PASSWORD):
            if key in data and data[key] is None:
                merged.pop(key, None)
        return self.async_update_and_abort(
            self._get_entry(), changes, title=name, data=merged, unique_id=_unique_id(merged)
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

    async def _async_try_entity(self, registry_id: str) -> dict[str, str]:
        try:
            address = await async_entity_address(self.hass, registry_id)
        except SourceGoneError:
            address = None
        if not address:
            return {"base": "no_stream"}
        self._connection = {CONF_SOURCE: SOURCE_ENTITY, CONF_ENTITY_REGISTRY_ID: registry_id}
        return await self._async_try(Probe(request_id="", main_url=address))

    async def _async_try(self, probe: Probe) -> dict[str, str]:
        found, error = await async_probe(self._get_entry(), probe)
        if found is None:
            return {"base": error or "engine"}
        self._found = found
        return {}

    def _duplicate(self, unique_id: str) -> bool:
        changes = self._changes
        return any(
            subentry.unique_id == unique_id and (changes is None or subentry.subentry_id != changes.subentry_id)
            for subentry in self._get_entry().subentries.values()
            if subentry.subentry_type == SUBENTRY_CAMERA
        )

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


def _unique_id(data: Mapping[str, Any]) -> str:
    if data[CONF_SOURCE] == SOURCE_ENTITY:
        return f"entity:{data[CONF_ENTITY_REGISTRY_ID]}"
    return fingerprint(data[CONF_MAIN_URL])
