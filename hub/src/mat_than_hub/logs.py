"""Logs to standard error, one line each: text for people at a terminal, JSON for machines."""

import logging
from pathlib import Path
import sys
from traceback import extract_tb

import structlog


def trace(err: BaseException) -> str:
    """Where an exception came from: places and kinds, never its message, which may hold what somebody sent."""
    kinds: list[str] = []
    places: list[str] = []
    cause: BaseException | None = err
    while cause is not None and len(kinds) < 5:
        kinds.append(type(cause).__name__)
        places += [f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(cause.__traceback__)[-6:]]
        cause = cause.__cause__ or cause.__context__
    return f"{' < '.join(kinds)} at {' '.join(places)}"


def set_up_logs(*, json_lines: bool | None = None) -> None:
    """Configure structlog, and keep libraries to warnings. `None` asks whether a person is watching."""
    as_json = not sys.stderr.isatty() if json_lines is None else json_lines
    renderer: structlog.types.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
