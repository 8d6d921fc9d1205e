"""Where the pieces of one live view leave the engine: a local socket that its host listens at.

Sending may wait for a slow host, in the view's own thread; what a camera sends meanwhile is dropped there and counted.
"""

import socket

from .piece import Piece, head_of

PATIENCE_S = 5.0


class OutletError(Exception):
    """The host does not take pieces any more."""


class Outlet:
    """One connection to the host."""

    def __init__(self, path: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(PATIENCE_S)
        try:
            self._socket.connect(path)
        except OSError as err:
            self._socket.close()
            raise OutletError("nobody listens") from err

    def send(self, piece: Piece) -> None:
        """Hand a piece over. OutletError when it does not go."""
        try:
            self._socket.sendall(head_of(piece) + piece.data)
        except OSError as err:
            raise OutletError("the host does not read") from err

    def close(self) -> None:
        """Hang up."""
        self._socket.close()
