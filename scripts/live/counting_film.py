"""A film for a camera whose pictures say which they are: their number as black and white fields, read again from a screen.

With the camera's own clock this tells how old a picture on a screen is, from the lens to the eye.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

FPS = 15
SECONDS = 60
KEY_EVERY_S = 4
BITS = 10  # of the number; the first is on the left
WIDTH, HEIGHT = 640, 360

# Reads the number from a <video>, and the time at which it was on the screen.
READ_NUMBER = f"""video => {{
  const canvas = document.createElement('canvas');
  canvas.width = {WIDTH}; canvas.height = {HEIGHT};
  const pen = canvas.getContext('2d');
  pen.drawImage(video, 0, 0, {WIDTH}, {HEIGHT});
  const at = Date.now() / 1000;
  let number = 0;
  for (let bit = 0; bit < {BITS}; bit++) {{
    const field = pen.getImageData((bit + 0.5) * {WIDTH} / {BITS}, {HEIGHT} / 2, 1, 1).data;
    number = number * 2 + (field[1] > 127 ? 1 : 0);
  }}
  return [number, at, video.videoWidth];
}}"""


def make_counting_film(path: Path) -> Path:
    """H.264, one minute in a loop, a key frame every four seconds."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"preset": "ultrafast", "tune": "zerolatency"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.gop_size = FPS * KEY_EVERY_S
        stream.codec_context.time_base = Fraction(1, FPS)
        for picture in _pictures():
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="gray").reformat(format="yuv420p")))
        container.mux(stream.encode(None))
    return path


def _pictures() -> Iterator[NDArray[np.uint8]]:
    for number in range(FPS * SECONDS):
        fields = [255 if number >> bit & 1 else 0 for bit in reversed(range(BITS))]
        yield np.repeat(np.array([fields], np.uint8), WIDTH // BITS, axis=1).repeat(HEIGHT, axis=0)


def age_s(number: int, seen_at: float, began: float) -> float:
    """How old a picture of that number was when it was seen; `began` is when the loop began (both since 1970)."""
    return ((seen_at - began) - number / FPS) % SECONDS
