"""What of a hub needs its owner, as repairs: each with its sentence, gone by itself when it is in order again."""

from collections.abc import Mapping
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN
from .outbox_figures import QueueFigures

# A problem of the line, and the repair that it is.
REPAIRS: Final[Mapping[str, str]] = {
    "hub_certificate": "hub_certificate",
    "hub_key_changed": "hub_key_changed",
    "hub_key_lost": "hub_key_lost",
    "unknown-key": "hub_unknown_key",
}
PARKED: Final = "hub_parked"
DROPPED: Final = "hub_dropped"


def update_repairs(hass: HomeAssistant, hub_id: str, hub_name: str, problem: str | None, queue: QueueFigures) -> None:
    """Show the repairs of one hub as it is now: its line, what it will not take, what was given up for lack of room."""
    for word, key in REPAIRS.items():
        _show(hass, hub_id, key, {"hub": hub_name}, wanted=problem == word)
    _show(hass, hub_id, PARKED, {"hub": hub_name, "count": str(queue.parked)}, wanted=queue.parked > 0)
    unseen = queue.dropped_unseen
    _show(hass, hub_id, DROPPED, {"hub": hub_name, "count": str(unseen)}, wanted=unseen > 0, confirmed=True)


def remove_repairs(hass: HomeAssistant, hub_id: str) -> None:
    """A hub that was left needs nothing more."""
    for key in (*REPAIRS.values(), PARKED, DROPPED):
        ir.async_delete_issue(hass, DOMAIN, f"{key}_{hub_id}")


def _show(
    hass: HomeAssistant, hub_id: str, key: str, facts: dict[str, str], *, wanted: bool, confirmed: bool = False
) -> None:
    """Show it while it is wanted; what does not go by itself is `confirmed` by the owner (`repairs.py`)."""
    issue_id = f"{key}_{hub_id}"
    if not wanted:
        ir.async_delete_issue(hass, DOMAIN, issue_id)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_id,
        is_fixable=confirmed,
        severity=ir.IssueSeverity.WARNING,
        translation_key=key,
        translation_placeholders=facts,
        data={"hub_id": hub_id} if confirmed else None,
    )
