"""A real export to verify and to tamper with: real clips, a real index, the engine's own keeping and exporting.

Two cameras with `clips` each, cut from the demo's footage to about a second; one clip of the first camera was deleted
by its owner before the export, so that an absence is in it too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
import subprocess
from threading import Event
from uuid import UUID

from mat_than_engine.clock import SystemClock
from mat_than_engine.commands import Export
from mat_than_engine.keeping.clip_store import Begun, ClipStore, clip_path
from mat_than_engine.keeping.export import Exporter
from mat_than_engine.keeping.manifest import ClockState, signing_key
from mat_than_engine.keeping.notary import Notary
from mat_than_engine.keeping.onvif_boxes import Origin, append_origin
from mat_than_engine.keeping.recording import sha256_of
from mat_than_engine.keeping.records import case_of
from mat_than_engine.model import Clip
from mat_than_engine.reports import Exported

MEDIA = Path(__file__).parents[1] / "demo/media"
SEED = bytes(range(32))
FINGERPRINT = signing_key(SEED)[0].thumbprint
SINCE = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
UNTIL = SINCE + timedelta(hours=1)
NAMES = {"gate": "Cổng trước <b>", "yard": "Sân"}
CLIP_S = 1.2


@dataclass(frozen=True, slots=True)
class Place:
    """A home with clips, and whoever exports there."""

    store: ClipStore
    seed: bytes | None = SEED

    @property
    def notary(self) -> Notary:
        """Whoever signs its manifests."""
        return Notary(utc_now=lambda: UNTIL, camera_names=NAMES, seed=self.seed)

    def record(self, camera_id: str, number: int, *, clock: ClockState = "synchronised") -> Clip:
        """Keep a clip as the keeper does, `number` minutes into the hour."""
        started_at = SINCE + timedelta(minutes=number)
        clip_id = str(UUID(int=0x019AAA3E << 96 | 7 << 76 | 8 << 60 | ord(camera_id[0]) << 32 | number))
        relative = clip_path(camera_id, started_at, clip_id)
        file = self.store.inside(relative)
        file.parent.mkdir(parents=True, exist_ok=True)
        still = str(Path(relative).with_suffix(".jpg"))
        self.store.begin(
            Begun(
                clip_id=clip_id, camera_id=camera_id, event_ids=(clip_id,), path=relative, still=still,
                started_at=started_at, pre_roll_s=0.5,
            )
        )  # fmt: skip
        _cut("yard_day.sub.mp4", number * 2.0, file)
        _still(file, self.store.inside(still))
        origin = Origin(
            camera_name=NAMES[camera_id], unit_name="Mat Than 0.1.0", started_at=started_at, written_at=UNTIL
        )
        append_origin(file, origin)
        clip = Clip(
            clip_id=clip_id, camera_id=camera_id, event_ids=(clip_id,), path=relative, still=still,
            started_at=started_at, ended_at=started_at + timedelta(seconds=CLIP_S), duration_s=CLIP_S, pre_roll_s=0.5,
            size_bytes=file.stat().st_size, sha256=sha256_of(file), codec="h264", width=640, height=360, fps=15.0,
        )  # fmt: skip
        self.store.add(clip, self.notary.finished(clip, clock))
        return clip

    def export(self, target: Path, *, clip_ids: Sequence[str] = ()) -> Exported:
        """Everything of the hour, or those clips."""
        order = Export(
            request_id="r", target=str(target), camera_ids=tuple(NAMES), since=SINCE, until=UNTIL,
            clip_ids=tuple(clip_ids), title="Vụ <script>alert(1)</script> 12/2026", place="Nhà ông Ba", language="vi",
        )  # fmt: skip
        exporter = Exporter(
            locate=self.store.inside, clock=SystemClock(), report=lambda _: None,
            time_zone="Asia/Ho_Chi_Minh", seed=self.seed,
        )  # fmt: skip
        case = case_of(self.store, order, NAMES, SystemClock().utc_now())
        return exporter.export(order, case, Event())


def make_place(folder: Path, clips: int = 4, seed: bytes | None = SEED) -> Place:
    """A home that recorded that many clips a camera; the second of the first camera is deleted."""
    place = Place(ClipStore(folder), seed)
    place.store.prepare()
    for number in range(1, clips + 1):
        for camera_id in NAMES:
            clip = place.record(camera_id, number)
            if camera_id == "gate" and number == 2:
                place.store.delete(clip.clip_id, "owner", UNTIL)
    return place


def with_another_seed(place: Place) -> Place:
    """The same home, with somebody else's key."""
    return replace(place, seed=bytes(range(1, 33)))


def _cut(name: str, start_s: float, target: Path) -> None:
    span = ["-ss", str(start_s), "-i", str(MEDIA / name), "-t", str(CLIP_S)]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *span, "-an", "-c", "copy", str(target)], check=True)


def _still(clip: Path, target: Path) -> None:
    picture = ["-frames:v", "1", "-q:v", "20", str(target)]
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(clip), *picture], check=True)
