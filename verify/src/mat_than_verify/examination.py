"""Verifying an export: seal, files, manifests, chains, in that order; everything that is wrong is told, not the first.

The home's key vouches for the seal, the seal for `index.json`, the index for every file, and, from the recording on,
each manifest for its clip and for the manifest before it.
"""

from collections.abc import Iterable
import hashlib
from itertools import pairwise

from .findings import Answer, Facts, Finding, Gravity, verdict_of
from .listing import LARGEST_INDEX_BYTES, Absence, Clip, Index, Manifest, read_index, read_manifest
from .parcel import Parcel
from .tokens import (
    LONGEST_TOKEN_BYTES,
    MANIFEST,
    SEAL,
    UNSIGNED_MANIFEST,
    Key,
    NotReadable,
    Token,
    b64url,
    read_json,
    read_token,
)

INDEX_NAME, SEAL_NAME = "index.json", "seal.jws"
_GONE = ("age", "space", "owner")
_UNKNOWN = ""  # the hash of a manifest that is not kept any more


class Examination:
    """One export under the glass."""

    def __init__(self, parcel: Parcel, keys: Iterable[str] = ()) -> None:
        """`keys` are fingerprints or keys that somebody trusts, in base64url."""
        self._parcel = parcel
        self._trusted = tuple(keys)
        self._findings: list[Finding] = []
        self._whole: set[str] = set()  # paths of listed files that are as listed
        self._links: dict[str, dict[int, Token | str]] = {}  # by camera and number: the manifest, or its hash

    def answer(self) -> Answer:
        """Look at all of it. NotReadable when it is no export."""
        if INDEX_NAME not in self._parcel.sizes:
            raise NotReadable("no index.json: this is no export of Mat Than, or its table of contents was taken out")
        data = self._parcel.read(INDEX_NAME, LARGEST_INDEX_BYTES)
        index = read_index(read_json(data))
        self._check_seal(index, data)
        self._check_files(index)
        for clip in index.clips:
            self._check_clip(index, clip)
        for absence in index.absent:
            self._check_absence(index, absence)
        for camera_id in sorted(self._links):
            self._check_chain(camera_id, chosen=index.chosen)
        if index.chosen:
            self._find("chosen", Gravity.NOTE)
        if self._parcel.repacked:
            self._find("repacked", Gravity.REPACKED)
        return Answer(verdict_of(self._findings), self._facts(index), tuple(self._findings))

    def _find(self, code: str, gravity: Gravity, subject: str = "") -> None:
        finding = Finding(code, gravity, subject)
        if finding not in self._findings[-1:]:
            self._findings.append(finding)

    def _changed(self, code: str, subject: str = "") -> None:
        self._find(code, Gravity.CHANGED, subject)

    # The seal.

    def _check_seal(self, index: Index, data: bytes) -> None:
        if index.key is None:
            if SEAL_NAME in self._parcel.sizes:
                self._changed("seal_broken")
            elif self._trusted:
                self._changed("other_key")
            else:
                self._find("unsigned", Gravity.UNPROVEN)
            return
        if self._trusted and not is_trusted(index.key, self._trusted):
            self._changed("other_key")
        if SEAL_NAME not in self._parcel.sizes:
            self._changed("seal_missing")
            return
        try:
            token = read_token(self._parcel.read(SEAL_NAME, LONGEST_TOKEN_BYTES + 1))
        except NotReadable:
            self._changed("seal_broken")
            return
        if token.kind != SEAL or not token.fits(index.key):
            self._changed("seal_broken")
        elif token.payload.get("index_sha256") != hashlib.sha256(data).hexdigest():
            self._changed("index_changed")

    # The files.

    def _check_files(self, index: Index) -> None:
        listed, found = index.files, self._parcel.sizes
        for path in sorted(found.keys() - listed.keys() - {INDEX_NAME, SEAL_NAME}):
            self._changed("file_added", path)
        missing = sorted(listed.keys() - found.keys())
        for path in missing:
            self._changed("file_missing", path)
        for path, file in listed.items():
            if path in found:
                self._check_file(path, file.size_bytes, file.sha256)

    def _check_file(self, path: str, size_bytes: int, sha256: str) -> None:
        found_bytes = self._parcel.sizes[path]
        if found_bytes != size_bytes:
            self._changed("file_cut" if found_bytes < size_bytes else "file_longer", path)
            return
        digest = hashlib.sha256()
        try:
            for piece in self._parcel.pieces(path, size_bytes):
                digest.update(piece)
        except NotReadable:
            self._changed("file_damaged", path)
            return
        if digest.hexdigest() != sha256:
            self._changed("file_changed", path)
        else:
            self._whole.add(path)

    # The clips and what should be clips.

    def _check_clip(self, index: Index, clip: Clip) -> None:
        if clip.path not in index.files:
            self._changed("clip_unlisted", clip.path)
            return
        if clip.fate == "changed":
            self._changed("clip_changed_before", clip.path)
        elif clip.fate != "kept":
            self._changed("clip_damaged_before", clip.path)
        if clip.manifest is None:
            self._find("no_manifest", Gravity.UNPROVEN, clip.path)
            return
        manifest = self._manifest(index, clip.manifest)
        if manifest is None:
            return
        file = index.files[clip.path]
        if clip.fate == "kept" and (manifest.sha256, manifest.size_bytes) != (file.sha256, file.size_bytes):
            self._changed("clip_not_the_recorded", clip.path)
        later = clip.dated_anew
        if later:
            self._find("dated_anew", Gravity.NOTE, f"{clip.path} ({later.total_seconds():+.0f} s)")
        same = (manifest.clip_id, manifest.camera_id, manifest.started_at + later, manifest.ended_at + later)
        if same != (clip.clip_id, clip.camera_id, clip.started_at, clip.ended_at) or clip.clip_id not in clip.path:
            self._changed("clip_misdescribed", clip.path)
        if manifest.clock == "stepped":
            self._find("clock_stepped", Gravity.NOTE, f"{clip.path} ({manifest.clock_step_s or 0:+.1f} s)")
        elif manifest.clock != "synchronised":
            self._find("clock_unsure", Gravity.NOTE, clip.path)

    def _check_absence(self, index: Index, absence: Absence) -> None:
        subject = f"{absence.camera_id} #{absence.sequence}"
        if absence.reason in _GONE:
            self._find(f"gone_{absence.reason}", Gravity.NOTE, subject)
        elif absence.reason == "forgotten":
            self._find("gone_forgotten", Gravity.NOTE, subject)
            self._place(absence.camera_id, absence.sequence, _UNKNOWN)
        elif absence.reason not in ("outside", "not_chosen"):
            self._find("gone_missing", Gravity.CHANGED, subject)
        elif absence.reason == "not_chosen" and not index.chosen:
            self._changed("index_contradicts", subject)
        if absence.manifest is not None:
            manifest = self._manifest(index, absence.manifest)
            if manifest is not None and (manifest.camera_id, manifest.sequence, manifest.clip_id) != (
                absence.camera_id,
                absence.sequence,
                absence.clip_id,
            ):
                self._changed("manifest_misplaced", subject)
        elif absence.manifest_sha256 is not None:
            self._place(absence.camera_id, absence.sequence, absence.manifest_sha256)

    def _manifest(self, index: Index, path: str) -> Manifest | None:
        """The manifest at a path, put into its camera's chain; None when it cannot be used."""
        if path not in index.files:
            self._changed("manifest_unlisted", path)
            return None
        if path not in self._whole:
            return None  # told already, as a file that is not what it was
        try:
            token = read_token(self._parcel.read(path, LONGEST_TOKEN_BYTES + 1))
            manifest = read_manifest(token.payload)
        except NotReadable:
            self._changed("manifest_broken", path)
            return None
        if token.kind == UNSIGNED_MANIFEST:
            if index.key is not None:
                self._find("manifest_unsigned", Gravity.UNPROVEN, path)
        elif token.kind != MANIFEST:
            self._changed("manifest_broken", path)
            return None
        elif index.key is None or token.key_id != index.key.thumbprint:
            self._find("manifest_other_key", Gravity.UNPROVEN, path)
        elif not token.fits(index.key):
            self._changed("manifest_broken", path)
            return None
        self._place(manifest.camera_id, manifest.sequence, token)
        return manifest

    # The chains.

    def _place(self, camera_id: str, sequence: int, link: Token | str) -> None:
        chain = self._links.setdefault(camera_id, {})
        if sequence in chain:
            self._changed("number_twice", f"{camera_id} #{sequence}")
        chain[sequence] = link

    def _check_chain(self, camera_id: str, *, chosen: bool) -> None:
        """Every number from the first to the last, each naming the one before it."""
        chain = self._links[camera_id]
        numbers = sorted(chain)
        for earlier, later in pairwise(numbers):
            if later != earlier + 1:
                holes = f"{camera_id} #{earlier + 1}" + (f"–{later - 1}" if later - earlier > 2 else "")
                self._find("number_missing", Gravity.NOTE if chosen else Gravity.CHANGED, holes)
                continue
            link = chain[later]
            before = _hash(chain[earlier])
            if isinstance(link, Token) and before != _UNKNOWN and link.payload.get("previous") != before:
                self._changed("chain_broken", f"{camera_id} #{later}")
        first = chain[numbers[0]]
        if isinstance(first, Token) and (numbers[0] == 1) != ("previous" not in first.payload):
            self._changed("chain_broken", f"{camera_id} #{numbers[0]}")

    def _facts(self, index: Index) -> Facts:
        return Facts(
            kind="export",
            title=index.title,
            place=index.place,
            span=f"{index.since.isoformat()} – {index.until.isoformat()}",
            exported_at=index.exported_at.isoformat(),
            cameras=len(index.cameras),
            clips=len(index.clips),
            files=len(self._parcel.sizes),
            size_bytes=sum(self._parcel.sizes.values()),
            thumbprint=None if index.key is None else index.key.thumbprint,
            compared=index.key is not None and is_trusted(index.key, self._trusted),
        )


def is_trusted(key: Key, trusted: Iterable[str]) -> bool:
    """Whether a key is one of those, told by its fingerprint or by itself."""
    return not {key.thumbprint, b64url(key.raw)}.isdisjoint(trusted)


def _hash(link: Token | str) -> str:
    return link if isinstance(link, str) else link.sha256
