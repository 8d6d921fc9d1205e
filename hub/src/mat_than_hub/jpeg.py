"""Says whether bytes are a whole JPEG, by its markers; nothing is decoded."""

_FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended, progressive
_SIDE_PIXELS = 16_384


def is_jpeg(data: bytes) -> bool:
    """Whether `data` begins, has a frame of sensible size and a scan, and ends as a JPEG does."""
    if not data.startswith(b"\xff\xd8") or not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        return False
    place, framed = 2, False
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if marker == 0xFF:  # a fill byte
            place += 1
            continue
        if marker == 0xDA:
            return framed
        if length < 2:
            return False
        if marker in _FRAMES:
            framed = _sensible(data[place + 4 : place + 2 + length])
        place += 2 + length
    return False


def _sensible(frame: bytes) -> bool:
    height, width = int.from_bytes(frame[1:3]), int.from_bytes(frame[3:5])
    return len(frame) >= 6 and 0 < height <= _SIDE_PIXELS and 0 < width <= _SIDE_PIXELS
