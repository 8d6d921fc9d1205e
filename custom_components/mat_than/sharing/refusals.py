"""What a hub will not have: tried again a few times where that may heal it, else parked with its reason.

A refusal that is no object's fault (the hub is busy, our clock is wrong) is the lane's: it waits and tries again.
"""

import asyncio
from collections.abc import Callable, Sequence
import logging
from typing import Final

from homeassistant.core import HomeAssistant

from ..lib.mat_than_engine.protocol.problems import Problem
from .contact import Contact
from .errors import HubRefusedError
from .lane import FIRST_BACKOFF_S
from .outbox import Outbox
from .parcel import Parcel
from .permissions import Permissions

_LOGGER = logging.getLogger(__name__)

MOST_ATTEMPTS: Final = 5  # of a parcel that the hub refuses for a reason that might heal

# Refusals that are no parcel's fault: they heal with time, or when somebody does something at the hub.
_LINE_PROBLEMS: Final = {
    Problem.CLOCK_SKEW,
    Problem.NOT_CONFIRMED,
    Problem.OVERLOADED,
    Problem.QUOTA,
    Problem.SIGNATURE_INVALID,
    Problem.UNKNOWN_KEY,
}
# Refusals that may heal by trying again, a few times.
_HEALING_PROBLEMS: Final = {Problem.CONSENT_MISSING, Problem.NOT_YOURS, Problem.DIGEST_MISMATCH}


def is_of_the_line(err: HubRefusedError) -> bool:
    """Whether the refusal says nothing of the object that was sent."""
    return err.problem in _LINE_PROBLEMS or err.problem is None


class Refusals:
    """One hub's refusals; `tell_cameras` is called when the hub may have lost ours."""

    def __init__(
        self,
        hass: HomeAssistant,
        contact: Contact,
        outbox: Outbox,
        permissions: Permissions,
        tell_cameras: Callable[[], None],
    ) -> None:
        self._hass = hass
        self._contact = contact
        self._hub = contact.hub
        self._outbox = outbox
        self._permissions = permissions
        self._tell_cameras = tell_cameras

    async def treat(self, refusals: Sequence[tuple[Parcel, Problem | None]]) -> None:
        """The hub will not have these. Try what may heal a few times, else park them with their reason."""
        consents = set()
        pause_s = 0.0
        for parcel, problem in refusals:
            attempts = await self._off_loop(self._outbox.tried, parcel)
            if problem not in _HEALING_PROBLEMS or attempts >= MOST_ATTEMPTS:
                _LOGGER.info("Hub %s does not take an object of %s: %s", self._hub.name, parcel.kind, problem)
                await self._off_loop(self._outbox.park, parcel, problem.value if problem else "unknown")
                continue
            pause_s = max(pause_s, FIRST_BACKOFF_S * 2 ** (attempts - 1))
            if problem is Problem.CONSENT_MISSING:
                consents.add(parcel.consent_id)
            elif problem is Problem.NOT_YOURS:  # perhaps the hub lost our cameras
                self._tell_cameras()
            elif problem is Problem.DIGEST_MISMATCH:
                await self._off_loop(self._outbox.make_again, parcel)
        for consent_id in consents:
            await self._put_consent(consent_id)
        await asyncio.sleep(pause_s)

    async def _put_consent(self, consent_id: str) -> None:
        """A hub that lost its consents (a restored backup) is given this one again."""
        record = self._permissions.consent_record(consent_id)
        if record is not None:
            version, token = record
            await self._contact.client.put_consent(consent_id, version, token)

    async def _off_loop[*Args, T](self, work: Callable[[*Args], T], *values: *Args) -> T:
        return await self._hass.async_add_executor_job(work, *values)
