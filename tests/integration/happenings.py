"""Motions and clips as the engine reports them."""

from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from custom_components.mat_than.lib.mat_than_engine.model import Clip, Motion
from custom_components.mat_than.lib.mat_than_engine.reports import ClipSaved, MotionReport

EVENT_ID = "0190a1b2-0000-7000-8000-000000000001"
CLIP_ID = "0190a1b2-0000-7000-8000-000000000002"
STARTED_AT = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)


def motion_report(phase: Literal["start", "update", "end"], camera_id: str = "cam1", **more: Any) -> MotionReport:
    seconds = {"start": 0, "update": 2, "end": 6}[phase]
    seen = STARTED_AT + timedelta(seconds=seconds)
    return MotionReport(
        motion=Motion(
            event_id=EVENT_ID,
            camera_id=camera_id,
            phase=phase,
            started_at=STARTED_AT,
            last_seen_at=seen,
            ended_at=seen if phase == "end" else None,
            score=0.8,
            **more,
        )
    )


def clip(camera_id: str = "cam1", clip_id: str = CLIP_ID, **more: Any) -> Clip:
    values: dict[str, Any] = {
        "clip_id": clip_id,
        "camera_id": camera_id,
        "event_ids": (EVENT_ID,),
        "path": f"clips/{camera_id}/2026-11-21/{clip_id}.mp4",
        "still": f"clips/{camera_id}/2026-11-21/{clip_id}.jpg",
        "started_at": STARTED_AT,
        "ended_at": STARTED_AT + timedelta(seconds=14),
        "duration_s": 14.0,
        "pre_roll_s": 5.0,
        "size_bytes": 8,
        "sha256": "0" * 64,
        "codec": "h264",
        "width": 1280,
        "height": 720,
        "fps": 15.0,
    }
    return Clip(**(values | more))


def clip_saved(**more: Any) -> ClipSaved:
    return ClipSaved(clip=clip(**more))
