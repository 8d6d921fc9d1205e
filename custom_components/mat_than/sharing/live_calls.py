"""What hubs are told of live views: the signed answer, and the end. Who pushes has its client from here."""

from contextlib import suppress

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.live import LiveAnswer, LiveEnding
from ..lib.mat_than_engine.protocol.signed import Kind
from .errors import SharingError
from .hub import Hub
from .identity import Identity
from .live_client import LiveClient
from .permissions import Permissions
from .transport import Transport, async_get_hub_session


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

    async def async_tell_end(self, hub: Hub, live_id: str, cause: LiveEnding) -> None:
        """Who looks sees at once why nothing comes any more; a hub that cannot be told ends it by its own clock.

        Where nothing may be said to it, not even this is: it hears of the withdrawal.
        """
        if cause is not LiveEnding.OFFICER and self._permissions.open_to(hub.recipient):
            with suppress(SharingError, HomeAssistantError):
                await self.client(hub).end(live_id, cause)

    def _identity(self, hub: Hub) -> Identity:
        identity = self._permissions.identities.get(hub.recipient)
        if identity is None:
            raise HomeAssistantError(
                translation_domain=DOMAIN, translation_key="give_gone", translation_placeholders={"hub": hub.name}
            )
        return identity
