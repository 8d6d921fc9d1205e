"""The reader of our own gives what FFmpeg gives, or says that it is not made for a camera."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
import random
import subprocess
import time

import av
from hand_clock import HandClock
from hypothesis import given, settings, strategies as st
import pytest
from rtsp_server import RtspServer
from scripted_camera import ScriptedCamera, description, interleaved, rtp_of, sdp_of

from mat_than_engine.address import parse_address
from mat_than_engine.clock import SystemClock
from mat_than_engine.errors import CameraError, UnsuitedError
from mat_than_engine.ffmpeg_reader import FFmpegReader
from mat_than_engine.model import CameraState, Cause, Packet
from mat_than_engine.packet_reader import MediaPacket, Nothing
from mat_than_engine.rtsp.depacketizer import Depacketizer, H264Depacketizer, H265Depacketizer
from mat_than_engine.rtsp.reader import FIRST_KEY_S, RtspReader, open_reader
from mat_than_engine.rtsp.session import AGENT
from mat_than_engine.settings import Transport
from mat_than_engine.source import Source, Unit, open_source
from mat_than_engine.stream_task import UNSUITED_S, Role, StreamTask

PICTURES = 45
TRACKS = {"h264": "H264", "hevc": "H265"}
AAC = (
    "m=audio 0 RTP/AVP 97\r\na=rtpmap:97 MPEG4-GENERIC/16000/1\r\na=control:track2\r\n"
    "a=fmtp:97 streamtype=5;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config=1408\r\n"
)


@dataclass(frozen=True)
class Filmed:
    """A movie, its RTP packets, and its pictures as FFmpeg decodes them."""

    codec: str
    packets: list[bytes]
    pictures: list[bytes]


def made(folder: Path, *options: str, kind: str = "ts") -> Path:
    movie = folder / f"made.{kind}"
    source = ["-f", "lavfi", "-i", f"testsrc2=s=320x240:r=15:d={PICTURES / 15}", "-pix_fmt", "yuv420p"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *source, *options, str(movie)], check=True)
    return movie


@cache
def filmed(movie: Path, codec: str) -> Filmed:
    with av.open(str(movie)) as file:
        pictures = [frame.to_ndarray().tobytes() for frame in file.decode(video=0)]
    return Filmed(codec, rtp_of(movie), pictures)


@pytest.fixture(scope="module", params=["h264", "hevc"])
def movie_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    coder = {"h264": "libx264", "hevc": "libx265"}[request.param]
    quiet = ["-x265-params", "log-level=none"] if request.param == "hevc" else []
    options = ["-c:v", coder, "-preset", "ultrafast", "-g", "15", "-bf", "0", *quiet]
    return made(tmp_path_factory.mktemp("movie"), *options), request.param


@pytest.fixture
def movie(movie_file: tuple[Path, str]) -> Filmed:
    return filmed(*movie_file)


def camera_of(movie: Filmed, pieces: Sequence[bytes] | None = None, **more: object) -> ScriptedCamera:
    stream = [interleaved(movie.packets)] if pieces is None else pieces
    return ScriptedCamera(description(TRACKS[movie.codec]), stream, **more)


def reader_of(camera: ScriptedCamera, *, sound: bool = False) -> RtspReader:
    return open_reader(parse_address(camera.url()), SystemClock(), sound=sound)


def read_all(reader: RtspReader) -> tuple[list[MediaPacket], int]:
    """Every picture until nothing comes any more; how many were damaged."""
    packets, damaged, silent = [], 0, 0
    while silent < 3:
        found = reader.next_packet()
        if isinstance(found, Nothing):
            damaged += found is Nothing.DAMAGED
            silent += found is Nothing.WAITING
            reader.wait(0.1)
        else:
            packets.append(found)
            silent = 0
    return packets, damaged


def decoded(packets: Sequence[MediaPacket], reader: RtspReader) -> list[bytes]:
    context = av.CodecContext.create(reader.video.codec_context.name, "r")
    context.thread_count = 1
    frames = [frame for packet in packets for frame in context.decode(packet)] + context.decode(None)
    return [frame.to_ndarray().tobytes() for frame in frames]


def test_the_pictures_are_the_movies(movie: Filmed) -> None:
    with camera_of(movie).serving() as camera:
        reader = reader_of(camera)
        packets, damaged = read_all(reader)
        reader.close()
    assert decoded(packets, reader) == movie.pictures
    assert damaged == 0
    assert [packet.is_keyframe for packet in packets] == [number % 15 == 0 for number in range(PICTURES)]
    assert [packet.pts for packet in packets] == [6000 * number for number in range(PICTURES)]
    assert (reader.video.codec_context.width, reader.video.codec_context.height) == (320, 240)
    assert reader.fps == 15


@pytest.mark.parametrize("codec", ["h264", "hevc"])
def test_sets_that_only_the_description_holds_are_put_before_key_frames(codec: str, tmp_path: Path) -> None:
    coder = {"h264": "libx264", "hevc": "libx265"}[codec]
    quiet = ["-x265-params", "log-level=none"] if codec == "hevc" else []
    options = ["-c:v", coder, "-preset", "ultrafast", "-g", "15", "-bf", "0", *quiet]
    movie = filmed(made(tmp_path, *options, kind="mp4"), codec)
    with ScriptedCamera(sdp_of(tmp_path / "made.mp4"), [interleaved(movie.packets)]).serving() as camera:
        reader = reader_of(camera)
        packets, _ = read_all(reader)
        reader.close()
    assert decoded(packets[15:], reader) == movie.pictures[15:]


def test_it_does_not_matter_how_the_network_cuts_the_stream(movie: Filmed) -> None:
    whole, dice = interleaved(movie.packets), random.Random(7)
    cuts = sorted(dice.sample(range(1, len(whole)), 200))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    with camera_of(movie, pieces).serving() as camera:
        reader = reader_of(camera)
        packets, _ = read_all(reader)
        reader.close()
    assert decoded(packets, reader) == movie.pictures


@pytest.mark.parametrize("piece", [1, 2, 3])
def test_a_lost_piece_costs_its_picture_and_no_other(movie: Filmed, piece: int) -> None:
    stamps = [packet[4:8] for packet in movie.packets]
    hit = sorted(set(stamps), key=stamps.index)[20]
    at = stamps.index(hit) + piece
    assert stamps[at] == hit
    packets = movie.packets[:at] + movie.packets[at + 1 :]
    with camera_of(movie, [interleaved(packets)]).serving() as camera:
        reader = reader_of(camera)
        read, damaged = read_all(reader)
        reader.close()
    assert [packet.pts for packet in read] == [6000 * number for number in range(PICTURES) if number != 20]
    assert damaged == 1


def test_the_cameras_word_between_pictures_is_heard_and_passed_over(movie: Filmed) -> None:
    middle = len(movie.packets) // 2
    words = b"RTSP/1.0 200 OK\r\nCSeq: 9\r\nContent-Length: 5\r\n\r\n$0123"
    pieces = [interleaved(movie.packets[:middle]), words[:20], words[20:], interleaved(movie.packets[middle:])]
    with camera_of(movie, pieces).serving() as camera:
        reader = reader_of(camera)
        packets, _ = read_all(reader)
        reader.close()
    assert decoded(packets, reader) == movie.pictures


def test_what_comes_on_other_channels_between_the_pieces_of_a_picture_changes_nothing(movie: Filmed) -> None:
    pieces = []
    for packet in movie.packets:
        # The camera's report (channel 1), and what nobody asked for: a copy of the very packet, and too little for one.
        pieces += [interleaved([packet]), interleaved([b"\x80\xc8" + bytes(26)], 1), interleaved([packet, b"\0"], 9)]
    with camera_of(movie, [b"".join(pieces)]).serving() as camera:
        reader = reader_of(camera)
        packets, damaged = read_all(reader)
        reader.close()
    assert decoded(packets, reader) == movie.pictures
    assert damaged == 0


def test_nonsense_between_pictures_ends_the_stream(movie: Filmed) -> None:
    with camera_of(movie, [interleaved(movie.packets), b"once upon a time there was a camera"]).serving() as camera:
        reader = reader_of(camera)
        with pytest.raises(CameraError) as raised:
            read_all(reader)
        reader.close()
    assert raised.value.cause is Cause.ENDED


def test_a_camera_that_hangs_up_has_ended(movie: Filmed) -> None:
    with camera_of(movie, hangs_up=True).serving() as camera:
        reader = reader_of(camera)
        with pytest.raises(CameraError) as raised:
            read_all(reader)
        reader.close()
    assert raised.value.cause is Cause.ENDED


@pytest.mark.parametrize(
    "challenge",
    [
        'Basic realm="home"',
        'Digest realm="home", nonce="abc123"',
        'Digest realm="home", nonce="abc123", qop="auth"',
        'Digest realm="home", nonce="abc123", algorithm=SHA-256, qop="auth"',
    ],
)
def test_it_logs_in(movie: Filmed, challenge: str) -> None:
    with camera_of(movie, challenge=challenge).serving() as camera:
        reader = reader_of(camera)
        assert isinstance(reader.next_packet(), av.Packet)
        reader.close()
        for login in ("", "viewer:wrong@"):
            with pytest.raises(CameraError) as raised:
                open_reader(parse_address(camera.url(login)), SystemClock(), sound=False)
            assert raised.value.cause is Cause.CREDENTIALS


def test_the_session_is_kept(movie: Filmed) -> None:
    clock = HandClock()
    with camera_of(movie, session="1;timeout=20").serving() as camera:
        reader = open_reader(parse_address(camera.url()), clock, sound=False)
        read_all(reader)
        assert "GET_PARAMETER" not in camera.asked
        clock.advance(11)
        read_all(reader)
        reader.close()
        until_s = time.monotonic() + 5
        while "TEARDOWN" not in camera.asked and time.monotonic() < until_s:
            time.sleep(0.02)
    assert camera.asked[-2:] == ["GET_PARAMETER", "TEARDOWN"]


def test_marks_on_every_slice_are_found_out(tmp_path: Path) -> None:
    options = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "15", "-bf", "0", "-x264-params", "slices=2"]
    sliced = filmed(made(tmp_path, *options), "h264")
    marked = [bytes((packet[0], packet[1] | 128)) + packet[2:] for packet in sliced.packets]
    with camera_of(sliced, [interleaved(marked)]).serving() as camera:
        reader = reader_of(camera)
        packets, _ = read_all(reader)
        reader.close()
    assert len(packets) >= PICTURES - 3
    assert decoded(packets, reader)[-14:] == sliced.pictures[-15:-1]  # the last one waits for the next one's time


def test_pictures_in_another_order_are_left_to_ffmpeg(tmp_path: Path, yard: Path) -> None:
    options = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "30", "-bf", "2"]
    with camera_of(filmed(made(tmp_path, *options), "h264")).serving() as camera:
        reader = reader_of(camera)
        with pytest.raises(UnsuitedError):
            read_all(reader)
        reader.close()


def test_sound_in_another_form_is_left_to_ffmpeg(movie: Filmed) -> None:
    camera = camera_of(movie)
    camera.described += AAC.replace("sizelength=13", "sizelength=6")
    with camera.serving():
        with pytest.raises(UnsuitedError):
            reader_of(camera, sound=True)
        reader = reader_of(camera, sound=False)
        assert reader.audio == "aac"
        assert reader.sound is None
        reader.close()


def test_sound_is_taken_apart_and_placed_by_the_cameras_reports(movie: Filmed) -> None:
    """Pictures and sound began together by the camera's clock; the sound comes a second late."""
    pictures = [interleaved([packet]) for packet in movie.packets]
    origin = int.from_bytes(movie.packets[0][4:8])
    first = sum(_ticks(packet, movie.packets[0]) == 0 for packet in movie.packets)
    units = [bytes((number,)) * 40 for number in range(60)]
    sounds = [interleaved([aac_packet(units[n : n + 2], 7000 + 1024 * n, n // 2)], 2) for n in range(0, 60, 2)]
    reports = [interleaved([report(1000.0, origin)], 1), interleaved([report(1000.0, 7000)], 3)]
    camera = camera_of(movie, [*pictures[:first], *sounds[:1], *reports, *pictures[first:], *sounds[1:]])
    camera.described += AAC
    with camera.serving():
        reader = reader_of(camera, sound=True)
        heard: list[tuple[bytes, float]] = []
        shown: list[float] = []
        silent = 0
        while silent < 3:
            found = reader.next_packet()
            if isinstance(found, Nothing):
                silent += 1
                reader.wait(0.1)
            elif reader.is_sound:
                heard.append((bytes(found), reader.stamp_s or 0.0))
            else:
                shown.append(reader.stamp_s or 0.0)
        reader.close()
    assert reader.sound is not None
    assert (reader.sound.codec_context.name, reader.sound.codec_context.sample_rate) == ("aac", 16000)
    assert [data for data, _ in heard] == units
    assert shown == pytest.approx([number / 15 for number in range(PICTURES)], abs=0.001)
    after = [at_s for _, at_s in heard[2:]]
    assert after == pytest.approx([1024 * number / 16000 for number in range(2, 60)], abs=0.001)


def aac_packet(units: Sequence[bytes], stamp: int, number: int) -> bytes:
    heads = b"".join((len(unit) << 3).to_bytes(2) for unit in units)
    rtp = bytes((128, 97)) + number.to_bytes(2) + stamp.to_bytes(4) + bytes(4)
    return rtp + (16 * len(units)).to_bytes(2) + heads + b"".join(units)


def report(shown_s: float, stamp: int) -> bytes:
    """A sender report of a camera whose clock shows so much at that stamp."""
    whole = int(shown_s)
    return bytes((128, 200, 0, 6)) + bytes(4) + whole.to_bytes(4) + bytes(4) + stamp.to_bytes(4) + bytes(8)


@pytest.mark.parametrize("track", ["JPEG", "MP4V-ES", "VP8"])
def test_codecs_it_does_not_know_are_left_to_ffmpeg(movie: Filmed, track: str) -> None:
    with ScriptedCamera(description(track)).serving() as camera, pytest.raises(UnsuitedError):
        reader_of(camera)


def test_a_camera_that_will_only_send_datagrams_is_left_to_ffmpeg(movie: Filmed) -> None:
    with (
        camera_of(movie, transport="RTP/AVP;unicast;client_port=5-6").serving() as camera,
        pytest.raises(UnsuitedError),
    ):
        reader_of(camera)


def test_a_camera_without_a_key_frame_is_left_to_ffmpeg_soon(movie: Filmed) -> None:
    stamps = [packet[4:8] for packet in movie.packets]
    first = stamps.index(next(stamp for stamp in stamps if stamp != stamps[0]))
    second_key = 15 * 6000
    later = [packet for packet in movie.packets[first:] if _ticks(packet, movie.packets[0]) < second_key]
    began = time.monotonic()
    with camera_of(movie, [interleaved(later)]).serving() as camera, pytest.raises(UnsuitedError):
        reader_of(camera)
    assert time.monotonic() - began < FIRST_KEY_S + 2


def _ticks(packet: bytes, first: bytes) -> int:
    return (int.from_bytes(packet[4:8]) - int.from_bytes(first[4:8])) % 2**32


def test_a_camera_that_plays_and_sends_nothing_has_no_data() -> None:
    with ScriptedCamera(description("H264")).serving() as camera, pytest.raises(CameraError) as raised:
        reader_of(camera)
    assert raised.value.cause is Cause.NO_DATA


@dataclass
class Sink:
    """What a stream's task tells."""

    sources: list[Source] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    states: list[CameraState] = field(default_factory=list)

    def opened(self, role: Role, source: Source) -> None:
        self.sources.append(source)

    def received(self, role: Role, units: list[Unit]) -> float:
        self.units += units
        return 0.1

    def closed(self, role: Role) -> None:
        pass

    def changed(self, role: Role, state: CameraState, cause: Cause | None, retry_in_s: float | None) -> None:
        self.states.append(state)


def test_a_stream_goes_on_by_ffmpeg_at_once(tmp_path: Path) -> None:
    options = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "15", "-bf", "2"]
    server, sink = RtspServer({"odd": made(tmp_path, *options, kind="mp4")}, password=False), Sink()
    task = StreamTask(Role.SUB, server.url("odd"), Transport.TCP, sink, SystemClock())
    task.start()
    until_s = time.monotonic() + 15
    while len(sink.sources) < 2 or len(sink.units) < 60:
        assert time.monotonic() < until_s, (len(sink.sources), len(sink.units))
        time.sleep(0.05)
    task.stop()
    task.join(5)
    server.stop()
    assert CameraState.RETRYING not in sink.states
    assert sum(isinstance(unit, Packet) and unit.key for unit in sink.units) >= 2


@contextmanager
def kept_open(camera: ScriptedCamera, clock: HandClock) -> Iterator[Callable[[int], list[str]]]:
    """A stream of the camera, kept open; gives who called it, once there were so many calls."""

    def callers(least: int) -> list[str]:
        until_s = time.monotonic() + 15
        while len(camera.agents) < least and time.monotonic() < until_s:
            time.sleep(0.01)
        return ["own" if agent == AGENT else "FFmpeg" for agent in camera.agents]

    with camera.serving():
        task = StreamTask(Role.SUB, camera.url(), Transport.TCP, Sink(), clock)
        task.start()
        yield callers
        task.stop()
        task.join(10)


def test_a_camera_that_hung_up_once_is_read_by_ffmpeg_once(movie: Filmed, clock: HandClock) -> None:
    with kept_open(camera_of(movie, drops_at="SETUP", hangs_up=True), clock) as callers:
        assert callers(3)[:3] == ["own", "FFmpeg", "own"]


def test_a_camera_that_is_not_for_our_reader_is_tried_again_a_day_later(movie: Filmed, clock: HandClock) -> None:
    with kept_open(camera_of(movie, refuses="461 Unsupported Transport"), clock) as callers:
        assert callers(4)[:4] == ["own", "FFmpeg", "FFmpeg", "FFmpeg"]
        clock.advance(UNSUITED_S)
        assert "own" in callers(len(callers(0)) + 3)[4:]


def opened_patiently(url: str, transport: Transport) -> Source:
    """A server that still clears up behind the last client is asked again."""
    until_s = time.monotonic() + 10
    while True:
        try:
            return open_source(url, transport, SystemClock())
        except CameraError as err:
            if err.cause is not Cause.NO_DATA or time.monotonic() > until_s:
                raise
            time.sleep(0.5)


@pytest.mark.parametrize("status", [453, 500, 503])
def test_a_camera_that_is_busy_is_asked_again_by_the_same_reader(movie: Filmed, status: int) -> None:
    with camera_of(movie, refuses=f"{status} Busy").serving() as camera, pytest.raises(CameraError) as raised:
        reader_of(camera)
    assert raised.value.cause is Cause.NO_DATA


def test_over_tcp_it_is_the_reader_and_over_udp_it_is_ffmpegs(cameras: RtspServer) -> None:
    by_tcp = opened_patiently(cameras.url("sub"), Transport.TCP)
    by_udp = opened_patiently(cameras.url("street"), Transport.UDP)
    assert isinstance(by_tcp.reader, RtspReader)
    assert isinstance(by_udp.reader, FFmpegReader)
    by_tcp.close()
    by_udp.close()


@settings(max_examples=200, deadline=None)
@given(
    payloads=st.lists(st.tuples(st.binary(max_size=60), st.integers(0, 3), st.booleans(), st.booleans()), max_size=60),
    hevc=st.booleans(),
)
def test_no_payload_upsets_it(payloads: list[tuple[bytes, int, bool, bool]], hevc: bool) -> None:
    taker: Depacketizer = H265Depacketizer() if hevc else H264Depacketizer()
    for data, stamp, marked, lost in payloads:
        if lost:
            taker.lose()
        if data:
            taker.add(data, 0, len(data), stamp, marked=marked)
    assert len(taker.pictures) + taker.damaged <= len(payloads)
    assert all(picture.data.startswith(b"\0\0\0\1") for picture in taker.pictures)
