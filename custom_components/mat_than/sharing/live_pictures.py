"""What a live view asks of whoever has the cameras (the engine host): what one shows, piece by piece, as it comes."""

from collections.abc import AsyncGenerator
from typing import Protocol

from ..lib.mat_than_engine.live.piece import Piece
from ..lib.mat_than_engine.model import Polygon


class LivePictures(Protocol):
    """Shows cameras. What is not fetched in time is dropped, the oldest first, up to a picture that needs none before."""

    def async_show(self, camera_id: str, masks: tuple[Polygon, ...], for_s: float) -> AsyncGenerator[Piece]:
        """H.264 with the masks burnt in, without sound; ends with the camera, the time, or when it is closed."""
