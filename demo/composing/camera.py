"""One scene as its camera shows it, picture by picture, and who is to be seen in each."""

from collections.abc import Iterator

import numpy as np

from .optics import Grain, Sensor, burn_clock, dusk, enlarge, infrared, sharpen
from .people import body_px, visit
from .picture import FPS, Frame, Layer, Picture
from .scenes import Scene
from .source import Source

VISIBLE_PX = 115  # at 640x360: from here on a visitor counts as an event (0.05 % of the picture)
DAY_GRAIN = Grain(1.7, 0.7, 0.25)
NIGHT_GRAIN = Grain(4.2, 0.9, 0.0)
CLOCK_FROM_S = 18 * 3600 + 42 * 60  # what the burnt-in clock shows at the clip's start


class Camera:
    """Makes a scene's pictures, and notes in which of them each visitor is seen."""

    def __init__(self, source: Source, scene: Scene) -> None:
        self.scene = scene
        self.seen: list[list[int]] = [[] for _ in scene.visits]  # by visit: the frames in which it counts as an event
        self.edge: list[int] = []  # frames with a few pixels of somebody
        rng = np.random.default_rng(scene.seed)
        self._day = Sensor(rng, DAY_GRAIN)
        self._night = self._day if scene.night_from_s is None else Sensor(rng, NIGHT_GRAIN)
        ground = sharpen(enlarge(source.background.astype(np.float32), scene.crop))
        self._empty = {False: ground, True: infrared(ground)}
        self._visits: list[tuple[int, list[Layer]]] = [
            (int(each.at_s * FPS), visit(source, each.actors)) for each in scene.visits
        ]

    def frames(self) -> Iterator[Frame]:
        """All pictures of the clip, in the size of the main stream."""
        for number in range(self.scene.duration_s * FPS):
            yield self._frame(number)

    def _frame(self, number: int) -> Frame:
        scene, time_s = self.scene, number / FPS
        dark = scene.is_dark(time_s)
        picture = self._with_visitors(number, dark=dark)
        if scene.mirrored:
            picture = picture[:, ::-1]
        if scene.night_from_s is not None and not dark:
            picture = dusk(picture)
        picture = picture * scene.light(time_s)
        for insect in scene.insects:
            picture = insect.draw(picture, time_s)
        sensor = self._night if dark else self._day
        frame = np.clip(picture + sensor.noise(), 0, 255).astype(np.uint8)
        if scene.mask:
            burn_clock(frame, CLOCK_FROM_S + int(time_s))
        return frame

    def _with_visitors(self, number: int, *, dark: bool) -> Picture:
        picture = self._empty[dark].copy()
        for (first, layers), seen in zip(self._visits, self.seen, strict=True):
            if not 0 <= number - first < len(layers):
                continue
            person, matte = layers[number - first]
            pixels = body_px(matte, self.scene.crop)
            if pixels >= VISIBLE_PX:
                seen.append(number)
            elif pixels:
                self.edge.append(number)
            layer = sharpen(enlarge(person, self.scene.crop))
            share = np.clip(enlarge(matte, self.scene.crop), 0, 1)[..., None]
            picture += ((infrared(layer) if dark else layer) - picture) * share
        return picture
