"""The bytes of clips and stills, behind Home Assistant's own authentication.

A clip is looked up by its id in the index; no path comes from the outside. Ranges are answered, so that a browser
can jump within a clip.
"""

from http import HTTPStatus
from pathlib import Path
from typing import Final

from aiohttp import web
from homeassistant.components.http import KEY_HASS, HomeAssistantView
from homeassistant.core import HomeAssistant, callback

from .clips import ClipArchive
from .const import CLIP_URL, DOMAIN, STILL_URL
from .lib.mat_than_engine.model import Clip
from .runtime import MatThanConfigEntry

# A clip never changes under its id; a browser may keep it, a proxy on the way may not.
_HEADERS: Final = {"Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}


@callback
def async_register_views(hass: HomeAssistant) -> None:
    """Serve clips and stills; once in the life of Home Assistant."""
    hass.http.register_view(ClipView())
    hass.http.register_view(StillView())


class ClipView(HomeAssistantView):
    """A clip as the camera sent it."""

    url = CLIP_URL
    name = "api:mat_than:clip"

    async def get(self, request: web.Request, clip_id: str) -> web.StreamResponse:
        """The MP4 file."""
        archive, clip = await _async_find(request, clip_id)
        path = await archive.async_path(clip.path)
        if path is None:
            raise web.HTTPNotFound
        return _file(path, "video/mp4")


class StillView(HomeAssistantView):
    """The picture that stands for a clip."""

    url = STILL_URL
    name = "api:mat_than:still"

    async def get(self, request: web.Request, clip_id: str) -> web.StreamResponse:
        """The JPEG file."""
        archive, clip = await _async_find(request, clip_id)
        path = await archive.async_path(clip.still) if clip.still else None
        if path is None:
            raise web.HTTPNotFound
        return _file(path, "image/jpeg")


async def _async_find(request: web.Request, clip_id: str) -> tuple[ClipArchive, Clip]:
    entries: list[MatThanConfigEntry] = request.app[KEY_HASS].config_entries.async_loaded_entries(DOMAIN)
    if not entries:
        raise web.HTTPServiceUnavailable
    archive = entries[0].runtime_data.archive
    clip = await archive.async_get(clip_id)
    if clip is None:
        raise web.HTTPNotFound
    return archive, clip


def _file(path: Path, content_type: str) -> web.StreamResponse:
    return web.FileResponse(path, status=HTTPStatus.OK, headers=_HEADERS | {"Content-Type": content_type})
