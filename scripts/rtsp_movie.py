"""Files in memory for `rtsp_camera.py`: the coded pictures and the AAC sound of MP4s, as an RTP payloader wants them.

Files joined into one movie follow one another, whatever their sizes; each key frame carries its own parameters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstApp", "1.0")

# GstApp is not named below, but importing it teaches appsrc and appsink their signals.
from gi.repository import Gst, GstApp  # noqa: E402, F401

LOAD_LIMIT_S = 120

# Looked up once, by one thread: PyGObject makes these names when they are first asked for, and of two tracks that ask at
# the same moment one may find nothing, and lose a picture.
DELTA_UNIT, NO_TIME, FLOW_OK = Gst.BufferFlags.DELTA_UNIT, Gst.CLOCK_TIME_NONE, Gst.FlowReturn.OK


class CannotServeError(Exception):
    """A file, a port or a name that does not do."""


@dataclass(frozen=True)
class Coding:
    """How one kind of track goes from a file to RTP."""

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
} | {
    "audio/mpeg": Coding(
        parser="aacparse", caps="audio/mpeg,mpegversion=4,stream-format=raw", payloader="aacparse ! rtpmp4gpay"
    )
}


@dataclass(frozen=True)
class Unit:
    """One coded picture or piece of sound; times in nanoseconds from the first picture."""

    pts: int
    dts: int
    duration: int
    key: bool
    data: bytes

    def later(self, by: int) -> "Unit":
        """The same at another time."""
        return replace(self, pts=self.pts + by, dts=self.dts + by)


@dataclass
class Track:
    """The pictures, or the sound, in decoding order."""

    kind: str
    caps: Gst.Caps = None
    units: list[Unit] = field(default_factory=list)

    @property
    def coding(self) -> Coding:
        """How it goes to RTP."""
        return CODINGS[self.kind]


@dataclass(frozen=True)
class Movie:
    """What one stream shows, around and around; `length` in nanoseconds."""

    video: Track
    sound: "Track | None"
    length: int

    @property
    def tracks(self) -> "list[Track]":
        """Pictures first."""
        return [self.video] if self.sound is None else [self.video, self.sound]


def load(path: Path) -> Movie:
    """Read an MP4 into memory. CannotServeError when there is no H.264 or H.265 in it."""
    reader = Reader(path)
    reader.run()
    video, sound = reader.tracks.get("video"), reader.tracks.get("audio")
    if video is None or video.caps is None or not video.units:
        raise CannotServeError(f"{path}: no H.264 or H.265 video")
    zero = min(unit.dts for unit in video.units)
    span = max(unit.dts for unit in video.units) - zero
    step = span // max(1, len(video.units) - 1)
    video.units = [replace(u.later(-zero), duration=u.duration or step) for u in video.units]
    length = span + (video.units[-1].duration or step)
    if sound is not None:
        sound.units = [u.later(-zero) for u in sound.units if 0 <= u.pts - zero < length]
    return Movie(video, sound if sound is not None and sound.units else None, length)


def join(movies: Sequence[Movie]) -> Movie:
    """Movies of one codec, one after the other. Sound is kept when it is the only movie."""
    if len(movies) == 1:
        return movies[0]
    if len({movie.video.kind for movie in movies}) > 1:
        raise CannotServeError("only files of one codec can be joined")
    joined = Track(movies[0].video.kind, movies[0].video.caps)
    length = 0
    for movie in movies:
        joined.units += [unit.later(length) for unit in movie.video.units]
        length += movie.length
    return Movie(joined, None, length)


class Reader:
    """Takes an MP4 apart into coded pictures and sound."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tracks: dict[str, Track] = {}
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
        place = kind.partition("/")[0]
        if coding is None or place in self.tracks:
            end = Gst.ElementFactory.make("fakesink")
        else:
            track = self.tracks[place] = Track(kind)
            queue = "queue max-size-buffers=0 max-size-bytes=0 max-size-time=0"
            sink = "appsink name=out sync=false async=false emit-signals=true"
            end = Gst.parse_bin_from_description(f"{queue} ! {coding.parser} ! {coding.caps} ! {sink}", True)
            end.get_by_name("out").connect("new-sample", self._on_sample, track)
        self.pipeline.add(end)
        end.sync_state_with_parent()
        pad.link(end.get_static_pad("sink"))

    @staticmethod
    def _on_sample(sink: Gst.Element, track: Track) -> Gst.FlowReturn:
        sample = sink.emit("pull-sample")
        buffer = sample.get_buffer()
        if track.caps is None:
            track.caps = sample.get_caps()
        pts = buffer.pts if buffer.pts != NO_TIME else buffer.dts
        dts = buffer.dts if buffer.dts != NO_TIME else pts
        duration = buffer.duration if buffer.duration != NO_TIME else 0
        key = not buffer.has_flags(DELTA_UNIT)
        track.units.append(Unit(pts, dts, duration, key, buffer.extract_dup(0, buffer.get_size())))
        return FLOW_OK
