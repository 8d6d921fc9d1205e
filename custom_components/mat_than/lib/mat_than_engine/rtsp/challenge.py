"""How a camera asks who is there, and the answer (RFC 7616 Digest, RFC 7617 Basic)."""

import base64
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
import hashlib
import re
import secrets

_PAIR = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))')


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()  # what most cameras know


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


_HASHES: dict[str, Callable[[str], str]] = {"md5": _md5, "sha-256": _sha256}


@dataclass(slots=True)
class Challenge:
    """One scheme that the camera offered; answers every request that follows. Never printed."""

    user: str = field(repr=False)
    password: str = field(repr=False)
    realm: str
    nonce: str | None = None  # None: Basic
    algorithm: str = "md5"
    opaque: str | None = None
    quality: bool = False  # qop=auth
    count: int = 0

    def answer(self, method: str, url: str) -> str:
        """The value of the `Authorization` header for a request."""
        if self.nonce is None:
            word = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
            return f"Basic {word}"
        digest = _HASHES[self.algorithm]
        who, what = digest(f"{self.user}:{self.realm}:{self.password}"), digest(f"{method}:{url}")
        said = {"username": self.user, "realm": self.realm, "nonce": self.nonce, "uri": url}
        plain = ""
        if self.quality:
            self.count += 1
            mine = secrets.token_hex(8)
            said["cnonce"] = mine
            said["response"] = digest(f"{who}:{self.nonce}:{self.count:08x}:{mine}:auth:{what}")
            plain = f", qop=auth, nc={self.count:08x}"
        else:
            said["response"] = digest(f"{who}:{self.nonce}:{what}")
        if self.opaque is not None:
            said["opaque"] = self.opaque
        if self.algorithm != "md5":
            plain += f", algorithm={self.algorithm.upper()}"
        return "Digest " + ", ".join(f'{name}="{value}"' for name, value in said.items()) + plain


def read_challenge(offers: Iterable[str], user: str, password: str) -> Challenge | None:
    """The best of the schemes offered: a digest before the bare password; None when none of them is known."""
    basic = None
    for offer in offers:
        scheme, _, rest = offer.strip().partition(" ")
        words = {name.lower(): quoted or bare for name, quoted, bare in _PAIR.findall(rest)}
        realm, algorithm = words.get("realm", ""), words.get("algorithm", "md5").lower()
        if scheme.lower() == "digest" and "nonce" in words and algorithm in _HASHES:
            return Challenge(
                user=user,
                password=password,
                realm=realm,
                nonce=words["nonce"],
                algorithm=algorithm,
                opaque=words.get("opaque"),
                quality="auth" in [word.strip().lower() for word in words.get("qop", "").split(",")],
            )
        if scheme.lower() == "basic":
            basic = Challenge(user=user, password=password, realm=realm)
    return basic
