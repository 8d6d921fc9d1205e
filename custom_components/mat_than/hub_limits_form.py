"""The form of what a hub's line may take: how fast it sends, and in which hours no clip goes."""

from typing import Any, Final

from homeassistant.helpers.selector import (
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
)
from homeassistant.util import dt as dt_util
import probatio

from .minute_selector import MinuteSelector
from .sharing.sending_limits import LEAST_KBIT_S, MOST_KBIT_S, QuietHours, SendingLimits

CONF_KBIT_S: Final = "kbit_s"
CONF_QUIET_FROM: Final = "quiet_from"
CONF_QUIET_UNTIL: Final = "quiet_until"

SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional(CONF_KBIT_S): NumberSelector(
            NumberSelectorConfig(
                min=LEAST_KBIT_S, max=MOST_KBIT_S, mode=NumberSelectorMode.BOX, unit_of_measurement="kbit/s"
            )
        ),
        probatio.Optional(CONF_QUIET_FROM): MinuteSelector(),
        probatio.Optional(CONF_QUIET_UNTIL): MinuteSelector(),
    }
)


def suggested_of(limits: SendingLimits) -> dict[str, Any]:
    """What the fields show of limits that are set."""
    suggested: dict[str, Any] = {}
    if limits.kbit_s is not None:
        suggested[CONF_KBIT_S] = limits.kbit_s
    if limits.quiet is not None:
        suggested[CONF_QUIET_FROM] = _time_text(limits.quiet.from_minute)
        suggested[CONF_QUIET_UNTIL] = _time_text(limits.quiet.until_minute)
    return suggested


def read_limits(user_input: dict[str, Any]) -> tuple[SendingLimits | None, dict[str, str]]:
    """What was filled in, or None and the errors of the form."""
    kbit_s = user_input.get(CONF_KBIT_S)
    begins, ends = _minute(user_input.get(CONF_QUIET_FROM)), _minute(user_input.get(CONF_QUIET_UNTIL))
    if (begins is None) != (ends is None):
        return None, {CONF_QUIET_FROM if begins is None else CONF_QUIET_UNTIL: "quiet_half"}
    quiet = None
    if begins is not None and ends is not None:
        if begins == ends:
            return None, {CONF_QUIET_UNTIL: "quiet_never_ends"}
        quiet = QuietHours(from_minute=begins, until_minute=ends)
    return SendingLimits(kbit_s=None if kbit_s is None else int(kbit_s), quiet=quiet), {}


def _time_text(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}:00"


def _minute(text: str | None) -> int | None:
    told = None if text is None else dt_util.parse_time(text)
    return None if told is None else told.hour * 60 + told.minute
