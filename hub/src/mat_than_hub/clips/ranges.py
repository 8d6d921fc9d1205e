"""Reads the `Range` header of RFC 9110: one range of bytes, which is all that players ask for."""

from dataclasses import dataclass
import re

from ..errors import ConsoleProblem, Refusal

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True, slots=True)
class ByteRange:
    """From `start` up to, not including, `stop`; `partial` when a range was asked for."""

    start: int
    stop: int
    partial: bool


def parse_range(header: str | None, size: int) -> ByteRange:
    """The range to serve. A header that is not one range is ignored, as the RFC asks; Refusal 416 for one outside."""
    match = _ONE_RANGE.fullmatch(header.strip()) if header else None
    if match is None or match.groups() == ("", ""):
        return ByteRange(0, size, partial=False)
    first, last = match.groups()
    if first == "":
        start, stop = max(0, size - int(last)), size
    else:
        start, stop = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < int(first):
            return ByteRange(0, size, partial=False)
    if start >= stop:
        raise Refusal(ConsoleProblem.RANGE, headers={"Content-Range": f"bytes */{size}"})
    return ByteRange(start, stop, partial=True)
