"""The steps that find cameras on the network: call, choose among those that answered, log in, read, try.

User name and password are asked once for all that were chosen; what refuses them may be tried with others. A device
that is here already is recognised by what it says it is, so one that moved to another address is followed there.
"""

import asyncio
from collections.abc import Sequence
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, Any, Final, override

from homeassistant.components import network
from homeassistant.config_entries import ConfigSubentry, SubentryFlowResult
from homeassistant.const import CONF_PASSWORD, CONF_USERNAME
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.helpers.importlib import async_import_module

from .adding_form import CONF_CAMERAS, found_schema
from .camera_setup import camera_setups
from .camera_trial import ALREADY, MOVED, Attempt, Trial
from .const import (
    CONF_DEVICE,
    CONF_ENDPOINT,
    CONF_MAIN_URL,
    CONF_SOURCE,
    CONF_SUB_URL,
    CONF_TRANSPORT,
    DOMAIN,
    SOURCE_URL,
    SUBENTRY_CAMERA,
)
from .discovery import FoundDevice, async_search
from .lib.mat_than_engine.commands import Probe
from .lib.mat_than_engine.settings import Transport
from .stream_url import host_of, with_credentials
from .trial_steps import TrialSteps, unique_id

if TYPE_CHECKING:
    from .onvif_reader import OnvifCamera, OnvifDevice

MOST_AT_ONCE: Final = 32  # devices read in one go


