"""Set the place up, change it, and give a camera its new password. Cameras, hubs and consents have flows of their own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, override

from homeassistant.config_entries import (
    SOURCE_USER,
    ConfigEntry,
    ConfigFlow,
    ConfigFlowResult,
    ConfigSubentryFlow,
    FlowType,
    OptionsFlow,
    SubentryFlowContext,
)
from homeassistant.const import CONF_PASSWORD, CONF_USERNAME
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.selector import (
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
)
import probatio

from .camera_flow import CameraSubentryFlow, async_probe
from .camera_form import CREDENTIALS_FIELDS
from .camera_setup import camera_setups
from .clips import storage_trouble
from .consent_flow import ConsentSubentryFlow
from .const import (
    CONF_KIND,
    CONF_RETENTION_DAYS,
    CONF_RETENTION_GB,
    CONF_STORAGE,
    DEFAULT_RETENTION_DAYS,
    DEFAULT_RETENTION_GB,
    DOMAIN,
    PLACE_KINDS,
    SUBENTRY_CAMERA,
    SUBENTRY_CONSENT,
    SUBENTRY_HUB,
)
from .hub_flow import HubSubentryFlow
from .lib.mat_than_engine.commands import Probe
from .stream_url import with_credentials

TITLE = "Mắt Thần"

_RETENTION = {
    probatio.Required(CONF_RETENTION_DAYS, default=DEFAULT_RETENTION_DAYS): NumberSelector(
        NumberSelectorConfig(min=1, max=365, step=1, mode=NumberSelectorMode.BOX)
    ),
    probatio.Required(CONF_RETENTION_GB, default=DEFAULT_RETENTION_GB): NumberSelector(
        NumberSelectorConfig(min=1, max=20000, step=1, mode=NumberSelectorMode.BOX, unit_of_measurement="GB")
    ),
}
_KIND = {
    probatio.Required(CONF_KIND, default=PLACE_KINDS[0]): SelectSelector(
        SelectSelectorConfig(options=PLACE_KINDS, mode=SelectSelectorMode.LIST, translation_key="kind")
    )
}


def default_storage(hass: HomeAssistant) -> str:
    """Beside Home Assistant's own media, so that clips are on the disk meant for such things."""
    media = hass.config.media_dirs.get("local") or hass.config.path("media")
    return str(Path(media) / DOMAIN)


class MatThanConfigFlow(ConfigFlow, domain=DOMAIN):
    """The forms of the place."""

    VERSION = 1
    MINOR_VERSION = 1

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(cls, config_entry: ConfigEntry) -> dict[str, type[ConfigSubentryFlow]]:
        """What a place consists of."""
        return {
            SUBENTRY_CAMERA: CameraSubentryFlow,
            SUBENTRY_HUB: HubSubentryFlow,
            SUBENTRY_CONSENT: ConsentSubentryFlow,
        }

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> RetentionFlow:
        """How long clips are kept."""
        return RetentionFlow()

    @override
    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """What kind of place it is, and where its clips go."""
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = await _async_check_folder(self.hass, user_input[CONF_STORAGE])
            if not errors:
                return self.async_create_entry(
                    title=TITLE,
                    data={key: user_input[key] for key in (CONF_KIND, CONF_STORAGE)},
                    options={key: user_input[key] for key in (CONF_RETENTION_DAYS, CONF_RETENTION_GB)},
                )
        storage = {probatio.Required(CONF_STORAGE, default=default_storage(self.hass)): TextSelector()}
        return self.async_show_form(
            step_id="user",
            data_schema=self.add_suggested_values_to_schema(probatio.Schema(_KIND | storage | _RETENTION), user_input),
            errors=errors,
        )

    @override
    async def async_on_create_entry(self, result: ConfigFlowResult) -> ConfigFlowResult:
        """Go on to the first camera."""
        camera = await self.hass.config_entries.subentries.async_init(
            (result["result"].entry_id, SUBENTRY_CAMERA), context=SubentryFlowContext(source=SOURCE_USER)
        )
        result["next_flow"] = (FlowType.CONFIG_SUBENTRIES_FLOW, camera["flow_id"])
        return result

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Another kind of place or another folder; clips in the old folder stay there."""
        entry = self._get_reconfigure_entry()
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = await _async_check_folder(self.hass, user_input[CONF_STORAGE])
            if not errors:
                return self.async_update_and_abort(entry, data_updates=user_input)
        schema = probatio.Schema(_KIND | {probatio.Required(CONF_STORAGE): TextSelector()})
        return self.async_show_form(
            step_id="reconfigure",
            data_schema=self.add_suggested_values_to_schema(schema, user_input or entry.data),
            errors=errors,
        )

    async def async_step_reauth(self, entry_data: Mapping[str, Any]) -> ConfigFlowResult:
        """A camera refused its password."""
        self._camera_id: str = entry_data["camera_id"]
        return await self.async_step_reauth_confirm()

    async def async_step_reauth_confirm(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the new one and try it."""
        entry = self._get_reauth_entry()
        setup = camera_setups(entry).get(self._camera_id)
        if setup is None or setup.main_url is None:
            return self.async_abort(reason="camera_gone")
        errors: dict[str, str] = {}
        if user_input is not None:
            username, password = user_input.get(CONF_USERNAME), user_input.get(CONF_PASSWORD)
            address = with_credentials(setup.main_url, username, password)
            probe = Probe(request_id="", main_url=address, transport=setup.transport)
            found, error = await async_probe(entry, probe)
            if found is not None:
                subentry = entry.subentries[self._camera_id]
                data = {**subentry.data, CONF_USERNAME: username, CONF_PASSWORD: password}
                self.hass.config_entries.async_update_subentry(entry, subentry, data=data)
                return self.async_abort(reason="reauth_successful")
            errors["base"] = error or "engine"
        return self.async_show_form(
            step_id="reauth_confirm",
            data_schema=self.add_suggested_values_to_schema(
                probatio.Schema(CREDENTIALS_FIELDS), user_input or {CONF_USERNAME: setup.username}
            ),
            errors=errors,
            description_placeholders={"camera": setup.name},
        )


class RetentionFlow(OptionsFlow):
    """How long clips are kept."""

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Days, and gigabytes."""
        if user_input is not None:
            return self.async_create_entry(data=user_input)
        return self.async_show_form(
            step_id="init",
            data_schema=self.add_suggested_values_to_schema(probatio.Schema(_RETENTION), self.config_entry.options),
        )


async def _async_check_folder(hass: HomeAssistant, folder: str) -> dict[str, str]:
    if not Path(folder).is_absolute():
        return {CONF_STORAGE: "not_absolute"}
    trouble = await hass.async_add_executor_job(storage_trouble, Path(folder))
    return {} if trouble is None else {CONF_STORAGE: trouble}
