"""Live views in the panel: what is asked, who looks now, the owner's yes or no, and the cut.

Everybody sees it of the cameras that they may see, and whoever may control a camera may cut; administrators decide.
"""

from typing import Final

from homeassistant.exceptions import Unauthorized
from homeassistant.util import dt as dt_util
import probatio

from .camera_access import CONTROL
from .lib.mat_than_engine.wire import to_json
from .panel_access import Asked, Message, answering, command
from .sharing.live_book import AskedLive, LiveState

MOST_SHOWN: Final = 20

_ID: Final = probatio.All(str, probatio.Length(max=64))


async def _async_views(asked: Asked) -> Message:
    """The views of cameras that the asker may see: those that wait or run, then those that are over, newest first."""
    names = {camera.setup.camera_id: camera.setup.name for camera in asked.cameras()}
    hubs = {hub.code: hub.name for hub in asked.runtime.door.view.hubs.values()}
    pages = [page for page in asked.runtime.door.live.book.pages() if page.request.camera_id in names]
    return {"views": [_facts(asked, page, names, hubs) for page in pages[:MOST_SHOWN]]}


def _facts(asked: Asked, page: AskedLive, names: dict[str, str], hubs: dict[str, str]) -> Message:
    request = page.request
    return {
        "live_id": request.live_id,
        "camera_id": request.camera_id,
        "camera": names[request.camera_id],
        "hub": hubs.get(page.hub, request.unit),
        "unit": request.unit,
        "reason": request.reason,
        "case_number": request.case_number,
        "longest_s": request.longest_s,
        "asked_at": to_json(request.asked_at),
        "answer_by": to_json(request.answer_by),
        "state": page.state.value,
        "unasked": page.unasked,
        "masked": asked.runtime.door.view.has_masks(request.camera_id),
        "until": to_json(page.until),
        "watching": page.watching,
        "ended_at": to_json(page.ended_at),
        "ending": None if page.ending is None else page.ending.value,
        "may_decide": page.is_open(dt_util.utcnow()) and asked.may_administer,
        "may_cut": page.state is LiveState.RUNNING and _may_cut(asked, page),
    }


def _may_cut(asked: Asked, page: AskedLive) -> bool:
    return any(camera.setup.camera_id == page.request.camera_id for camera in asked.cameras(CONTROL))


async def _async_answer(asked: Asked) -> Message:
    """Yes or no."""
    asked.require_admin()
    desk = asked.runtime.door.live
    await (desk.async_approve if asked.msg["approved"] else desk.async_decline)(asked.msg["live_id"])
    return {}


async def _async_cut(asked: Asked) -> Message:
    """End it now."""
    desk = asked.runtime.door.live
    page = desk.book.get(asked.msg["live_id"])
    if page is not None and not _may_cut(asked, page):
        raise Unauthorized
    await desk.async_cut(asked.msg["live_id"])
    return {}


handle_live = answering(command("live"), _async_views)
handle_answer_live = answering(command("live/answer", live_id=_ID, approved=bool), _async_answer)
handle_cut_live = answering(command("live/cut", live_id=_ID), _async_cut)
