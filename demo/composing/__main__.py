"""`python -m demo.composing VTEST_AVI --out FOLDER [--labels FOLDER] [--only SCENES] [--frames FOLDER]`.

Writes FOLDER/<scene>.main.mp4 (1280x720) and FOLDER/<scene>.sub.mp4 (640x360), 15 fps, and one label file a scene.
Needs numpy, opencv-python-headless and ffmpeg with libx264 and libx265. Same input, same versions: same output.
"""

import argparse
from pathlib import Path
import sys

import cv2

from .camera import Camera
from .scenes import SCENES
from .source import Source, SourceError
from .streams import EncodingError, Streams
from .truth import write_labels

PICTURE_EVERY = 5  # of --frames


def main() -> int:
    """The command line; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo.composing", description=__doc__.partition("\n\n")[2])
    parser.add_argument("vtest", type=Path, help="OpenCV's samples/data/vtest.avi")
    parser.add_argument("--out", type=Path, required=True, help="folder for the clips")
    parser.add_argument("--labels", type=Path, help="folder for the label files (default: --out)")
    parser.add_argument("--only", default="", help="comma-separated scene names")
    parser.add_argument("--frames", type=Path, help="also write every fifth frame as PNG here, to look at")
    options = parser.parse_args()
    labels: Path = options.labels or options.out
    for folder in filter(None, (options.out, labels, options.frames)):
        folder.mkdir(parents=True, exist_ok=True)
    wanted = set(filter(None, options.only.split(",")))
    if unknown := wanted - {scene.name for scene in SCENES}:
        parser.error(f"unknown scene: {', '.join(sorted(unknown))}")
    try:
        source = Source(options.vtest)
        for scene in SCENES:
            if not wanted or scene.name in wanted:
                camera = Camera(source, scene)
                _film(camera, options.out, options.frames)
                print(scene.name, write_labels(camera, labels), flush=True)
    except (SourceError, EncodingError) as err:
        print(err, file=sys.stderr)
        return 1
    return 0


def _film(camera: Camera, folder: Path, stills: Path | None) -> None:
    """All pictures of a camera into its two files."""
    streams = Streams(camera.scene, folder)
    for number, frame in enumerate(camera.frames()):
        streams.write(frame)
        if stills is not None and number % PICTURE_EVERY == 0:
            cv2.imwrite(str(stills / f"{camera.scene.name}.{number:04d}.png"), frame)
    streams.close()


if __name__ == "__main__":
    sys.exit(main())
