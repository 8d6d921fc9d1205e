"""Set the place up, change it, and give a camera its new password. Cameras, hubs and consents have flows of their own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, override

from homeassistant.config_entries import (
    SOURCE_RECONFIGURE,
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
import probatio

from .camera_flow import CameraSubentryFlow
from .camera_form import CREDENTIALS_FIELDS
from .camera_setup import camera_setups
from .camera_trial import async_probe
from .clips import storage_trouble
from .consent_flow import ConsentSubentryFlow
from .const import (
    CONF_KIND,
    CONF_RETENTION_DAYS,
    CONF_RETENTION_GB,
    CONF_STORAGE,
    DOMAIN,
    SUBENTRY_CAMERA,
    SUBENTRY_CONSENT,
    SUBENTRY_HUB,
)
from .hub_flow import HubSubentryFlow
from .lib.mat_than_engine.commands import Probe
from .place_form import KIND, OPTIONS, RETENTION, lies_in_backup, storage_field
from .stream_url import with_credentials

TITLE = "Mắt Thần"


class MatThanConfigFlow(ConfigFlow, domain=DOMAIN):
    """The forms of the place."""

    VERSION = 1
    MINOR_VERSION = 1
    _place: dict[str, Any]  # what was typed of the place

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
    def async_get_options_flow(config_entry: ConfigEntry) -> PlaceOptionsFlow:
        """How long clips are kept, and what looking may cost."""
        return PlaceOptionsFlow()

    @override
    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """What kind of place it is, and where its clips go."""
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = await _async_check_folder(self.hass, user_input[CONF_STORAGE])
            if not errors:
                self._place = user_input
                return await self._async_finish_unless_in_backup()
        schema = probatio.Schema(KIND | storage_field(self.hass) | RETENTION)
        return self.async_show_form(
            step_id="user",
            data_schema=self.add_suggested_values_to_schema(schema, user_input),
            errors=errors,
        )

    async def async_step_in_backup(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """The folder lies where every backup takes it along: the owner may want that, but should know."""
        if user_input is not None:
            return self._finish()
        return self.async_show_form(
            step_id="in_backup",
            data_schema=probatio.Schema({}),
            description_placeholders={"folder": self._place[CONF_STORAGE], "example": "/media/mat_than"},
        )

    async def _async_finish_unless_in_backup(self) -> ConfigFlowResult:
        folder = self._place[CONF_STORAGE]
        same = self.source == SOURCE_RECONFIGURE and folder == self._get_reconfigure_entry().data[CONF_STORAGE]
        if not same and await self.hass.async_add_executor_job(lies_in_backup, self.hass, folder):
            return await self.async_step_in_backup()
        return self._finish()

    def _finish(self) -> ConfigFlowResult:
        if self.source == SOURCE_RECONFIGURE:
            return self.async_update_and_abort(self._get_reconfigure_entry(), data_updates=self._place)
        return self.async_create_entry(
            title=TITLE,
            data={key: self._place[key] for key in (CONF_KIND, CONF_STORAGE)},
            options={key: self._place[key] for key in (CONF_RETENTION_DAYS, CONF_RETENTION_GB)},
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
                self._place = user_input
                return await self._async_finish_unless_in_backup()
        schema = probatio.Schema(KIND | storage_field())
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


class PlaceOptionsFlow(OptionsFlow):
    """How long clips are kept, and what looking may cost."""

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """All of it on one page."""
        if user_input is not None:
            return self.async_create_entry(data=user_input)
        return self.async_show_form(
            step_id="init",
            data_schema=self.add_suggested_values_to_schema(OPTIONS, self.config_entry.options),
        )


async def _async_check_folder(hass: HomeAssistant, folder: str) -> dict[str, str]:
    if not Path(folder).is_absolute():
        return {CONF_STORAGE: "not_absolute"}
    trouble = await hass.async_add_executor_job(storage_trouble, Path(folder))
    return {} if trouble is None else {CONF_STORAGE: trouble}
