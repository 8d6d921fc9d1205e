#!/usr/bin/python3
"""A real RTSP camera for the demo and the tests: serves looped MP4s with GStreamer's RTSP server.

    rtsp_camera.py serve [--port 8554] [--user U --password P [--digest]] [--certificate PEM] [--control]
                         NAME=FILE.mp4[+FILE.mp4...][@SECONDS] ...

serves each file as rtsp://127.0.0.1:PORT/NAME until it is ended; with a certificate (and its key in the same PEM file)
as rtsps. The packets are those of the file, AAC sound included. All clips run on one clock from the server's start, as
real cameras do: whoever connects later sees a later part, from the next key frame on, so that at any moment T the
picture shows second (T - started_at + SECONDS) modulo the clip's length. Files joined by `+` follow one another in one
stream, as when a camera is given another resolution. The first line of output is JSON with `started_at` (seconds since
1970) and the streams; `--port 0` takes a free port.

With --control, standard input takes `off NAME` and `on NAME` (a pulled cable), `hold NAME` and `go NAME` (the
connection stays, nothing comes), each answered by one JSON line, and its end ends the server. Run by the system's
Python, which is where python3-gi lives.
"""

import argparse
import json
from pathlib import Path
import signal
import socket
import sys
import threading
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")

from gi.repository import Gio, GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402
from rtsp_movie import CannotServeError, Movie, Track, join, load  # noqa: E402

FEED_BYTES = 4_000_000  # what an appsrc holds before it stops asking: about 20 s of a main stream
SESSION_SWEEP_S = 5
MOST_THREADS = 128
ROLE = "viewer"


class Feeder:
    """Gives one track of one connection its pictures, from the next key frame of the common clock, around and around."""

    def __init__(self, stream: "Stream", track: Track) -> None:
        self.stream = stream
        self.units = track.units
        self.index = self.offset = 0
        self.began_ns = time.monotonic_ns()
        self.seek()

    def seek(self) -> None:
        """Go to the present of the common clock; times go on from the connection's beginning."""
        length = self.stream.movie.length
        now_ns = time.monotonic_ns()
        due = (now_ns - self.stream.began_ns) % length
        keys = [i for i, unit in enumerate(self.units) if unit.key]
        later = [i for i in keys if self.units[i].dts >= due]
        self.index = later[0] if later else keys[0]
        # What is added to a picture's own time, so that time 0 of the connection is the moment it began.
        self.offset = (-due if later else length - due) + now_ns - self.began_ns

    def feed(self, source: Gst.Element, _wanted: int = 0) -> None:
        """Push one picture."""
        if self.stream.held:
            self.stream.hungry.append((self, source))
            return
        unit = self.units[self.index]
        buffer = Gst.Buffer.new_wrapped(unit.data)
        buffer.pts = max(0, unit.pts + self.offset)
        buffer.dts = max(0, unit.dts + self.offset)
        buffer.duration = unit.duration
        if not unit.key:
            buffer.set_flags(Gst.BufferFlags.DELTA_UNIT)
        self.index += 1
        if self.index == len(self.units):
            self.index = 0
            self.offset += self.stream.movie.length
        source.emit("push-buffer", buffer)


class Stream:
    """A movie that runs from a moment on, and those who are fed from it."""

    def __init__(self, movie: Movie, began_ns: int) -> None:
        self.movie = movie
        self.began_ns = began_ns
        self.held = False
        self.hungry: list[tuple[Feeder, Gst.Element]] = []  # who asked while nothing was given

    def configure(self, media: GstRtspServer.RTSPMedia) -> None:
        """Feed a new pipeline."""
        for number, track in enumerate(self.movie.tracks):
            source = media.get_element().get_by_name(f"source{number}")
            source.set_property("caps", track.caps)
            source.connect("need-data", Feeder(self, track).feed)

    def hold(self, *, held: bool) -> None:
        """Give nothing more, or go on."""
        self.held = held
        if not held:
            hungry, self.hungry = self.hungry, []
            for feeder, source in hungry:
                feeder.seek()
                feeder.feed(source)


