"""A shared copy on disk, read while it is sent: as a whole, or a part of it with a digest of its own."""

from collections.abc import AsyncIterator, Callable
import hashlib
from pathlib import Path
from typing import Final

from homeassistant.core import HomeAssistant

from .parcel import Parcel
from .transport import FileBody

READ_BYTES: Final = 256 * 1024


class CopyFile:
    """The copy of a parcel in the folder of copies."""

    def __init__(self, hass: HomeAssistant, folder: Path, parcel: Parcel) -> None:
        self._hass = hass
        self._path = folder / (parcel.file or "")
        self.sha256 = parcel.sha256
        self.size_bytes = parcel.size_bytes

    async def is_there(self) -> bool:
        """Whether it is on disk, as long as it was made."""
        path, size = self._path, self.size_bytes
        return await self._off_loop(lambda: path.is_file() and path.stat().st_size == size)

    def whole(self) -> FileBody:
        """All of it, read as it goes out."""
        return FileBody(sha256=self.sha256, size_bytes=self.size_bytes, read=self._pieces)

    async def part(self, start: int, size_bytes: int) -> FileBody:
        """A part of it, which may be empty; read now. OSError where the disk fails."""
        data = await self._off_loop(self._read, start, size_bytes)

        async def pieces() -> AsyncIterator[bytes]:
            if data:
                yield data

        return FileBody(sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data), read=pieces)

    async def _pieces(self) -> AsyncIterator[bytes]:
        with await self._off_loop(self._path.open, "rb") as file:
            while chunk := await self._off_loop(file.read, READ_BYTES):
                yield chunk

    def _read(self, start: int, size_bytes: int) -> bytes:
        with self._path.open("rb") as file:
            file.seek(start)
            return file.read(size_bytes)

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)
