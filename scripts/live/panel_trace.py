"""How long the panel keeps a browser's main thread busy: each task's own processor time, from Chromium's trace.

Processor time and not the clock's, so that a busy machine does not spoil the figure: what a `PerformanceObserver`
calls a long task is one of more than 50 ms on a machine with nothing else to do.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from playwright.sync_api import CDPSession, Page

from mat_than_engine.keeping.clip_store import ClipStore
from mat_than_engine.model import Clip

CATEGORIES = ["toplevel", "disabled-by-default-devtools.timeline"]
EVENT_EVERY_S = 43


def longest_task_ms(page: Page, deed: Callable[[], None]) -> float:
    """The longest task of the page's main thread while something is done."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    over: list[bool] = []
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda _: over.append(True))
    _begin(session)
    deed()
    session.send("Tracing.end")
    while not over:
        page.wait_for_timeout(50)
    session.detach()
    return max((event["tdur"] / 1000 for event in _main_tasks(events)), default=0.0)


def _begin(session: CDPSession) -> None:
    config = {"includedCategories": CATEGORIES}
    session.send("Tracing.start", {"traceConfig": config, "transferMode": "ReportEvents"})


def _main_tasks(events: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    named = (event for event in events if event.get("name") == "thread_name")
    mains = {(event["pid"], event["tid"]) for event in named if event["args"]["name"] == "CrRendererMain"}
    for event in events:
        if "tdur" in event and (event["pid"], event["tid"]) in mains and event["name"].endswith("RunTask"):
            yield event


def fill_day(storage: Path, camera_id: str, midnight: datetime, count: int) -> None:
    """Give a camera a day of so many events: its own clips, linked again and again under other names."""
    store = ClipStore(storage)
    filmed = [clip for clip in store.list(camera_id) if clip.still is not None]
    for number in range(count):
        _link(store, filmed[number % len(filmed)], midnight + timedelta(seconds=number * EVENT_EVERY_S))


def _link(store: ClipStore, clip: Clip, at: datetime) -> None:
    clip_id = str(uuid4())
    folder = Path(clip.path).parent.parent / f"{at:%Y-%m-%d}"
    (store.storage / folder).mkdir(parents=True, exist_ok=True)
    path, still = (str(folder / f"{clip_id}{end}") for end in (".mp4", ".jpg"))
    os.link(store.storage / clip.path, store.storage / path)
    os.link(store.storage / (clip.still or ""), store.storage / still)
    store.add(
        replace(
            clip,
            clip_id=clip_id,
            event_ids=(str(uuid4()),),
            path=path,
            still=still,
            started_at=at,
            ended_at=at + timedelta(seconds=clip.duration_s),
        )
    )
