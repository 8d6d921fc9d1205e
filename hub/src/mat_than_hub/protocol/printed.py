"""A signed paper's code: signed objects and the keys that signed them, in a text that a QR code carries.

`MT1:` and base32 of DEFLATE, so that it stands in a QR code's compact alphabet and needs no quotes in a command. Inside,
four lines for each object: its kind, the key that signed it, its JSON as it was signed, the signature. A header has
nothing that these do not say. `mat-than-verify` reads it without a network.
"""

import base64
from collections.abc import Sequence
import json
import zlib

from ..wire import WireError
from .keys import PublicKey, from_b64url
from .signed import Kind

SEAL_PREFIX = "MT1:"
SEAL_CHARS = 4200  # what the largest code holds with the least correction, and a little less


def paper_seal(objects: Sequence[tuple[Kind, str, PublicKey]]) -> str:
    """The text for these signed objects (compact JWS), each with the key that signed it.

    WireError for one whose header is not what `sign_object` writes for that kind and key.
    """
    lines = []
    for kind, token, key in objects:
        parts = token.split(".")
        header = {"alg": "Ed25519", "typ": kind.value, "kid": key.thumbprint}
        if len(parts) != 3 or from_b64url(parts[0]) != json.dumps(header, separators=(",", ":")).encode():
            raise WireError("", "is not signed as that kind by that key")
        lines += [kind.value, key.x, from_b64url(parts[1]).decode(), parts[2]]
    packed = zlib.compress("\n".join(lines).encode(), 9)
    return SEAL_PREFIX + base64.b32encode(packed).decode().rstrip("=")
