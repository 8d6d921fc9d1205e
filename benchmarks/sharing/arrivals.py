"""What came of a plan at the hub, asked for as an officer asks: every event once, each byte as the home's copy has it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
import hashlib
from pathlib import Path
from typing import Any

from custom_components.mat_than.lib.mat_than_engine.commands import MakeSharedStill
from custom_components.mat_than.lib.mat_than_engine.keeping.shared_copy import make_shared_still
from scripts.live.hub import Hub

from .plan import CLIPS, Plan, Planned


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many of the plan's events, stills and clips did not come as they should."""

    missing: int
    twice: int
    other_bytes: int
    objects_without_owner: int  # files at the hub beyond the plan's


def count_arrivals(hub: Hub, plan: Plan) -> Arrivals:
    """Read the whole feed and fetch everything that it shows. Blocks."""
    shown = list(_feed(hub))
    counts = Counter(event["id"] for event in shown)
    by_id = {event["id"]: event for event in shown}
    missing = other_bytes = 0
    for thing in plan.things:
        event = by_id.get(thing.motion.event_id)
        missing += event is None or event["ended_at"] is None
        for address, sha256 in _addresses(event, thing, Path(plan.folder)):
            if address is None:
                missing += 1
            elif hashlib.sha256(hub.http.bytes_of("GET", address)).hexdigest() != sha256:
                other_bytes += 1
    strangers = counts.keys() - {thing.motion.event_id for thing in plan.things}
    files = [path for path in (hub.folder / "objects").rglob("*") if path.is_file()]
    wanted = len(plan.things) + sum(thing.clip is not None for thing in plan.things)
    return Arrivals(
        missing=missing,
        twice=sum(count - 1 for count in counts.values()) + len(strangers),
        other_bytes=other_bytes,
        objects_without_owner=len(files) - wanted,
    )


def _feed(hub: Hub) -> Iterator[dict[str, Any]]:
    """Every event, page by page."""
    before = ""
    while True:
        page = hub.http.get(f"/api/events?limit=200{before}")
        yield from page["events"]
        if not page["more"]:
            return
        before = f"&before={page['events'][-1]['seq']}"


def _addresses(event: dict[str, Any] | None, thing: Planned, folder: Path) -> Iterator[tuple[str | None, str]]:
    """Where still and clip are served, None where they are not, and the hash of the home's copy."""
    clip = None if event is None else event["clip"]
    yield (None if event is None else event["still_url"]), _sha256_of_copy(thing, folder)
    if thing.clip is not None:
        yield (clip["url"] if clip is not None and clip["state"] == "stored" else None), thing.clip.sha256


def _sha256_of_copy(thing: Planned, folder: Path) -> str:
    """Of the still's shared copy, which the engine makes the same each time."""
    source, copy = folder / CLIPS / (thing.motion.still or ""), folder / "copy.jpg"
    make_shared_still(MakeSharedStill(request_id="1", source=str(source), target=str(copy)))
    return hashlib.sha256(copy.read_bytes()).hexdigest()
