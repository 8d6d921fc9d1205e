"""The zip around an export, byte by byte: whether it is the one the home wrote.

Mắt Thần writes its zips in one way: entries one behind the other without a gap, stored and not deflated, with no date,
no comment, no owner. So every byte that is not of a file's content is known beforehand, and one that differs shows,
as does anything hidden between, before or behind the entries. A zip that somebody packed anew fails this and may still
hold every file unchanged, which is why it is told apart from a change.
"""

import struct
from typing import BinaryIO
import zipfile

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")
_MODE = 0o100644 << 16
_DATE = 1 << 5 | 1  # 1980-01-01
_MOST16, _MOST32 = 0xFFFF, 0xFFFFFFFF
_LIMIT = (1 << 31) - 1  # zipfile keeps sizes and places beyond it in ZIP64's form


def is_original(stream: BinaryIO, archive: zipfile.ZipFile, size_bytes: int) -> bool:
    """Whether the wrapping of an opened zip is, byte for byte, what Mắt Thần writes around such files."""
    place = 0
    entries = archive.infolist()
    for info in entries:
        if info.header_offset != place or info.compress_type != zipfile.ZIP_STORED:
            return False
        large = info.file_size >= 1 << 31
        header = _local_header(info, large)
        if not _stands(stream, place, header):
            return False
        place += len(header) + info.file_size
    if archive.start_dir != place:
        return False
    tail = b"".join(_central_header(info) for info in entries)
    tail += _end(len(entries), len(tail), place)
    return size_bytes == place + len(tail) and _stands(stream, place, tail)


def _stands(stream: BinaryIO, place: int, wanted: bytes) -> bool:
    stream.seek(place)
    return stream.read(len(wanted)) == wanted


def _name(info: zipfile.ZipInfo) -> tuple[bytes, int]:
    """The entry's name and the flag that says whether it is UTF-8."""
    name = info.orig_filename.encode()
    return name, 0 if name.isascii() else 0x800


def _local_header(info: zipfile.ZipInfo, large: bool) -> bytes:
    name, flag = _name(info)
    size = _MOST32 if large else info.file_size
    extra = struct.pack("<HHQQ", 1, 16, info.file_size, info.file_size) if large else b""
    version = 45 if large else 20
    fixed = _LOCAL.pack(b"PK\3\4", version, flag, 0, 0, _DATE, info.CRC, size, size, len(name), len(extra))
    return fixed + name + extra


def _central_header(info: zipfile.ZipInfo) -> bytes:
    name, flag = _name(info)
    beyond = []
    size = info.file_size
    if size > _LIMIT:
        beyond += [size, size]
        size = _MOST32
    place = info.header_offset
    if place > _LIMIT:
        beyond.append(place)
        place = _MOST32
    extra = struct.pack(f"<HH{len(beyond)}Q", 1, 8 * len(beyond), *beyond) if beyond else b""
    version = 45 if beyond else 20
    fixed = _CENTRAL.pack(
        b"PK\1\2", version, 3, version, 0, flag, 0, 0, _DATE, info.CRC, size, size,
        len(name), len(extra), 0, 0, 0, _MODE, place,
    )  # fmt: skip
    return fixed + name + extra


def _end(count: int, size: int, place: int) -> bytes:
    before = b""
    if count > _MOST16 or place > _LIMIT or size > _LIMIT:
        before = _END64.pack(b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, place)
        before += _LOCATOR64.pack(b"PK\6\7", 0, place + size, 1)
        count, size, place = min(count, _MOST16), min(size, _MOST32), min(place, _MOST32)
    return before + _END.pack(b"PK\5\6", 0, 0, count, count, size, place, 0)
