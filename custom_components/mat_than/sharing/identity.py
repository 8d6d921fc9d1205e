"""The home's keys: one Ed25519 key per hub, so that two hubs cannot tell that they know the same home.

A private key is made here, kept in Home Assistant's private storage (readable by its own user only), and never
leaves it; what signs gets the `Identity` and not its bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.keys import PublicKey, b64url, from_b64url
from ..lib.mat_than_engine.protocol.signed import Kind, sign_object
from .consent import Recipient

STORE_KEY = f"{DOMAIN}.identities"
STORE_VERSION = 1
_IDENTITIES: HassKey[Identities] = HassKey(STORE_KEY)


@dataclass(frozen=True, slots=True)
class Identity:
    """The home as one hub knows it. Its repr shows no key."""

    _private: Ed25519PrivateKey

    def __repr__(self) -> str:
        return f"Identity({self.public.thumbprint})"

    @classmethod
    def new(cls) -> Identity:
        """Make a key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def of(cls, raw: bytes) -> Identity:
        """The key of 32 stored bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    @property
    def private(self) -> Ed25519PrivateKey:
        """For the module that signs requests."""
        return self._private

    @property
    def public(self) -> PublicKey:
        """The half that the hub knows."""
        return PublicKey.of(self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def sign_object(self, kind: Kind, payload: Any) -> str:
        """A signed object of this home (a dataclass of the protocol)."""
        return sign_object(kind, payload, self.public, self._private.sign)


def verify_ed25519(key: bytes, signature: bytes, message: bytes) -> bool:
    """Ed25519 for `open_object`."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


class Identities:
    """The keys of this home by the hub that knows them."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._store = Store[dict[str, str]](hass, STORE_VERSION, STORE_KEY, private=True, atomic_writes=True)
        self._keys: dict[str, str] = {}
        self._new: set[str] = set()  # put by a flow whose hub is not in the entry yet

    async def async_load(self) -> None:
        """Read the stored keys."""
        self._keys = await self._store.async_load() or {}

    def get(self, recipient: Recipient) -> Identity | None:
        """The key for that hub, or None where it was lost."""
        raw = self._keys.get(_name(recipient))
        return Identity.of(from_b64url(raw)) if raw is not None else None

    async def async_put(self, recipient: Recipient, identity: Identity) -> None:
        """Keep a key; it is on disk when this returns."""
        self._new.add(_name(recipient))
        self._keys[_name(recipient)] = b64url(identity.private.private_bytes_raw())
        await self._store.async_save(self._keys)

    async def async_keep_only(self, recipients: Iterable[Recipient]) -> None:
        """Destroy the keys of all other hubs, but for one that is being joined just now."""
        kept = {_name(recipient) for recipient in recipients}
        self._new -= kept
        doomed = self._keys.keys() - kept - self._new
        if doomed:
            self._keys = {name: key for name, key in self._keys.items() if name not in doomed}
            await self._store.async_save(self._keys)

    async def async_destroy(self) -> None:
        """Destroy all keys and their file."""
        self._keys.clear()
        await self._store.async_remove()


def _name(recipient: Recipient) -> str:
    return f"{recipient.thumbprint}/{recipient.household_id}"


async def async_get_identities(hass: HomeAssistant) -> Identities:
    """The one `Identities` of this Home Assistant, loaded."""
    if _IDENTITIES not in hass.data:
        identities = Identities(hass)
        await identities.async_load()
        hass.data.setdefault(_IDENTITIES, identities)
    return hass.data[_IDENTITIES]
