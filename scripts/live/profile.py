"""Which of Home Assistant's own integrations run in the demo and the tests, and what they require.

`default_config` less what looks for the internet or for devices on the network: those only fail, or nag, on a machine
that has neither. The requirements of the rest are pinned beforehand (`scripts/pin`), so that Home Assistant installs
nothing while it runs.
"""

import json
from pathlib import Path
import sys

LEFT_OUT = {
    "bluetooth",  # needs D-Bus and an adapter
    "cloud",  # an account elsewhere
    "dhcp",  # sniffs and probes the network
    "go2rtc",  # a binary that only Home Assistant's container brings
    "homeassistant_alerts",  # fetches alerts from the internet
    "ssdp",  # multicast
    "usb",
    "zeroconf",  # multicast
}
# Loaded by Home Assistant itself, or reached by a test through the front end.
ALSO = [
    "ai_task",
    "analytics",
    "application_credentials",
    "automation",
    "backup",
    "brands",
    "camera",
    "counter",
    "ffmpeg",
    "frontend",
    "generic",
    "hardware",
    "history",
    "image_upload",
    "input_boolean",
    "input_button",
    "input_datetime",
    "input_number",
    "input_select",
    "input_text",
    "isal",
    "labs",
    "local_file",
    "logbook",
    "logger",
    "media_source",
    "mobile_app",
    "network",
    "onboarding",
    "person",
    "recorder",
    "scene",
    "schedule",
    "script",
    "stream",
    "system_health",
    "tag",
    "timer",
    "tts",
    "zone",
]


def components() -> Path:
    """Where the installed Home Assistant keeps its integrations."""
    library = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    return Path(sys.prefix) / library / "homeassistant/components"


def manifest(domain: str) -> dict[str, list[str]] | None:
    """The manifest of one of Home Assistant's integrations, or None where there is none."""
    path = components() / domain / "manifest.json"
    if not path.exists():
        return None
    found: dict[str, list[str]] = json.loads(path.read_text())
    return found


def domains() -> list[str]:
    """What `configuration.yaml` names."""
    default = manifest("default_config")
    if default is None:
        raise FileNotFoundError("Home Assistant is not installed in this environment: run scripts/setup")
    return ["config", *(domain for domain in default["dependencies"] if domain not in LEFT_OUT)]


def requirements() -> list[str]:
    """What those integrations, and those they come after, ask for: the same walk as Home Assistant's own."""
    seen: dict[str, list[str]] = {}
    waiting = [*domains(), *ALSO]
    while waiting:
        domain = waiting.pop()
        found = manifest(domain)
        if domain in seen or found is None:
            continue
        seen[domain] = found.get("requirements", [])
        waiting += [*found.get("dependencies", []), *found.get("after_dependencies", [])]
    return sorted({name for names in seen.values() for name in names}, key=str.lower)


if __name__ == "__main__":
    print("\n".join(requirements()))
