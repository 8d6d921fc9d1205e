"""Pieces of a film for the tests of live views: a real init segment and real fragments, made once."""

from fractions import Fraction
from functools import cache
import io

import av
import numpy as np

from custom_components.mat_than.lib.mat_than_engine.live.fragments import Coded
from custom_components.mat_than.lib.mat_than_engine.live.makers import Copied
from custom_components.mat_than.lib.mat_than_engine.live.piece import Piece, PieceKind
from custom_components.mat_than.lib.mat_than_engine.stream_parameters import head_of

FPS = 10


@cache
def pieces() -> tuple[Piece, ...]:
    """Six seconds, a key frame every two."""
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = 160, 120, "yuv420p"
    encoder.time_base, encoder.gop_size = Fraction(1, FPS), 2 * FPS
    encoder.options = {"preset": "ultrafast", "tune": "zerolatency"}
    packets = []
    for number in range(7 * FPS):
        picture = av.VideoFrame.from_ndarray(np.full((120, 160, 3), 3 * number, np.uint8), format="rgb24")
        picture.pts = number
        packets += encoder.encode(picture)
    head = head_of(bytes(packets[0]), "h264")
    assert head is not None
    maker = Copied(head.streams.video[0])
    made = [
        piece
        for number, packet in enumerate(packets)
        for piece in maker.take(Coded(bytes(packet), packet.is_keyframe, number / FPS, 1.7e9 + number / FPS))
    ]
    maker.close()
    return tuple(made)


def init_segment() -> bytes:
    return pieces()[0].data


def fragment(number: int, *, key: bool) -> bytes:
    """A fragment that nobody has seen yet: its bytes carry the number."""
    kind = PieceKind.KEY_FRAGMENT if key else PieceKind.FRAGMENT
    data = next(piece.data for piece in pieces()[1:] if piece.kind is kind)
    mark = io.BytesIO(number.to_bytes(8)).getvalue()
    return data[:16] + mark + data[24:]  # the time of the `prft` box
