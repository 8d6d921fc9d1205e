"""The sizes and kinds of pictures that all of this works with."""

import numpy as np
from numpy.typing import NDArray

FPS = 15
MAIN = (1280, 720)  # width, height
SUB = (640, 360)

type Picture = NDArray[np.float32]  # height x width x 3, BGR, 0..255
type Frame = NDArray[np.uint8]  # the same as a file holds it
type Mask = NDArray[np.uint8]  # height x width, 0 or 1
type Matte = NDArray[np.float32]  # height x width, 0..1
type Layer = tuple[Picture, Matte]  # somebody, and how much of each pixel is theirs
type Crop = tuple[int, int, int, int]  # x, y, width, height in the source, 16:9
