"""A large clip in parts: the header fields of the IETF's "Resumable Uploads for HTTP", as both sides write and read them.

`HEAD` on the clip's content tells in `Upload-Offset` how much of it is kept; `PATCH` with that offset adds a part, and the
last part says `Upload-Complete: ?1`. A part that was kept is never sent again.
"""

from typing import Final

PARTS_ABOVE: Final = 4 * 1024 * 1024  # a clip that is larger goes in parts
PART_BYTES: Final = 1024 * 1024  # what a home sends at a time, and loses at most when the line breaks
LEAST_PART_BYTES: Final = 256 * 1024  # of each part but the last

OFFSET_FIELD: Final = "Upload-Offset"
COMPLETE_FIELD: Final = "Upload-Complete"
LIMIT_FIELD: Final = "Upload-Limit"
PART_TYPE: Final = "application/partial-upload"


def parse_offset(field: str | None) -> int | None:
    """The number of bytes in an `Upload-Offset`; None where there is none, or nonsense."""
    if field is None or len(field) > 15 or not (field.isascii() and field.isdecimal()):
        return None
    return int(field)


def format_complete(*, complete: bool) -> str:
    """A structured field's boolean."""
    return "?1" if complete else "?0"
