"""What camera and network do to a picture that is already taken: a clock, grey smears, frozen pictures."""

import cv2
import numpy as np

from .frame import HEIGHT, Layer, Picture, Span, Stage, happenings


def clock(rng: np.random.Generator, duration_s: float) -> Layer:
    """Date and time burnt in, with seconds, in a corner, and a bit rate below it."""
    where = (int(rng.choice([8, 350])), int(rng.choice([24, 350])))
    scale = rng.uniform(0.5, 0.85)

    def paint(picture: Picture, time_s: float) -> Picture:
        text = f"2026-03-01 18:{int(time_s) // 60:02}:{int(time_s) % 60:02}"
        drawn = cv2.convertScaleAbs(np.maximum(picture, 0))
        for colour, thick in ((0, 3), (255, 1)):
            cv2.putText(drawn, text, where, cv2.FONT_HERSHEY_SIMPLEX, scale, (colour,) * 3, thick, cv2.LINE_AA)
        rate = f"{1000 + int(400 * np.sin(time_s // 1)):4d} kbps"
        cv2.putText(drawn, rate, (where[0], 180), cv2.FONT_HERSHEY_PLAIN, 1.0, (255,) * 3, 1, cv2.LINE_AA)
        return drawn.astype(np.float32)

    return Layer(stage=Stage.SCREEN, paint=paint, negatives=[(0.0, duration_s, "clock")])


def reconnect(rng: np.random.Generator, duration_s: float) -> Layer:
    """After a loss: the lower part grey for a moment, as decoders show what they do not have."""
    losses = [(at, rng.uniform(0.3, 1.8), rng.uniform(0.0, 0.7)) for at in happenings(rng, duration_s, 13)]

    def paint(picture: Picture, time_s: float) -> Picture:
        for at, length_s, share in losses:
            if 0 <= time_s - at < length_s:
                picture[int(HEIGHT * share) :] = 128
        return picture

    spans: list[Span] = [(at, round(at + length_s, 3), "reconnect grey") for at, length_s, _ in losses]
    return Layer(stage=Stage.LINK, paint=paint, negatives=spans)


def frozen(rng: np.random.Generator, duration_s: float) -> Layer:
    """The same picture for some seconds, then a jump to what is there now."""
    halts = [(at, rng.uniform(1.0, 4.0)) for at in happenings(rng, duration_s, 15, 6)]
    kept: dict[float, Picture] = {}

    def paint(picture: Picture, time_s: float) -> Picture:
        for at, length_s in halts:
            if 0 <= time_s - at < length_s:
                return kept.setdefault(at, picture.copy())
        return picture

    spans: list[Span] = [(at, round(at + length_s, 3), "frozen picture") for at, length_s in halts]
    return Layer(stage=Stage.LINK, paint=paint, negatives=spans)


def tampering(rng: np.random.Generator, duration_s: float) -> Layer:
    """The last third: covered, defocused, blinded, moved or frozen, from one exact moment on."""
    kind = str(rng.choice(["covered", "defocused", "blinded", "moved", "frozen"]))
    at = round(duration_s * rng.uniform(0.6, 0.7), 2)
    move = rng.uniform(60, 140) * rng.choice([-1, 1])
    kept: list[Picture] = []

    def paint(picture: Picture, time_s: float) -> Picture:
        if time_s < at:
            return picture
        share = min(1.0, (time_s - at) / 0.8)
        match kind:
            case "covered":
                picture[:, : int(share * picture.shape[1])] = picture[:, : int(share * picture.shape[1])] * 0.04 + 6
            case "defocused":
                picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.1 + 9 * share), np.float32)
            case "blinded":
                picture = picture + 230 * share
            case "moved":
                shift = np.array([[1, 0, move * share], [0, 1, move * 0.3 * share]], np.float32)
                moved = cv2.warpAffine(picture, shift, picture.shape[1::-1], borderMode=cv2.BORDER_REFLECT)
                picture = np.asarray(moved, np.float32)
            case _:
                kept[:] = kept or [picture.copy()]
                picture = kept[0]
        return picture

    span: Span = (at, duration_s, kind)
    return Layer(stage=Stage.SCREEN, paint=paint, negatives=[span], states=[span], ignore=[(at, at + 4, kind)])
