"""Verifying one file alone: a clip with its manifest beside it, or any signed text of Mắt Thần (a consent, a receipt).

A signed text names its key and does not bring it: the key comes from `--key`, or from the `index.json` of the
unpacked export that the file still lies in.
"""

from collections.abc import Iterable
from dataclasses import replace
import hashlib
from pathlib import Path

from .examination import INDEX_NAME, is_trusted
from .findings import Answer, Facts, Finding, Gravity, verdict_of
from .listing import LARGEST_INDEX_BYTES
from .parcel import CHUNK_BYTES
from .tokens import (
    LONGEST_TOKEN_BYTES,
    MANIFESTS,
    UNSIGNED_MANIFEST,
    Key,
    NotReadable,
    Token,
    from_b64url,
    read_json,
    read_key,
    read_token,
)

_FOLDERS_UP = 6  # from a clip to the index of its export
_TOLD_CHARS = 200
_TOLD_LINES = 40


def verify_clip(file: Path, keys: Iterable[str]) -> Answer:
    """A clip with `<name>.jws` beside it. NotReadable when that is no signed text."""
    beside = file.with_name(file.name + ".jws")
    facts = Facts(kind="clip", title=file.name, clips=1, files=1, size_bytes=file.stat().st_size)
    if not beside.is_file():
        return _answer(facts, [Finding("no_manifest", Gravity.UNPROVEN, file.name)])
    token = read_token(_bounded(beside, LONGEST_TOKEN_BYTES + 1))
    trusted = tuple(keys)
    key = _key_for(token, beside, trusted)
    findings = _signature(token, key, beside.name, trusted)
    if token.kind not in MANIFESTS:
        findings.append(Finding("manifest_broken", Gravity.CHANGED, beside.name))
    elif token.payload.get("sha256") != _sha256(file):
        listed_bytes = token.payload.get("size_bytes")
        cut = isinstance(listed_bytes, int) and facts.size_bytes < listed_bytes
        findings.append(Finding("file_cut" if cut else "file_changed", Gravity.CHANGED, file.name))
    return _answer(_described(facts, token, key, trusted), findings)


def verify_token(file: Path, keys: Iterable[str]) -> Answer:
    """A signed text alone: who signed, whether it fits, what it says. NotReadable when it is none."""
    token = read_token(_bounded(file, LONGEST_TOKEN_BYTES + 1))
    trusted = tuple(keys)
    key = _key_for(token, file, trusted)
    facts = Facts(kind="token", title=token.kind.partition("+")[0], files=1, size_bytes=len(token.text))
    return _answer(_described(facts, token, key, trusted), _signature(token, key, file.name, trusted))


def _answer(facts: Facts, findings: list[Finding]) -> Answer:
    return Answer(verdict_of(findings), facts, tuple(findings))


def _signature(token: Token, key: Key | None, name: str, trusted: tuple[str, ...]) -> list[Finding]:
    if token.kind == UNSIGNED_MANIFEST:
        return [Finding("manifest_unsigned", Gravity.UNPROVEN, name)]
    if key is None:
        return [Finding("key_unknown", Gravity.UNPROVEN, token.key_id or "")]
    if not token.fits(key):
        return [Finding("manifest_broken", Gravity.CHANGED, name)]
    if trusted and not is_trusted(key, trusted):
        return [Finding("other_key", Gravity.CHANGED)]
    return []


def _key_for(token: Token, file: Path, trusted: tuple[str, ...]) -> Key | None:
    """The key that the token names, of those that are trusted; else the key of the export that the file lies in."""
    for text in trusted:
        try:
            key = Key(from_b64url(text))
        except NotReadable:
            continue
        if key.thumbprint == token.key_id:
            return key
    for folder in list(file.resolve().parents)[:_FOLDERS_UP]:
        if (folder / INDEX_NAME).is_file():
            try:
                return read_key(read_json(_bounded(folder / INDEX_NAME, LARGEST_INDEX_BYTES)).get("key"))
            except NotReadable:
                return None
    return None


def _described(facts: Facts, token: Token, key: Key | None, trusted: tuple[str, ...]) -> Facts:
    """What the token says of itself, in so few lines that it cannot flood the answer."""
    told = list(token.payload.items())[:_TOLD_LINES]
    return replace(
        facts,
        thumbprint=token.key_id,
        compared=key is not None and is_trusted(key, trusted),
        lines=tuple((str(name)[:_TOLD_CHARS], str(value)[:_TOLD_CHARS]) for name, value in told),
    )


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest()


def _bounded(file: Path, most_bytes: int) -> bytes:
    with file.open("rb") as stream:
        data = stream.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise NotReadable("longer than it may be")
    return data
