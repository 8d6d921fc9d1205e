"""What of a hub needs its owner, as repairs: each with its sentence, gone by itself when it is in order again."""

from collections.abc import Mapping
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN

# A problem of the line, and the repair that it is.
REPAIRS: Final[Mapping[str, str]] = {
    "hub_certificate": "hub_certificate",
    "hub_key_changed": "hub_key_changed",
    "hub_key_lost": "hub_key_lost",
    "unknown-key": "hub_unknown_key",
}
PARKED: Final = "hub_parked"


def update_repairs(hass: HomeAssistant, hub_id: str, hub_name: str, problem: str | None, parked: int) -> None:
    """Show the repairs of one hub as it is now; `parked` counts what it will not take."""
    for word, key in REPAIRS.items():
        _show(hass, hub_id, key, {"hub": hub_name}, wanted=problem == word)
    _show(hass, hub_id, PARKED, {"hub": hub_name, "count": str(parked)}, wanted=parked > 0)


def remove_repairs(hass: HomeAssistant, hub_id: str) -> None:
    """A hub that was left needs nothing more."""
    for key in (*REPAIRS.values(), PARKED):
        ir.async_delete_issue(hass, DOMAIN, f"{key}_{hub_id}")


def _show(hass: HomeAssistant, hub_id: str, key: str, facts: dict[str, str], *, wanted: bool) -> None:
    issue_id = f"{key}_{hub_id}"
    if not wanted:
        ir.async_delete_issue(hass, DOMAIN, issue_id)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_id,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=key,
        translation_placeholders=facts,
    )
