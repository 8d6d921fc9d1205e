"""How much is too much, and the checks that every object shares. A hub may announce smaller limits."""

from datetime import datetime, timedelta
from uuid import UUID

from ..wire import WireError

VERSION = "mt/1"

EVENTS_PER_BATCH = 100
BATCH_BYTES = 256 * 1024
STILL_BYTES = 300 * 1024
CLIP_BYTES = 64 * 1024 * 1024
JSON_BYTES = 64 * 1024  # any other body
TEXT_CHARS = 200
NOTICE_CHARS = 4000
BOXES_PER_EVENT = 20
ACCESS_ENTRIES = 100
INBOX_ITEMS = 50
INBOX_WAIT_S = 25
CASE_CHARS = 40
REASON_CHARS = 1000
CAMERAS_PER_REQUEST = 50  # of one household
FOOTAGE_SPAN = timedelta(hours=12)  # what one request, one answer and one report may be about
REQUEST_AGE = timedelta(days=30)  # how old the footage may be, and how long a request may stay open
SIGNATURE_WINDOW = timedelta(seconds=60)
LIVE_LONGEST = timedelta(minutes=15)  # a live view, from the owner's yes on
LIVE_SHORTEST_S = 60  # nobody asks for less
LIVE_PATIENCE = timedelta(minutes=2)  # how long a live view waits for the owner's word
LIVE_INIT_BYTES = 64 * 1024
LIVE_FRAGMENT_BYTES = 4 * 1024 * 1024  # a second or two of a main stream
EVENT_AGE = timedelta(days=31)  # an outbox that was cut off for longer has dropped its events itself


def check_id(value: str, pointer: str) -> None:
    """A UUID in its usual spelling, or WireError at `pointer`."""
    try:
        fits = str(UUID(value)) == value
    except ValueError:
        fits = False
    if not fits:
        raise WireError(pointer, "is not a UUID in its usual form")


def check_text(value: str, pointer: str, longest: int = TEXT_CHARS) -> None:
    """Not blank and at most `longest` characters, or WireError at `pointer`."""
    if not value.strip() or len(value) > longest:
        raise WireError(pointer, f"is empty or longer than {longest} characters")


def check_sha256(value: str, pointer: str) -> None:
    """64 lower-case hexadecimal digits, or WireError at `pointer`."""
    if len(value) != 64 or not set(value) <= set("0123456789abcdef"):
        raise WireError(pointer, "is not a SHA-256 in hexadecimal")


def check_order(earlier: datetime, later: datetime | None, pointer: str) -> None:
    """`later` is not before `earlier` (None is open), or WireError at `pointer`."""
    if later is not None and later < earlier:
        raise WireError(pointer, "lies before the start")
