"""Takes a file in that no row of the index speaks of, as far as it plays; what does not play becomes a gap.

`recovery` says which files; `salvage` makes clips of them.
"""

from collections.abc import Iterator
import logging
from pathlib import Path

from ..errors import DiskError, StoreError
from ..reports import ClipSaved, Report
from .clip_rows import Begun, Gap
from .clip_store import ClipStore
from .notary import Notary
from .recovery import STOPPED, give_up
from .salvage import saved_clip

_LOG = logging.getLogger(__name__)


def adopt(store: ClipStore, begun: Begun, path: Path, notary: Notary | None) -> Iterator[Report]:
    """Take a left-over file in, or remove it when nothing in it plays."""
    origin = None if notary is None else notary.origin(begun.camera_id, begun.started_at)
    try:
        clip = saved_clip(store, begun, path, origin)
    except (DiskError, StoreError, OSError) as err:  # of this file alone; others may be saved
        _LOG.warning("a left-over clip cannot be saved now: %s; tried again later", type(err).__name__)
        return
    if clip is None:
        give_up(store, begun)
        return
    until = store.written_until(begun.clip_id)
    store.add(clip, None if notary is None else notary.saved(clip))
    if until is not None and until > clip.ended_at:
        store.note_gap(Gap(clip.camera_id, clip.ended_at, until, STOPPED))
    yield ClipSaved(clip=clip)
