"""H.264 copies of clips that many browsers cannot play, made when somebody wants to watch and kept for a while.

The clip itself is never touched. One copy is made at a time, by the engine; a few may wait, the rest are told to come
back. While it is made it can be watched already, as an HLS playlist that grows; what nobody watches any more makes way
for what somebody waits for. The folder may be emptied at any time: what is missing is made again.
"""

import asyncio
from collections.abc import Callable, Iterable
import logging
from pathlib import Path
import time
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError

from .clips import ClipArchive
from .const import DOMAIN, PLAYABLE_FOLDER
from .engine_host import EngineHost
from .engine_requests import EngineError, Step
from .lib.mat_than_engine.commands import MakeSharedCopy
from .lib.mat_than_engine.model import Clip
from .lib.mat_than_engine.reports import Progress

_LOGGER = logging.getLogger(__name__)

MOST_WAITING: Final = 6
MOST_BYTES: Final = 2 * 1024**3  # of all copies; the one that was not watched for longest goes first
_PART: Final = ".part.mp4"
_PLAYLIST: Final = ".m3u8"
_PIECES: Final = ".m4s"  # all of them in one file
PIECES_STAY_S: Final = 3600  # somebody may be in the middle of them when the copy is ready
ABANDONED_S: Final = 6  # a player asks for the growing playlist every two seconds
FIRST_PIECE_S: Final = 45  # after which a player is told to come back
_LOOK_EVERY_S: Final = 0.2

type Hear = Callable[[float], None]


class PlayableError(HomeAssistantError):
    """There is no copy that can be played; the key says why."""

    def __init__(self, key: str) -> None:
        super().__init__(translation_domain=DOMAIN, translation_key=key)
        self.key = key


class _Making:
    """A copy that waits or is being made, and who wants to know how far it is."""

    def __init__(self, task: asyncio.Task[Path], now_s: float) -> None:
        self.task = task
        self.share = 0.0
        self.hearing: list[Hear] = []
        self.wanted_at_s = now_s  # the loop's clock: when somebody last asked for it

    def tell(self, share: float) -> None:
        self.share = share
        for hear in list(self.hearing):
            hear(share)


