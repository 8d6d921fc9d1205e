"""A camera shown live by the real engine: copied, encoded, masked, ended; what comes is a film that plays."""

from collections.abc import Iterator
import io
from pathlib import Path
import socket
import threading
import time

import av
from engine_child import EngineChild
from hand_clock import HandClock
import numpy as np
import pytest
from pytest_socket import socket_allow_hosts
from rtsp_server import RtspServer

from mat_than_engine.commands import Cancel, Configure, Live
from mat_than_engine.live.piece import HEAD, Piece, PieceKind, boxes, read_head
from mat_than_engine.live.view import LiveView
from mat_than_engine.marks import unmarked
from mat_than_engine.model import CameraState, Packet, Polygon
from mat_than_engine.reports import CameraStatus, Done, Report
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, Transport
from mat_than_engine.source import open_source

LEFT_HALF: Polygon = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))


class Listener:
    """A host that listens for the pieces of one view."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        self.pieces: list[Piece] = []
        self.arrived: list[float] = []
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(self.path))
        self._server.listen(1)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        stream = self._server.accept()[0].makefile("rb")
        while len(head := stream.read(HEAD.size)) == HEAD.size:
            kind, taken_s, length = read_head(head)
            self.pieces.append(Piece(kind, stream.read(length), taken_s))
            self.arrived.append(time.time())

    def wait(self, fragments: int, limit_s: float = 20) -> None:
        end = time.monotonic() + limit_s
        while sum(piece.kind is not PieceKind.INIT for piece in self.pieces) < fragments:
            assert time.monotonic() < end, f"only {len(self.pieces)} pieces came"
            time.sleep(0.05)

    def pictures(self) -> list[av.VideoFrame]:
        """What the film shows."""
        with av.open(io.BytesIO(b"".join(piece.data for piece in list(self.pieces)))) as film:
            assert [stream.type for stream in film.streams] == ["video"]
            assert film.streams.video[0].codec_context.name == "h264"
            return list(film.decode(video=0))


@pytest.fixture(scope="module")
def child(cameras: RtspServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineChild]:
    folder = tmp_path_factory.mktemp("live")
    child = EngineChild(folder / "engine.log")
    off = RecordSettings(mode=RecordMode.OFF)
    yard = {"main_url": cameras.url("main"), "sub_url": cameras.url("sub")}
    child.send(
        Configure(
            storage=str(folder / "storage"),
            cameras=(
                CameraSettings(camera_id="yard", name="yard", record=off, **yard),
                CameraSettings(camera_id="street", name="street", main_url=cameras.url("street"), record=off),
                CameraSettings(camera_id="attic", name="attic", main_url=cameras.url("nothing"), record=off),
            ),
        )
    )
    # Of the yard both streams: a view that begins with the main one goes over to the sub stream when that is there.
    for camera_id, shown in (("yard", "sub"), ("street", "main")):
        child.wait_for(
            CameraStatus,
            lambda s, name=camera_id, shown=shown: (
                s.camera_id == name and s.state is CameraState.LIVE and getattr(s, shown) is not None
            ),
            40,
        )
    yield child
    child.kill()


def test_each_fragment_leans_only_on_those_before_and_the_film_plays(child: EngineChild, tmp_path: Path) -> None:
    plain, masked, street = (Listener(tmp_path, name) for name in ("plain", "masked", "street"))
    child.send(Live(request_id="plain", camera_id="yard", for_s=60, outlet=str(plain.path)))
    child.send(Live(request_id="masked", camera_id="yard", for_s=60, outlet=str(masked.path), masks=(LEFT_HALF,)))
    child.send(Live(request_id="street", camera_id="street", for_s=60, outlet=str(street.path)))
    plain.wait(4)
    masked.wait(2)
    street.wait(2)
    for listener in (plain, masked, street):
        assert listener.pieces[0].kind is PieceKind.INIT
        assert listener.pieces[1].kind is PieceKind.KEY_FRAGMENT
        assert [name for name, _, _ in boxes(listener.pieces[1].data)] == [b"prft", b"moof", b"mdat"]
        taken = [piece.taken_s for piece in listener.pieces[1:]]
        assert taken == sorted(taken)
        assert abs(listener.arrived[1] - taken[0]) < 10
        times = [frame.pts for frame in listener.pictures()]
        assert times == sorted(set(times))
    assert len(plain.pictures()) >= 4 * 5
    picture = masked.pictures()[-1].to_ndarray(format="gray")
    width = picture.shape[1]
    assert int(picture[:, : width // 2].max()) <= 20  # black, as it comes out of the encoder
    assert float(np.std(picture[:, width // 2 + 8 :])) > 5
    largest = max(max(frame.width, frame.height) for frame in street.pictures())
    assert largest <= 1280


def test_a_view_ends_at_once_and_the_order_has_its_last_word(child: EngineChild, tmp_path: Path) -> None:
    listener = Listener(tmp_path, "cut")
    child.send(Live(request_id="cut", camera_id="yard", for_s=60, outlet=str(listener.path)))
    listener.wait(1)
    child.send(Cancel(request_id="cut"))
    assert child.wait_for(Done, lambda done: done.request_id == "cut", 2).error is None
    came = len(listener.pieces)
    time.sleep(1.2)
    assert len(listener.pieces) == came


def test_a_view_may_begin_with_a_picture_that_came_before(
    visit: dict[str, Path], clock: HandClock, tmp_path: Path
) -> None:
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)  # for this test: the view runs in its process
    listener = Listener(tmp_path, "early")
    source = open_source(str(visit["sub"]), Transport.TCP, clock)
    clock.advance(4)
    packets = [unit for unit in source.read_batch() if isinstance(unit, Packet)]
    order = Live(request_id="r", camera_id="c", for_s=60, outlet=str(listener.path), masks=(LEFT_HALF,))
    answers: list[Report] = []
    view = LiveView(order, answers.append, clock, unmarked())
    view.start()
    view.receive(source, packets)
    listener.wait(3)
    view.stop()
    assert not answers
    times = [frame.pts for frame in listener.pictures()]
    assert times == sorted(set(times))
    source.close()


def test_a_view_that_cannot_be_is_answered(child: EngineChild, tmp_path: Path) -> None:
    nobody = str(tmp_path / "nobody")
    wanted = {"a": ("attic", nobody), "b": ("cellar", nobody), "c": ("yard", nobody)}
    for request_id, (camera_id, outlet) in wanted.items():
        child.send(Live(request_id=request_id, camera_id=camera_id, for_s=60, outlet=outlet))
    answers = {name: child.wait_for(Done, lambda d, name=name: d.request_id == name, 10).error for name in wanted}
    assert answers == {"a": "not_live", "b": "unknown_camera", "c": "failed"}
