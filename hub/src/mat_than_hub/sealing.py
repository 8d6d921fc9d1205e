"""Objects at rest are sealed: each with a key of its own, derived from its consent's key, which withdrawal destroys.

A sealed object is a salt and then pieces of 64 KiB, each AES-256-GCM, so that a range costs no more than its pieces.
A piece's nonce is its place, and whether it is the last; the object's name is bound in. A piece that was changed,
moved, cut off or taken from another object does not open.
"""

from collections.abc import AsyncIterator
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .consent_keys import ConsentKeys
from .store import ClipStore, StoredObject, Upload

PIECE_BYTES = 64 * 1024
_SALT_BYTES = 32
_TAG_BYTES = 16
_SEALED_BYTES = PIECE_BYTES + _TAG_BYTES
_ASK_AGAIN_BYTES = 1024 * 1024


class SealBrokenError(Exception):
    """An object's bytes are not those that were stored."""


class SealedStore:
    """The store as the rest of the hub sees it: plain bytes in and out, sealed ones on disk."""

    def __init__(self, store: ClipStore, keys: ConsentKeys) -> None:
        self._store = store
        self.keys = keys

    async def put(self, key: str, consent_id: str) -> Upload:
        """Begin to write an object that lives as long as the consent's key. KeyDestroyedError when that is gone."""
        secret = await self.keys.make(consent_id)
        salt = os.urandom(_SALT_BYTES)
        upload = await self._store.put(key)
        await upload.write(salt)
        return _SealedUpload(upload, _Seal(secret, salt, key))

    async def read(self, key: str, consent_id: str, start: int, stop: int) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `stop`; ends early when the consent's key is destroyed on the way.

        FileNotFoundError when there is no such object, KeyDestroyedError when it cannot be opened any more,
        SealBrokenError when it was changed.
        """
        salt = b"".join([piece async for piece in self._store.read(key, 0, _SALT_BYTES)])
        seal = _Seal(await self.keys.get(consent_id), salt, key)
        size = _plain_bytes(await self._sealed_bytes(key))
        number, asked = start // PIECE_BYTES, start
        async for sealed in self._pieces(key, number, -(-stop // PIECE_BYTES)):
            begins = number * PIECE_BYTES
            plain = seal.open(number, sealed, last=begins + len(sealed) - _TAG_BYTES >= size)
            yield plain[max(0, start - begins) : stop - begins]
            number += 1
            if begins - asked >= _ASK_AGAIN_BYTES:
                asked = begins
                if not await self.keys.exists(consent_id):
                    return

    async def _pieces(self, key: str, first: int, behind: int) -> AsyncIterator[bytes]:
        gathered = bytearray()
        begin, end = (_SALT_BYTES + number * _SEALED_BYTES for number in (first, behind))
        async for some in self._store.read(key, begin, end):
            gathered += some
            while len(gathered) >= _SEALED_BYTES:
                yield bytes(gathered[:_SEALED_BYTES])
                del gathered[:_SEALED_BYTES]
        if gathered:
            yield bytes(gathered)

    async def _sealed_bytes(self, key: str) -> int:
        found = await self._store.stat(key)
        if found is None:
            raise FileNotFoundError(key)
        return found.size_bytes

    async def stat(self, key: str) -> StoredObject | None:
        """The object with the size of its plain bytes, None when there is none."""
        found = await self._store.stat(key)
        return None if found is None else StoredObject(key, _plain_bytes(found.size_bytes), found.changed_at)

    async def delete(self, *keys: str) -> None:
        """Remove objects durably; nothing to do for those that are not there."""
        await self._store.delete(*keys)

    async def list_keys(self, prefix: str = "") -> list[StoredObject]:
        """All objects whose key begins with `prefix`, also unfinished ones."""
        found = await self._store.list_keys(prefix)
        return [StoredObject(item.key, _plain_bytes(item.size_bytes), item.changed_at) for item in found]

    async def free_bytes(self) -> int:
        """Room that is left."""
        return await self._store.free_bytes()


class _Seal:
    """One object's key."""

    def __init__(self, secret: bytes, salt: bytes, name: str) -> None:
        derived = HKDF(SHA256(), 32, salt, b"mat-than-hub object").derive(secret)
        self._cipher = AESGCM(derived)
        self._name = name.encode()

    def close(self, number: int, plain: bytes, *, last: bool) -> bytes:
        return self._cipher.encrypt(_nonce(number, last=last), plain, self._name)

    def open(self, number: int, sealed: bytes, *, last: bool) -> bytes:
        try:
            return self._cipher.decrypt(_nonce(number, last=last), sealed, self._name)
        except InvalidTag as err:
            raise SealBrokenError("an object is not what was stored") from err


class _SealedUpload:
    """Seals what is written, piece by piece; the last one when it ends."""

    def __init__(self, upload: Upload, seal: _Seal) -> None:
        self._upload = upload
        self._seal = seal
        self._number = 0
        self._gathered = bytearray()

    async def write(self, data: bytes) -> None:
        """Add bytes."""
        self._gathered += data
        while len(self._gathered) > PIECE_BYTES:  # the last piece, also a full one, waits for `commit`
            await self._close(bytes(self._gathered[:PIECE_BYTES]), last=False)
            del self._gathered[:PIECE_BYTES]

    async def commit(self) -> None:
        """Seal the last piece; the object is durable under its key when this returns."""
        await self._close(bytes(self._gathered), last=True)
        await self._upload.commit()

    async def discard(self) -> None:
        """Forget what was written; harmless after `commit`."""
        await self._upload.discard()

    async def _close(self, plain: bytes, *, last: bool) -> None:
        await self._upload.write(self._seal.close(self._number, plain, last=last))
        self._number += 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def _plain_bytes(sealed_bytes: int) -> int:
    body = max(0, sealed_bytes - _SALT_BYTES)
    return max(0, body - _TAG_BYTES * -(-body // _SEALED_BYTES))
