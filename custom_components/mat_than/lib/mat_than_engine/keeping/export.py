"""`Export`: a time range or chosen clips of a place in one zip that proves itself.

`case` says what belongs into it, `export_writer` writes it, `cover_sheet` makes the page for people, `export_index`
the signed table of contents. Clips go in byte for byte. The zip appears under its name only when it is whole and
synced; whatever stops it before leaves nothing.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC
import json
from pathlib import Path
import shutil
from threading import Event

from .. import SOFTWARE
from ..clock import Clock, zone_named
from ..commands import Export
from ..errors import DiskError, StoreError
from ..model import Clip
from ..reports import Exported, Report
from ..wire import WireError, to_json
from .case import Case, Gone, Kept
from .clip_paths import PART
from .clip_store import folder_name
from .cover_sheet import MOST_PICTURES, CoverSheet, Picture, cover_page
from .cover_words import instructions
from .export_index import (
    COVER_NAME,
    FORMAT,
    INDEX_NAME,
    INSTRUCTIONS_NAME,
    SEAL_NAME,
    ExportIndex,
    Fate,
    ListedAbsence,
    ListedCamera,
    ListedClip,
    ListedFile,
    index_bytes,
    seal,
)
from .export_writer import Entry, ExportWriter
from .manifest import recorded_at, signing_key
from .progress import CancelledError, Meter
from .recording import disk_error, publish, sha256_of

_SAME_MOMENT_S = 0.001  # both are kept in milliseconds
_SPARE_BYTES = 8 * 1024 * 1024  # manifests, cover sheet and index, beside the clips


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """Who exports: the home's key, its clock, and whom to tell how far it is."""

    locate: Callable[[str], Path]  # where a file of the clips folder lies; StoreError for any other path
    clock: Clock
    report: Callable[[Report], None]
    time_zone: str = "UTC"
    seed: bytes | None = field(default=None, repr=False)

    def export(self, order: Export, case: Case, cancelled: Event) -> Exported:
        """Write the zip; the answer says what it is, or why there is none."""
        if not case.kept and not case.gone:
            return Exported(request_id=order.request_id, error="nothing_there")
        target = Path(order.target)
        part = target.with_name(target.name + PART)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(target.parent).free < case.size_bytes + _SPARE_BYTES:
                return Exported(request_id=order.request_id, error="disk_full")
            written = _Export(self, order, case, cancelled).write(part)
            publish(part, target)
            return Exported(
                request_id=order.request_id,
                clips=written,
                size_bytes=target.stat().st_size,
                sha256=sha256_of(target),
            )
        except CancelledError:
            return Exported(request_id=order.request_id, error="cancelled")
        except DiskError as err:
            return Exported(request_id=order.request_id, error=err.reason)
        except OSError as err:
            return Exported(request_id=order.request_id, error=disk_error(err).reason)
        except StoreError:
            return Exported(request_id=order.request_id, error="failed")
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


