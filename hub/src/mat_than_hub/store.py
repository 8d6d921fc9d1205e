"""Where the bytes of clips and stills lie: one protocol, here a folder; S3 can follow behind the same calls.

An object is written to a `.part` file, synced, renamed, and its folder synced: under its name it is complete or not
there. The row in the database comes after; `list_keys` lets the sweeper find objects that never got one. Content type
and hash are the database's business.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
import os
from pathlib import Path
import shutil
from typing import Protocol
from uuid import uuid4

from .private_files import sync_folder

UNFINISHED = ".part"  # how the name of an object ends that is being written
_CHUNK_BYTES = 256 * 1024
_WRITE_BYTES = 1024 * 1024
_DELETED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object and what the store knows of it."""

    key: str
    size_bytes: int
    changed_at: datetime


class Upload(Protocol):
    """An object that is being written. `commit` or `discard` ends it."""

    async def write(self, data: bytes) -> None:
        """Add bytes."""
        ...

    async def commit(self) -> None:
        """The object is complete; it is durable under its key when this returns."""
        ...

    async def discard(self) -> None:
        """Forget what was written; harmless after `commit`."""
        ...


class ClipStore(Protocol):
    """Where objects lie. Keys are relative paths that the hub makes itself."""

    async def put(self, key: str) -> Upload:
        """Begin to write an object."""
        ...

    def read(self, key: str, start: int, stop: int) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `stop`. FileNotFoundError when there is no such object."""
        ...

    async def stat(self, key: str) -> StoredObject | None:
        """The object, None when there is none."""
        ...

    async def delete(self, *keys: str) -> None:
        """Remove objects durably; nothing to do for those that are not there."""
        ...

    async def list_keys(self, prefix: str = "") -> list[StoredObject]:
        """All objects whose key begins with `prefix`, also unfinished ones."""
        ...

    async def free_bytes(self) -> int:
        """Room that is left."""
        ...


class LocalClipStore:
    """Objects as files of mode 0600 under one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    async def put(self, key: str) -> Upload:
        """Begin to write an object."""
        return await asyncio.to_thread(_LocalUpload, self._path(key), self._folder)

    async def read(self, key: str, start: int, stop: int) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `stop`."""
        file = await asyncio.to_thread(self._path(key).open, "rb")
        try:
            await asyncio.to_thread(file.seek, start)
            left = stop - start
            while left > 0 and (data := await asyncio.to_thread(file.read, min(_CHUNK_BYTES, left))):
                left -= len(data)
                yield data
        finally:
            file.close()

    async def stat(self, key: str) -> StoredObject | None:
        """The object, None when there is none."""
        try:
            found = await asyncio.to_thread(self._path(key).stat)
        except FileNotFoundError:
            return None
        return StoredObject(key, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))

    async def delete(self, *keys: str) -> None:
        """Remove objects durably; a folder is synced once for all that went from it."""
        for start in range(0, len(keys), _DELETED_AT_ONCE):
            await asyncio.to_thread(_delete, [self._path(key) for key in keys[start : start + _DELETED_AT_ONCE]])

    async def list_keys(self, prefix: str = "") -> list[StoredObject]:
        """All objects whose key begins with `prefix`, also `.part` files."""
        folder = self._folder / prefix.rpartition("/")[0]
        return await asyncio.to_thread(lambda: [item for item in self._walk(folder) if item.key.startswith(prefix)])

    async def free_bytes(self) -> int:
        """Room that is left on the folder's disk."""
        return (await asyncio.to_thread(shutil.disk_usage, self._folder)).free

    def _path(self, key: str) -> Path:
        path = self._folder / key
        if not key or ".." in path.parts or not path.is_relative_to(self._folder):
            raise ValueError("a key that leaves the store")
        return path

    def _walk(self, folder: Path) -> Iterator[StoredObject]:
        for root, _, names in os.walk(folder):
            for name in names:
                path = Path(root, name)
                try:
                    found = path.stat()
                except FileNotFoundError:
                    continue  # deleted while we looked
                key = path.relative_to(self._folder).as_posix()
                yield StoredObject(key, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))


class _LocalUpload:
    """A `.part` file; writes are gathered so that a thread is asked once per megabyte."""

    def __init__(self, path: Path, top: Path) -> None:
        self._path = path
        _make_folders(path.parent, top)
        self._part = path.with_name(f"{path.name}.{uuid4().hex}{UNFINISHED}")
        self._handle: int | None = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._gathered = bytearray()

    async def write(self, data: bytes) -> None:
        """Add bytes."""
        self._gathered += data
        if len(self._gathered) >= _WRITE_BYTES:
            await asyncio.to_thread(self._flush)

    async def commit(self) -> None:
        """Sync, rename, sync the folder."""
        await asyncio.to_thread(self._commit)

    async def discard(self) -> None:
        """Close and remove the part file."""
        await asyncio.to_thread(self._discard)

    def _flush(self) -> None:
        if self._handle is None:
            raise ValueError("the upload has ended")
        view = memoryview(bytes(self._gathered))
        while view:
            view = view[os.write(self._handle, view) :]
        self._gathered.clear()

    def _commit(self) -> None:
        self._flush()
        self._close(sync=True)
        self._part.rename(self._path)
        sync_folder(self._path.parent)

    def _discard(self) -> None:
        self._close(sync=False)
        self._part.unlink(missing_ok=True)

    def _close(self, *, sync: bool) -> None:
        handle, self._handle = self._handle, None
        if handle is None:
            return
        try:
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)


def _delete(paths: Sequence[Path]) -> None:
    folders = set()
    for path in paths:
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        folders.add(path.parent)
    for folder in folders:
        sync_folder(folder)


def _make_folders(folder: Path, top: Path) -> None:
    """Create missing folders so that they survive a power cut: each parent is synced."""
    missing = []
    while not folder.is_dir() and folder != top:
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)
