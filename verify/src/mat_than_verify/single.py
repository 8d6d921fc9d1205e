"""Verifying one file alone: a clip with its manifest beside it, or any signed text of Mắt Thần (a consent, a receipt).

A signed text names its key and does not bring it: the key comes from `--key`, or from the `index.json` of the
unpacked export that the file still lies in.
"""

from collections.abc import Iterable
import hashlib
from pathlib import Path

from .examination import INDEX_NAME, is_trusted
from .findings import Answer, Facts, Finding, Gravity, verdict_of
from .listing import LARGEST_INDEX
from .tokens import (
    LONGEST_TOKEN,
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


def verify_clip(file: Path, keys: Iterable[str]) -> Answer:
    """A clip with `<name>.jws` beside it."""
    beside = file.with_name(file.name + ".jws")
    facts = Facts(kind="clip", title=file.name, clips=1, files=1, size_bytes=file.stat().st_size)
    if not beside.is_file():
        return _answer(facts, [Finding("no_manifest", Gravity.UNPROVEN, file.name)])
    token = read_token(_bounded(beside, LONGEST_TOKEN + 1))
    findings = _signature(token, beside, tuple(keys))
    with file.open("rb") as stream:
        digest = hashlib.sha256()
        while piece := stream.read(1 << 20):
            digest.update(piece)
    if token.payload.get("sha256") != digest.hexdigest():
        cut = facts.size_bytes < int(token.payload.get("size_bytes") or 0)
        findings.append(Finding("file_cut" if cut else "file_changed", Gravity.CHANGED, file.name))
    return _answer(_described(facts, token, tuple(keys), beside), findings)


def verify_token(file: Path, keys: Iterable[str]) -> Answer:
    """A signed text alone: who signed, whether it fits, what it says."""
    token = read_token(_bounded(file, LONGEST_TOKEN + 1))
    facts = Facts(kind="token", title=token.kind.partition("+")[0], files=1, size_bytes=len(token.text))
    return _answer(_described(facts, token, tuple(keys), file), _signature(token, file, tuple(keys)))


def _answer(facts: Facts, findings: list[Finding]) -> Answer:
    return Answer(verdict_of(findings), facts, tuple(findings))


def _signature(token: Token, file: Path, keys: tuple[str, ...]) -> list[Finding]:
    if token.kind == UNSIGNED_MANIFEST:
        return [Finding("manifest_unsigned", Gravity.UNPROVEN, file.name)]
    key = _key_for(token, file, keys)
    if key is None:
        return [Finding("key_unknown", Gravity.UNPROVEN, token.key_id or "")]
    if not token.fits(key):
        return [Finding("manifest_broken", Gravity.CHANGED, file.name)]
    if keys and not is_trusted(key, keys):
        return [Finding("other_key", Gravity.CHANGED)]
    return []


def _key_for(token: Token, file: Path, keys: tuple[str, ...]) -> Key | None:
    for text in keys:
        try:
            key = Key(from_b64url(text))
        except NotReadable:
            continue
        if key.thumbprint == token.key_id:
            return key
    for folder in list(file.resolve().parents)[:_FOLDERS_UP]:
        if (folder / INDEX_NAME).is_file():
            try:
                return read_key(read_json(_bounded(folder / INDEX_NAME, LARGEST_INDEX)).get("key"))
            except NotReadable:
                return None
    return None


def _described(facts: Facts, token: Token, keys: tuple[str, ...], file: Path) -> Facts:
    key = _key_for(token, file, keys)
    lines = tuple(
        (str(name)[:_TOLD_CHARS], str(value)[:_TOLD_CHARS]) for name, value in list(token.payload.items())[:40]
    )
    return Facts(
        kind=facts.kind,
        title=facts.title,
        clips=facts.clips,
        files=facts.files,
        size_bytes=facts.size_bytes,
        thumbprint=token.key_id,
        compared=key is not None and is_trusted(key, keys),
        lines=lines,
    )


def _bounded(file: Path, most_bytes: int) -> bytes:
    with file.open("rb") as stream:
        data = stream.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise NotReadable("longer than it may be")
    return data