class Server:
    """The RTSP server with its streams, each of which can be unplugged."""

    def __init__(self, host: str, port: int) -> None:
        self.started_ns = time.monotonic_ns()
        self.started_at = time.time()
        self.streams: dict[str, Stream] = {}
        self.factories: dict[str, GstRtspServer.RTSPMediaFactory] = {}
        self.plugged: set[str] = set()
        self.watched: dict[GstRtspServer.RTSPClient, str] = {}
        self.secured = False
        self.rtsp = GstRtspServer.RTSPServer.new()
        self.rtsp.set_address(host)
        self.rtsp.set_service(str(port))
        self.rtsp.set_backlog(64)
        pool = GstRtspServer.RTSPThreadPool.new()
        pool.set_max_threads(MOST_THREADS)  # one client that waits for a silent stream holds up no other
        self.rtsp.set_thread_pool(pool)
        self.rtsp.connect("client-connected", self._on_client)

    def secure(self, options: argparse.Namespace) -> None:
        """Ask for a user name and a password, speak TLS, or both."""
        if not options.user and not options.certificate:
            return
        auth = GstRtspServer.RTSPAuth.new()
        if options.certificate:
            auth.set_tls_certificate(Gio.TlsCertificate.new_from_file(options.certificate))
        if options.user:
            token = GstRtspServer.RTSPToken.new()
            token.set_string("media.factory.role", ROLE)
            if options.digest:
                auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
                auth.add_digest(options.user, options.password, token)
            else:
                auth.add_basic(GstRtspServer.RTSPAuth.make_basic(options.user, options.password), token)
        else:
            anybody = GstRtspServer.RTSPToken.new()
            anybody.set_string("media.factory.role", ROLE)
            auth.set_default_token(anybody)
        self.rtsp.set_auth(auth)
        self.secured = True

    def add(self, name: str, movie: Movie, ahead_s: float) -> None:
        """Serve `movie` under `name`, so many seconds ahead of the clock."""
        stream = self.streams[name] = Stream(movie, self.started_ns - round(ahead_s * Gst.SECOND))
        factory = GstRtspServer.RTSPMediaFactory.new()
        # Live: else the server now and then sends nothing to who sets up one of two tracks.
        fed = f"format=time is-live=true max-bytes={FEED_BYTES} block=false"
        lines = [
            f"appsrc name=source{i} {fed} ! {track.coding.payloader} name=pay{i} pt={96 + i}"
            for i, track in enumerate(movie.tracks)
        ]
        factory.set_launch(f"( {' '.join(lines)} )")
        factory.set_shared(True)
        if self.secured:
            permissions = GstRtspServer.RTSPPermissions.new()
            permissions.add_permission_for_role(ROLE, "media.factory.access", True)
            permissions.add_permission_for_role(ROLE, "media.factory.construct", True)
            factory.set_permissions(permissions)
        factory.connect("media-configure", lambda _factory, media: stream.configure(media))
        self.factories[name] = factory
        self.plug(name)

    def plug(self, name: str) -> None:
        """Put the cable in."""
        if name not in self.plugged:
            self.rtsp.get_mount_points().add_factory(f"/{name}", self.factories[name])
            self.plugged.add(name)

    def unplug(self, name: str) -> None:
        """Pull the cable: whoever watches this stream is thrown out."""
        if name in self.plugged:
            self.rtsp.get_mount_points().remove_factory(f"/{name}")
            self.plugged.discard(name)
            for client in [client for client, watched in list(self.watched.items()) if watched == name]:
                client.close()

    def obey(self, word: str, name: str) -> bool:
        """Carry an order out; False when it is none."""
        if name not in self.streams:
            return False
        if word in ("on", "off"):
            (self.plug if word == "on" else self.unplug)(name)
        elif word in ("hold", "go"):
            self.streams[name].hold(held=word == "hold")
        else:
            return False
        return True

    def run(self, loop: GLib.MainLoop) -> None:
        """Until the loop is quit."""
        GLib.timeout_add_seconds(SESSION_SWEEP_S, self._sweep)
        loop.run()

    def _on_client(self, _server: GstRtspServer.RTSPServer, client: GstRtspServer.RTSPClient) -> None:
        client.connect("describe-request", self._on_describe)
        client.connect("closed", lambda gone: self.watched.pop(gone, None))

    def _on_describe(self, client: GstRtspServer.RTSPClient, context: GstRtspServer.RTSPContext) -> None:
        self.watched[client] = context.uri.abspath.lstrip("/")

    def _sweep(self) -> bool:
        self.rtsp.get_session_pool().cleanup()
        return True


def listen_to_orders(server: Server, loop: GLib.MainLoop) -> None:
    """Read orders from standard input in a thread; its end ends the server."""

    def obey(word: str, name: str) -> bool:
        known = server.obey(word, name)
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


def read_spec(spec: str, loaded: dict[str, Movie]) -> tuple[str, Movie, float]:
    """`NAME=FILE[+FILE…][@SECONDS]`; each file is read once."""
    name, _, rest = spec.partition("=")
    paths, _, ahead = rest.partition("@")
    files = paths.split("+")
    if not name or not all(Path(path).is_file() for path in files):
        raise CannotServeError(f"NAME=FILE.mp4 is wanted, with a file that is there: {spec}")
    for path in files:
        if path not in loaded:
            loaded[path] = load(Path(path))
    return name, join([loaded[path] for path in files]), float(ahead or 0)


def serve(options: argparse.Namespace) -> None:
    """Load every clip, then serve."""
    Gst.init(None)
    loaded: dict[str, Movie] = {}
    specs = [read_spec(spec, loaded) for spec in options.streams]
    port = options.port or free_port(options.host)
    server = Server(options.host, port)
    server.secure(options)
    for name, movie, ahead_s in specs:
        server.add(name, movie, ahead_s)
    if not server.rtsp.attach(None):
        raise CannotServeError(f"cannot listen on {options.host}:{port}")
    loop = GLib.MainLoop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        GLib.unix_signal_add(GLib.PRIORITY_HIGH, sign, loop.quit)
    lengths = {name: movie.length / Gst.SECOND for name, movie, _ in specs}
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
    command.add_argument("--certificate", metavar="PEM", help="certificate and key: speak TLS")
    command.add_argument("--control", action="store_true", help="take orders from standard input")
    command.add_argument("streams", nargs="+", metavar="NAME=FILE.mp4[+FILE...][@SECONDS]")
    try:
        serve(parser.parse_args())
    except CannotServeError as err:
        print(f"rtsp_camera.py: {err}", file=sys.stderr)
        raise SystemExit(1) from err


if __name__ == "__main__":
    main()
