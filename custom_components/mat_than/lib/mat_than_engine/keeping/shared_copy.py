"""What may leave the home: copies of clips and stills with the masks burnt in, H.264, without sound unless asked.

A clip that already is all of that is copied byte for byte; one that only has sound too many is copied packet by
packet; everything else, and each part of a clip (`cut`), is encoded anew (`encoding`). Made one at a time, with at most
two encoder threads: sharing must not slow down seeing; how far it is, is told, and it stops when nobody wants it any
more. The source is only read.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
import errno
import os
from pathlib import Path
import shutil

import av
from av.container import InputContainer, OutputContainer
from av.video.frame import VideoFrame

from ..commands import MakeSharedCopy, MakeSharedStill
from ..errors import CopyError
from ..model import Polygon
from ..reports import SharedCopyMade
from ..seeing.still import jpeg
from .cut import Cut
from .encoding import Encoded, encode
from .masks import black_out, cover, outline
from .progress import CancelledError, Meter
from .recording import sha256_of

_PIECES = {
    "hls_segment_type": "fmp4",
    "hls_flags": "single_file",
    "hls_playlist_type": "event",
    "hls_time": "1",  # less than `encoding.KEY_EVERY_S`: a piece ends with each key frame
}
_DRAFT = ".draft"


@dataclass(slots=True)
class _Made:
    codec: str
    width: int
    height: int
    fps: float | None
    first_s: float | None = None
    last_s: float | None = None

    def take(self, encoded: Encoded) -> None:
        """What was encoded is what there is."""
        self.width, self.height = encoded.width, encoded.height
        self.first_s, self.last_s = encoded.first_s, encoded.last_s


def must_be_encoded(order: MakeSharedCopy) -> bool:
    """Whether that copy takes an encoder, and so seconds; False too for a clip that cannot be read at all."""
    try:
        with _opened(Path(order.source)) as container:
            return not _is_fit(container, order)
    except CopyError:
        return False


def make_shared_copy(order: MakeSharedCopy, meter: Meter | None = None) -> SharedCopyMade:
    """Make the copy of a clip; the answer says what it is, or why there is none. `meter` is told while it is encoded."""
    target = Path(order.target)
    try:
        with _draft_of(target) as draft:
            made = _copy_clip(order, draft, meter)
        return _answer(order.request_id, target, made, masked=bool(order.masks))
    except CopyError as err:
        return SharedCopyMade(request_id=order.request_id, error=err.reason)


def make_shared_still(order: MakeSharedStill) -> SharedCopyMade:
    """Make the copy of a still; the answer says what it is, or why there is none."""
    target = Path(order.target)
    try:
        with _draft_of(target) as draft:
            made = _copy_still(Path(order.source), draft, order)
        return _answer(order.request_id, target, made, masked=bool(order.masks))
    except CopyError as err:
        return SharedCopyMade(request_id=order.request_id, error=err.reason)


def _answer(request_id: str, target: Path, made: _Made, *, masked: bool) -> SharedCopyMade:
    return SharedCopyMade(
        request_id=request_id,
        codec=made.codec,
        masked=masked,
        size_bytes=target.stat().st_size,
        sha256=sha256_of(target),
        fps=made.fps,
        width=made.width,
        height=made.height,
        first_s=made.first_s,
        last_s=made.last_s,
    )


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    """A draft beside the target that takes its place, synced, when all went well. Raises CopyError only."""
    draft = target.with_name(target.name + _DRAFT)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        with draft.open("rb") as stream:
            os.fsync(stream.fileno())
        draft.replace(target)
    except OSError as err:
        full = err.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        raise CopyError("disk_full" if full else "failed") from err
    except (av.FFmpegError, ValueError) as err:
        raise CopyError("failed") from err
    except CancelledError as err:
        raise CopyError("cancelled") from err
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def _opened(source: Path) -> Iterator[InputContainer]:
    if not source.is_file():
        raise CopyError("source_missing")
    try:
        container = av.open(str(source), options={"protocol_whitelist": "file"})
    except (av.FFmpegError, OSError, ValueError) as err:
        raise CopyError("unreadable") from err
    with container:
        if not container.streams.video:
            raise CopyError("unreadable")
        yield container


def _copy_clip(order: MakeSharedCopy, draft: Path, meter: Meter | None) -> _Made:
    source = Path(order.source)
    with _opened(source) as container:
        video = container.streams.video[0]
        codec = video.codec_context
        rate = float(video.average_rate or 0)
        made = _Made("h264", codec.width, codec.height, round(rate, 2) if rate else None)
        is_fit = _is_fit(container, order)
        if is_fit and (order.audio or not container.streams.audio):
            shutil.copyfile(source, draft)
            return made
        if not is_fit and order.playlist is not None:
            made.take(_encode_in_pieces(container, draft, order, meter))
            return made
        with _mp4(draft) as out:
            if is_fit:
                _copy_packets(container, out)
            else:
                made.take(encode(container, out, order, meter))
    return made


def _mp4(path: Path) -> OutputContainer:
    return av.open(str(path), "w", format="mp4", options={"movflags": "faststart"})


def _encode_in_pieces(container: InputContainer, draft: Path, order: MakeSharedCopy, meter: Meter | None) -> Encoded:
    """Encode into pieces that can be watched at once; then the same packets make the file."""
    playlist = Path(order.playlist or "")
    with av.open(str(playlist), "w", format="hls", options=_PIECES) as pieces:
        encoded = encode(container, pieces, order, meter)
    with _opened(playlist.with_suffix(".m4s")) as whole, _mp4(draft) as out:
        _copy_packets(whole, out, sound=True)
    return encoded


def _is_fit(container: InputContainer, order: MakeSharedCopy) -> bool:
    """Whether the pictures may leave as they are."""
    codec = container.streams.video[0].codec_context
    plain = codec.name == "h264" and codec.pix_fmt in {"yuv420p", "yuvj420p"}
    return plain and not order.masks and Cut.of(order).is_whole


def _copy_packets(container: InputContainer, out: OutputContainer, *, sound: bool = False) -> None:
    """The pictures as they are, and the sound only when it is wanted."""
    wanted = [*container.streams.video[:1], *(container.streams.audio[:1] if sound else ())]
    streams = {stream.index: out.add_stream_from_template(stream) for stream in wanted}
    for packet in container.demux(wanted):
        if packet.dts is not None:
            packet.stream = streams[packet.stream.index]
            out.mux(packet)


def _copy_still(source: Path, draft: Path, order: MakeSharedStill) -> _Made:
    with _opened(source) as container:
        try:
            frame = next(container.decode(video=0))
        except (StopIteration, av.FFmpegError) as err:
            raise CopyError("unreadable") from err
    scale = min(1.0, order.longest_edge / max(frame.width, frame.height))
    width, height = (max(2, round(size * scale / 2) * 2) for size in (frame.width, frame.height))
    data = jpeg(_painted(frame, width, height, order.masks, order))
    if data is None:
        raise CopyError("failed")
    draft.write_bytes(data)
    return _Made("mjpeg", width, height, None)


def _painted(
    frame: VideoFrame, width: int, height: int, masks: tuple[Polygon, ...], order: MakeSharedStill
) -> VideoFrame:
    small = frame.reformat(width=width, height=height, format="yuv420p", dst_color_range=1)
    picture = VideoFrame.from_ndarray(small.to_ndarray(format="yuv420p"), format="yuv420p")
    if order.boxes:
        outline(picture, order.boxes)
    if masks:
        black_out(picture, cover(masks, width, height))
    return picture
