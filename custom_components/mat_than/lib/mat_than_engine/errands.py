"""What the conductor asks of its own children besides the host's commands; these never come from Home Assistant."""

from dataclasses import dataclass
from typing import Literal

from .commands import COMMANDS, Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SetProfile:
    """Look at a camera that leaves its profile to us like this from now on; to its shard."""

    camera_id: str
    profile: Literal["quick", "balanced", "economy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recover:
    """A shard died: save what it was recording; to the workshop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeRoom:
    """A recording was refused for want of space: keep retention now, not at the next round; to the workshop."""


type Errand = Command | SetProfile | Recover | MakeRoom

ERRANDS: dict[str, type[Errand]] = {
    **COMMANDS,
    "set_profile": SetProfile,
    "recover": Recover,
    "make_room": MakeRoom,
}
