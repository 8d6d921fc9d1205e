"""The file of a clip while it is written, as FFmpeg's muxer sees it: bytes in, and places to go back to.

The muxer only says that something failed. Here the disk's own answer is kept, so that a full disk, a broken one and a
packet that no file can hold are told apart; and a file can be let go of as it is, without the index a muxer writes last.
"""

from pathlib import Path


class PartFile:
    """An open file that remembers why it took no more. Every call raises OSError when the disk refuses."""

    def __init__(self, path: Path) -> None:
        self._raw = path.open("wb", buffering=0)  # the muxer has a buffer of its own
        self.failure: OSError | None = None
        self.written_bytes = 0

    @property
    def closed(self) -> bool:
        """Whether nothing can be written any more; the muxer asks before it writes its index."""
        return self._raw.closed

    def write(self, data: bytes) -> int:
        """Write all of it. What the disk refused once is refused from then on: nothing may follow a hole."""
        if self.failure is not None:
            raise self.failure
        left = memoryview(data)
        try:
            while left:
                left = left[self._raw.write(left) :]
        except OSError as err:
            self.failure = err
            raise
        self.written_bytes += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        """Where the next byte goes."""
        return self._raw.tell()

    def close(self) -> None:
        """Let go of it, as it is. What the disk says only now counts too."""
        try:
            self._raw.close()
        except OSError as err:
            self.failure = self.failure or err
            raise
