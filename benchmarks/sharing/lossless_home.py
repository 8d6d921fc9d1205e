"""The home of `lossless_line`: a Home Assistant with a door, in a process that may be killed at any moment.

Offers what the plan says and is not written down as kept, then waits until the outbox is empty. What was kept (it
is in the outbox, synced) is appended to a file; what was offered and not kept when the process died is offered again.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
import json
import os
from pathlib import Path
import sys
from typing import Any

import aiohttp
from homeassistant.config_entries import ConfigSubentryDataWithId
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey
from pytest_homeassistant_custom_component.common import (  # type: ignore[import-untyped]  # a package without types
    MockConfigEntry,
    async_test_home_assistant,
)

from custom_components.mat_than.const import CONF_STORAGE, DOMAIN, SUBENTRY_CAMERA, SUBENTRY_CONSENT, SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.commands import MakeSharedCopy, MakeSharedStill
from custom_components.mat_than.lib.mat_than_engine.keeping.shared_copy import make_shared_copy, make_shared_still
from custom_components.mat_than.lib.mat_than_engine.model import Polygon
from custom_components.mat_than.lib.mat_than_engine.protocol.keys import from_b64url
from custom_components.mat_than.lib.mat_than_engine.reports import SharedCopyMade
from custom_components.mat_than.sharing.copies import WHOLE, Part
from custom_components.mat_than.sharing.door import Door
from custom_components.mat_than.sharing.hub import Hub
from custom_components.mat_than.sharing.identity import Identity, async_get_identities
from custom_components.mat_than.sharing.parcel import NewParcel, Stage
from custom_components.mat_than.sharing.standing import CONF_RECEIPT, CONF_RECORD

from .plan import CAMERA, CLIPS, Plan

AT_ONCE = 10
SESSION: HassKey[aiohttp.ClientSession] = HassKey(f"{DOMAIN}.hub_session")


class Copies:
    """Shared copies by the engine's own code, in a thread."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass

    async def make_shared_copy(
        self, source: Path, target: Path, masks: tuple[Polygon, ...], audio: bool, part: Part = WHOLE
    ) -> SharedCopyMade:
        """A clip's copy."""
        order = MakeSharedCopy(request_id="1", source=str(source), target=str(target), masks=masks, audio=audio)
        order = replace(order, from_s=part.from_s, until_s=part.until_s)
        return await self._hass.async_add_executor_job(make_shared_copy, order)

    async def make_shared_still(self, source: Path, target: Path, masks: tuple[Polygon, ...]) -> SharedCopyMade:
        """A still's copy."""
        order = MakeSharedStill(request_id="1", source=str(source), target=str(target), masks=masks)
        return await self._hass.async_add_executor_job(make_shared_still, order)


class Kept:
    """The ids that are in the outbox, synced, since this process began."""

    def __init__(self, door: Door) -> None:
        self.ids: set[str] = set()
        self._put = door.outbox.put
        door.outbox.put = self._put_and_note  # type: ignore[method-assign]  # to know when, from outside

    async def wait_for(self, ids: set[str]) -> None:
        """Until all of them are kept; it is another thread that keeps them."""
        while ids - self.ids:  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.05)

    def _put_and_note(self, parcels: Iterable[NewParcel]) -> None:
        parcels = list(parcels)
        self._put(parcels)
        self.ids.update(parcel.object_id for parcel in parcels)


async def run(plan: Plan) -> None:
    """Until everything has left."""
    folder = Path(plan.folder)
    _move_clock(folder / "ahead")
    async with async_test_home_assistant(config_dir=str(folder / "config")) as hass:
        # Home Assistant's own session brings a resolver of names that needs more of it than runs here.
        session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False)
        hass.data[SESSION] = session
        hub = Hub.of(plan.hub)
        identities = await async_get_identities(hass)
        if identities.get(hub.recipient) is None:
            await identities.async_put(hub.recipient, Identity.of(from_b64url(plan.private_key)))
        door = Door(hass, entry_of(hass, plan, folder / CLIPS), folder / CLIPS, Copies(hass))
        kept = Kept(door)
        await door.async_start()
        await _offer(plan, door, kept, folder / "kept.txt")
        parcels = door.outbox.all()
        while [parcel for parcel in parcels if parcel.stage is not Stage.PARKED]:
            await asyncio.sleep(0.2)
            parcels = await hass.async_add_executor_job(door.outbox.all)
        dropped = door.outbox.figures().hubs
        print(json.dumps({"parked": len(parcels), "dropped": sum(queue.dropped for queue in dropped.values())}))
        await door.async_stop()
        await session.close()
        await hass.async_stop(force=True)


async def _offer(plan: Plan, door: Door, kept: Kept, file: Path) -> None:
    done = _lines(file)
    things = [thing for thing in plan.things if thing.motion.event_id not in done]
    for start in range(0, len(things), AT_ONCE):
        some = things[start : start + AT_ONCE]
        wanted = set()
        for thing in some:
            door.offer_motion(thing.motion)
            if thing.clip is not None:
                door.offer_clip(thing.clip)
                wanted.add(thing.clip.clip_id)
            wanted.add(thing.motion.event_id)
        await kept.wait_for(wanted)
        _append(file, [thing.motion.event_id for thing in some])


def _lines(file: Path) -> set[str]:
    return set(file.read_text().split()) if file.exists() else set()


def _append(file: Path, lines: Sequence[str]) -> None:
    with file.open("a") as out:
        out.write("".join(f"{line}\n" for line in lines))
        out.flush()
        os.fsync(out.fileno())


def entry_of(hass: HomeAssistant, plan: Plan, storage: Path) -> MockConfigEntry:
    """The place of the plan: a camera, the hub, the consent."""
    camera = {"source": "url", "main_url": f"rtsp://10.0.0.5/{CAMERA}", "position": "gate"}
    entry = MockConfigEntry(
        domain=DOMAIN,
        title="Mắt Thần",
        data={"kind": "household", CONF_STORAGE: str(storage)},
        subentries_data=[
            _subentry(SUBENTRY_CAMERA, CAMERA, camera),
            _subentry(SUBENTRY_HUB, "hub1", plan.hub),
            _subentry(SUBENTRY_CONSENT, "consent1", {CONF_RECORD: plan.consent, CONF_RECEIPT: ""}),
        ],
    )
    entry.add_to_hass(hass)
    return entry


def _subentry(kind: str, subentry_id: str, data: dict[str, Any]) -> ConfigSubentryDataWithId:
    return ConfigSubentryDataWithId(
        data=data, subentry_id=subentry_id, subentry_type=kind, title=subentry_id, unique_id=subentry_id
    )


def _move_clock(file: Path) -> None:
    """The time that sharing goes by: the real one, as far ahead as the file says."""

    def moved(*_: object) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(file.read_text()))

    dt_util.utcnow = moved  # type: ignore[assignment]  # the one clock of an integration


if __name__ == "__main__":
    asyncio.run(run(Plan.load(Path(sys.argv[1]))))
