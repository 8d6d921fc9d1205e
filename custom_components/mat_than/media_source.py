"""Clips in the media browser: camera, day, clip; and under the day the hours in which everything was recorded.

Beside the cameras lie the exports (`media_exports`). Whoever browses sees the cameras that they may see. What not every browser plays (H.265, MJPEG) plays as an H.264 copy that is made when it is asked for, and while it is
made; as the camera sent it, it lies in a folder of its day.
"""

from datetime import date, datetime, time
from typing import Final, override

from homeassistant.auth.models import User
from homeassistant.components.media_player import BrowseError, MediaClass
from homeassistant.components.media_source import (
    BrowseMediaSource,
    MediaSource,
    MediaSourceItem,
    PlayMedia,
    Unresolvable,
)
from homeassistant.components.websocket_api import current_connection
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .camera_access import READ, may
from .camera_view import CameraView
from .const import CLIP_URL, DOMAIN, PLAYABLE_URL, PLAYLIST_URL, STILL_URL
from .lib.mat_than_engine.model import Clip
from .media_exports import async_export_leaves, async_resolve_export
from .media_place import Place
from .playable import PlayableError
from .runtime import MatThanRuntime, loaded_runtime
from .words import Words, async_words

_VIDEO: Final = "video/mp4"
_PLAYLIST: Final = "application/x-mpegURL"  # spelt as the front end's player wants it
_CODECS: Final = {"h264": "H.264", "hevc": "H.265", "mjpeg": "MJPEG"}


async def async_get_media_source(hass: HomeAssistant) -> ClipSource:
    """Offer the clips to the media browser."""
    return ClipSource(hass)


class ClipSource(MediaSource):
    """The clips of the place."""

    name = "Mắt Thần"

    def __init__(self, hass: HomeAssistant) -> None:
        super().__init__(DOMAIN)
        self.hass = hass

    @override
    async def async_resolve_media(self, item: MediaSourceItem) -> PlayMedia:
        """The address of a clip; Home Assistant signs it. A copy that is needed is begun at once."""
        runtime = loaded_runtime(self.hass)
        try:
            place = Place.parse(item.identifier)
        except ValueError:
            place = Place()
        if runtime is not None and place.export is not None:
            return await async_resolve_export(self.hass, runtime, _browsing(), place.export)
        clip = await runtime.archive.async_get(place.clip_id) if runtime and place.clip_id else None
        if runtime is None or clip is None:
            raise Unresolvable(translation_domain=DOMAIN, translation_key="clip_gone")
        if place.version == "original" or clip.codec == "h264":
            return PlayMedia(CLIP_URL.format(clip_id=clip.clip_id), _VIDEO)
        try:
            making = await runtime.playable.async_begin(clip)
        except PlayableError as err:
            raise Unresolvable(translation_domain=DOMAIN, translation_key=err.key) from err
        if making is None:
            return PlayMedia(PLAYABLE_URL.format(clip_id=clip.clip_id), _VIDEO)
        return PlayMedia(PLAYLIST_URL.format(clip_id=clip.clip_id), _PLAYLIST)

    @override
    async def async_browse_media(self, item: MediaSourceItem) -> BrowseMediaSource:
        """One level of the tree."""
        runtime = loaded_runtime(self.hass)
        if runtime is None:
            raise BrowseError(translation_domain=DOMAIN, translation_key="not_loaded")
        try:
            place = Place.parse(item.identifier)
        except ValueError as err:
            raise BrowseError(translation_domain=DOMAIN, translation_key="clip_gone") from err
        words = await async_words(self.hass)
        if place.exports:
            exports = await async_export_leaves(self.hass, runtime, _browsing(), words)
            return _folder(place, words.say("media_exports"), exports)
        if place.clip_id is not None or place.export is not None:
            raise BrowseError(translation_domain=DOMAIN, translation_key="clip_gone")
        if place.camera_id is None:
            return _folder(place, self.name, await self._async_root(runtime, words))
        view = runtime.coordinator.views.get(place.camera_id)
        if view is None or not self._may_see(view):
            raise BrowseError(translation_domain=DOMAIN, translation_key="clip_gone")
        return await self._async_camera(runtime, view, place, words)

    async def _async_root(self, runtime: MatThanRuntime, words: Words) -> list[BrowseMediaSource]:
        """The cameras by their names; behind them the exports, where there are any."""
        seen = [view for view in runtime.coordinator.board if self._may_see(view)]
        cameras = sorted(seen, key=lambda view: view.setup.name)
        found = [_folder(Place(view.setup.camera_id), view.setup.name) for view in cameras]
        if await async_export_leaves(self.hass, runtime, _browsing(), words):
            found.append(_folder(Place(exports=True), words.say("media_exports")))
        return found

    def _may_see(self, view: CameraView) -> bool:
        user = _browsing()
        return user is None or may(self.hass, user, view.setup, READ)

    async def _async_camera(
        self, runtime: MatThanRuntime, view: CameraView, place: Place, words: Words
    ) -> BrowseMediaSource:
        """A level below a camera."""
        camera_id = view.setup.camera_id
        if place.day is None:
            days = await runtime.archive.async_days(camera_id)
            children = [_folder(Place(camera_id, day), words.day(day, _today())) for day in days]
            return _folder(place, view.setup.name, children)
        title = f"{words.day(place.day, _today())} · {view.setup.name}"
        if place.originals:
            clips = await runtime.archive.async_day(camera_id, place.day)
            return _folder(place, f"{title} · {words.say('media_originals')}", [_original(c, words) for c in clips])
        if place.hour is None:
            return _folder(place, title, await self._async_day(runtime, camera_id, place.day, words))
        pieces = await self._async_hour(runtime, camera_id, place.day, place.hour, words)
        return _folder(place, f"{words.say('media_hour', hour=_span(place.hour))} · {title}", pieces)

    async def _async_hour(
        self, runtime: MatThanRuntime, camera_id: str, day: date, hour: int, words: Words
    ) -> list[BrowseMediaSource]:
        """The pieces of an hour; one with a motion shows that motion's picture, which may be kept with its own clip."""
        began = datetime.combine(day, time(hour), dt_util.get_default_time_zone())
        clips = await runtime.archive.async_day(camera_id, day)
        pictured = {event_id: clip for clip in clips if clip.still for event_id in clip.event_ids}
        found = []
        for piece in await runtime.archive.async_hour(camera_id, began):
            facts = [_moment(piece)]
            if piece.event_ids:
                facts.append(words.say("media_with_motion"))
            motions = (pictured[event_id] for event_id in piece.event_ids if event_id in pictured)
            found.append(_leaf(Place(clip_id=piece.clip_id), " · ".join(facts), next(motions, piece)))
        return found

    async def _async_day(
        self, runtime: MatThanRuntime, camera_id: str, day: date, words: Words
    ) -> list[BrowseMediaSource]:
        """The clips of a day; before them its hours, where everything was recorded."""
        hours = await runtime.archive.async_hours(camera_id, day)
        clips = await runtime.archive.async_day(camera_id, day)
        folders = [
            _folder(Place(camera_id, day, hour.hour), words.say("media_continuous", hour=_span(hour.hour)))
            for hour in hours
        ]
        found = [*folders, *(_clip(clip, words) for clip in clips)]
        if any(clip.codec != "h264" for clip in clips):
            found.append(_folder(Place(camera_id, day, originals=True), words.say("media_originals")))
        return found


