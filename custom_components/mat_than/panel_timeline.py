"""A camera's day in the panel: what each second of it is, its clips, and what may be done with them.

Times are milliseconds since 1970, and names are short: a day may have thousands of clips.
"""

from datetime import date, datetime
from typing import Any, Final

from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util
import probatio

from .camera_access import CONTROL
from .kept_reason import KeptReason
from .lib.mat_than_engine.commands import DeleteClips, Protect, Unprotect
from .lib.mat_than_engine.keeping.clip_store import day_bounds
from .lib.mat_than_engine.keeping.coverage import Span
from .lib.mat_than_engine.keeping.protection import Protection
from .lib.mat_than_engine.model import Clip
from .panel_access import Asked, Message, answering, command
from .panel_deletions import deletions
from .services import async_do

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
    """By whom, why, until when; our own reasons as a code, which the panel says in its reader's language."""
    until = None if protection.until is None else _ms(protection.until)
    facts = {"owner": protection.owner, "reason": protection.reason, "until": until}
    reason = KeptReason.read(protection.reason)
    return facts if reason is None else facts | {"why": reason.why, "case_number": reason.case_number}


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


async def _async_protect(asked: Asked) -> Message:
    """Keep clips whatever retention says, in the asker's name."""
    clips = await asked.clips(CONTROL)
    order = Protect(
        request_id="",
        clip_ids=tuple(clip.clip_id for clip in clips),
        owner=asked.connection.user.name or "Home Assistant",
        reason=asked.msg.get("reason") or str(KeptReason("kept_from_timeline")),
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
    order = DeleteClips(request_id="", clip_ids=tuple(clip.clip_id for clip in clips))
    return deletions(asked.hass).begin(asked.entry, order.clip_ids, lambda: async_do(asked.entry, order))


handle_day = answering(command("day", camera_id=str, day=cv.date), _async_day)
handle_protect = answering(
    command("protect", clip_ids=_CLIP_IDS) | {probatio.Optional("reason"): probatio.All(str, probatio.Length(max=200))},
    _async_protect,
)
handle_unprotect = answering(command("unprotect", clip_ids=_CLIP_IDS), _async_unprotect)
handle_delete = answering(command("delete", clip_ids=_CLIP_IDS), _async_delete)
