"""Clips in the media browser: camera, day, clip.

A clip plays as the camera sent it: H.264 everywhere, H.265 where the browser can (Safari, Edge and Chrome with
hardware support, the companion apps); its title says which it is.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, override

from homeassistant.components.media_player import BrowseError, MediaClass
from homeassistant.components.media_source import (
    BrowseMediaSource,
    MediaSource,
    MediaSourceItem,
    PlayMedia,
    Unresolvable,
)
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .const import CLIP_URL, DOMAIN, STILL_URL
from .lib.mat_than_engine.model import Clip
from .runtime import MatThanConfigEntry, MatThanRuntime

_CLIP: Final = "clip"
_VIDEO: Final = "video/mp4"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the tree: the root, a camera, a camera's day, or a clip."""

    camera_id: str | None = None
    day: date | None = None
    clip_id: str | None = None

    def __str__(self) -> str:
        """The identifier that `parse` reads."""
        if self.clip_id is not None:
            return f"{_CLIP}/{self.clip_id}"
        return "/".join(part for part in (self.camera_id, self.day and self.day.isoformat()) if part)

    @classmethod
    def parse(cls, identifier: str | None) -> Place:
        """The reverse of `str`, and the root for None; ValueError when it is no place."""
        match (identifier or "").split("/"):
            case [""]:
                return cls()
            case ["clip", clip_id]:
                return cls(clip_id=clip_id)
            case [camera_id]:
                return cls(camera_id)
            case [camera_id, day]:
                return cls(camera_id, date.fromisoformat(day))
        raise ValueError("no such place")


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
        """The address of a clip; Home Assistant signs it."""
        runtime = self._runtime()
        try:
            place = Place.parse(item.identifier)
        except ValueError:
            place = Place()
        clip = await runtime.archive.async_get(place.clip_id) if runtime and place.clip_id else None
        if clip is None:
            raise Unresolvable(translation_domain=DOMAIN, translation_key="clip_gone")
        return PlayMedia(CLIP_URL.format(clip_id=clip.clip_id), _VIDEO)

    @override
    async def async_browse_media(self, item: MediaSourceItem) -> BrowseMediaSource:
        """One level of the tree."""
        runtime = self._runtime()
        if runtime is None:
            raise BrowseError(translation_domain=DOMAIN, translation_key="not_loaded")
        try:
            place = Place.parse(item.identifier)
        except ValueError as err:
            raise BrowseError(translation_domain=DOMAIN, translation_key="clip_gone") from err
        if place.camera_id is None:
            cameras = sorted(runtime.coordinator.views.values(), key=lambda view: view.setup.name)
            children = [_folder(Place(view.setup.camera_id), view.setup.name) for view in cameras]
            return _folder(place, self.name, children)
        view = runtime.coordinator.views.get(place.camera_id)
        if view is None:
            raise BrowseError(translation_domain=DOMAIN, translation_key="clip_gone")
        if place.day is None:
            days = await runtime.archive.async_days(place.camera_id)
            children = [_folder(Place(place.camera_id, day), day.isoformat()) for day in days]
            return _folder(place, view.setup.name, children)
        clips = await runtime.archive.async_day(place.camera_id, place.day)
        return _folder(place, f"{view.setup.name} {place.day.isoformat()}", [_clip(clip) for clip in clips])

    def _runtime(self) -> MatThanRuntime | None:
        entries: list[MatThanConfigEntry] = self.hass.config_entries.async_loaded_entries(DOMAIN)
        return entries[0].runtime_data if entries else None


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


def _clip(clip: Clip) -> BrowseMediaSource:
    started = dt_util.as_local(clip.started_at)
    codec = " · H.265" if clip.codec == "hevc" else ""
    return BrowseMediaSource(
        domain=DOMAIN,
        identifier=str(Place(clip_id=clip.clip_id)),
        media_class=MediaClass.VIDEO,
        media_content_type=_VIDEO,
        title=f"{started:%H:%M:%S} · {clip.duration_s:.0f} s{codec}",
        can_play=True,
        can_expand=False,
        thumbnail=STILL_URL.format(clip_id=clip.clip_id) if clip.still else None,
    )
