"""Zones in a camera's form: a ready-made half of the picture, or zones written out as JSON.

They are drawn in the panel; this is the plain way, and what is stored is the same. What was written wrongly is told
with its place in the text.
"""

import json
from typing import Any, Final

from .lib.mat_than_engine.settings import Zone
from .lib.mat_than_engine.wire import WireError, read, to_json

WHOLE: Final = "whole"
WRITTEN: Final = "written"
MOST_ZONES: Final = 20
_HALVES: Final[dict[str, tuple[float, float, float, float]]] = {  # left, top, right, bottom
    "lower_half": (0.0, 0.5, 1.0, 1.0),
    "upper_half": (0.0, 0.0, 1.0, 0.5),
    "left_half": (0.0, 0.0, 0.5, 1.0),
    "right_half": (0.5, 0.0, 1.0, 1.0),
    "middle": (0.2, 0.2, 0.8, 0.8),
}
ZONE_CHOICES: Final = [WHOLE, *_HALVES, WRITTEN]


class ZoneError(Exception):
    """Zones that cannot be read: the key of the sentence, and the place in the text."""

    def __init__(self, key: str, place: str) -> None:
        super().__init__(key)
        self.key = key
        self.place = place


def stored_zones(choice: str, text: str) -> list[dict[str, Any]]:
    """What is stored of what was chosen or written. ZoneError when it is no zones."""
    if choice == WHOLE:
        return []
    if choice in _HALVES:
        return [_half(choice)]
    try:
        value = json.loads(text or "[]")
    except json.JSONDecodeError as err:
        raise ZoneError("zones_no_json", f"{err.lineno}:{err.colno}") from err
    except RecursionError as err:
        raise ZoneError("zones_no_json", "1:1") from err
    if not isinstance(value, list) or len(value) > MOST_ZONES:
        raise ZoneError("zones_no_list", "/")
    try:
        zones = read(tuple[Zone, ...], value)
    except WireError as err:
        raise ZoneError("zones_wrong", err.pointer or "/") from err
    written = to_json(zones)
    return [zone for zone in written if isinstance(zone, dict)] if isinstance(written, list) else []


def shown_zones(zones: list[dict[str, Any]]) -> tuple[str, str]:
    """Stored zones as the form shows them: the choice, and the text."""
    if not zones:
        return WHOLE, ""
    for choice in _HALVES:
        if zones == [_half(choice)]:
            return choice, ""
    return WRITTEN, json.dumps(zones, ensure_ascii=False, indent=1)


def _half(choice: str) -> dict[str, Any]:
    left, top, right, bottom = _HALVES[choice]
    corners = [[left, top], [right, top], [right, bottom], [left, bottom]]
    return {"name": choice, "polygon": corners}
