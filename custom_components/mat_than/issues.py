"""The repairs that cameras and the folder for clips can need; hubs have theirs in `sharing`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from .camera_setup import CameraSetup
from .const import DOMAIN, ISSUE_FORECAST, ISSUE_GAP, ISSUE_QUARANTINED, ISSUE_SOURCE_GONE, ISSUE_STORAGE
from .lib.mat_than_engine.reports import Coverage, Finding, StorageFigures

# Advice is a sensor's business; only what really hurts is a repair.
LONGEST_KEY_FRAMES_S: Final = 8.0  # a clip may begin that much too early, and a look may come that much too late
LARGEST_WATCHED_MP: Final = 1.0  # decoding more than a megapixel takes as much as several cameras with a sub stream
LEAST_GAP_S: Final = 2.0  # what is shorter is the seam between two recordings
_ADVICE: Final = {
    "key_frames_rare": ("advice_key_frames", LONGEST_KEY_FRAMES_S),
    "key_frames_irregular": ("advice_key_frames", LONGEST_KEY_FRAMES_S),
    "large_watched_stream": ("advice_large_stream", LARGEST_WATCHED_MP),
    "no_sub_stream": ("advice_large_stream", LARGEST_WATCHED_MP),
}


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
def async_judge_storage(
    hass: HomeAssistant, entry_id: str, folder: Path, figures: StorageFigures, warn_days: float
) -> None:
    """The folder is in trouble, or will be before long, or is well."""
    if figures.trouble is not None:
        async_set_storage_issue(hass, entry_id, folder, f"storage_{figures.trouble}")
    else:
        async_clear_storage_issue(hass)
    if figures.days_left is None or figures.days_left >= warn_days:
        ir.async_delete_issue(hass, DOMAIN, ISSUE_FORECAST)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        ISSUE_FORECAST,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=ISSUE_FORECAST,
        translation_placeholders={"folder": str(folder), "days": f"{figures.days_left:.1f}"},
    )


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
def async_judge_quarantine(hass: HomeAssistant, setup: CameraSetup, *, crashed: bool) -> None:
    """What the camera sends crashes the decoder, so it is kept away; or it is back."""
    issue_id = f"{ISSUE_QUARANTINED}_{setup.camera_id}"
    if not crashed:
        ir.async_delete_issue(hass, DOMAIN, issue_id)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_id,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=ISSUE_QUARANTINED,
        translation_placeholders={"camera": setup.name},
    )


@callback
def async_judge_advice(hass: HomeAssistant, setup: CameraSetup, findings: Iterable[Finding]) -> None:
    """What hurts a camera so much that its owner should know without looking for it."""
    worst: dict[str, float] = {}
    for finding in findings:
        key, most = _ADVICE.get(finding.kind, ("", 0.0))
        if key and finding.value > most:
            worst[key] = max(finding.value, worst.get(key, 0.0))
    for key in sorted({key for key, _most in _ADVICE.values()}):
        issue_id = f"{key}_{setup.camera_id}"
        if key not in worst:
            ir.async_delete_issue(hass, DOMAIN, issue_id)
            continue
        ir.async_create_issue(
            hass,
            DOMAIN,
            issue_id,
            is_fixable=False,
            severity=ir.IssueSeverity.WARNING,
            translation_key=key,
            translation_placeholders={"camera": setup.name, "value": f"{worst[key]:.1f}"},
        )


class GapAlarm:
    """Raises a repair when footage is missing and nobody can say why; again when more of it is."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._told: dict[str, tuple[str, float]] = {}  # by camera: the day, and the seconds that were told

    @callback
    def judge(self, setup: CameraSetup, coverage: Coverage) -> None:
        """The owner confirms that he has seen it, so it does not go by itself.

        What an engine that starts cannot judge yet it does not tell (`keeping/custodian.py`).
        """
        day, told_s = self._told.get(setup.camera_id, ("", 0.0))
        if coverage.unexplained_s - (told_s if day == coverage.day else 0.0) < LEAST_GAP_S:
            return
        self._told[setup.camera_id] = (coverage.day, coverage.unexplained_s)
        year, month, day_of_month = coverage.day.split("-")
        ir.async_create_issue(
            self._hass,
            DOMAIN,
            f"{ISSUE_GAP}_{setup.camera_id}",
            is_fixable=True,
            severity=ir.IssueSeverity.ERROR,
            translation_key=ISSUE_GAP,
            translation_placeholders={
                "camera": setup.name,
                "year": year,
                "month": month,
                "day": day_of_month,
                "seconds": f"{coverage.unexplained_s:.0f}",
            },
        )


@callback
def async_clear_camera_issues(hass: HomeAssistant, camera_id: str) -> None:
    """Nobody watches this camera any more."""
    for domain, issue_id in list(ir.async_get(hass).issues):
        if domain == DOMAIN and issue_id.endswith(f"_{camera_id}"):
            ir.async_delete_issue(hass, DOMAIN, issue_id)


@callback
def async_clear_all_issues(hass: HomeAssistant) -> None:
    """The place is removed, and with it whatever was wrong."""
    for domain, issue_id in list(ir.async_get(hass).issues):
        if domain == DOMAIN:
            ir.async_delete_issue(hass, DOMAIN, issue_id)
