"""What the engine shows reaches a live view over a local socket, and nothing of it stays behind."""

import asyncio
from pathlib import Path

from homeassistant.core import HomeAssistant
import pytest
import pytest_socket

from custom_components.mat_than.engine_requests import EngineError
from custom_components.mat_than.lib.mat_than_engine.commands import Live
from custom_components.mat_than.lib.mat_than_engine.live.piece import Piece, PieceKind, head_of
from custom_components.mat_than.lib.mat_than_engine.reports import Done
from custom_components.mat_than.live_film import EngineFilm

FILM = [
    Piece(PieceKind.INIT, b"how to read it"),
    Piece(PieceKind.KEY_FRAGMENT, b"a picture", 1.0),
    Piece(PieceKind.FRAGMENT, b"and one that leans on it", 2.0),
]


class Showing:
    """An engine that sends these bytes, then says what it says."""

    def __init__(self, sent: bytes, last_word: Done | EngineError) -> None:
        self._sent = sent
        self._last_word = last_word
        self.outlet: Path | None = None

    async def async_live(self, order: Live) -> Done:
        self.outlet = Path(order.outlet)
        _, writer = await asyncio.open_unix_connection(order.outlet)
        writer.write(self._sent)
        await writer.drain()
        await asyncio.sleep(0.1)  # the pieces are on their way while it shows
        writer.close()
        await writer.wait_closed()
        if isinstance(self._last_word, EngineError):
            raise self._last_word
        return self._last_word


@pytest.mark.parametrize(
    ("more", "last_word", "told"),
    [
        (b"", Done(request_id="1"), None),
        (b"", Done(request_id="1", error="camera_gone"), "camera_gone"),
        (b"", EngineError("the engine has ended"), "the engine has ended"),
        (b"\xff" * 13, Done(request_id="1"), None),  # no head of ours
    ],
)
async def test_pieces_come_whole_and_in_order_and_the_socket_goes(
    hass: HomeAssistant, caplog: pytest.LogCaptureFixture, more: bytes, last_word: Done | EngineError, told: str | None
) -> None:
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    engine = Showing(b"".join(head_of(piece) + piece.data for piece in FILM) + more, last_word)
    film = EngineFilm(hass, engine)
    async with asyncio.timeout(5):
        assert [piece async for piece in film.async_show("cam1", (), 10)] == FILM
    await hass.async_block_till_done()
    assert engine.outlet is not None
    assert not engine.outlet.parent.exists()
    assert told is None or told in caplog.text
