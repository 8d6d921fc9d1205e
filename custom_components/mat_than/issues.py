"""The repairs that cameras and the folder for clips can need; hubs have theirs in `sharing`."""

from pathlib import Path

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from .camera_setup import CameraSetup
from .const import DOMAIN, ISSUE_SOURCE_GONE, ISSUE_STORAGE


@callback
def async_set_storage_issue(hass: HomeAssistant, entry_id: str, folder: Path, trouble: str) -> None:
    """Clips cannot be kept in the folder; `trouble` is the key of the texts."""
    ir.async_create_issue(
        hass,
        DOMAIN,
        ISSUE_STORAGE,
        is_fixable=True,
        severity=ir.IssueSeverity.ERROR,
        translation_key=trouble,
        translation_placeholders={"folder": str(folder)},
        data={"entry_id": entry_id},
    )


@callback
def async_clear_storage_issue(hass: HomeAssistant) -> None:
    """Clips can be kept."""
    ir.async_delete_issue(hass, DOMAIN, ISSUE_STORAGE)


@callback
def async_set_source_issue(hass: HomeAssistant, setup: CameraSetup) -> None:
    """The camera that another integration had added is gone."""
    ir.async_create_issue(
        hass,
        DOMAIN,
        f"{ISSUE_SOURCE_GONE}_{setup.camera_id}",
        is_fixable=False,
        severity=ir.IssueSeverity.ERROR,
        translation_key=ISSUE_SOURCE_GONE,
        translation_placeholders={"camera": setup.name},
    )


@callback
def async_clear_source_issue(hass: HomeAssistant, camera_id: str) -> None:
    """The camera is there, or nobody watches it any more."""
    ir.async_delete_issue(hass, DOMAIN, f"{ISSUE_SOURCE_GONE}_{camera_id}")


@callback
def async_clear_all_issues(hass: HomeAssistant) -> None:
    """The place is removed, and with it whatever was wrong."""
    for domain, issue_id in list(ir.async_get(hass).issues):
        if domain == DOMAIN:
            ir.async_delete_issue(hass, DOMAIN, issue_id)
