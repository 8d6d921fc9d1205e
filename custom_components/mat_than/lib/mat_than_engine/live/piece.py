"""The pieces of a live view and how they cross from the engine to its host: over a local socket, each behind a head.

Pieces do not go over the pipe, which is JSON and shared with everything else: a slow line for a live view must not
hold up a motion. The head is: kind (1 byte), when its first picture was taken (seconds since 1970), length.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
import struct

HEAD = struct.Struct(">BdI")
LARGEST_PIECE = 4 * 1024 * 1024


class PieceKind(IntEnum):
    """What a piece is."""

    INIT = 1  # how those that follow are to be read
    FRAGMENT = 2  # leans on those before
    KEY_FRAGMENT = 3  # begins with a picture that needs none before


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece; `taken_s` is the wall clock's time of its first picture (0 of an init segment)."""

    kind: PieceKind
    data: bytes
    taken_s: float = 0.0


def head_of(piece: Piece) -> bytes:
    """What goes before its bytes."""
    return HEAD.pack(piece.kind, piece.taken_s, len(piece.data))


def read_head(head: bytes) -> tuple[PieceKind, float, int]:
    """Kind, time and length. ValueError when that is no head of ours."""
    kind, taken_s, length = HEAD.unpack(head)
    if length > LARGEST_PIECE:
        raise ValueError("a piece that is too long")
    return PieceKind(kind), taken_s, length


def boxes(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, beginning and end of each MP4 box that lies whole in these bytes, one after the other."""
    at = 0
    while at + 8 <= len(data):
        end = at + int.from_bytes(data[at : at + 4])
        if end < at + 8 or end > len(data):
            return
        yield data[at + 4 : at + 8], at, end
        at = end
