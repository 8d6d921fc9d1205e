"""Every way a camera can fail has its own cause; every kind of stream gives packets."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
import socket
import subprocess
import threading
import time

from hand_clock import HandClock
import pytest
from rtsp_server import RtspServer

from mat_than_engine.clock import SystemClock
from mat_than_engine.errors import CameraError
from mat_than_engine.model import Cause, Packet, Sound
from mat_than_engine.settings import Transport
from mat_than_engine.source import Source, Unit, open_source


def cause_of(url: str) -> Cause:
    with pytest.raises(CameraError) as raised:
        open_source(url, Transport.TCP, SystemClock())
    return raised.value.cause


@contextmanager
def port_that(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """A listening port that treats each connection so."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=attend, args=(connection,), daemon=True).start()

        def attend(connection: socket.socket) -> None:
            with connection:
                try:
                    answer(connection)
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]


def read_for(source: Source, seconds: float) -> list[Unit]:
    units: list[Unit] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        units += source.read_batch()
        time.sleep(0.1)
    return units


def read_all(source: Source) -> None:
    while True:
        source.read_batch()


def test_a_wrong_password_is_told_apart(cameras: RtspServer) -> None:
    assert cause_of(cameras.url("main", "viewer:wrong@")) is Cause.CREDENTIALS
    assert cause_of(cameras.url("main", "")) is Cause.CREDENTIALS


def test_a_wrong_path_is_told_apart(cameras: RtspServer) -> None:
    assert cause_of(cameras.url("attic")) is Cause.PATH


def test_a_host_that_does_not_answer_is_told_apart() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        assert cause_of(f"rtsp://127.0.0.1:{port}/x") is Cause.HOST
        assert cause_of(f"http://127.0.0.1:{port}/x") is Cause.HOST
    assert cause_of("rtsp:///x") is Cause.HOST
    assert cause_of("rtsp://camera:99999999/x") is Cause.HOST


@pytest.mark.parametrize("scheme", ["rtsp", "http"])
def test_a_port_that_answers_garbage_is_told_apart(scheme: str) -> None:
    with port_that(lambda c: c.sendall(b"SSH-2.0-OpenSSH_9.2\r\n" * 20)) as port:
        assert cause_of(f"{scheme}://viewer:secret@127.0.0.1:{port}/x") is Cause.NOT_A_STREAM
    with port_that(lambda c: None) as port:
        assert cause_of(f"{scheme}://127.0.0.1:{port}/x") is Cause.NOT_A_STREAM


def test_a_web_page_is_no_stream() -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
    with port_that(lambda c: (c.recv(4096), c.sendall(page), None)[2]) as port:
        assert cause_of(f"http://127.0.0.1:{port}/") is Cause.NOT_A_STREAM
        assert cause_of(f"rtsp://127.0.0.1:{port}/") is Cause.NOT_A_STREAM


def test_a_camera_that_accepts_and_says_nothing_has_no_data_within_ten_seconds() -> None:
    with port_that(lambda c: time.sleep(20)) as port:
        began = time.monotonic()
        assert cause_of(f"rtsp://127.0.0.1:{port}/x") is Cause.NO_DATA
        assert time.monotonic() - began < 10


def test_a_codec_nobody_here_reads_is_told_apart(tmp_path: Path) -> None:
    odd = tmp_path / "odd.mp4"
    make = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-c:v", "mpeg4", str(odd)]
    subprocess.run(make, check=True)
    assert cause_of(str(odd)) is Cause.CODEC


def test_files_that_are_missing_or_no_video_are_told_apart(tmp_path: Path) -> None:
    assert cause_of(str(tmp_path / "none.mp4")) is Cause.PATH
    (tmp_path / "text.mp4").write_text("no video at all, only words " * 100)
    assert cause_of(str(tmp_path / "text.mp4")) is Cause.NOT_A_STREAM


@pytest.mark.parametrize("url", ["concat:/etc/passwd|/etc/hosts", "tcp://127.0.0.1:1", "lavfi:testsrc", "subfile,,:/x"])
def test_only_rtsp_http_and_files_are_opened(url: str) -> None:
    assert cause_of(url) is Cause.NOT_A_STREAM


def test_a_playlist_cannot_reach_into_this_machine(yard: Path) -> None:
    playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile://{yard}\n#EXT-X-ENDLIST\n".encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/x-mpegURL\r\nContent-Length: {len(playlist)}\r\n\r\n".encode()
    with port_that(lambda c: (c.recv(4096), c.sendall(head + playlist), None)[2]) as port:
        assert cause_of(f"http://127.0.0.1:{port}/live.m3u8") is Cause.NOT_A_STREAM


def test_an_h264_camera_over_rtsp_gives_pictures(cameras: RtspServer) -> None:
    source = open_source(cameras.url("main"), Transport.TCP, SystemClock())
    units = read_for(source, 3.0)
    source.close()
    pictures = [unit for unit in units if isinstance(unit, Packet)]
    assert source.facts.codec == "h264"
    assert (source.facts.width, source.facts.height) == (1280, 720)
    assert 14 < (source.facts.fps or 0) < 16
    assert 35 < len(pictures) < 80
    assert [p.time_s for p in pictures] == sorted(p.time_s for p in pictures)


