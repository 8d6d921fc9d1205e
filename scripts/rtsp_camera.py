#!/usr/bin/python3
"""A real RTSP camera for the demo and the tests: serves looped MP4s with GStreamer's RTSP server.

    rtsp_camera.py serve [--port 8554] [--user U --password P [--digest]] [--control] NAME=FILE.mp4 ...

serves each file as rtsp://127.0.0.1:PORT/NAME until it is ended. The packets are those of the file. All clips run
on one clock from the server's start, as real cameras do: whoever connects later sees a later part, from the next
key frame on, so that at any moment T the picture shows second (T - started_at) modulo the clip's length. The first
line of output is JSON with `started_at` (seconds since 1970) and the streams; `--port 0` takes a free port.

With --control, standard input takes `off NAME` and `on NAME` (a pulled cable), each answered by one JSON line, and
its end ends the server. Run by the system's Python, which is where python3-gi lives.
"""

import argparse
from dataclasses import dataclass
import json
from pathlib import Path
import signal
import socket
import sys
import threading
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstApp", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")

# GstApp is not named below, but importing it teaches appsrc and appsink their signals.
from gi.repository import GLib, Gst, GstApp, GstRtsp, GstRtspServer  # noqa: E402, F401

LOAD_LIMIT_S = 120
FEED_BYTES = 4_000_000  # what an appsrc holds before it stops asking: about 20 s of a main stream
SESSION_SWEEP_S = 5
ROLE = "viewer"


@dataclass(frozen=True)
class Coding:
    """How one kind of video goes from a file to RTP."""

    parser: str
    caps: str
    payloader: str


CODINGS = {
    f"video/x-{name}": Coding(
        parser=f"{name}parse config-interval=-1",
        caps=f"video/x-{name},stream-format=byte-stream,alignment=au",
        payloader=f"{name}parse ! rtp{name}pay config-interval=-1",
    )
    for name in ("h264", "h265")
}


@dataclass(frozen=True)
class Unit:
    """One coded picture; times in nanoseconds from the first one."""

    pts: int
    dts: int
    duration: int
    key: bool
    data: bytes


@dataclass(frozen=True)
class Movie:
    """A clip in memory, without B-frames or with: units are in decoding order."""

    kind: str
    caps: Gst.Caps
    units: list[Unit]
    length: int


class CannotServeError(Exception):
    """A file, a port or a name that does not do."""


def load(path: Path) -> Movie:
    """Read the video of an MP4 into memory. CannotServeError when there is no H.264 or H.265 in it."""
    reader = Reader(path)
    reader.run()
    if reader.caps is None or not reader.units:
        raise CannotServeError(f"{path}: no H.264 or H.265 video")
    units = reader.units
    zero = min(unit.dts for unit in units)
    last = max(unit.dts for unit in units)
    step = (last - zero) // max(1, len(units) - 1)
    shifted = [Unit(u.pts - zero, u.dts - zero, u.duration or step, u.key, u.data) for u in units]
    return Movie(reader.kind, reader.caps, shifted, last - zero + (shifted[-1].duration or step))