class _Export:
    """One export while it is written."""

    def __init__(self, exporter: Exporter, order: Export, case: Case, cancelled: Event) -> None:
        self._by = exporter
        self._order = order
        self._case = case
        self._meter = Meter(order.request_id, exporter.report, exporter.clock, cancelled)
        self._exported_at = exporter.clock.utc_now().astimezone(UTC)
        self._done_bytes = 0
        self._clips: list[ListedClip] = []
        self._absent: list[ListedAbsence] = []
        self._cameras: list[ListedCamera] = []

    def write(self, part: Path) -> int:
        """Write everything; how many clips there are in it."""
        with ExportWriter(part, self._tick) as out:
            for kept in self._case.kept:
                self._add_clip(out, kept)
            for gone in self._case.gone:
                self._add_gone(out, gone)
            self._absent += (
                ListedAbsence(
                    camera_id=apart.camera_id,
                    sequence=apart.sequence,
                    reason="not_chosen" if self._order.clip_ids else "outside",
                    manifest_sha256=apart.manifest_sha256,
                )
                for apart in self._case.apart
            )
            self._absent += (
                ListedAbsence(camera_id=lost.camera_id, sequence=lost.sequence, reason="forgotten")
                for lost in self._case.forgotten
            )
            self._add_ledgers(out)
            self._add_papers(out)
        return len(self._clips)

    def _add_clip(self, out: ExportWriter, kept: Kept) -> None:
        clip = kept.clip
        try:
            entry = out.copy(clip.path, self._by.locate(clip.path))
        except FileNotFoundError:
            # Deleted since the case was made, or taken from the folder by hand: what it was is told all the same.
            if kept.manifest is not None and kept.sequence is not None:
                self._add_gone(out, _missing(clip, kept.manifest, kept.sequence))
            return
        manifest = None if kept.manifest is None else out.add(f"{clip.path}.jws", f"{kept.manifest}\n".encode()).path
        self._clips.append(
            ListedClip(
                clip_id=clip.clip_id,
                camera_id=clip.camera_id,
                path=clip.path,
                started_at=clip.started_at,
                ended_at=clip.ended_at,
                fate=_fate(entry, clip.sha256),
                manifest=manifest,
                dated_anew_s=_dated_anew_s(clip, kept.manifest),
                still=self._add_still(out, clip.still),
            )
        )

    def _add_still(self, out: ExportWriter, still: str | None) -> str | None:
        """The clip's still; clips of one motion share one. None where there is none."""
        if still is None or any(entry.path == still for entry in out.entries):
            return still
        try:
            return out.copy(still, self._by.locate(still)).path
        except FileNotFoundError:
            return None

    def _add_gone(self, out: ExportWriter, gone: Gone) -> None:
        path = f"gone/{folder_name(gone.camera_id)}/{gone.sequence:08d}.jws"
        out.add(path, f"{gone.manifest}\n".encode())
        self._absent.append(
            ListedAbsence(
                camera_id=gone.camera_id,
                sequence=gone.sequence,
                reason=gone.reason,
                clip_id=gone.clip_id,
                manifest=path,
                started_at=gone.started_at,
                ended_at=gone.ended_at,
                deleted_at=gone.deleted_at,
            )
        )

    def _add_ledgers(self, out: ExportWriter) -> None:
        with_clips = {kept.clip.camera_id for kept in self._case.kept} | {gone.camera_id for gone in self._case.gone}
        for camera_id in sorted(with_clips | set(self._order.camera_ids)):
            spans = [stretch for stretch in self._case.ledger if stretch.camera_id == camera_id]
            path = f"ledger/{folder_name(camera_id)}.json" if spans else None
            if path is not None:
                out.add(path, json.dumps(to_json(spans), ensure_ascii=False, indent=1).encode() + b"\n")
            self._cameras.append(ListedCamera(camera_id=camera_id, name=self._case.name_of(camera_id), ledger=path))

    def _add_papers(self, out: ExportWriter) -> None:
        """What is for people first, so that the table of contents lists it too; the seal last."""
        index = self._index(out.entries)
        stills = {clip.still for clip in self._clips if clip.still is not None}
        sheet = CoverSheet(index, self._case.ledger, self._pictures(), len(stills), zone_named(self._by.time_zone))
        out.add(COVER_NAME, cover_page(sheet).encode())
        out.add(INSTRUCTIONS_NAME, instructions(self._order.language).encode())
        data = index_bytes(self._index(out.entries))
        out.add(INDEX_NAME, data)
        if self._by.seed is not None:
            out.add(SEAL_NAME, seal(data, self._exported_at, self._by.seed))

    def _pictures(self) -> list[Picture]:
        """The first stills, each once."""
        pictures = dict[str, Picture]()
        for clip in self._clips:
            if clip.still is None or clip.still in pictures:
                continue
            if len(pictures) == MOST_PICTURES:
                break
            with suppress(FileNotFoundError):
                pictures[clip.still] = Picture(clip, self._by.locate(clip.still).read_bytes())
        return list(pictures.values())

    def _index(self, entries: Sequence[Entry]) -> ExportIndex:
        order = self._order
        return ExportIndex(
            format=FORMAT,
            software=SOFTWARE,
            title=order.title,
            place=order.place,
            language=order.language,
            time_zone=self._by.time_zone,
            exported_at=self._exported_at,
            since=order.since,
            until=order.until,
            chosen=bool(order.clip_ids),
            key=None if self._by.seed is None else signing_key(self._by.seed)[0],
            cameras=tuple(self._cameras),
            clips=tuple(self._clips),
            absent=tuple(self._absent),
            files=tuple(
                ListedFile(path=entry.path, size_bytes=entry.size_bytes, sha256=entry.sha256) for entry in entries
            ),
        )

    def _tick(self, written_bytes: int) -> None:
        self._done_bytes += written_bytes
        self._meter.tell(self._done_bytes / max(1, self._case.size_bytes))


def _fate(entry: Entry, recorded_sha256: str) -> Fate:
    if not entry.whole:
        return "damaged"
    return "kept" if entry.sha256 == recorded_sha256 else "changed"


def _missing(clip: Clip, manifest: str, sequence: int) -> Gone:
    return Gone(
        clip_id=clip.clip_id,
        camera_id=clip.camera_id,
        sequence=sequence,
        manifest=manifest,
        reason="missing",
        started_at=clip.started_at,
        ended_at=clip.ended_at,
    )


def _dated_anew_s(clip: Clip, token: str | None) -> float | None:
    """By how much the clip was dated anew after its manifest was signed: the clock had not been set yet then."""
    if token is None:
        return None
    try:
        seconds = (clip.started_at - recorded_at(token)).total_seconds()
    except WireError:
        return None  # no manifest any more; whoever verifies will say so
    return round(seconds, 3) if abs(seconds) >= _SAME_MOMENT_S else None
