"""What is done to a camera, and what the light does, told apart on real pictures: the yard before anybody comes."""

from functools import cache
from itertools import cycle

import av
from footage import DEMO
import numpy as np
import pytest

from mat_than_engine.model import TAMPERED, Frame, SceneState
from mat_than_engine.seeing.decoder import Shrinker
from mat_than_engine.seeing.image_ops import NumpyOps
from mat_than_engine.seeing.motion import MotionDetector
from mat_than_engine.settings import WatchSettings

cv2 = pytest.importorskip("cv2")
EVERY_S = 0.26
LEARNT_S = 40.0


@cache
def yard(scene="yard_day", from_s=1.0, until_s=16.0):
    """Luma and chroma of the empty scene, to be looped."""
    shrinker, frames = Shrinker(), []
    with av.open(str(DEMO / "media" / f"{scene}.sub.mp4")) as container:
        for number, picture in enumerate(container.decode(video=0)):
            if from_s <= picture.time <= until_s and number % 4 == 0:
                frames.append(shrinker.shrink(picture.time, picture))
    return [frame.luma.copy() for frame in frames], frames[0].chroma


class Camera:
    """Shows the yard to a detector, as it is or as something makes it."""

    def __init__(self, scene="yard_day", **span):
        self.lumas, self.chroma = yard(scene, **span)
        self.detector = MotionDetector(WatchSettings(), NumpyOps())
        self.time_s, self.count = 0.0, 0
        self.states, self.moved = [], []

    def show(self, for_s, change=lambda luma: luma):
        for _ in range(round(for_s / EVERY_S)):
            luma = np.clip(change(self.lumas[self.count % len(self.lumas)].astype(np.float32)), 0, 255)
            seen = self.detector.look(Frame(time_s=self.time_s, luma=luma.astype(np.uint8), chroma=self.chroma))
            self.states.append((self.time_s, self.detector.scene.state))
            if seen.look.score >= 0.5:
                self.moved.append(self.time_s)
            self.time_s += EVERY_S
            self.count += 1
        return self

    def said(self, since_s=LEARNT_S):
        return {state for time_s, state in self.states if time_s >= since_s}


def noise(sigma=2.0):
    chance = np.random.default_rng(1)
    return lambda shape: chance.normal(0, sigma, shape)


GRAIN = noise()
TAMPERINGS = {
    SceneState.COVERED: lambda luma: 35 + 0.05 * cv2.GaussianBlur(luma, (0, 0), 20) + GRAIN(luma.shape),
    SceneState.DEFOCUSED: lambda luma: cv2.GaussianBlur(luma, (0, 0), 4) + GRAIN(luma.shape),
    SceneState.BLINDED: lambda luma: luma * 0.6 + 220 * np.exp(-((np.indices(luma.shape)[1] - 150) ** 2) / 2 / 90**2),
    SceneState.MOVED: lambda luma: np.roll(luma[::-1], 90, axis=1) + GRAIN(luma.shape),
}


@pytest.mark.parametrize("state", TAMPERINGS)
def test_what_is_done_to_the_camera_is_named_and_nothing_else(state):
    camera = Camera().show(LEARNT_S).show(20, TAMPERINGS[state])
    assert camera.said() & TAMPERED == {state}


@pytest.mark.parametrize("state", [SceneState.COVERED, SceneState.DEFOCUSED, SceneState.BLINDED])
def test_it_is_over_when_it_is_undone(state):
    camera = Camera().show(LEARNT_S).show(20, TAMPERINGS[state]).show(15)
    assert camera.states[-1][1] is SceneState.DAY


def test_a_hand_that_wipes_the_lens_is_no_tampering():
    camera = Camera().show(LEARNT_S).show(2, TAMPERINGS[SceneState.COVERED]).show(20)
    assert not camera.said() & TAMPERED


def test_the_same_picture_again_and_again_is_frozen():
    camera = Camera().show(LEARNT_S)
    stuck = camera.lumas[0].astype(np.float32)
    camera.show(19, lambda _: stuck)
    assert not camera.said() & TAMPERED
    camera.show(5, lambda _: stuck)
    assert camera.states[-1][1] is SceneState.FROZEN
    assert camera.show(5).states[-1][1] is SceneState.DAY


def test_a_flash_is_light_that_goes_again():
    camera = Camera().show(LEARNT_S).show(0.5, lambda luma: luma * 1.8 + 20).show(10)
    assert SceneState.FLASH in camera.said()
    assert camera.states[-1][1] is SceneState.DAY
    assert camera.moved == []


def test_a_lamp_is_a_step_and_then_the_exposure_settles():
    camera = Camera().show(LEARNT_S).show(10, lambda luma: luma * 0.55)
    assert SceneState.LIGHT_STEP in camera.said()
    assert SceneState.FLASH not in camera.said()
    assert camera.moved == []


def test_a_cloud_has_a_name_and_is_no_motion():
    camera = Camera().show(LEARNT_S)
    for strength in np.linspace(1, 0.7, 30):
        camera.show(EVERY_S, lambda luma, strength=strength: luma * strength)
    assert SceneState.CLOUD in camera.said()
    assert camera.moved == []


def test_grey_pictures_of_a_torn_stream_are_a_reconnection_and_teach_nothing():
    def torn(luma):
        luma[80:] = 128
        return luma

    camera = Camera().show(LEARNT_S).show(3, torn).show(8)
    assert SceneState.RECONNECTING in camera.said()
    assert camera.states[-1][1] is SceneState.DAY
    assert camera.moved == []


def test_a_quiet_night_under_infrared_is_not_tampered_with():
    camera = Camera("gate_night", from_s=9.0, until_s=20.0).show(120)
    assert not {state for _, state in camera.states} & TAMPERED


def test_a_scene_without_fine_steps_is_watched_and_never_called_out_of_focus():
    """A soft lens on a plain gate, or a test card: large forms only."""
    forms = np.kron(np.array([[60.0, 150.0, 60.0, 150.0, 60.0]] * 3), np.ones((60, 64)))
    flicker = cycle((0.0, 1.0, 2.0))  # the same picture again and again would be frozen
    camera = Camera().show(LEARNT_S + 20, lambda _: forms + next(flicker))
    assert not camera.said() & TAMPERED


def test_dusk_is_no_tampering():
    camera = Camera().show(LEARNT_S)
    for strength in np.linspace(1, 0.25, 600):
        camera.show(EVERY_S, lambda luma, strength=strength: luma * strength + GRAIN(luma.shape))
    assert not camera.said() & TAMPERED
    assert camera.moved == []
