"""The hub's Ed25519 key: made at first start, kept in a file that only its owner reads, signs receipts."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .config import ConfigError
from .private_files import write_private
from .protocol.keys import PublicKey
from .protocol.signed import Kind, sign_object


@dataclass(frozen=True)
class HubKey:
    """The private key and its public half."""

    private: Ed25519PrivateKey
    public: PublicKey

    @classmethod
    def of(cls, private: Ed25519PrivateKey) -> Self:
        """A key pair from its private half."""
        return cls(private, PublicKey.of(private.public_key().public_bytes_raw()))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the key at `path`, or make it. Refuses one that others may read, or that is damaged."""
        if not path.exists():
            write_private(path, Ed25519PrivateKey.generate().private_bytes_raw())
        if path.stat().st_mode & 0o077:
            raise ConfigError(f"{path.name} can be read by others; run: chmod 600 {path}")
        raw = path.read_bytes()
        if len(raw) != 32:
            raise ConfigError(f"{path.name} is damaged; restore it from a backup")
        return cls.of(Ed25519PrivateKey.from_private_bytes(raw))

    def sign(self, kind: Kind, payload: Any) -> str:
        """A compact JWS over a dataclass."""
        return sign_object(kind, payload, self.public, self.private.sign)


def verify_ed25519(raw_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` over `message` was made by the key of 32 raw bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(raw_key).verify(signature, message)
    except InvalidSignature, ValueError:
        return False
    return True
