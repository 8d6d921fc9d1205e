"""The two streams of a camera as files, encoded by ffmpeg as a camera would."""

from pathlib import Path
import subprocess

import cv2
import numpy as np

from .picture import FPS, MAIN, SUB, Frame
from .scenes import Scene

KEY_FRAME_EVERY = 2 * FPS


class EncodingError(Exception):
    """ffmpeg did not take the pictures; it has said why on the standard error."""


class Streams:
    """Main and sub stream of a scene while they are written."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        """Start both encoders; the files are `<scene>.main.mp4` and `<scene>.sub.mp4`."""
        self._name = scene.name
        main, sub = (folder / f"{scene.name}.{which}.mp4" for which in ("main", "sub"))
        self._encoders = [
            (_encoder(scene, main, MAIN, scene.main_kbit_s), MAIN),
            (_encoder(scene, sub, SUB, scene.sub_kbit_s), SUB),
        ]

    def write(self, frame: Frame) -> None:
        """One picture to both, in its size."""
        for encoder, size in self._encoders:
            shown = frame if size == MAIN else cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
            assert encoder.stdin is not None
            encoder.stdin.write(np.ascontiguousarray(shown).tobytes())

    def close(self) -> None:
        """Finish both files. EncodingError when one of them failed."""
        for encoder, _ in self._encoders:
            assert encoder.stdin is not None
            encoder.stdin.close()
        codes = [encoder.wait() for encoder, _ in self._encoders]
        if any(codes):
            raise EncodingError(f"ffmpeg failed on {self._name}")


def _encoder(scene: Scene, path: Path, size: tuple[int, int], kbit_s: int) -> subprocess.Popen[bytes]:
    """ffmpeg writing like a camera: no B-frames, one I-frame every 2 s, near-constant bit rate.

    One thread, so that the same pictures give the same stream.
    """
    pictures = ["-f", "rawvideo", "-pix_fmt", "bgr24", "-r", str(FPS), "-s", f"{size[0]}x{size[1]}", "-i", "-"]
    rate = ["-b:v", f"{kbit_s}k", "-maxrate", f"{int(kbit_s * 1.15)}k", "-bufsize", f"{kbit_s}k"]
    codec = _h264(rate) if scene.codec == "libx264" else _h265(rate)
    file = ["-video_track_timescale", "90000", "-movflags", "+faststart", str(path)]
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-y",
        *pictures,
        "-an",
        "-pix_fmt",
        "yuv420p",
        "-c:v",
        scene.codec,
        *codec,
        *file,
    ]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def _h264(rate: list[str]) -> list[str]:
    groups = f"keyint={KEY_FRAME_EVERY}:min-keyint={KEY_FRAME_EVERY}:scenecut=0:bframes=0:ref=1:sliced-threads=0"
    profile = ["-profile:v", "main", "-preset", "veryfast", "-tune", "zerolatency", "-threads", "1"]
    return [*profile, *rate, "-x264-params", groups]


def _h265(rate: list[str]) -> list[str]:
    groups = f"keyint={KEY_FRAME_EVERY}:min-keyint={KEY_FRAME_EVERY}:scenecut=0:bframes=0:open-gop=0"
    params = f"log-level=error:pools=none:frame-threads=1:{groups}"
    return ["-preset", "superfast", "-tune", "zerolatency", *rate, "-tag:v", "hvc1", "-x265-params", params]
