"""The mirror log: who at a hub looked at what this home shares, kept at home so that it outlives the hub's word.

Each hub's entries are read on from the last number that is stored; an entry is stored before anybody is told of it, so
a restart tells none twice and none is missed. The newest `MOST_KEPT` of each hub stay.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.storage import Store
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.access import AccessEntry
from ..lib.mat_than_engine.wire import read, to_json

STORE_KEY: Final = f"{DOMAIN}.mirror"
STORE_VERSION: Final = 1
MOST_KEPT: Final = 1000
WEEK: Final = timedelta(days=7)

_MIRROR: HassKey[Mirror] = HassKey(STORE_KEY)


@dataclass(slots=True)
class _Page:
    """One hub's part of the log."""

    last_seq: int = 0
    entries: list[AccessEntry] = field(default_factory=list)


class Mirror:
    """The one mirror log of this Home Assistant, by `Hub.code`."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._store = Store[dict[str, Any]](hass, STORE_VERSION, STORE_KEY, private=True, atomic_writes=True)
        self._pages: dict[str, _Page] = {}
        self._listeners: list[tuple[str, Callable[[AccessEntry], None]]] = []

    async def async_load(self) -> None:
        """Read what is stored."""
        for hub, page in (await self._store.async_load() or {}).items():
            entries = [read(AccessEntry, entry) for entry in page["entries"]]
            self._pages[hub] = _Page(last_seq=page["last_seq"], entries=entries)

    def last_seq(self, hub: str) -> int:
        """The number to read on from."""
        return self._page(hub).last_seq

    def entries(self, hub: str) -> tuple[AccessEntry, ...]:
        """What is kept of a hub, oldest first."""
        return tuple(self._page(hub).entries)

    def looks_since(self, hub: str, since: datetime) -> int:
        """How often something was looked at since then."""
        return sum(entry.at >= since for entry in self._page(hub).entries)

    async def async_add(self, hub: str, entries: tuple[AccessEntry, ...]) -> None:
        """Keep what the hub tells, in order; on disk before the listeners hear of it."""
        page = self._pages.setdefault(hub, _Page())
        new = [entry for entry in entries if entry.seq > page.last_seq]
        if not new:
            return
        page.last_seq = new[-1].seq
        page.entries = [*page.entries, *new][-MOST_KEPT:]
        await self._async_save()
        for entry in new:
            for wanted, listener in list(self._listeners):
                if wanted == hub:
                    listener(entry)

    @callback
    def async_listen(self, hub: str, listener: Callable[[AccessEntry], None]) -> CALLBACK_TYPE:
        """Be told of each new entry of a hub."""
        item = (hub, listener)
        self._listeners.append(item)
        return lambda: self._listeners.remove(item)

    async def async_destroy(self) -> None:
        """Remove everything, and the file."""
        self._pages.clear()
        await self._store.async_remove()

    def _page(self, hub: str) -> _Page:
        return self._pages.get(hub, _Page())

    async def _async_save(self) -> None:
        pages = {
            hub: {"last_seq": page.last_seq, "entries": [to_json(entry) for entry in page.entries]}
            for hub, page in self._pages.items()
        }
        await self._store.async_save(pages)


async def async_get_mirror(hass: HomeAssistant) -> Mirror:
    """The one `Mirror` of this Home Assistant, loaded."""
    if _MIRROR not in hass.data:
        mirror = Mirror(hass)
        await mirror.async_load()
        hass.data.setdefault(_MIRROR, mirror)
    return hass.data[_MIRROR]
