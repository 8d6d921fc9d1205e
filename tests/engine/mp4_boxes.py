"""The boxes an MP4 is made of, read as the specification lays them out."""

import struct


def boxes(data: bytes) -> dict[str, bytes]:
    """The contents of the boxes by their kinds; of several of one kind the last."""
    found, at = dict[str, bytes](), 0
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        found[kind.decode()] = data[at + 8 : at + size]
        at += size
    assert at == len(data)
    return found
