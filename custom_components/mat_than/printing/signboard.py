"""What the owner wants on his sign: who records, and how to reach him. Asked once, kept in Home Assistant's own storage."""

from dataclasses import dataclass
from typing import Any, Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..lib.mat_than_engine.wire import WireError, read, to_json

STORE_KEY: Final = f"{DOMAIN}.sign"
STORE_VERSION: Final = 1
MOST_CHARS: Final = 80  # what still stands large on the sign

_SIGNBOARD: HassKey[Signboard] = HassKey(STORE_KEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOwner:
    """Who records, and how to reach them; empty until it was asked."""

    name: str = ""
    contact: str = ""


class Signboard:
    """The one of this Home Assistant."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._store = Store[dict[str, Any]](hass, STORE_VERSION, STORE_KEY, private=True, atomic_writes=True)
        self.owner = SignOwner()

    async def async_load(self) -> None:
        """Read what is stored."""
        try:
            self.owner = read(SignOwner, await self._store.async_load() or {})
        except WireError:
            self.owner = SignOwner()  # it is asked again

    async def async_put(self, owner: SignOwner) -> None:
        """Keep it; on disk when this returns."""
        self.owner = owner
        await self._store.async_save(to_json(owner))  # type: ignore[arg-type]  # a dataclass becomes a mapping

    async def async_destroy(self) -> None:
        """Remove it, and the file."""
        self.owner = SignOwner()
        await self._store.async_remove()


async def async_get_signboard(hass: HomeAssistant) -> Signboard:
    """The one `Signboard`, loaded."""
    if _SIGNBOARD not in hass.data:
        signboard = Signboard(hass)
        await signboard.async_load()
        hass.data.setdefault(_SIGNBOARD, signboard)
    return hass.data[_SIGNBOARD]
