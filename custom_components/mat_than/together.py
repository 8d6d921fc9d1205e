"""Things that are begun at the same time, and of which all have ended before anything else is done."""

import asyncio
from collections.abc import Awaitable


async def async_all(*work: Awaitable[object]) -> None:
    """Do all of these at the same time. The first error is raised when every one has ended: what was begun can be stopped then.

    `asyncio.gather` alone raises at once and leaves the others running: a door that opens after its entry was given up.
    """
    for outcome in await asyncio.gather(*work, return_exceptions=True):
        if isinstance(outcome, BaseException):
            raise outcome