class NetworkSteps(TrialSteps):
    """What answered, and what is used to log in."""

    _devices: dict[str, FoundDevice]
    _username = ""
    _password = ""
    _searching: asyncio.Task[list[FoundDevice]] | None = None

    async def async_step_search(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Call, and wait for answers."""
        if self._searching is None:
            self._searching = self.hass.async_create_background_task(self._async_search(), f"{DOMAIN} search")
        if not self._searching.done():
            return self.async_show_progress(step_id="search", progress_action="search", progress_task=self._searching)
        searching, self._searching = self._searching, None
        self._devices = {device.endpoint: device for device in searching.result()}
        return self.async_show_progress_done(next_step_id="choose" if self._devices else "nothing_found")

    async def _async_search(self) -> list[FoundDevice]:
        sources = await network.async_get_enabled_source_ips(self.hass)
        return await async_search(source for source in sources if isinstance(source, IPv4Address))

    async def async_step_nothing_found(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Nobody answered: what to look at, and the other ways."""
        return self.async_show_menu(step_id="nothing_found", menu_options=["search", "maker", "address"])

    async def async_step_choose(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Which of those that answered, and how to log in."""
        known, same_host, new = self._sorted_devices()
        errors: dict[str, str] = {}
        if user_input is not None:
            chosen = [key for key in user_input[CONF_CAMERAS] if key in self._devices]
            if chosen and len(chosen) <= MOST_AT_ONCE:
                self._username = self._password = ""
                self._take_credentials(user_input.get(CONF_USERNAME), user_input.get(CONF_PASSWORD))
                self._asks_credentials = True
                return await self._async_try_chosen([self._attempt(self._devices[key]) for key in chosen])
            errors[CONF_CAMERAS] = "none_chosen" if not chosen else "too_many_chosen"
        if not new and not same_host:
            return self.async_abort(reason="all_known")
        cameras = {device.endpoint: device.label for device in (*new, *same_host)}
        told = {"note_known": known, "note_same_host": same_host}
        schema = found_schema(cameras, [note for note, devices in told.items() if devices])
        suggested = user_input or {CONF_CAMERAS: [device.endpoint for device in new[:MOST_AT_ONCE]]}
        return self.async_show_form(
            step_id="choose",
            data_schema=self.add_suggested_values_to_schema(schema, suggested),
            errors=errors,
            description_placeholders={
                "count": str(len(self._devices)),
                **{f"names_{note}": ", ".join(device.label for device in devices) for note, devices in told.items()},
            },
        )

    def _sorted_devices(self) -> tuple[list[FoundDevice], list[FoundDevice], list[FoundDevice]]:
        """Those that are here already, those at an address where a camera is already, and new ones."""
        added = [sub.data for sub in self._get_entry().subentries.values() if sub.subentry_type == SUBENTRY_CAMERA]
        places = {(data.get(CONF_ENDPOINT), host_of(data.get(CONF_MAIN_URL, ""))) for data in added}
        hosts = {host for _, host in places}
        known: list[FoundDevice] = []
        same_host: list[FoundDevice] = []
        new: list[FoundDevice] = []
        for device in self._devices.values():
            if (device.endpoint, device.host) in places:
                known.append(device)
            else:
                (same_host if device.host in hosts else new).append(device)
        return known, same_host, new

    @override
    def _take_credentials(self, username: str | None, password: str | None) -> None:
        self._username = (username or "").strip() or self._username
        self._password = password or self._password

    def _attempt(self, device: FoundDevice) -> Attempt:
        return Attempt(key=device.endpoint, name=device.name, run=lambda: self._async_read_and_try(device))

    async def _async_read_and_try(self, device: FoundDevice) -> Sequence[Trial]:
        """Every camera of a device, or the reason why it cannot be read."""
        reader = await async_import_module(self.hass, f"{__package__}.onvif_reader")  # large: only when it is needed
        try:
            told: OnvifDevice = await reader.async_read_device(device, self._username, self._password)
        except reader.OnvifReadError as err:
            return [Trial(name=f"{device.name} ({device.host})", error=err.key)]
        return await asyncio.gather(*(self._async_try_camera(device, told, camera) for camera in told.cameras))

    async def _async_try_camera(self, device: FoundDevice, told: OnvifDevice, camera: OnvifCamera) -> Trial:
        name = device.name
        if len(told.cameras) > 1:
            name = f"{name} {told.cameras.index(camera) + 1}"
        connection = self._connection_of(device, told, camera)
        added = self._added(connection)
        if (added is not None and self._is_here(added, device)) or (
            added is None and len(told.cameras) == 1 and self._watched_by_entity(told.device_id)
        ):
            return Trial(name=name, error=ALREADY)
        found, error = await self.live_test.async_try(self._probe(connection))
        if found is None:
            return Trial(name=name, error=error)
        if added is not None:
            self._follow(added, connection)
            return Trial(name=added.title, error=MOVED)
        return Trial(name=name, connection=connection, found=found, clock_off_s=told.clock_off_s)

    def _connection_of(self, device: FoundDevice, told: OnvifDevice, camera: OnvifCamera) -> dict[str, Any]:
        return {
            CONF_SOURCE: SOURCE_URL,
            CONF_MAIN_URL: camera.main_url,
            CONF_SUB_URL: camera.sub_url,
            CONF_USERNAME: self._username or None,
            CONF_PASSWORD: self._password or None,
            CONF_TRANSPORT: Transport.TCP.value,
            CONF_DEVICE: f"{told.device_id}/{camera.source}",
            CONF_ENDPOINT: device.endpoint,
        }

    def _probe(self, connection: dict[str, Any]) -> Probe:
        main, sub = (
            with_credentials(url, self._username, self._password) if url else None
            for url in (connection[CONF_MAIN_URL], connection[CONF_SUB_URL])
        )
        return Probe(request_id="", main_url=main or "", sub_url=sub)

    def _added(self, connection: dict[str, Any]) -> ConfigSubentry | None:
        """The camera that this one is, if it was added before: by what it says it is, or by its address."""
        of_place = self._get_entry().subentries.values()
        cameras = [subentry for subentry in of_place if subentry.subentry_type == SUBENTRY_CAMERA]
        same = (sub for sub in cameras if sub.data.get(CONF_DEVICE) == connection[CONF_DEVICE])
        by_address = (sub for sub in cameras if sub.unique_id == unique_id(connection))
        return next(same, None) or next(by_address, None)

    @staticmethod
    def _is_here(added: ConfigSubentry, device: FoundDevice) -> bool:
        return host_of(added.data[CONF_MAIN_URL]) == device.host

    def _watched_by_entity(self, device_id: str) -> bool:
        """Whether another integration's entity of the same device was added: its device has the same MAC address."""
        entities, devices = er.async_get(self.hass), dr.async_get(self.hass)
        mac = (dr.CONNECTION_NETWORK_MAC, device_id.removeprefix("mac:"))
        for setup in camera_setups(self._get_entry()).values():
            entity = entities.async_get(setup.entity_registry_id) if setup.entity_registry_id else None
            device = devices.async_get(entity.device_id) if entity is not None and entity.device_id else None
            if isinstance(device, dr.DeviceEntry) and mac in device.connections:
                return True
        return False

    def _follow(self, added: ConfigSubentry, connection: dict[str, Any]) -> None:
        """A camera of ours that answers at another address now: go on with it there."""
        data = {key: value for key, value in (added.data | connection).items() if value is not None}
        self.hass.config_entries.async_update_subentry(
            self._get_entry(), added, data=data, unique_id=unique_id(connection)
        )
