"""Exports in the media browser: one folder, each zip with its date, what it holds, and its size.

Whoever browses sees those they may have.
"""

from typing import Final

from homeassistant.auth.models import User
from homeassistant.components.media_player import MediaClass
from homeassistant.components.media_source import BrowseMediaSource, PlayMedia, Unresolvable
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .const import DOMAIN, EXPORT_URL
from .exports import KeptExport, camera_names, may_have
from .media_place import Place
from .runtime import MatThanRuntime
from .words import Words

_ZIP: Final = "application/zip"


async def async_export_leaves(
    hass: HomeAssistant, runtime: MatThanRuntime, user: User | None, words: Words
) -> list[BrowseMediaSource]:
    """The exports that this person may have, newest first; for nobody in particular, all of them."""
    board = runtime.coordinator.board
    found = await runtime.exports.async_list()
    return [_leaf(e, runtime, words) for e in found if user is None or may_have(hass, user, board, e)]


async def async_resolve_export(hass: HomeAssistant, runtime: MatThanRuntime, user: User | None, name: str) -> PlayMedia:
    """Where the zip is fetched; Home Assistant signs it. Unresolvable when it is not there, or not for this person."""
    export = await runtime.exports.async_get(name)
    if export is None or (user is not None and not may_have(hass, user, runtime.coordinator.board, export)):
        raise Unresolvable(translation_domain=DOMAIN, translation_key="unknown_export")
    return PlayMedia(EXPORT_URL.format(name=export.name), _ZIP)


def _leaf(export: KeptExport, runtime: MatThanRuntime, words: Words) -> BrowseMediaSource:
    return BrowseMediaSource(
        domain=DOMAIN,
        identifier=str(Place(export=export.name)),
        media_class=MediaClass.APP,
        media_content_type=_ZIP,
        title=" · ".join(_facts(export, runtime, words)),
        can_play=True,
        can_expand=False,
    )


def _facts(export: KeptExport, runtime: MatThanRuntime, words: Words) -> list[str]:
    """When it was made, what it is called, of which cameras, how many clips, how large."""
    made_at = dt_util.as_local(export.written_at)
    facts = [f"{words.day(made_at.date(), dt_util.now().date())} {made_at:%H:%M}"]
    record = export.record
    if record is None:
        facts.append(words.say("media_export_unknown"))
    else:
        facts += [record.title] if record.title else []
        facts.append(", ".join(camera_names(record.camera_ids, runtime.coordinator.board)))
        if record.clips is not None:
            facts.append(words.say("media_clips", clips=str(record.clips)))
    facts.append(f"{export.size_bytes / 1e6:.1f} MB")
    return facts
