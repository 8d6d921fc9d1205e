"""What a person may send along with a question: states and counters only.

Everything is named here one by one; addresses, names of cameras and hubs, ids and folders have no line.
"""

from dataclasses import replace
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers.translation import async_get_translations

from .camera_view import CameraView
from .const import CONF_KIND, CONF_RETENTION_DAYS, CONF_RETENTION_GB, DOMAIN, SUBENTRY_HUB
from .lib.mat_than_engine.model import StreamFacts
from .lib.mat_than_engine.wire import to_json
from .runtime import MatThanConfigEntry
from .sharing.owner_view import HubState


async def async_get_config_entry_diagnostics(hass: HomeAssistant, entry: MatThanConfigEntry) -> dict[str, Any]:
    """States and counters of the place."""
    runtime = entry.runtime_data
    host = runtime.coordinator.host
    words = await async_get_translations(hass, hass.config.language, "entity", {DOMAIN})
    storage = runtime.coordinator.board.place.storage
    hubs = [key for key, sub in entry.subentries.items() if sub.subentry_type == SUBENTRY_HUB]
    return {
        "place": {
            "kind": entry.data[CONF_KIND],
            "retention_days": entry.options.get(CONF_RETENTION_DAYS),
            "retention_gb": entry.options.get(CONF_RETENTION_GB),
        },
        "storage": None if storage is None else to_json(storage),
        "engine": {
            "alive": host.alive,
            "starts": host.starts,
            "unreadable_frames": host.unreadable,
            "software": host.hello.software if host.hello else None,
            "image_operations": host.hello.backend if host.hello else None,
        },
        "cameras": [
            _camera(view, words, sharing=runtime.door.sharing_state(view.setup.camera_id).on)
            for view in runtime.coordinator.views.values()
        ],
        "hubs": [_hub(runtime.door.hub_state(hub_id)) for hub_id in hubs],
    }


def _camera(view: CameraView, words: dict[str, str], *, sharing: bool) -> dict[str, Any]:
    setup = view.setup
    return {
        "source": "entity" if setup.from_entity else "url",
        "transport": setup.transport.value,
        "position": setup.position,
        "detect": setup.detect,
        "important": setup.important,
        "sensitivity": setup.watch.sensitivity,
        "minimum_s": setup.watch.minimum_s,
        "profile": setup.watch.profile,
        "own_sensor": setup.watch.own_sensor,
        "zones": len(setup.watch.zones),
        "record": setup.record.mode.value,
        "pre_roll_s": setup.record.pre_roll_s,
        "masks": len(setup.privacy_masks),
        "sharing": sharing,
        "state": view.state.value,
        "trouble": view.trouble,
        "since": view.since.isoformat(),
        "scene": view.scene.value if view.scene else None,
        "main": _facts(view.main),
        "sub": _facts(view.sub),
        "motion_now": view.motion is not None,
        "last_motion_at": view.last_motion_at.isoformat() if view.last_motion_at else None,
        "clips_today": view.clips_today,
        "clips_lost": view.clips_lost,
        "advice": _advice(view, words),
        "coverage": None if view.coverage is None else to_json(replace(view.coverage, camera_id="")),
        "figures": _figures(view),
    }


def _advice(view: CameraView, words: dict[str, str]) -> list[dict[str, Any]]:
    """What would help the camera, in the words that its sensor has."""
    prefix = f"component.{DOMAIN}.entity.sensor.advice.state_attributes.findings.state"
    return [
        {"what": words.get(f"{prefix}.{finding.kind}", finding.kind), "value": round(finding.value, 2)}
        for finding in view.findings
    ]


def _facts(facts: StreamFacts | None) -> Any:
    return None if facts is None else to_json(facts)


def _figures(view: CameraView) -> dict[str, Any] | None:
    figures = view.figures
    if figures is None:
        return None
    return {
        "fps": figures.fps,
        "looks_per_s": figures.looks_per_s,
        "cpu_share": figures.cpu_share,
        "buffered_s": figures.buffered_s,
        "packets_dropped": figures.packets_dropped,
        "packets_corrupt": figures.packets_corrupt,
        "profile": figures.profile,
    }


def _hub(state: HubState) -> dict[str, Any]:
    return {
        "connected": state.connected,
        "last_contact_at": state.last_contact_at.isoformat() if state.last_contact_at else None,
        "queue_length": state.queue_length,
        "oldest_waiting_at": state.oldest_waiting_at.isoformat() if state.oldest_waiting_at else None,
        "dropped": state.dropped,
        "problem": state.problem,
    }
