"""The part of a consent's form that is about live view: hours in which the owner lets it be without being asked.

Off unless he turns it on. The hours stay at home, beside the consent, and are told to nobody.
"""

from collections.abc import Mapping
from datetime import time
from typing import Any, Final

from homeassistant.helpers.selector import BooleanSelector
import probatio

from .lib.mat_than_engine.protocol.consent import ConsentRecord, Hours
from .minute_selector import MinuteSelector
from .words import OptionWords

CONF_UNASKED: Final = "live_unasked"
CONF_FROM: Final = "live_from"
CONF_TO: Final = "live_to"


def live_schema() -> probatio.Schema:
    """Whether, and from when to when."""
    return probatio.Schema(
        {
            probatio.Required(CONF_UNASKED, default=False): BooleanSelector(),
            probatio.Optional(CONF_FROM): MinuteSelector(),
            probatio.Optional(CONF_TO): MinuteSelector(),
        }
    )


def live_form(hours: Hours | None) -> dict[str, Any]:
    """What was chosen before."""
    if hours is None:
        return {}
    return {CONF_UNASKED: True, CONF_FROM: _text(hours.from_minute), CONF_TO: _text(hours.to_minute)}


def live_hours(form: Mapping[str, Any], record: ConsentRecord) -> Hours | None:
    """The hours that the form asks for, on the consent's days; ValueError where they are no span of a day."""
    if not form[CONF_UNASKED]:
        return None
    if CONF_FROM not in form or CONF_TO not in form:
        raise ValueError("no hours")
    first, last = (_minute(form[key]) for key in (CONF_FROM, CONF_TO))
    if first == last:
        raise ValueError("the whole day")
    return Hours(days=record.hours.days, from_minute=first, to_minute=last or 1440, time_zone=record.hours.time_zone)


def live_words(hours: Hours | None, days: str, word: OptionWords) -> str:
    """The same in plain words, for the last yes."""
    if hours is None:
        return word("consent_span", "live_asked")
    span = {"from_time": _text(hours.from_minute)[:5], "to_time": _text(hours.to_minute)[:5], "days": days}
    return word("consent_span", "live_hours").format(**span)


def _minute(text: str) -> int:
    moment = time.fromisoformat(text)
    return moment.hour * 60 + moment.minute


def _text(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}:00"