def test_a_camera_that_hurried_at_first_is_still_read_in_batches(cameras: RtspServer) -> None:
    source = open_source(cameras.url("street"), Transport.TCP, SystemClock())
    while not source.clock.known:
        source.read_batch()
    source.clock.observe(source.now_s() + 1.0, time.monotonic())  # a picture came a second before its time
    took_s = []
    for _ in range(4):
        time.sleep(0.5)
        began_s = time.monotonic()
        assert source.read_batch()
        took_s.append(time.monotonic() - began_s)
    source.close()
    assert sorted(took_s)[1] < 0.4, took_s  # it waits for a picture or two and not for two seconds


@pytest.mark.alone
def test_who_reads_in_batches_is_not_left_behind(yard: Path) -> None:
    """A server begins with a key frame of the past and catches up; the reader has to catch up with it."""
    camera = RtspServer({"yard": yard}, password=False)
    time.sleep(max(0.0, camera.started_at + 1.0 - time.time()))  # in the middle between two key frames
    source = open_source(camera.url("yard"), Transport.TCP, SystemClock())
    keys: list[float] = []
    until_s = time.monotonic() + 7
    while time.monotonic() < until_s:
        keys += [unit.time_s for unit in source.read_batch() if isinstance(unit, Packet) and unit.key]
        time.sleep(0.25)
    shown_at = time.time() - time.monotonic() + source.clock.monotonic_of(keys[-1])
    source.close()
    camera.stop()
    late_s = (shown_at - camera.started_at) % 2.0  # the movie has a key frame every two seconds
    assert late_s < 0.3


def test_an_h265_camera_over_rtsp_is_measured(cameras: RtspServer) -> None:
    source = open_source(cameras.url("street"), Transport.TCP, SystemClock())
    read_for(source, 4.5)
    source.close()
    assert source.facts.codec == "hevc"
    assert source.facts.key_frame_interval_s == pytest.approx(2.0, abs=0.1)
    assert source.facts.fps == pytest.approx(15, abs=0.5)
    assert 50 < (source.facts.bit_rate_kbps or 0) < 4000


def test_a_camera_over_udp_gives_pictures(cameras: RtspServer) -> None:
    source = open_source(cameras.url("sub"), Transport.UDP, SystemClock())
    units = read_for(source, 2.0)
    source.close()
    assert sum(isinstance(unit, Packet) for unit in units) > 20


def test_mjpeg_over_http_is_timed_as_it_arrives(yard: Path) -> None:
    make = ["ffmpeg", "-v", "error", "-i", str(yard), "-frames:v", "1", "-f", "image2", "-c:v", "mjpeg", "-"]
    picture = subprocess.run(make, check=True, capture_output=True).stdout

    def send(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=cut\r\n\r\n")
        for _ in range(100):
            connection.sendall(b"--cut\r\nContent-Type: image/jpeg\r\n")
            connection.sendall(b"Content-Length: %d\r\n\r\n%b\r\n" % (len(picture), picture))
            time.sleep(0.1)

    with port_that(send) as port:
        source = open_source(f"http://127.0.0.1:{port}/mjpeg", Transport.TCP, SystemClock())
        began = time.monotonic()
        pictures = [unit for _ in range(20) for unit in source.read_batch() if isinstance(unit, Packet)]
        took = time.monotonic() - began
        source.close()
    assert source.facts.codec == "mjpeg"
    assert all(picture.key for picture in pictures)
    assert pictures[-1].time_s == pytest.approx(took, abs=0.5)


def test_a_file_plays_in_real_time_and_then_ends(visit: dict[str, Path], clock: HandClock) -> None:
    source = open_source(str(visit["sub"]), Transport.TCP, clock)
    for second in range(1, 6):
        clock.advance(1.0)
        units = source.read_batch()
        assert units
        assert all(second - 1.1 <= unit.time_s <= second for unit in units)
    clock.advance(60)
    with pytest.raises(CameraError) as raised:
        read_all(source)
    assert raised.value.cause is Cause.ENDED


def test_sound_lies_on_the_pictures_clock(visit: dict[str, Path], clock: HandClock) -> None:
    source = open_source(str(visit["main"]), Transport.TCP, clock)
    clock.advance(2.0)
    units = source.read_batch()
    source.close()
    assert source.facts.audio == "aac"
    sounds = [unit.time_s for unit in units if isinstance(unit, Sound)]
    assert sounds[0] == pytest.approx(0, abs=0.1)
    assert sounds[-1] == pytest.approx(2.0, abs=0.15)


def test_a_stream_that_stalls_is_found_within_ten_seconds(visit: dict[str, Path]) -> None:
    server = RtspServer({"sub": visit["sub"]}, password=False)
    try:
        relayed = Relay(server.port)
        source = open_source(f"rtsp://127.0.0.1:{relayed.port}/sub", Transport.TCP, SystemClock())
        read_for(source, 1.0)
        relayed.hold.set()
        began = time.monotonic()
        with pytest.raises(CameraError) as raised:
            read_for(source, 20)
        assert raised.value.cause is Cause.NO_DATA
        assert time.monotonic() - began < 10.5
    finally:
        server.stop()


class Relay:
    """Passes a connection on until `hold` is set; then it stays open and silent, as behind a dead radio link."""

    def __init__(self, port: int) -> None:
        self.hold = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._behind = port
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            near, _ = self._server.accept()
            far = socket.create_connection(("127.0.0.1", self._behind))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        while data := one.recv(65536):
            if not self.hold.is_set():
                other.sendall(data)
