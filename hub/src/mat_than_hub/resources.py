"""What a running hub consists of, handed to its calls and jobs."""

import asyncio
from dataclasses import dataclass, field

from .attempts import AttemptLimit
from .changes.service import Bus
from .clock import Clock
from .config import Settings
from .db import Database
from .keys import HubKey
from .live.rooms import Rooms
from .sealing import SealedStore


@dataclass(frozen=True)
class Hub:
    """A running hub."""

    settings: Settings
    clock: Clock
    db: Database
    store: SealedStore
    key: HubKey
    bus: Bus = field(default_factory=Bus)
    rooms: Rooms = field(default_factory=Rooms)
    work_waits: asyncio.Event = field(default_factory=asyncio.Event)  # wakes `jobs`
    pairing_attempts: AttemptLimit = field(default_factory=lambda: AttemptLimit(5, 15 * 60))
    login_attempts: AttemptLimit = field(default_factory=lambda: AttemptLimit(10, 15 * 60))
