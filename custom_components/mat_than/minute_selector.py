"""A field for a time of day in hours and minutes, for the forms: what the owner sets is never finer than a minute."""

from typing import Any, override

from homeassistant.helpers.selector import TimeSelector


class MinuteSelector(TimeSelector):
    """Home Assistant's own time field without its seconds: the front end knows that option, the selector takes none."""

    @override
    def serialize(self) -> dict[str, Any]:
        """As the front end reads it."""
        return {"selector": {self.selector_type: {**self.config, "no_second": True}}}
