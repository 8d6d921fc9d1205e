"""Takes a file in that no row of the index speaks of, as far as it plays; what does not play becomes a gap.

`recovery` says which files; `mending` makes them whole.
"""

from collections.abc import Iterator
from datetime import timedelta
import logging
from pathlib import Path

from ..errors import DiskError, StoreError
from ..model import Clip
from ..reports import ClipSaved, Report
from .clip_rows import Begun, Gap
from .clip_store import ClipStore
from .keeper import sha256_of
from .mending import Playable, mend, read_through
from .recording import publish
from .recovery import MENDED, STOPPED, ManifestOf, give_up

_LOG = logging.getLogger(__name__)


def adopt(store: ClipStore, begun: Begun, path: Path, manifest_of: ManifestOf | None) -> Iterator[Report]:
    """Take a left-over file in, or remove it when nothing in it plays."""
    final = store.inside(begun.path)
    try:
        holds = _made_whole(path, final)
    except DiskError:
        _LOG.warning("a left-over clip cannot be mended now, the disk does not take it; tried again later")
        return
    if holds is None:
        final.unlink(missing_ok=True)
        give_up(store, begun)
        return
    clip = _clip(store, begun, final, holds)
    until = store.written_until(begun.clip_id)
    store.add(clip, None if manifest_of is None else manifest_of(clip))
    if until is not None and until > clip.ended_at:
        store.note_gap(Gap(clip.camera_id, clip.ended_at, until, STOPPED))
    yield ClipSaved(clip=clip)


def _made_whole(path: Path, final: Path) -> Playable | None:
    """Make the finished file of what there is; None when nothing plays. Raises DiskError."""
    if path == final:
        return read_through(path)
    mended = final.with_name(final.name + MENDED)
    holds = mend(path, mended)
    if holds is None:
        mended.unlink(missing_ok=True)
    else:
        publish(mended, final)
    path.unlink(missing_ok=True)
    return holds


def _clip(store: ClipStore, begun: Begun, file: Path, holds: Playable) -> Clip:
    still = begun.still if begun.still is not None and store.inside(begun.still).exists() else None
    try:
        size_bytes, digest = file.stat().st_size, sha256_of(file)
    except OSError as err:
        raise StoreError("a left-over clip cannot be read") from err
    return Clip(
        clip_id=begun.clip_id, camera_id=begun.camera_id, event_ids=begun.event_ids, path=begun.path, still=still,
        started_at=begun.started_at, ended_at=begun.started_at + timedelta(milliseconds=round(holds.duration_s * 1000)),
        duration_s=round(holds.duration_s, 3), pre_roll_s=begun.pre_roll_s, size_bytes=size_bytes, sha256=digest,
        codec=holds.codec, width=holds.width, height=holds.height,
        fps=round(holds.pictures / holds.duration_s, 2) if holds.duration_s > 0 else None, audio=holds.audio,
        kind=begun.kind,
    )  # fmt: skip
