"""A camera's day in the panel: what each second of it is, its clips, and what may be done with them.

Times are milliseconds since 1970, and names are short: a day may have thousands of clips. Deleting waits a little, so
that it can be undone; a panel that is closed meanwhile changes nothing about it.
"""

from datetime import date, datetime
from typing import Any, Final
from uuid import uuid4

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.event import async_call_later
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey
import probatio

from .camera_access import CONTROL
from .const import DOMAIN
from .lib.mat_than_engine.commands import DeleteClips, Protect, Unprotect
from .lib.mat_than_engine.keeping.clip_store import day_bounds
from .lib.mat_than_engine.keeping.coverage import Span
from .lib.mat_than_engine.keeping.protection import Protection
from .lib.mat_than_engine.model import Clip
from .panel_access import Asked, Message, answering, command
from .runtime import MatThanConfigEntry
from .services import async_do

UNDO_S: Final = 10.0
MOST_CLIPS: Final = 500  # of one order
_CLIP_IDS: Final = probatio.All([str], probatio.Length(min=1, max=MOST_CLIPS))


async def _async_day(asked: Asked) -> Message:
    """What the day's seconds are, and its clips, oldest first."""
    view = asked.camera()
    day: date = asked.msg["day"]
    archive = asked.runtime.archive
    since, until = day_bounds(day, dt_util.get_default_time_zone())
    spans = await archive.async_spans(view.setup.camera_id, day)
    doomed = deletions(asked.hass).doomed
    clips = await archive.async_touching((view.setup.camera_id,), since, until)
    clips = tuple(clip for clip in clips if clip.clip_id not in doomed)
    protections = await archive.async_protections(clips)
    return {
        "since": _ms(since),
        "until": _ms(until),
        "now": _ms(dt_util.utcnow()),
        "spans": [span_facts(span) for span in spans],
        "clips": [clip_facts(clip, protections.get(clip.clip_id)) for clip in clips],
    }


def span_facts(span: Span) -> list[Any]:
    """Start, end, kind, cause."""
    return [_ms(span.start), _ms(span.end), span.kind, span.cause]


def clip_facts(clip: Clip, protection: Protection | None) -> Message:
    """A clip in a day, or in the list of those that are protected."""
    facts = {
        "id": clip.clip_id,
        "start": _ms(clip.started_at),
        "end": _ms(clip.ended_at),
        "pre_roll": round(clip.pre_roll_s, 1),
        "kind": clip.kind,
        "motions": len(clip.event_ids),
        "bytes": clip.size_bytes,
        "codec": clip.codec,
        "still": clip.still is not None,
    }
    return facts if protection is None else facts | {"kept": _protection_facts(protection)}


def _protection_facts(protection: Protection) -> Message:
    until = None if protection.until is None else _ms(protection.until)
    return {"owner": protection.owner, "reason": protection.reason, "until": until}


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


async def _async_protect(asked: Asked) -> Message:
    """Keep clips whatever retention says, in the asker's name."""
    clips = await asked.clips(CONTROL)
    order = Protect(
        request_id="",
        clip_ids=tuple(clip.clip_id for clip in clips),
        owner=asked.connection.user.name or "Home Assistant",
        reason=asked.msg["reason"],
    )
    return {"count": (await async_do(asked.entry, order)).count}


async def _async_unprotect(asked: Asked) -> Message:
    """Leave clips to retention again: for administrators, as it may delete them."""
    asked.require_admin()
    clips = await asked.clips(CONTROL)
    order = Unprotect(request_id="", clip_ids=tuple(clip.clip_id for clip in clips))
    return {"count": (await async_do(asked.entry, order)).count}


async def _async_delete(asked: Asked) -> Message:
    """Delete clips, in a little while: until then they are hidden, and `undo` brings them back."""
    asked.require_admin()
    clips = await asked.clips(CONTROL)
    clip_ids = tuple(clip.clip_id for clip in clips)
    token = deletions(asked.hass).begin(asked.entry, clip_ids)
    return {"token": token, "for_s": UNDO_S}


async def _async_undo(asked: Asked) -> Message:
    """Bring back what was to be deleted; `undone` is false when it is too late."""
    asked.require_admin()
    return {"undone": deletions(asked.hass).undo(asked.msg["token"])}


class Deletions:
    """What is to be deleted and can still be undone. Home Assistant's end undoes it."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._waiting: dict[str, tuple[tuple[str, ...], CALLBACK_TYPE]] = {}

    @property
    def doomed(self) -> frozenset[str]:
        """The ids of the clips that are hidden already."""
        return frozenset(clip_id for clip_ids, _cancel in self._waiting.values() for clip_id in clip_ids)

    @callback
    def begin(self, entry: MatThanConfigEntry, clip_ids: tuple[str, ...]) -> str:
        """Delete these in a little while; the token undoes it."""
        token = uuid4().hex

        async def delete(_now: datetime) -> None:
            try:
                if entry.state is not ConfigEntryState.LOADED:
                    return
                await async_do(entry, DeleteClips(request_id="", clip_ids=clip_ids))
            except HomeAssistantError:
                return  # they stay, and are shown again
            finally:
                self._waiting.pop(token, None)

        job = HassJob(delete, cancel_on_shutdown=True)
        self._waiting[token] = (clip_ids, async_call_later(self._hass, UNDO_S, job))
        return token

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


handle_day = answering(command("day", camera_id=str, day=cv.date), _async_day)
handle_protect = answering(
    command("protect", clip_ids=_CLIP_IDS, reason=probatio.All(str, probatio.Length(max=200))), _async_protect
)
handle_unprotect = answering(command("unprotect", clip_ids=_CLIP_IDS), _async_unprotect)
handle_delete = answering(command("delete", clip_ids=_CLIP_IDS), _async_delete)
handle_undo = answering(command("undo", token=str), _async_undo)
