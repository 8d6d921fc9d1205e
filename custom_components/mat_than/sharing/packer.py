"""Turns a motion or a clip into parcels: one for each hub, of each kind, that a live consent allows now."""

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..lib.mat_than_engine.model import Clip, Motion
from ..lib.mat_than_engine.protocol.consent import DataKind
from .consent import Sharable
from .envelope import clip_payload, event_payload, still_id_of
from .hub import Hub
from .parcel import NewParcel
from .permissions import Permissions

MOST_REMEMBERED: Final = 256

type Remembered[T] = OrderedDict[tuple[str, str], T]
"""By hub and event, the newest `MOST_REMEMBERED`."""


class Packer:
    """Packs for the hubs of the household; `storage` is where the engine's files lie."""

    def __init__(self, storage: Path, permissions: Permissions) -> None:
        self._storage = storage
        self._permissions = permissions
        self._events_under: Remembered[str] = OrderedDict()
        self._stills: Remembered[None] = OrderedDict()  # packed already: the hub takes one picture under one id

    def motion(self, motion: Motion, clip_id: str | None = None) -> list[NewParcel]:
        """The event, and once its still: not the first glimpse, but who came into the picture."""
        parcels = []
        for hub in self._permissions.household.hubs.values():
            # An event stays under the consent that it went under first, and its still goes under the same.
            under = self._events_under.get((hub.code, motion.event_id))
            event = self._parcel(hub, DataKind.EVENTS, motion.event_id, motion, under)
            if event is None:
                continue
            _remember(self._events_under, (hub.code, motion.event_id), event.consent_id)
            still = None
            if motion.still is not None and motion.still_settled:
                still_id = still_id_of(motion.event_id)
                still = self._parcel(hub, DataKind.STILLS, still_id, motion, event.consent_id)
                if still is not None and _first_time(self._stills, (hub.code, motion.event_id)):
                    parcels.append(replace(still, source=str(self._storage / motion.still)))
            has_clip = clip_id is not None and self._parcel(hub, DataKind.CLIPS, clip_id, motion) is not None
            payload = event_payload(
                motion,
                hub.recipient,
                event.consent_id,
                with_still=still is not None,
                clip_id=clip_id if has_clip else None,
            )
            parcels.append(replace(event, payload=payload))
        return parcels

    def clip(self, clip: Clip) -> list[NewParcel]:
        """The clip, to each hub that may have it."""
        parcels = []
        for hub in self._permissions.household.hubs.values():
            parcel = self._parcel(hub, DataKind.CLIPS, clip.clip_id, clip)
            if parcel is not None:
                parcels.append(replace(parcel, payload=clip_payload(clip), source=str(self._storage / clip.path)))
        return parcels

    def _parcel(
        self,
        hub: Hub,
        kind: DataKind,
        object_id: str,
        thing: Motion | Clip,
        under: str | None = None,
    ) -> NewParcel | None:
        # A motion is a point in time for the consent, its start; a clip is all of its span, pre-roll and all.
        last_at = thing.ended_at if isinstance(thing, Clip) else thing.started_at
        sharable = Sharable(
            recipient=hub.recipient,
            camera_id=thing.camera_id,
            kind=kind,
            first_at=thing.started_at,
            last_at=last_at,
            masked=kind is DataKind.EVENTS or self._permissions.household.has_masks(thing.camera_id),
        )
        verdict = self._permissions.judge(sharable, under)
        if verdict.consent_id is None:
            return None
        return NewParcel(
            hub=hub.code,
            kind=kind,
            object_id=object_id,
            camera_id=thing.camera_id,
            consent_id=verdict.consent_id,
            first_at=thing.started_at,
            last_at=last_at,
            event_id=thing.event_id if isinstance(thing, Motion) else object_id,
        )


def _remember[T](memory: Remembered[T], key: tuple[str, str], value: T) -> None:
    memory[key] = value
    if len(memory) > MOST_REMEMBERED:
        memory.popitem(last=False)


def _first_time(memory: Remembered[None], key: tuple[str, str]) -> bool:
    is_new = key not in memory
    _remember(memory, key, None)
    return is_new
