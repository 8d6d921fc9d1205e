"""What the panel deletes a little later, so that it can be undone: hidden at once, gone after ten seconds.

A panel that is closed meanwhile changes nothing about it. What cannot be deleted stays, is shown again, and a notification
says so: whoever asked may be elsewhere by then.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
import logging
from typing import Final
from uuid import uuid4

from homeassistant.components import persistent_notification
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.event import async_call_later
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN
from .panel_access import Asked, Message, answering, command
from .runtime import MatThanConfigEntry
from .words import async_words

_LOGGER = logging.getLogger(__name__)

UNDO_S: Final = 10.0

type Delete = Callable[[], Awaitable[object]]


class Deletions:
    """What is to be deleted and can still be undone. Home Assistant's end undoes it."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._waiting: dict[str, tuple[frozenset[str], CALLBACK_TYPE]] = {}

    @property
    def doomed(self) -> frozenset[str]:
        """What is hidden already: ids of clips, names of exports."""
        return frozenset[str]().union(*(hidden for hidden, _cancel in self._waiting.values()))

    @callback
    def begin(self, entry: MatThanConfigEntry, hidden: Iterable[str], do: Delete) -> Message:
        """Hide these, and delete them in a little while; the token undoes it, for so many seconds."""
        token = uuid4().hex

        async def delete(_now: datetime) -> None:
            try:
                if entry.state is ConfigEntryState.LOADED:
                    await do()
            except (HomeAssistantError, OSError) as err:
                _LOGGER.warning("What was to be deleted stays: %s", type(err).__name__)
                await self._async_tell_stays()
            finally:
                self._waiting.pop(token, None)

        job = HassJob(delete, cancel_on_shutdown=True)
        self._waiting[token] = (frozenset(hidden), async_call_later(self._hass, UNDO_S, job))
        return {"token": token, "for_s": UNDO_S}

    async def _async_tell_stays(self) -> None:
        words = await async_words(self._hass)
        persistent_notification.async_create(
            self._hass, words.say("not_deleted"), words.say("not_deleted_title"), f"{DOMAIN}_not_deleted"
        )

    @callback
    def undo(self, token: str) -> bool:
        """Whether it was not too late."""
        waiting = self._waiting.pop(token, None)
        if waiting is None:
            return False
        waiting[1]()
        return True


_DELETIONS: HassKey[Deletions] = HassKey(f"{DOMAIN}.panel_deletions")


@callback
def deletions(hass: HomeAssistant) -> Deletions:
    """The one list of deletions that can still be undone."""
    return hass.data.setdefault(_DELETIONS, Deletions(hass))


async def _async_undo(asked: Asked) -> Message:
    """Bring back what was to be deleted; `undone` is false when it is too late."""
    asked.require_admin()
    return {"undone": deletions(asked.hass).undo(asked.msg["token"])}


handle_undo = answering(command("undo", token=str), _async_undo)
