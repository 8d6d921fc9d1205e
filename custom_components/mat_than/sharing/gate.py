"""What a hub's line asks and tells of the door."""

from typing import Protocol

from .answering import Answering
from .outbox_figures import QueueFigures
from .permissions import Permissions


class Gate(Protocol):
    """The door, as a line to a hub sees it."""

    permissions: Permissions
    requests: Answering

    def queue(self, hub: str) -> QueueFigures:
        """What waits for the hub."""

    async def async_outbox_changed(self) -> None:
        """What waits has changed."""

    def state_changed(self) -> None:
        """What is known of the line has changed."""
