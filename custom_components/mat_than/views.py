"""The bytes of clips, stills and exports, behind Home Assistant's own authentication.

A clip is looked up by its id in the index; no path comes from the outside. Ranges are answered, so that a browser
can jump within a clip. Whoever is not logged in needs a link that Home Assistant signed.
"""

from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Final

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http import KEY_HASS, KEY_HASS_USER, HomeAssistantView
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, callback

from .camera_access import READ, may
from .clips import ClipArchive
from .const import CLIP_URL, EXPORT_URL, PIECES_URL, PLAYABLE_URL, PLAYLIST_URL, STILL_URL
from .exports import may_have
from .lib.mat_than_engine.model import Clip
from .playable import PlayableError
from .runtime import MatThanRuntime, loaded_runtime

# A clip never changes under its id; a browser may keep it, a proxy on the way may not.
_HEADERS: Final = {"Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}
_GROWING: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
# A player takes a playlist that grows for a live camera: it would begin at its end, and run faster to stay near it.
_FROM_THE_BEGINNING: Final = "#EXTM3U\n#EXT-X-START:TIME-OFFSET=0\n#EXT-X-SERVER-CONTROL:HOLD-BACK=86400.0\n"
_PIECES_LAST: Final = timedelta(hours=1)
_COME_BACK_S: Final = "15"


@callback
def async_register_views(hass: HomeAssistant) -> None:
    """Serve clips, stills and exports; once in the life of Home Assistant."""
    for view in (ClipView(), PlayableView(), PlaylistView(), PiecesView(), StillView(), ExportView()):
        hass.http.register_view(view)


class ClipView(HomeAssistantView):
    """A clip as the camera sent it."""

    url = CLIP_URL
    name = "api:mat_than:clip"

    async def get(self, request: web.Request, clip_id: str) -> web.StreamResponse:
        """The MP4 file; to be saved rather than played with `?download=1`."""
        archive, clip = await _async_find(request, clip_id)
        path = await archive.async_path(clip.path)
        if path is None:
            raise web.HTTPNotFound
        return _file(path, "video/mp4", path.name if request.query.get("download") else None)


class PlayableView(HomeAssistantView):
    """A clip as every browser plays it."""

    url = PLAYABLE_URL
    name = "api:mat_than:playable"

    async def get(self, request: web.Request, clip_id: str) -> web.StreamResponse:
        """The MP4 file, made first where need be; the browser waits for it."""
        runtime = _runtime(request)
        _archive, clip = await _async_find(request, clip_id)
        try:
            path = await runtime.playable.async_path(clip)
        except PlayableError as err:
            if err.key == "clip_gone":
                raise web.HTTPNotFound from err
            raise web.HTTPServiceUnavailable(headers={"Retry-After": _COME_BACK_S}) from err
        return _file(path, "video/mp4")


class PlaylistView(HomeAssistantView):
    """The same while it is made: a playlist that grows, as the player of live cameras plays it."""

    url = PLAYLIST_URL
    name = "api:mat_than:playlist"
    cors_allowed = True  # a television fetches it from elsewhere, with its signature

    async def get(self, request: web.Request, clip_id: str) -> web.StreamResponse:
        """The playlist, as soon as there is something to play; its one file is signed for whoever asked."""
        runtime = _runtime(request)
        _archive, clip = await _async_find(request, clip_id)
        try:
            text = await runtime.playable.async_playlist(clip)
        except PlayableError as err:
            if err.key == "clip_gone":
                raise web.HTTPNotFound from err
            raise web.HTTPServiceUnavailable(headers={"Retry-After": _COME_BACK_S}) from err
        name = runtime.playable.pieces(clip.clip_id).name
        signed = async_sign_path(request.app[KEY_HASS], PIECES_URL.format(clip_id=clip.clip_id), _PIECES_LAST)
        text = text.replace("#EXTM3U\n", _FROM_THE_BEGINNING, 1).replace(name, signed)
        return web.Response(text=text, content_type="application/vnd.apple.mpegurl", headers=_GROWING)


class PiecesView(HomeAssistantView):
    """What the playlist speaks of; a player asks for it piece by piece."""

    url = PIECES_URL
    name = "api:mat_than:pieces"
    cors_allowed = True

    async def get(self, request: web.Request, clip_id: str) -> web.StreamResponse:
        """As much of the file as there is."""
        runtime = _runtime(request)
        _archive, clip = await _async_find(request, clip_id)
        path = runtime.playable.pieces(clip.clip_id)
        if not await request.app[KEY_HASS].async_add_executor_job(path.is_file):
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=_GROWING | {"Content-Type": "video/iso.segment"})


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


class ExportView(HomeAssistantView):
    """A finished export, for administrators and for who may control every camera in it."""

    url = EXPORT_URL
    name = "api:mat_than:export"

    async def get(self, request: web.Request, name: str) -> web.StreamResponse:
        """The zip file, to be saved."""
        runtime = _runtime(request)
        export = await runtime.exports.async_get(name)
        board = runtime.coordinator.board
        if export is None or not may_have(request.app[KEY_HASS], request[KEY_HASS_USER], board, export):
            raise web.HTTPNotFound
        return _file(export.path, "application/zip", name)


def _runtime(request: web.Request) -> MatThanRuntime:
    runtime = loaded_runtime(request.app[KEY_HASS])
    if runtime is None:
        raise web.HTTPServiceUnavailable
    return runtime


async def _async_find(request: web.Request, clip_id: str) -> tuple[ClipArchive, Clip]:
    runtime = _runtime(request)
    clip = await runtime.archive.async_get(clip_id)
    if clip is None or not _may_see(request, runtime, clip):
        raise web.HTTPNotFound
    return runtime.archive, clip


def _may_see(request: web.Request, runtime: MatThanRuntime, clip: Clip) -> bool:
    """Whoever may see the camera may see its clips; a link that Home Assistant signed for nobody opens by itself."""
    user: User = request[KEY_HASS_USER]
    view = runtime.coordinator.views.get(clip.camera_id)
    if view is None:
        return user.is_admin or user.system_generated
    return user.system_generated or may(request.app[KEY_HASS], user, view.setup, READ)


def _file(path: Path, content_type: str, save_as: str | None = None) -> web.StreamResponse:
    headers = _HEADERS | {"Content-Type": content_type}
    if save_as is not None:
        headers |= {"Content-Disposition": f'attachment; filename="{save_as}"'}
    return web.FileResponse(path, status=HTTPStatus.OK, headers=headers)
