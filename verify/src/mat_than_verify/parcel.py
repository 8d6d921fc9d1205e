"""What is to be verified, opened: a zip or a folder of files, read within bounds and never unpacked.

Names are checked before anything is read by them: none may be absolute, lead upwards, hold a backslash or a control
character, or stand twice. Links in a folder are not followed. No file is read further than its listed size.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
import os
from pathlib import Path
import stat
import struct
from types import TracebackType
from typing import IO, BinaryIO
import zipfile
import zlib

from .tokens import NotReadable
from .wrapping import is_original

CHUNK_BYTES = 1024 * 1024
MOST_FILES = 500_000
LARGEST_TABLE_BYTES = 256 * 1024 * 1024  # of a zip's table of contents
MOST_GROWTH_TIMES = 20  # how much larger than the zip its files may be: video does not deflate, so more is a bomb
GROWTH_FREE_BYTES = 64 * 1024 * 1024  # above that: a small zip's manifests do deflate
LONGEST_PATH_CHARS = 1000
_TAIL_BYTES = 66_000  # what may stand behind the table of contents: an end with its longest comment, and ZIP64's
# What the systems that people unpack zips on leave lying about.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", ".directory"}


class Parcel(ABC):
    """Files by their path."""

    def __init__(self, sizes: dict[str, int]) -> None:
        self.sizes = sizes  # bytes by path

    @property
    @abstractmethod
    def repacked(self) -> bool:
        """Whether something around the files is not as the home wrote it."""

    @abstractmethod
    def _open(self, path: str) -> IO[bytes]: ...

    @abstractmethod
    def close(self) -> None:
        """Let go of the files."""

    def __enter__(self) -> "Parcel":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def pieces(self, path: str, most_bytes: int) -> Iterator[bytes]:
        """A file's bytes, piece by piece, up to that many. NotReadable when it cannot be read or is longer."""
        left = most_bytes
        try:
            with self._open(path) as stream:
                while True:
                    piece = stream.read(min(CHUNK_BYTES, left + 1))
                    if not piece:
                        return
                    left -= len(piece)
                    if left < 0:
                        raise NotReadable("longer than it may be")
                    yield piece
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as err:
            raise NotReadable("cannot be read") from err

    def read(self, path: str, most_bytes: int) -> bytes:
        """A small file whole."""
        return b"".join(self.pieces(path, most_bytes))


class Folder(Parcel):
    """An export that was unpacked."""

    repacked = False

    def __init__(self, root: Path) -> None:
        self._root = root
        super().__init__(dict(_walk(root)))

    def _open(self, path: str) -> IO[bytes]:
        return (self._root / path).open("rb")

    def close(self) -> None:
        """Nothing is held open."""


class Zip(Parcel):
    """An export as it came."""

    repacked = False

    def __init__(self, file: Path) -> None:
        self._stream: BinaryIO = file.open("rb")
        try:
            size_bytes = file.stat().st_size
            _bound_table(self._stream, size_bytes)
            self._zip = zipfile.ZipFile(self._stream)
            super().__init__(_sizes(self._zip, size_bytes))
            self.repacked = not is_original(self._stream, self._zip, size_bytes)
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError, EOFError) as err:
            self._stream.close()
            raise err if isinstance(err, NotReadable) else NotReadable("no zip that can be read") from err

    def _open(self, path: str) -> IO[bytes]:
        return self._zip.open(path)

    def close(self) -> None:
        """Close the zip."""
        self._stream.close()


def check_path(path: str) -> None:
    """NotReadable for a name that may lead somewhere else or look like another."""
    parts = path.split("/")
    if len(path) > LONGEST_PATH_CHARS or any(part in ("", ".", "..") for part in parts):
        raise NotReadable("a file name that leads elsewhere")
    if "\\" in path or ":" in parts[0] or not path.isprintable():
        raise NotReadable("a file name that leads elsewhere")


def _bound_table(stream: BinaryIO, size_bytes: int) -> None:
    """Look at the zip's last bytes before its table of contents is read: it may claim any length."""
    stream.seek(max(0, size_bytes - _TAIL_BYTES))
    tail = stream.read()
    place = tail.rfind(b"PK\5\6")
    if place < 0 or len(tail) - place < 22:
        raise NotReadable("no zip that can be read")
    count, table = struct.unpack_from("<HL", tail, place + 10)
    if table != 0xFFFFFFFF and table > LARGEST_TABLE_BYTES:
        raise NotReadable("a table of contents that is too long")
    locator = tail.rfind(b"PK\6\6")
    if locator >= 0 and len(tail) - locator >= 56:
        count, table = struct.unpack_from("<QQ", tail, locator + 32)
    if count > MOST_FILES or (table > LARGEST_TABLE_BYTES and table != 0xFFFFFFFF):
        raise NotReadable("a table of contents that is too long")


def _sizes(archive: zipfile.ZipFile, size_bytes: int) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for info in archive.infolist():
        if info.is_dir() and info.file_size == 0:
            continue
        if info.flag_bits & 1:
            raise NotReadable("a zip with a password")
        check_path(info.orig_filename)
        if info.filename in sizes:
            raise NotReadable("two files of one name")
        sizes[info.filename] = info.file_size
    if sum(sizes.values()) > MOST_GROWTH_TIMES * size_bytes + GROWTH_FREE_BYTES:
        raise NotReadable("a zip that would swell beyond all measure")
    return sizes


def _walk(root: Path) -> Iterator[tuple[str, int]]:
    count = 0
    for folder, _, names in os.walk(root, followlinks=False, onerror=_refuse):
        for name in names:
            path = Path(folder, name)
            relative = path.relative_to(root)
            if _LITTER & set(relative.parts) or name.startswith("._"):
                continue
            found = path.lstat()
            if not stat.S_ISREG(found.st_mode):
                raise NotReadable("a link or a device among the files")
            count += 1
            if count > MOST_FILES:
                raise NotReadable("more files than an export holds")
            text = relative.as_posix()
            check_path(text)
            yield text, found.st_size


def _refuse(error: OSError) -> None:
    raise NotReadable("a folder that cannot be read") from error
