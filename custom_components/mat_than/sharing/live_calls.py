"""What hubs are told of live views: the signed answer, and the end. Who pushes has its client from here."""

import asyncio
from contextlib import suppress
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.live import LiveAnswer, LiveEnding
from ..lib.mat_than_engine.protocol.signed import Kind
from .errors import HubRefusedError, SharingError
from .hub import Hub
from .identity import Identity
from .live_client import LiveClient
from .permissions import Permissions
from .transport import Transport, async_get_hub_session

END_AGAIN_S: Final = (1.0, 4.0, 15.0)  # between attempts to say that a view is over


class LiveCalls:
    """The calls about live views, to any hub that was joined."""

    def __init__(self, hass: HomeAssistant, permissions: Permissions) -> None:
        self._hass = hass
        self._permissions = permissions

    def client(self, hub: Hub) -> LiveClient:
        """The calls of one hub. HomeAssistantError where this home's key for it is lost."""
        session = async_get_hub_session(self._hass)
        return LiveClient(Transport(session, hub.url, self._identity(hub), dt_util.utcnow))

    async def async_answer(self, hub: Hub, answer: LiveAnswer) -> None:
        """Hand over a signed answer. Raises SharingErrors."""
        token = self._identity(hub).sign_object(Kind.LIVE_ANSWER, answer)
        await self.client(hub).answer(answer.live_id, token)

    async def async_tell_no(self, hub: Hub, answer: LiveAnswer) -> None:
        """Silence would do as well, so this is tried once, and only while anything may be said to the hub."""
        if self._permissions.open_to(hub.recipient):
            with suppress(SharingError, HomeAssistantError):
                await self.async_answer(hub, answer)

    async def async_tell_end(self, hub: Hub, live_id: str, consent_id: str | None, cause: LiveEnding) -> None:
        """Who looks sees at once why nothing comes any more; a hub that cannot be told ends it by its own clock.

        Also a hub that may hear of nothing else, because the owner paused the camera: it shows the view until it is told.
        Where the consent was withdrawn and nothing else is shared, the withdrawal is what it hears.
        """
        for pause_s in (*END_AGAIN_S, None):
            if cause is LiveEnding.OFFICER or not self._may_hear(hub, consent_id):
                return
            try:
                await self.client(hub).end(live_id, cause)
            except HubRefusedError, HomeAssistantError:
                return
            except SharingError:
                if pause_s is None:
                    return
                await asyncio.sleep(pause_s)
            else:
                return

    def _may_hear(self, hub: Hub, consent_id: str | None) -> bool:
        stands = consent_id is not None and self._permissions.consent_record(consent_id) is not None
        return stands or self._permissions.open_to(hub.recipient)

    def _identity(self, hub: Hub) -> Identity:
        identity = self._permissions.identities.get(hub.recipient)
        if identity is None:
            raise HomeAssistantError(
                translation_domain=DOMAIN, translation_key="give_gone", translation_placeholders={"hub": hub.name}
            )
        return identity
