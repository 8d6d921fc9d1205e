"""Makes a clip of a file that was not finished in order: broken off by the disk, or left behind by a kill.

`mending` copies what is whole, here it gets the origin a finished clip has, its name, and its row. `keeper` asks for
what this process had to break off, `adoption` for what dead ones left.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from ..errors import DiskError, StoreError
from ..model import Clip
from .clip_paths import MENDED
from .clip_rows import Begun
from .clip_store import ClipStore
from .mending import Playable, mend, read_through
from .onvif_boxes import Origin, append_origin
from .recording import publish, sha256_of


def saved_clip(store: ClipStore, begun: Begun, file: Path, origin: Origin | None) -> Clip | None:
    """Make a finished file of what there is, and its row; None when nothing plays, and then no file is left.

    A file that bears its final name already is taken as it is. DiskError and StoreError when it cannot be done now.
    """
    if store.disk.fell_off():  # the file is where the disk is
        raise DiskError("disk_error")
    final = store.inside(begun.path)
    holds = read_through(file) if file == final else _made_whole(file, final, origin)
    if holds is None:
        final.unlink(missing_ok=True)
        return None
    return _clip(store, begun, final, holds)


def _made_whole(part: Path, final: Path, origin: Origin | None) -> Playable | None:
    mended = final.with_name(final.name + MENDED)
    try:
        holds = mend(part, mended)
        if holds is not None:
            if origin is not None:
                append_origin(mended, replace(origin, tracks=(1,) if holds.audio is None else (1, 2)))
            publish(mended, final)
    except DiskError, OSError:
        mended.unlink(missing_ok=True)  # it takes room where there may be none
        raise
    mended.unlink(missing_ok=True)
    part.unlink(missing_ok=True)
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
