"""The keys under which objects are sealed, one for each consent: made with its first object, destroyed by withdrawal.

They lie in files of their own and not in the database, whose write-ahead log and backups would keep them. A destroyed
key leaves an empty file, so that none is ever made again for that consent.
"""

import asyncio
import os
from pathlib import Path
from uuid import UUID, uuid4

from .private_files import sync_folder

KEY_BYTES = 32


class KeyDestroyedError(Exception):
    """The consent was withdrawn, and nothing can be sealed or opened under it."""


class ConsentKeys:
    """The keys in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    async def make(self, consent_id: str) -> bytes:
        """The consent's key, made and on disk when there was none. KeyDestroyedError after a withdrawal."""
        return await asyncio.to_thread(self._make, consent_id)

    async def get(self, consent_id: str) -> bytes:
        """The consent's key. KeyDestroyedError after a withdrawal, FileNotFoundError when there was none."""
        return await asyncio.to_thread(self._read, consent_id)

    async def exists(self, consent_id: str) -> bool:
        """Whether what was sealed under the consent can be opened."""
        path = self._path(consent_id)
        return await asyncio.to_thread(lambda: path.is_file() and path.stat().st_size == KEY_BYTES)

    async def destroy(self, consent_id: str) -> None:
        """Overwrite the key: what was sealed under it is noise when this returns. Again is no change."""
        await asyncio.to_thread(self._destroy, consent_id)

    def _path(self, consent_id: str) -> Path:
        return self._folder / str(UUID(consent_id))

    def _read(self, consent_id: str) -> bytes:
        secret = self._path(consent_id).read_bytes()
        if len(secret) != KEY_BYTES:
            raise KeyDestroyedError("the key is destroyed")
        return secret

    def _make(self, consent_id: str) -> bytes:
        path = self._path(consent_id)
        if not path.exists():
            part = path.with_name(f"{uuid4().hex}.part")
            _write(part, os.urandom(KEY_BYTES), os.O_CREAT | os.O_EXCL)
            try:
                path.hardlink_to(part)  # of two makers at once the first one's key holds
            except FileExistsError:
                pass
            finally:
                part.unlink()
            sync_folder(self._folder)
        return self._read(consent_id)

    def _destroy(self, consent_id: str) -> None:
        path = self._path(consent_id)
        _write(path, bytes(KEY_BYTES), os.O_CREAT)
        _write(path, b"", os.O_TRUNC)
        sync_folder(self._folder)


def _write(path: Path, data: bytes, how: int) -> None:
    """Write in place, synced; readable by the hub's own user only."""
    handle = os.open(path, os.O_WRONLY | how, 0o600)
    try:
        os.write(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)
