"""Texts that Home Assistant shows but does not translate itself: notifications and names in the media browser.

They come in the language of this Home Assistant, from the same files as all other texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from homeassistant.core import HomeAssistant
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util

from .const import DOMAIN

_CATEGORY = "common"


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Words:
    """The texts in one language."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def say(self, key: str, **placeholders: str) -> str:
        """The text of this key."""
        return self._texts[f"component.{DOMAIN}.{_CATEGORY}.{key}"].format(**placeholders)

    def day(self, day: date, today: date) -> str:
        """A day as people of this language write it: short, as a phone has little room."""
        weekday = self.say(f"weekday_{_WEEKDAYS[day.weekday()]}")
        key = "day_of_this_year" if day.year == today.year else "day"
        return self.say(key, weekday=weekday, day=f"{day:%d}", month=f"{day:%m}", year=f"{day:%Y}")

    def moment(self, moment: datetime, now: datetime) -> str:
        """A time of the place's own clock."""
        local = dt_util.as_local(moment)
        return f"{self.day(local.date(), dt_util.as_local(now).date())} {local:%H:%M}"


@dataclass(frozen=True, slots=True)
class OptionWords:
    """The words of the selectors, for what was chosen in one; a word that is not known is shown as it is."""

    texts: Mapping[str, str]

    def __call__(self, selector: str, option: str) -> str:
        """The word of an option."""
        return self.texts.get(f"component.{DOMAIN}.selector.{selector}.options.{option}", option)


async def async_option_words(hass: HomeAssistant) -> OptionWords:
    """The words of the selectors in the language of this Home Assistant."""
    return OptionWords(await async_get_translations(hass, hass.config.language, "selector", {DOMAIN}))


async def async_words(hass: HomeAssistant) -> Words:
    """The texts in the language of this Home Assistant; English where it is none of ours."""
    return Words(await async_get_translations(hass, hass.config.language, _CATEGORY, {DOMAIN}))
