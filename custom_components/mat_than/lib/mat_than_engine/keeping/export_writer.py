"""One zip being written: nothing deflated, every entry hashed on its way in, nothing of today in its headers.

The wrapping is the same bytes for the same files (no dates, no owners), so that the verifier knows it by heart and a
byte changed in it shows. Entries past 2 GiB are written in ZIP64's form. Errors of the target come out as OSError;
those of a source end its entry early, and `Entry.whole` says so.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
import hashlib
from pathlib import Path
from types import TracebackType
import zipfile

CHUNK = 1024 * 1024
ZIP64_FROM = 1 << 31  # bytes; sooner than zipfile must, as a file that grows meanwhile would not fit any more
_MODE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that was written into the zip."""

    path: str
    size_bytes: int
    sha256: str
    whole: bool = True  # False when its source could not be read to the end


class ExportWriter:
    """Writes entries one after the other; `tick(bytes)` is called for every piece and may raise to stop."""

    def __init__(self, target: Path, tick: Callable[[int], None]) -> None:
        self.entries: list[Entry] = []
        self._tick = tick
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True)

    def __enter__(self) -> ExportWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._zip.close()
            return
        with suppress(OSError):  # given up and about to be removed; it only has to be closed
            self._zip.close()

    def add(self, path: str, data: bytes) -> Entry:
        """Write a file of few bytes."""
        self._zip.writestr(_info(path), data)
        return self._note(Entry(path, len(data), hashlib.sha256(data).hexdigest()))

    def copy(self, path: str, source: Path) -> Entry:
        """Write a file of any size, byte for byte. FileNotFoundError, before anything is written, if it is not there."""
        digest, size, whole = hashlib.sha256(), 0, True
        with source.open("rb") as stream:
            large = source.stat().st_size >= ZIP64_FROM
            with self._zip.open(_info(path), "w", force_zip64=large) as entry:
                while True:
                    try:
                        chunk = stream.read(CHUNK)
                    except OSError:
                        whole = False  # a bad place of the disk; what lies before it is worth having
                        break
                    if not chunk:
                        break
                    entry.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
                    self._tick(len(chunk))
        return self._note(Entry(path, size, digest.hexdigest(), whole))

    def _note(self, entry: Entry) -> Entry:
        self.entries.append(entry)
        return entry


def _info(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
    info.external_attr = _MODE
    info.create_system = 3
    return info