class PlayableCopies:
    """The copies of one place."""

    def __init__(self, hass: HomeAssistant, archive: ClipArchive, host: EngineHost) -> None:
        self._hass = hass
        self._archive = archive
        self._host = host
        self._folder = archive.storage / PLAYABLE_FOLDER
        self._making: dict[str, _Making] = {}
        self._turn = asyncio.Lock()

    @property
    def waiting(self) -> int:
        """How many copies are being made or wait for it."""
        return len(self._making)

    async def async_start(self) -> None:
        """Remove what an earlier run left half done, or made of clips that are gone."""
        kept = await self._hass.async_add_executor_job(self._sweep)
        if kept:
            await self.async_forget(await self._archive.async_gone(kept))

    async def async_forget(self, clip_ids: Iterable[str]) -> None:
        """These clips are deleted, so their copies are."""
        doomed = [path for clip_id in clip_ids for path in (self._folder / f"{clip_id}.mp4", *self._pieces_of(clip_id))]
        await self._hass.async_add_executor_job(_remove, doomed)

    async def async_path(self, clip: Clip, hear: Hear | None = None) -> Path:
        """A file that every browser plays; `hear` is told how far it is, 0..1. PlayableError when there is none."""
        if clip.codec == "h264":
            path = await self._archive.async_path(clip.path)
            if path is None:
                raise PlayableError("clip_gone")
            return path
        path = self._folder / f"{clip.clip_id}.mp4"
        making = await self.async_begin(clip)
        if making is None:
            return path
        told = hear or _hear_nothing
        making.hearing.append(told)
        told(making.share)
        try:
            return await asyncio.shield(making.task)
        finally:
            making.hearing.remove(told)

    async def async_playlist(self, clip: Clip) -> str:
        """The playlist of a copy that is being made, or was made just now. PlayableError when there is none."""
        making = self._making.get(clip.clip_id)
        path = self._folder / f"{clip.clip_id}{_PLAYLIST}"
        end = self._hass.loop.time() + FIRST_PIECE_S
        while (text := await self._hass.async_add_executor_job(_read, path)) is None:
            if making is None:
                making = await self.async_begin(clip)
            if making is None or self._hass.loop.time() > end:  # the copy is there, but its pieces are gone
                raise PlayableError("clip_gone" if making is None else "playable_busy")
            making.wanted_at_s = self._hass.loop.time()
            await asyncio.wait((making.task,), timeout=_LOOK_EVERY_S)
            if making.task.cancelled() or (making.task.done() and making.task.exception() is not None):
                raise PlayableError("playable_failed")
        if making is not None:
            making.wanted_at_s = self._hass.loop.time()
        return text

    def pieces(self, clip_id: str) -> Path:
        """The file that the playlist speaks of."""
        return self._folder / f"{clip_id}{_PIECES}"

    async def async_begin(self, clip: Clip) -> _Making | None:
        """Have a copy made, unless it is there (None) or under way. PlayableError when too many wait already."""
        if await self._hass.async_add_executor_job(_touch, self._folder / f"{clip.clip_id}.mp4"):
            return None
        making = self._making.get(clip.clip_id)
        if making is not None:
            making.wanted_at_s = self._hass.loop.time()
            return making
        if len(self._making) > MOST_WAITING:
            raise PlayableError("playable_busy")
        name = "mat_than playable copy"
        task = self._hass.async_create_background_task(self._async_make(clip), name, eager_start=False)
        making = self._making[clip.clip_id] = _Making(task, self._hass.loop.time())
        task.add_done_callback(lambda done: self._made(clip.clip_id, done))
        return making

    def _made(self, clip_id: str, done: asyncio.Task[Path]) -> None:
        del self._making[clip_id]
        if not done.cancelled():
            done.exception()  # whoever waited was told; nobody else must be

    async def _async_make(self, clip: Clip) -> Path:
        async with self._turn:
            source = await self._archive.async_path(clip.path)
            if source is None:
                raise PlayableError("clip_gone")
            target, part = self._folder / f"{clip.clip_id}.mp4", self._folder / f"{clip.clip_id}{_PART}"
            left_over = [part, *self._pieces_of(clip.clip_id)]
            try:
                await self._async_order(clip.clip_id, source, part)
                await self._hass.async_add_executor_job(part.replace, target)
                left_over = []
            except (EngineError, OSError) as err:
                raise PlayableError("playable_failed") from err
            finally:
                await self._hass.async_add_executor_job(_remove, left_over)
            self._making[clip.clip_id].tell(1.0)
            return target

    async def _async_order(self, clip_id: str, source: Path, part: Path) -> None:
        """Have the engine make it. EngineError, OSError or PlayableError when it is not made."""
        await self._hass.async_add_executor_job(self._make_room)
        playlist = str(self._folder / f"{clip_id}{_PLAYLIST}")
        order = MakeSharedCopy(request_id="", source=str(source), target=str(part), audio=True, playlist=playlist)
        made = await self._host.async_make_copy(order, lambda step: self._hear(clip_id, step))
        if made.error is not None:
            raise PlayableError("playable_failed")

    def _hear(self, clip_id: str, step: Step) -> None:
        making = self._making.get(clip_id)
        if making is None or not isinstance(step, Progress):
            return
        making.tell(step.share)
        idle_s = self._hass.loop.time() - making.wanted_at_s
        if len(self._making) > 1 and not making.hearing and idle_s > ABANDONED_S:
            making.task.cancel()

    def _pieces_of(self, clip_id: str) -> list[Path]:
        return [self._folder / f"{clip_id}{_PLAYLIST}", self.pieces(clip_id)]

    def _sweep(self) -> list[str]:
        """The ids of clips that have a copy. Blocks."""
        found = []
        try:
            for path in self._folder.iterdir():
                if path.suffix != ".mp4" or path.name.endswith(_PART):
                    path.unlink(missing_ok=True)
                else:
                    found.append(path.stem)
        except OSError:
            _LOGGER.debug("The folder of playable copies cannot be read")
        return found

    def _make_room(self) -> None:
        """Make the folder, and room in it. Blocks; OSError when the disk will not have it."""
        self._folder.mkdir(exist_ok=True)
        for path in (*self._folder.glob(f"*{_PLAYLIST}"), *self._folder.glob(f"*{_PIECES}")):
            if path.stat().st_mtime < time.time() - PIECES_STAY_S:
                path.unlink(missing_ok=True)
        copies = sorted(((path.stat(), path) for path in self._folder.glob("*.mp4")), key=lambda copy: copy[0].st_mtime)
        used = sum(stat.st_size for stat, _path in copies)
        for stat, path in copies:
            if used <= MOST_BYTES:
                break
            path.unlink(missing_ok=True)
            used -= stat.st_size


def _touch(path: Path) -> bool:
    """Whether the copy is there; it was watched just now."""
    try:
        path.touch() if path.is_file() else path.stat()
    except OSError:
        return False
    return True


def _read(playlist: Path) -> str | None:
    """What stands in a playlist, None before its first piece."""
    try:
        text = playlist.read_text()
    except OSError:
        return None
    return text if "#EXTINF" in text else None


def _hear_nothing(_share: float) -> None:
    """For who only waits."""


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            _LOGGER.debug("A playable copy cannot be removed")
