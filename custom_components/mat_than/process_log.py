"""The engine's log lines, taken into Home Assistant's log without any address.

The engine writes `LEVEL text` lines to its standard error. Its own code never logs an address with a password,
but FFmpeg and Python's tracebacks write there too, so every line is cleaned again here.
"""

from asyncio import StreamReader
import logging
from typing import Final

from .lib.mat_than_engine.redact import redact

_LOGGER = logging.getLogger(__name__)

LONGEST_LINE: Final = 2000
_LEVELS = {
    "DEBUG": logging.DEBUG,
    "INFO": logging.INFO,
    "WARNING": logging.WARNING,
    "ERROR": logging.ERROR,
    "CRITICAL": logging.ERROR,
}


async def async_pump_log(stream: StreamReader | None) -> None:
    """Copy lines until the stream ends."""
    while stream is not None:
        try:
            raw = await stream.readline()
        except ValueError:  # longer than the reader's buffer: the reader has dropped it
            continue
        if not raw:
            return
        line = raw.decode(errors="replace").rstrip()
        word, _, rest = line.partition(" ")
        known = word.rstrip(":") in _LEVELS
        level = _LEVELS[word.rstrip(":")] if known else logging.WARNING
        if line and _LOGGER.isEnabledFor(level):
            _LOGGER.log(level, "%s", redact(rest if known else line)[:LONGEST_LINE])
