"""Puts index and disk in agreement: after a kill or a power cut, and after anything that happened behind our back.

Files without a row are adopted when they play, else removed; rows without a file become gaps; half deletions are
completed. What a process that runs is recording is left alone, so that one dead process can be cleared up after while
others record. Both sides are read in the order of their paths, a page at a time, beside readers and writers.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import batched
import logging
import os
from pathlib import Path
import re

from ..errors import StoreError
from ..reports import ClipsDeleted, Report
from .clip_paths import CLIPS, MENDED, PART
from .clip_rows import Begun, Gap
from .clip_store import ClipStore
from .notary import Notary

_LOG = logging.getLogger(__name__)
_NAME = re.compile(r"(\d{8}T\d{9})Z_([0-9A-Za-z-]{1,64})\.mp4")
_PAGE = 5000  # rows at a time
_AT_ONCE = 500  # rows in one transaction: a writer waits for no more than these
STOPPED = "engine_stopped"
_MISSING = "file_missing"


def recover(store: ClipStore, notary: Notary | None = None) -> Iterator[Report]:
    """Everything; yields a report for each clip saved or gone. Raises StoreError when the index cannot be used."""
    for clip_ids in batched(store.half_deleted(), _AT_ONCE, strict=False):
        store.delete_all(clip_ids, "owner")
    yield from recover_left_over(store, notary)
    yield from reconcile(store, notary)


def recover_left_over(store: ClipStore, notary: Notary | None = None) -> Iterator[Report]:
    """What processes that died were recording; quick, as it looks nowhere else."""
    for begun in store.left_over():
        final = store.inside(begun.path)
        part = final.with_name(final.name + PART)
        if store.get(begun.clip_id) is None and (found := next((p for p in (part, final) if p.exists()), None)):
            yield from _adopted(store, begun, found, notary)
        else:
            give_up(store, begun)


def reconcile(store: ClipStore, notary: Notary | None = None) -> Iterator[Report]:
    """Compare every row with every file. StoreError when no clips folder is there at all."""
    missing: list[str] = []
    strange: list[str] = []
    for name, files in _side_by_side(_rows(store), _files(store.storage / CLIPS)):
        match files:
            case None:
                missing.append(name)
            case [*found]:
                strange += found
        if len(missing) >= _AT_ONCE:
            yield from _lose(store, missing)
            missing.clear()
    yield from _lose(store, missing)
    going_on = {begun.path for begun in store.going_on()}
    for relative in strange:
        if relative.removesuffix(PART).removesuffix(MENDED) not in going_on:
            yield from _take_in(store, relative, notary)


def _side_by_side(
    rows: Iterator[str], files: Iterator[tuple[str, list[str]]]
) -> Iterator[tuple[str, list[str] | None]]:
    """Each clip's name with the files there are beyond the one it should have; None when that one is not there."""
    row, file = next(rows, None), next(files, None)
    while row is not None or file is not None:
        if file is None or (row is not None and row < file[0]):
            assert row is not None  # noqa: S101 - one of the two is there
            yield row, None
            row = next(rows, None)
            continue
        name, found = file
        if row == name:
            yield name, [each for each in found if each != name] if name in found else None
            if name not in found:
                yield name, found
            row = next(rows, None)
        else:
            yield name, found
        file = next(files, None)


def _rows(store: ClipStore) -> Iterator[str]:
    page = store.paths("", _PAGE)
    while page:
        yield from page
        page = store.paths(page[-1], _PAGE)


def _files(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The names of clips in their order, each with the files that bear it, finished or not."""
    try:
        cameras = _folders(folder)
    except OSError as err:
        raise StoreError("the clips folder is not there") from err
    for camera in cameras:
        for day in _folders(camera):
            parent = f"{CLIPS}/{camera.name}/{day.name}"
            names: dict[str, list[str]] = {}
            for name in sorted(entry.name for entry in os.scandir(day)):
                if name.endswith((".mp4", PART, MENDED)):
                    names.setdefault(f"{parent}/{_plain(name)}", []).append(f"{parent}/{name}")
            yield from sorted(names.items())


def _folders(folder: Path) -> list[Path]:
    """Sorted as their contents' paths sort: by the name with the stroke behind it."""
    with os.scandir(folder) as entries:
        return [folder / name for name in sorted((e.name for e in entries if e.is_dir()), key=lambda name: f"{name}/")]


def _plain(name: str) -> str:
    return name.removesuffix(PART).removesuffix(MENDED)


def _lose(store: ClipStore, paths: list[str]) -> Iterator[Report]:
    clips = [clip for clip in store.clips_at(paths) if not (store.storage / clip.path).exists()]
    if clips:
        store.lose(clips, _MISSING)
        _LOG.warning("%d clips are not on the disk any more", len(clips))
    for camera_id in sorted({clip.camera_id for clip in clips}):
        gone = tuple(clip.clip_id for clip in clips if clip.camera_id == camera_id)
        yield ClipsDeleted(camera_id=camera_id, clip_ids=gone, reason="missing")


def _take_in(store: ClipStore, relative: str, notary: Notary | None) -> Iterator[Report]:
    """A file that no row speaks of."""
    name, path = _plain(relative), store.inside(relative)
    if relative.endswith(MENDED) or (relative != name and store.clip_at(name) is not None):
        path.unlink(missing_ok=True)  # mended again, or mended and taken in already
        return
    begun = _begun_by_name(name)
    if begun is None:
        _LOG.warning("an unknown file lies among the clips and is left alone")
    elif path.exists() and store.get(begun.clip_id) is None:  # as it was when both sides were read
        yield from _adopted(store, begun, path, notary)


def _begun_by_name(relative: str) -> Begun | None:
    """What the name of a file alone tells, when the index knows nothing of it."""
    parts = relative.split("/")
    match = _NAME.fullmatch(parts[-1])
    if len(parts) != 4 or match is None:
        return None
    started_at = datetime.strptime(match[1] + "000", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    return Begun(
        clip_id=match[2], camera_id=parts[1], event_ids=(), path=relative, still=None, started_at=started_at,
        pre_roll_s=0.0,
    )  # fmt: skip


def _adopted(store: ClipStore, begun: Begun, path: Path, notary: Notary | None) -> Iterator[Report]:
    from .adoption import adopt  # noqa: PLC0415 - loads FFmpeg, which a start after an orderly end does without

    yield from adopt(store, begun, path, notary)


def give_up(store: ClipStore, begun: Begun) -> None:
    """Nothing of a recording is left: the time until its writer died is a gap."""
    until = store.written_until(begun.clip_id) or begun.started_at
    gap = Gap(begun.camera_id, begun.started_at, max(begun.started_at, until), STOPPED)
    store.give_up(begun.clip_id, None if store.get(begun.clip_id) is not None else gap)
