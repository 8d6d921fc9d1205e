"""Keeps addresses out of the log: whatever a line or a traceback holds, a URL leaves only its scheme."""

import logging
import re
from typing import override

_URL = re.compile(r"\b([a-z][a-z0-9+.-]*)://[^\s'\"<>]+", re.IGNORECASE)


def redact(text: str) -> str:
    """The text with every URL reduced to its scheme: `rtsp://…`."""
    return _URL.sub(r"\1://…", text)


class RedactingFormatter(logging.Formatter):
    """Formats a record, traceback and all, and then takes the URLs out of it."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        """The whole line without URLs."""
        return redact(super().format(record))
