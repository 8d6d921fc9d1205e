"""What the owner can mend from the repairs page: the folder for clips; and what he confirms to have read."""

from pathlib import Path
from typing import override

from homeassistant.components.repairs import ConfirmRepairFlow, RepairsFlow, RepairsFlowResult
from homeassistant.core import HomeAssistant
import probatio

from .clips import storage_trouble
from .const import CONF_STORAGE, ISSUE_STORAGE
from .sharing.door import DOOR
from .sharing.hub_repairs import DROPPED


class StorageRepairFlow(RepairsFlow):
    """Says what is wrong with the folder, and looks again when the owner has seen to it."""

    def __init__(self, entry_id: str) -> None:
        self._entry_id = entry_id

    async def async_step_init(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Begin."""
        return await self.async_step_check()

    async def async_step_check(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Look at the folder; done when clips can be kept in it."""
        entry = self.hass.config_entries.async_get_entry(self._entry_id)
        if entry is None:
            return self.async_create_entry(data={})
        errors: dict[str, str] = {}
        if user_input is not None:
            trouble = await self.hass.async_add_executor_job(storage_trouble, Path(entry.data[CONF_STORAGE]))
            if trouble is None:
                self.hass.config_entries.async_schedule_reload(entry.entry_id)
                return self.async_create_entry(data={})
            errors["base"] = trouble
        return self.async_show_form(
            step_id="check",
            data_schema=probatio.Schema({}),
            errors=errors,
            description_placeholders={"folder": entry.data[CONF_STORAGE]},
        )


class DropsRepairFlow(ConfirmRepairFlow):
    """Says what was given up on its way to a hub; told again only of what is given up after that."""

    def __init__(self, hub_id: str) -> None:
        self._hub_id = hub_id

    @override
    async def async_step_confirm(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """The owner has read it."""
        if user_input is not None and (door := self.hass.data.get(DOOR)) is not None:
            await door.async_drops_seen(self._hub_id)
        return await super().async_step_confirm(user_input)


async def async_create_fix_flow(
    hass: HomeAssistant, issue_id: str, data: dict[str, str | int | float | None] | None
) -> RepairsFlow:
    """The flow that mends this issue."""
    if issue_id == ISSUE_STORAGE and data:
        return StorageRepairFlow(str(data["entry_id"]))
    if issue_id.startswith(DROPPED) and data:
        return DropsRepairFlow(str(data["hub_id"]))
    return ConfirmRepairFlow()
