"""Verifying a printed paper by the text of its code: `MT1:` and the signed objects with the keys that signed them.

The text brings everything: what was signed, by which keys, with which signatures. It proves that these keys signed
exactly this, and that the hub's receipt is for this very consent; that the paper says the same is for a person to
compare, line by line, and whose keys these are, too.
"""

import base64
import binascii
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
import json
from pathlib import Path
from typing import Any
import zlib

from .examination import is_trusted
from .findings import Answer, Facts, Finding, Gravity, verdict_of
from .tokens import Key, NotReadable, Token, b64url, from_b64url, read_token

PREFIX = "MT1:"
LONGEST_TEXT_BYTES = 64 * 1024
_LARGEST_BYTES = 256 * 1024  # unpacked
_LINES_EACH = 4
_MOST_OBJECTS = 64
_TOLD_CHARS = 400

CONSENT, RECEIPT = "mt-consent+jws", "mt-consent-receipt+jws"
DELETION, RELEASE = "mt-deletion-receipt+jws", "mt-hold-release+jws"
# What is read out of each kind, in the order of the paper.
_TOLD = {
    CONSENT: (
        "consent_id", "version", "household_id", "hub_thumbprint", "camera_id", "purpose", "kinds", "audio",
        "masks_required", "hours", "footage", "request_id", "valid_from", "valid_until", "retention_days", "parents",
        "notice_version", "language", "given_at",
    ),
    RECEIPT: ("received_at", "record_sha256"),
    DELETION: (
        "consent_id", "requested_at", "key_destroyed_at", "objects_deleted_at", "events", "stills", "clips", "size_bytes",
        "first_at", "last_at", "deletion_id", "holds",
    ),
    RELEASE: ("hold_id", "cause", "ended_at", "key_destroyed_at", "objects_deleted_at", "events", "stills", "clips"),
}  # fmt: skip
_OF_A_HOLD = ("case_number", "basis", "unit", "decided_at", "until", "events", "stills", "clips", "first_at", "last_at")


@dataclass(frozen=True)
class Signed:
    """One object of a code, with the key that came along."""

    token: Token
    key: Key


def is_code(text: str) -> bool:
    """Whether this is meant as the text of a code, and not as a path."""
    return text.strip()[: len(PREFIX)].upper() == PREFIX


def is_code_file(path: Path) -> bool:
    """Whether a file holds the text of a code."""
    with path.open("rb") as stream:
        return stream.read(len(PREFIX)).upper() == PREFIX.encode()


def read_code_file(path: Path) -> str:
    """The text in a file. NotReadable when it is longer than any code."""
    with path.open("rb") as stream:
        data = stream.read(LONGEST_TEXT_BYTES + 1)
    try:
        return data.decode("ascii")
    except UnicodeDecodeError as err:
        raise NotReadable("no code of a paper") from err


def verify_code(text: str, keys: Iterable[str]) -> Answer:
    """The answer for a code's text. NotReadable when it is none, or damaged."""
    objects = _read(text)
    trusted = tuple(keys)
    findings = [finding for one in objects for finding in _signature(one)]
    findings += _connections(objects)
    ours = [is_trusted(one.key, trusted) for one in objects]
    if trusted and not any(ours):
        findings.append(Finding("other_key", Gravity.CHANGED))
    facts = Facts(
        kind="paper",
        title=objects[0].token.kind.partition("+")[0],
        thumbprint=objects[0].key.thumbprint,
        compared=all(ours),
        lines=tuple(line for one in objects for line in _lines(one)),
    )
    return Answer(verdict_of(findings), facts, tuple(findings))