class Reader:
    """Takes an MP4 apart into coded pictures."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kind = ""
        self.caps: Gst.Caps | None = None
        self.units: list[Unit] = []
        self.pipeline = Gst.Pipeline.new(None)

    def run(self) -> None:
        """Until the end of the file."""
        source = Gst.ElementFactory.make("filesrc")
        source.set_property("location", str(self.path))
        demuxer = Gst.ElementFactory.make("qtdemux")
        self.pipeline.add(source)
        self.pipeline.add(demuxer)
        source.link(demuxer)
        demuxer.connect("pad-added", self._on_track)
        self.pipeline.set_state(Gst.State.PLAYING)
        wanted = Gst.MessageType.EOS | Gst.MessageType.ERROR
        message = self.pipeline.get_bus().timed_pop_filtered(LOAD_LIMIT_S * Gst.SECOND, wanted)
        self.pipeline.set_state(Gst.State.NULL)
        if message is None:
            raise CannotServeError(f"{self.path}: not read within {LOAD_LIMIT_S} s")
        if message.type == Gst.MessageType.ERROR:
            raise CannotServeError(f"{self.path}: {message.parse_error()[0].message}")

    def _on_track(self, _demuxer: Gst.Element, pad: Gst.Pad) -> None:
        kind = pad.get_current_caps().get_structure(0).get_name()
        coding = CODINGS.get(kind)
        if coding is None or self.kind:
            end = Gst.ElementFactory.make("fakesink")
        else:
            self.kind = kind
            queue = "queue max-size-buffers=0 max-size-bytes=0 max-size-time=0"
            sink = "appsink name=out sync=false emit-signals=true"
            end = Gst.parse_bin_from_description(f"{queue} ! {coding.parser} ! {coding.caps} ! {sink}", True)
            end.get_by_name("out").connect("new-sample", self._on_picture)
        self.pipeline.add(end)
        end.sync_state_with_parent()
        pad.link(end.get_static_pad("sink"))

    def _on_picture(self, sink: Gst.Element) -> Gst.FlowReturn:
        sample = sink.emit("pull-sample")
        buffer = sample.get_buffer()
        if self.caps is None:
            self.caps = sample.get_caps()
        pts = buffer.pts if buffer.pts != Gst.CLOCK_TIME_NONE else buffer.dts
        dts = buffer.dts if buffer.dts != Gst.CLOCK_TIME_NONE else pts
        duration = buffer.duration if buffer.duration != Gst.CLOCK_TIME_NONE else 0
        key = not buffer.has_flags(Gst.BufferFlags.DELTA_UNIT)
        self.units.append(Unit(pts, dts, duration, key, buffer.extract_dup(0, buffer.get_size())))
        return Gst.FlowReturn.OK


class Feeder:
    """Gives one connection its pictures, from the next key frame of the common clock, around and around."""

    def __init__(self, movie: Movie, since_start: int) -> None:
        self.movie = movie
        due = since_start % movie.length
        keys = [i for i, unit in enumerate(movie.units) if unit.key]
        later = [i for i in keys if movie.units[i].dts >= due]
        self.index = later[0] if later else keys[0]
        # What is added to a picture's own time, so that time 0 of the connection is `due`.
        self.offset = -due if later else movie.length - due

    def feed(self, source: Gst.Element, _wanted: int) -> None:
        """Push one picture."""
        unit = self.movie.units[self.index]
        buffer = Gst.Buffer.new_wrapped(unit.data)
        buffer.pts = max(0, unit.pts + self.offset)
        buffer.dts = max(0, unit.dts + self.offset)
        buffer.duration = unit.duration
        if not unit.key:
            buffer.set_flags(Gst.BufferFlags.DELTA_UNIT)
        self.index += 1
        if self.index == len(self.movie.units):
            self.index = 0
            self.offset += self.movie.length
        source.emit("push-buffer", buffer)


class Server:
    """The RTSP server with its streams, each of which can be unplugged."""

    def __init__(self, host: str, port: int) -> None:
        self.started_ns = time.monotonic_ns()
        self.started_at = time.time()
        self.factories: dict[str, GstRtspServer.RTSPMediaFactory] = {}
        self.plugged: set[str] = set()
        self.secured = False
        self.rtsp = GstRtspServer.RTSPServer.new()
        self.rtsp.set_address(host)
        self.rtsp.set_service(str(port))
        self.rtsp.set_backlog(64)

    def secure(self, user: str, password: str, *, digest: bool) -> None:
        """Ask for a user name and a password."""
        auth = GstRtspServer.RTSPAuth.new()
        token = GstRtspServer.RTSPToken.new()
        token.set_string("media.factory.role", ROLE)
        if digest:
            auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
            auth.add_digest(user, password, token)
        else:
            auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
        self.rtsp.set_auth(auth)
        self.secured = True

    def add(self, name: str, movie: Movie) -> None:
        """Serve `movie` under `name`."""
        factory = GstRtspServer.RTSPMediaFactory.new()
        source = f"appsrc name=source format=time is-live=false max-bytes={FEED_BYTES} block=false"
        factory.set_launch(f"( {source} ! {CODINGS[movie.kind].payloader} name=pay0 pt=96 )")
        factory.set_shared(True)
        if self.secured:
            permissions = GstRtspServer.RTSPPermissions.new()
            permissions.add_permission_for_role(ROLE, "media.factory.access", True)
            permissions.add_permission_for_role(ROLE, "media.factory.construct", True)
            factory.set_permissions(permissions)
        factory.connect("media-configure", lambda _factory, media: self._configure(movie, media))
        self.factories[name] = factory
        self.plug(name)

    def _configure(self, movie: Movie, media: GstRtspServer.RTSPMedia) -> None:
        source = media.get_element().get_by_name("source")
        source.set_property("caps", movie.caps)
        feeder = Feeder(movie, time.monotonic_ns() - self.started_ns)
        source.connect("need-data", feeder.feed)

    def plug(self, name: str) -> None:
        """Put the cable in."""
        if name not in self.plugged:
            self.rtsp.get_mount_points().add_factory(f"/{name}", self.factories[name])
            self.plugged.add(name)

    def unplug(self, name: str) -> None:
        """Pull the cable: every client is thrown out; those of other streams connect again."""
        if name in self.plugged:
            self.rtsp.get_mount_points().remove_factory(f"/{name}")
            self.plugged.discard(name)
            self.rtsp.client_filter(lambda _server, _client: GstRtspServer.RTSPFilterResult.REMOVE)

    def run(self, loop: GLib.MainLoop) -> None:
        """Until the loop is quit."""
        GLib.timeout_add_seconds(SESSION_SWEEP_S, self._sweep)
        loop.run()

    def _sweep(self) -> bool:
        self.rtsp.get_session_pool().cleanup()
        return True


def listen_to_orders(server: Server, loop: GLib.MainLoop) -> None:
    """Read `on NAME` and `off NAME` from standard input in a thread; its end ends the server."""

    def obey(word: str, name: str) -> bool:
        known = name in server.factories and word in ("on", "off")
        if known:
            (server.plug if word == "on" else server.unplug)(name)
        print(json.dumps({"ok": known, "plugged": sorted(server.plugged)}), flush=True)
        return False

    def read() -> None:
        for line in sys.stdin:
            word, _, name = line.strip().partition(" ")
            GLib.idle_add(obey, word, name)
        GLib.idle_add(loop.quit)

    threading.Thread(target=read, daemon=True).start()


def free_port(host: str) -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def serve(options: argparse.Namespace) -> None:
    """Load every clip, then serve."""
    Gst.init(None)
    movies = {}
    for spec in options.streams:
        name, _, path = spec.partition("=")
        if not name or not Path(path).is_file():
            raise CannotServeError(f"NAME=FILE.mp4 is wanted, with a file that is there: {spec}")
        movies[name] = load(Path(path))
    port = options.port or free_port(options.host)
    server = Server(options.host, port)
    if options.user:
        server.secure(options.user, options.password, digest=options.digest)
    for name, movie in movies.items():
        server.add(name, movie)
    if not server.rtsp.attach(None):
        raise CannotServeError(f"cannot listen on {options.host}:{port}")
    loop = GLib.MainLoop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        GLib.unix_signal_add(GLib.PRIORITY_HIGH, sign, loop.quit)
    lengths = {name: movie.length / Gst.SECOND for name, movie in movies.items()}
    ready = {"started_at": server.started_at, "host": options.host, "port": port, "length_s": lengths}
    print(json.dumps(ready), flush=True)
    if options.control:
        listen_to_orders(server, loop)
    server.run(loop)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("serve")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8554)
    command.add_argument("--user")
    command.add_argument("--password", default="")
    command.add_argument("--digest", action="store_true")
    command.add_argument("--control", action="store_true", help="take orders from standard input")
    command.add_argument("streams", nargs="+", metavar="NAME=FILE.mp4")
    try:
        serve(parser.parse_args())
    except CannotServeError as err:
        print(f"rtsp_camera.py: {err}", file=sys.stderr)
        raise SystemExit(1) from err


if __name__ == "__main__":
    main()