def _browsing() -> User | None:
    """Whoever browses; None for Home Assistant itself, for instance an automation that plays something."""
    connection = current_connection.get()
    return None if connection is None else connection.user


def _today() -> date:
    return dt_util.now().date()


def _span(hour: int) -> str:
    return f"{hour:02d}–{hour + 1:02d}"


def _folder(place: Place, title: str, children: list[BrowseMediaSource] | None = None) -> BrowseMediaSource:
    folder = BrowseMediaSource(
        domain=DOMAIN,
        identifier=str(place),
        media_class=MediaClass.DIRECTORY,
        media_content_type=_VIDEO,
        title=title,
        can_play=False,
        can_expand=True,
        children_media_class=MediaClass.VIDEO if place.day else MediaClass.DIRECTORY,
    )
    folder.children = children
    return folder


def _leaf(place: Place, title: str, pictured: Clip) -> BrowseMediaSource:
    return BrowseMediaSource(
        domain=DOMAIN,
        identifier=str(place),
        media_class=MediaClass.VIDEO,
        media_content_type=_VIDEO,
        title=title,
        can_play=True,
        can_expand=False,
        thumbnail=STILL_URL.format(clip_id=pictured.clip_id) if pictured.still else None,
    )


def _clip(clip: Clip, words: Words) -> BrowseMediaSource:
    facts = _facts(clip, words)
    if clip.kind == "asked":
        facts.append(words.say("media_asked"))
    return _leaf(Place(clip_id=clip.clip_id), " · ".join(facts), clip)


def _original(clip: Clip, words: Words) -> BrowseMediaSource:
    facts = [*_facts(clip, words), _CODECS.get(clip.codec, clip.codec)]
    return _leaf(Place(clip_id=clip.clip_id, version="original"), " · ".join(facts), clip)


def _facts(clip: Clip, words: Words) -> list[str]:
    return [_moment(clip), words.say("media_seconds", seconds=f"{clip.duration_s:.0f}")]


def _moment(clip: Clip) -> str:
    return f"{dt_util.as_local(clip.started_at):%H:%M:%S}"