def _read(text: str) -> list[Signed]:
    letters = "".join(text.split()).upper()
    if len(letters) > LONGEST_TEXT_BYTES or not letters.startswith(PREFIX):
        raise NotReadable("no code of a paper")
    packed = letters[len(PREFIX) :]
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(base64.b32decode(packed + "=" * (-len(packed) % 8)), _LARGEST_BYTES)
        lines = data.decode().split("\n")
    except (binascii.Error, zlib.error, UnicodeDecodeError) as err:
        raise NotReadable("the code is not whole") from err
    if not unpacker.eof or unpacker.unused_data:
        raise NotReadable("the code is not whole")
    if len(lines) % _LINES_EACH or len(lines) > _LINES_EACH * _MOST_OBJECTS:
        raise NotReadable("no code of a paper")
    objects = [_object(lines[start : start + _LINES_EACH]) for start in range(0, len(lines), _LINES_EACH)]
    if objects[0].token.kind not in (CONSENT, DELETION):
        raise NotReadable("no code of a paper")
    return objects


def _object(lines: Sequence[str]) -> Signed:
    """One object, put together as it was signed: its header says nothing but the kind and the key."""
    kind, x, body, signature = lines
    raw = from_b64url(x)
    if kind not in _TOLD or len(raw) != 32:
        raise NotReadable("no code of a paper")
    key = Key(raw)
    header = json.dumps({"alg": "Ed25519", "typ": kind, "kid": key.thumbprint}, separators=(",", ":"))
    text = ".".join([b64url(header.encode()), b64url(body.encode()), signature])
    return Signed(read_token(text.encode()), key)


def _signature(one: Signed) -> list[Finding]:
    if one.token.fits(one.key):
        return []
    return [Finding("manifest_broken", Gravity.CHANGED, one.token.kind.partition("+")[0])]


def _connections(objects: Sequence[Signed]) -> list[Finding]:
    """Whether what stands on one paper belongs together."""
    first, rest = objects[0], objects[1:]
    payload = first.token.payload
    findings: list[Finding] = []
    if first.token.kind == CONSENT:
        if not rest:
            findings.append(Finding("receipt_missing", Gravity.NOTE))
        for one in rest:
            same = all(one.token.payload.get(name) == payload.get(name) for name in ("consent_id", "version"))
            if one.token.kind != RECEIPT or not same or one.token.payload.get("record_sha256") != first.token.sha256:
                findings.append(Finding("receipt_other", Gravity.CHANGED))
            elif one.key.thumbprint != payload.get("hub_thumbprint"):
                findings.append(Finding("receipt_other_hub", Gravity.CHANGED))
        return findings
    for one in rest:
        same = all(one.token.payload.get(name) == payload.get(name) for name in ("deletion_id", "consent_id"))
        if one.token.kind != RELEASE or not same or one.key != first.key:
            findings.append(Finding("release_other", Gravity.CHANGED))
    released = {one.token.payload.get("hold_id") for one in rest}
    findings += [
        Finding("still_held", Gravity.NOTE, str(hold.get("case_number", ""))[:_TOLD_CHARS])
        for hold in _holds(payload)
        if hold.get("hold_id") not in released
    ]
    return findings


def _holds(payload: dict[str, Any]) -> list[dict[str, Any]]:
    holds = payload.get("holds")
    return [hold for hold in holds if isinstance(hold, dict)] if isinstance(holds, list) else []


def _lines(one: Signed) -> list[tuple[str, str]]:
    """What the object says, and who signed it."""
    payload = one.token.payload
    lines: list[tuple[str, str]] = []
    for name in _TOLD[one.token.kind]:
        if name == "holds":
            lines += [(part, _plain(hold[part])) for hold in _holds(payload) for part in _OF_A_HOLD if part in hold]
        elif name in payload:
            lines.append((name, _plain(payload[name])))
    signer = "home_key" if one.token.kind == CONSENT else "hub_key"
    return [*lines, (signer, one.key.thumbprint)]


def _plain(value: object) -> str:
    """A value in few words: lists with commas, objects as their parts."""
    if isinstance(value, list):
        text = ", ".join(str(item) for item in value)
    elif isinstance(value, dict):
        text = "; ".join(f"{name} {_plain(item)}" for name, item in value.items())
    else:
        text = str(value)
    return text[:_TOLD_CHARS]
