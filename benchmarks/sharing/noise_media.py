"""Clips and stills of noise: real files of a chosen size that show nothing, and can be told apart by what is put into them."""

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

_PICTURES = 20  # of a clip
_RATE = 10  # pictures a second
CLIP_S = _PICTURES / _RATE


def write_clip(path: Path, width: int, height: int, options: dict[str, str]) -> bytes:
    """Two seconds of H.264 that no encoder can make small; its bytes."""
    noise = np.random.default_rng(2)
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", rate=_RATE, options={"preset": "ultrafast", **options})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for _ in range(_PICTURES):
            picture = noise.integers(60, 180, (height, width, 3), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path.read_bytes()


def write_still(path: Path, picture: NDArray[np.uint8]) -> bytes:
    """A picture (height, width, 3) as a JPEG; its bytes."""
    with av.open(str(path), "w", format="image2") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.height, stream.width = picture.shape[:2]
        stream.pix_fmt = "yuvj420p"
        container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path.read_bytes()


def free_box(content: bytes) -> bytes:
    """A box behind an MP4's own that players pass over."""
    return (len(content) + 8).to_bytes(4) + b"free" + content
