"""The home's key for the manifests of its clips: made once, kept in Home Assistant's private storage.

It goes over the pipe to the engine, which signs with it, and nowhere else: not into a log, not into diagnostics.
It is not one of the keys that hubs know, so that two hubs cannot tell by it that they know the same home.
"""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store

from .const import DOMAIN
from .lib.mat_than_engine.keeping.manifest import signing_key

STORE_KEY = f"{DOMAIN}.signing"
STORE_VERSION = 1


def _store(hass: HomeAssistant) -> Store[dict[str, str]]:
    return Store(hass, STORE_VERSION, STORE_KEY, private=True, atomic_writes=True)


async def async_signing_seed(hass: HomeAssistant) -> str:
    """The 32 bytes of the key, hexadecimal; made, and on disk, when this returns the first time."""
    store = _store(hass)
    stored = await store.async_load()
    if stored is None:
        stored = {"seed": Ed25519PrivateKey.generate().private_bytes_raw().hex()}
        await store.async_save(stored)
    return stored["seed"]


def fingerprint(seed: str) -> str:
    """The public half in short, for people to compare: what a verifier shows of an export (RFC 7638, base64url)."""
    return signing_key(bytes.fromhex(seed))[0].thumbprint


async def async_destroy_signing_seed(hass: HomeAssistant) -> None:
    """Forget the key. What it signed stays provable: the public half is in every export."""
    await _store(hass).async_remove()
