"""The configuration folder of a fresh Home Assistant that listens on 127.0.0.1 only and has our integration."""

import json
from pathlib import Path

from . import profile

INTEGRATION = Path(__file__).parents[2] / "custom_components/mat_than"

AUTOMATIONS = "automations.yaml"  # those made in the front end
LOGGER = """\
logger:
  default: warning
  logs:
    homeassistant.bootstrap: info
    homeassistant.core: info
    custom_components.mat_than: info
"""


def write(folder: Path, port: int) -> None:
    """Make `folder` a configuration; what is in it from an earlier start stays."""
    (folder / ".storage").mkdir(parents=True, exist_ok=True)
    (folder / "custom_components").mkdir(exist_ok=True)
    (folder / "media").mkdir(exist_ok=True)
    (folder / "configuration.yaml").write_text(_yaml())
    (folder / AUTOMATIONS).touch()
    _write_http(folder / ".storage/http", port)
    _write_onboarding(folder / ".storage/onboarding")
    link = folder / "custom_components/mat_than"
    if not link.is_symlink():
        link.symlink_to(INTEGRATION, target_is_directory=True)


def _yaml() -> str:
    lines = [f"{domain}:" for domain in profile.domains() if domain != "automation"]
    return "\n".join([*lines, "frontend:", f"automation: !include {AUTOMATIONS}", LOGGER])


def _write_http(path: Path, port: int) -> None:
    # `http:` in configuration.yaml would raise a repair issue: since 2026.10 these settings live in storage.
    settings = {
        "server_host": ["127.0.0.1"],
        "server_port": port,
        "cors_allowed_origins": [],
        "login_attempts_threshold": -1,
        "ip_ban_enabled": True,
        "ssl_profile": "modern",
        "use_x_frame_options": True,
        "created_at": "2026-01-01T00:00:00+00:00",
        "error": None,
        "error_message": None,
    }
    data = {"stable": settings, "pending": None, "yaml_migration_done": True}
    path.write_text(json.dumps({"version": 2, "minor_version": 2, "key": "http", "data": data}))


def _write_onboarding(path: Path) -> None:
    # The step left out here would add integrations that only fail without the internet.
    if not path.exists():
        data = {"done": ["core_config"]}
        path.write_text(json.dumps({"version": 4, "minor_version": 1, "key": "onboarding", "data": data}))
