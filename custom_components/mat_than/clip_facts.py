"""A clip, and a camera's day, as the answers of actions tell them: plain names, local times, links."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .const import CLIP_URL, DOMAIN, PLAYABLE_URL, STILL_URL
from .kept_reason import owner_text, reason_text
from .lib.mat_than_engine.keeping.coverage import Span
from .lib.mat_than_engine.keeping.protection import Protection
from .lib.mat_than_engine.model import Clip
from .words import Words


def clip_facts(clip: Clip, camera: str, protection: Protection | None, words: Words) -> dict[str, Any]:
    """A clip in a list; why it is kept comes in the language of the words."""
    return {
        "clip_id": clip.clip_id,
        "camera": camera,
        "kind": clip.kind,
        "started_at": local_text(clip.started_at),
        "ended_at": local_text(clip.ended_at),
        "duration_s": round(clip.duration_s, 1),
        "pre_roll_s": round(clip.pre_roll_s, 1),
        "event_ids": list(clip.event_ids),
        "size_bytes": clip.size_bytes,
        "sha256": clip.sha256,
        "codec": clip.codec,
        "protected": None if protection is None else _protection_facts(protection, words),
        "media_content_id": f"media-source://{DOMAIN}/clip/{clip.clip_id}",
    }


def _protection_facts(protection: Protection, words: Words) -> dict[str, Any]:
    return {
        "owner": owner_text(protection, words),
        "reason": reason_text(protection, words),
        "until": None if protection.until is None else local_text(protection.until),
    }


def signed_links(hass: HomeAssistant, clip: Clip, lasts: timedelta) -> dict[str, str | None]:
    """Links that open without logging in, for as long, and until Home Assistant restarts."""

    def sign(address: str) -> str:
        return async_sign_path(hass, address.format(clip_id=clip.clip_id), lasts, use_content_user=True)

    return {
        "url": sign(PLAYABLE_URL if clip.codec != "h264" else CLIP_URL),
        "original_url": sign(f"{CLIP_URL}?download=1"),
        "still_url": sign(STILL_URL) if clip.still else None,
    }


def day_facts(camera: str, day: str, spans: tuple[Span, ...]) -> dict[str, Any]:
    """A camera's day, second by second."""
    seconds: dict[str, float] = {}
    for span in spans:
        seconds[span.kind] = seconds.get(span.kind, 0.0) + span.seconds
    return {
        "camera": camera,
        "day": day,
        "seconds": {kind: round(value, 1) for kind, value in seconds.items()},
        "spans": [_span_facts(span) for span in spans],
    }


def _span_facts(span: Span) -> Mapping[str, Any]:
    facts = {"start": local_text(span.start), "end": local_text(span.end), "kind": span.kind}
    return facts if span.cause is None else facts | {"cause": span.cause}


def local_text(moment: datetime) -> str:
    """A time of the place's own clock."""
    return dt_util.as_local(moment).isoformat(timespec="milliseconds")
