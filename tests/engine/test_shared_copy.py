"""What leaves the home: masks really black, H.264, silent unless asked, and nothing when it cannot be made."""

from dataclasses import replace
from pathlib import Path
import re
import subprocess
from typing import cast

import av
from hand_clock import HandClock
import numpy as np
from numpy.typing import NDArray
import pytest

from mat_than_engine.commands import MakeSharedCopy, MakeSharedStill
from mat_than_engine.keeping.masks import cover
from mat_than_engine.keeping.progress import Meter
from mat_than_engine.keeping.recording import sha256_of
from mat_than_engine.keeping.shared_copy import make_shared_copy, make_shared_still, must_be_encoded
from mat_than_engine.model import Box, Polygon
from mat_than_engine.reports import Progress, Report

LEFT_HALF: Polygon = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))
BLACK = 24  # of 16..235, after encoding


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory, visit: dict[str, Path]) -> Path:
    """Six seconds of H.264 with sound."""
    return cut(visit["main"], tmp_path_factory.mktemp("clip") / "clip.mp4")


@pytest.fixture(scope="module")
def street_clip(tmp_path_factory: pytest.TempPathFactory, street: Path) -> Path:
    """Six seconds of H.265 without sound."""
    return cut(street, tmp_path_factory.mktemp("clip") / "street.mp4")


def cut(source: Path, target: Path) -> Path:
    subprocess.run(["ffmpeg", "-v", "error", "-i", str(source), "-t", "6", "-c", "copy", str(target)], check=True)
    return target


def order(source: Path, target: Path, masks: tuple[Polygon, ...] = (), *, audio: bool = False) -> MakeSharedCopy:
    return MakeSharedCopy(request_id="r1", source=str(source), target=str(target), masks=masks, audio=audio)


def lumas(file: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(file)) as container:
        return [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]


def kinds(file: Path) -> list[str]:
    with av.open(str(file)) as container:
        return [stream.codec_context.name for stream in container.streams]


def index_is_in_front(file: Path) -> bool:
    data = file.read_bytes()
    return data.index(b"moov") < data.index(b"mdat")


def test_masks_are_black_in_every_picture_and_the_rest_is_not(tmp_path: Path, clip: Path) -> None:
    target = tmp_path / "shared.mp4"
    made = make_shared_copy(order(clip, target, (LEFT_HALF,)))
    assert made.error is None
    assert (made.codec, made.masked, made.width, made.height) == ("h264", True, 1280, 720)
    pictures = lumas(target)
    assert len(pictures) == len(lumas(clip))
    for picture in pictures:
        assert picture[:, :640].max() <= BLACK
        assert picture[:, 660:].std() > 5
    assert kinds(target) == ["h264"]
    assert index_is_in_front(target)


def test_the_colours_under_a_mask_are_gone_too(tmp_path: Path, clip: Path) -> None:
    target = tmp_path / "shared.mp4"
    make_shared_copy(order(clip, target, (LEFT_HALF,)))
    with av.open(str(target)) as container:
        frame = next(container.decode(video=0))
    colours = frame.to_ndarray(format="rgb24")[:, :632].astype(int)
    assert colours.max() <= 12


def test_the_answer_describes_the_file(tmp_path: Path, clip: Path) -> None:
    target = tmp_path / "shared.mp4"
    made = make_shared_copy(order(clip, target, (LEFT_HALF,)))
    assert made.size_bytes == target.stat().st_size
    assert made.sha256 == sha256_of(target)
    assert made.fps == pytest.approx(15, abs=0.1)
    assert made.request_id == "r1"
    assert not list(tmp_path.glob("*.draft"))


def test_h265_becomes_h264_of_the_same_length(tmp_path: Path, street_clip: Path) -> None:
    target = tmp_path / "shared.mp4"
    made = make_shared_copy(order(street_clip, target))
    assert (made.error, made.codec, made.masked) == (None, "h264", False)
    assert kinds(target) == ["h264"]
    with av.open(str(target)) as copy, av.open(str(street_clip)) as original:
        assert copy.streams.video[0].codec_context.pix_fmt == "yuv420p"
        assert copy.duration == pytest.approx(original.duration, abs=150_000)


def test_h264_without_masks_and_sound_is_copied_byte_for_byte(tmp_path: Path, clip: Path) -> None:
    silent = tmp_path / "silent.mp4"
    subprocess.run(["ffmpeg", "-v", "error", "-i", str(clip), "-an", "-c", "copy", str(silent)], check=True)
    made = make_shared_copy(order(silent, tmp_path / "shared.mp4"))
    assert made.error is None
    assert (tmp_path / "shared.mp4").read_bytes() == silent.read_bytes()


def test_sound_is_taken_out_unless_asked_for(tmp_path: Path, clip: Path) -> None:
    assert kinds(clip) == ["h264", "aac"]
    make_shared_copy(order(clip, tmp_path / "silent.mp4"))
    assert kinds(tmp_path / "silent.mp4") == ["h264"]
    assert len(lumas(tmp_path / "silent.mp4")) == len(lumas(clip))
    make_shared_copy(order(clip, tmp_path / "loud.mp4", audio=True))
    assert (tmp_path / "loud.mp4").read_bytes() == clip.read_bytes()
    make_shared_copy(order(clip, tmp_path / "masked.mp4", (LEFT_HALF,), audio=True))
    assert kinds(tmp_path / "masked.mp4") == ["h264", "aac"]


def test_what_cannot_be_made_says_why_and_leaves_nothing(tmp_path: Path, clip: Path) -> None:
    target = tmp_path / "shared.mp4"
    assert make_shared_copy(order(tmp_path / "none.mp4", target)).error == "source_missing"
    (tmp_path / "bad.mp4").write_bytes(b"no video" * 100)
    assert make_shared_copy(order(tmp_path / "bad.mp4", target)).error == "unreadable"
    (tmp_path / "wall").write_text("a file where a folder should be")
    assert make_shared_copy(order(clip, tmp_path / "wall" / "shared.mp4", (LEFT_HALF,))).error == "failed"
    assert not target.exists()
    assert not list(tmp_path.glob("*.draft"))


def still(
    clip: Path, folder: Path, masks: tuple[Polygon, ...] = (), boxes: tuple[Box, ...] = (), edge: int = 1280
) -> NDArray[np.uint8]:
    source, target = folder / "still.jpg", folder / "shared.jpg"
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(clip), "-frames:v", "1", str(source)], check=True)
    made = make_shared_still(
        MakeSharedStill(
            request_id="r", source=str(source), target=str(target), masks=masks, boxes=boxes, longest_edge=edge
        )
    )
    assert made.error is None
    (picture,) = lumas(target)
    assert (made.width, made.height) == (picture.shape[1], picture.shape[0])
    return picture


def test_a_still_is_masked_and_made_small(tmp_path: Path, clip: Path) -> None:
    picture = still(clip, tmp_path, (LEFT_HALF,), edge=640)
    assert picture.shape == (360, 640)
    assert picture[:, :316].max() <= BLACK
    assert picture[:, 330:].std() > 5


def test_a_stills_boxes_are_outlined_but_never_over_a_mask(tmp_path: Path, clip: Path) -> None:
    plain = still(clip, tmp_path)
    boxed = still(clip, tmp_path, boxes=((0.6, 0.4, 0.2, 0.3),))
    assert boxed[288:290, 780:1010].mean() > 200 > plain[288:290, 780:1010].mean()
    hidden = still(clip, tmp_path, masks=(LEFT_HALF,), boxes=((0.1, 0.1, 0.2, 0.2),))
    assert hidden[:, :632].max() <= BLACK


def test_a_mask_covers_all_of_its_polygon_and_little_more() -> None:
    triangle: Polygon = ((0.1, 0.1), (0.9, 0.1), (0.5, 0.9))
    covered = cover((triangle,), 320, 180)
    share = covered.mean()
    assert share == pytest.approx(0.32, abs=0.02)
    assert covered[20, 160]
    assert not covered[170, 20]
    tiny: Polygon = ((0.501, 0.501), (0.502, 0.501), (0.502, 0.502))
    assert cover((tiny,), 320, 180).any()
    assert cover((((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),), 321, 181).all()


def test_what_moves_under_a_mask_leaves_no_trace(tmp_path: Path) -> None:
    """Blocks of noise, other ones in every picture: what is under the mask has nothing in common with what is seen."""
    noise = np.random.default_rng(7)
    source, target = tmp_path / "noise.mp4", tmp_path / "shared.mp4"
    with av.open(str(source), "w") as container:
        stream = container.add_stream("libx264", rate=15, options={"qp": "10", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        for _ in range(45):
            blocks = noise.integers(0, 2, (45, 80), np.uint8) * 219 + 16
            luma = np.kron(blocks, np.ones((8, 8), np.uint8))
            planes = np.concatenate([luma, np.full((180, 640), 128, np.uint8)])
            container.mux(stream.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
        container.mux(stream.encode(None))
    polygon: Polygon = ((0.21, 0.18), (0.83, 0.27), (0.77, 0.86), (0.26, 0.71))
    made = make_shared_copy(order(source, target, (polygon,)))
    assert made.error is None
    hidden = cover((polygon,), 640, 360)
    # A block that the mask's edge cuts can be guessed from its part that is seen; those under the mask cannot.
    whole = np.kron(hidden.reshape(45, 8, 80, 8).all(axis=(1, 3)), np.ones((8, 8), np.bool_))
    before = np.array([picture[whole] for picture in lumas(source)], np.float64)
    after = np.array([picture[whole] for picture in lumas(target)], np.float64)
    assert before.std() > 80
    assert abs(correlation(before, after)) < 0.01
    seen = ~hidden
    shown = np.array([picture[seen] for picture in lumas(target)], np.float64)
    assert correlation(np.array([picture[seen] for picture in lumas(source)], np.float64), shown) > 0.9


def correlation(one: NDArray[np.float64], two: NDArray[np.float64]) -> float:
    """Of all samples; 0 where one of them never changes."""
    one, two = one - one.mean(), two - two.mean()
    size = float(np.sqrt((one**2).mean() * (two**2).mean()))
    return float((one * two).mean()) / size if size else 0.0


class SlowClock(HandClock):
    """A third of a second between any two pictures."""

    def monotonic_s(self) -> float:
        self.advance(0.3)
        return self.now


def test_it_tells_how_far_it_is_and_stops_when_nobody_wants_it(tmp_path: Path, street_clip: Path) -> None:
    told: list[Report] = []
    meter = Meter("r1", told.append, SlowClock())
    assert make_shared_copy(order(street_clip, tmp_path / "shared.mp4"), meter).error is None
    shares = [report.share for report in told if isinstance(report, Progress)]
    assert len(shares) > 10
    assert shares == sorted(shares)
    assert shares[-1] > 0.8
    meter.cancelled.set()
    assert make_shared_copy(order(street_clip, tmp_path / "never.mp4"), meter).error == "cancelled"
    assert [path.name for path in tmp_path.iterdir()] == ["shared.mp4"]


def test_a_copy_can_be_watched_in_pieces_before_it_is_whole(tmp_path: Path, street_clip: Path) -> None:
    target, playlist, pieces = (tmp_path / name for name in ("copy.mp4", "copy.m3u8", "copy.m4s"))
    seen: list[str] = []
    meter = Meter("r1", lambda _: seen.append(playlist.read_text() if playlist.exists() else ""), SlowClock())
    wanted = replace(order(street_clip, target, audio=True), playlist=str(playlist))
    assert make_shared_copy(wanted, meter).error is None
    begun = next(text for text in seen if "#EXTINF" in text)
    assert begun.count("#EXTINF") == 1
    assert "ENDLIST" not in begun
    whole = playlist.read_text()
    assert whole.startswith(begun)
    assert whole.count("#EXTINF") == 3  # six seconds
    assert whole.endswith("#EXT-X-ENDLIST\n")
    offset, size = map(int, reversed(re.findall(r"#EXT-X-BYTERANGE:(\d+)@(\d+)", begun)[0]))
    head = pieces.read_bytes()[: offset + size]
    (tmp_path / "begun.mp4").write_bytes(head)
    assert len(lumas(tmp_path / "begun.mp4")) == 30  # two seconds
    assert len(lumas(target)) == len(lumas(street_clip))
    assert index_is_in_front(target)


NUMBERED = 100  # pictures of a tenth of a second, each a shade lighter than the one before


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds whose pictures can be told apart; loud but for the time from 3 to 6 s. B-frames, key frames 2 s apart."""
    target = tmp_path_factory.mktemp("clip") / "numbered.mp4"
    noise = np.random.default_rng(5).uniform(-0.8, 0.8, 16_000 * 10).astype(np.float32)
    noise[16_000 * 3 : 16_000 * 6] = 0
    with av.open(str(target), "w") as container:
        stream = container.add_stream("libx264", rate=10, options={"bf": "2", "g": "20", "crf": "12"})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        sound = container.add_stream("aac", rate=16_000, layout="mono")
        for number in range(NUMBERED):
            planes = np.full((72, 64), 128, np.uint8)
            planes[:48] = shade(number)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
            piece = noise[number * 1600 : (number + 1) * 1600].reshape(1, -1)
            samples = av.AudioFrame.from_ndarray(piece, format="fltp", layout="mono")
            samples.rate, samples.pts = 16_000, number * 1600
            container.mux(sound.encode(samples))
        container.mux([*stream.encode(None), *sound.encode(None)])
    return target


def shade(number: int) -> int:
    return 20 + 2 * number


def numbers_in(file: Path) -> list[int]:
    """Which pictures of the numbered clip a file holds, everything that any player could decode."""
    with av.open(str(file)) as container:
        pictures = [frame.to_ndarray(format="yuv420p")[:48] for frame in container.decode(video=0)]
    return [round((float(picture.mean()) - shade(0)) / 2) for picture in pictures]


@pytest.mark.parametrize(
    ("from_s", "until_s", "first", "last"),
    [(3.25, 5.75, 33, 57), (3.3, 5.71, 33, 57), (0.0, 0.95, 0, 9), (7.91, None, 80, 99), (2.0, 4.0, 20, 40)],
)
def test_a_part_of_a_clip_is_that_part_to_the_picture(
    tmp_path: Path, numbered: Path, from_s: float, until_s: float | None, first: int, last: int
) -> None:
    target = tmp_path / "part.mp4"
    wanted = replace(order(numbered, target), from_s=from_s, until_s=until_s)
    assert must_be_encoded(wanted)
    made = make_shared_copy(wanted)
    assert (made.error, made.codec) == (None, "h264")
    assert numbers_in(target) == list(range(first, last + 1))
    assert (made.first_s, made.last_s) == (pytest.approx(first / 10, abs=0.001), pytest.approx(last / 10, abs=0.001))
    with av.open(str(target), options={"ignore_editlist": "1"}) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
        assert len(packets) == last - first + 1  # nothing beside it, not even where an edit list would hide it
        assert container.duration == pytest.approx((last - first + 1) * 100_000, abs=210_000)
    with av.open(str(target)) as container:
        shown = [frame.time for frame in container.decode(video=0)]
        assert shown[0] == pytest.approx(0, abs=0.001)
    assert numbered.read_bytes().find(target.read_bytes()[-64:]) == -1


def test_the_sound_of_a_part_is_of_that_part(tmp_path: Path, numbered: Path) -> None:
    target = tmp_path / "part.mp4"
    made = make_shared_copy(replace(order(numbered, target, audio=True), from_s=3.0, until_s=6.0))
    assert (made.error, kinds(target)) == (None, ["h264", "aac"])
    with av.open(str(target)) as container:
        heard = np.concatenate([frame.to_ndarray().ravel() for frame in container.decode(audio=0)])
    assert 2.6 < len(heard) / 16_000 < 3.0
    assert abs(heard).max() < 0.01  # the noise on either side is not in it
    with av.open(str(target)) as container:
        times = [
            float(cast("int", packet.pts) * packet.time_base) for packet in container.demux(audio=0) if packet.size
        ]
    assert 0 <= min(times) < max(times) < 3.0
    make_shared_copy(replace(order(numbered, target, audio=True), from_s=1.0, until_s=3.0))
    with av.open(str(target)) as container:
        loud = np.concatenate([frame.to_ndarray().ravel() for frame in container.decode(audio=0)])
    assert abs(loud).max() > 0.3


def test_a_part_is_masked_and_may_come_from_h265(tmp_path: Path, street_clip: Path) -> None:
    target = tmp_path / "part.mp4"
    made = make_shared_copy(replace(order(street_clip, target, (LEFT_HALF,)), from_s=2.5, until_s=3.5))
    assert (made.error, made.masked) == (None, True)
    pictures = lumas(target)
    assert made.first_s is not None
    assert made.last_s is not None
    assert 2.5 <= made.first_s < 2.7
    assert 3.3 < made.last_s <= 3.5
    assert all(picture[:, : picture.shape[1] // 2].max() <= BLACK for picture in pictures)
    originals = lumas(street_clip)
    first = round(made.first_s * len(originals) / 6)
    half = pictures[0].shape[1] // 2 + 20
    differences = [np.abs(one[:, half:].astype(int) - pictures[0][:, half:]).mean() for one in originals]
    assert abs(int(np.argmin(differences)) - first) <= 1


@pytest.mark.parametrize(("from_s", "until_s"), [(20.0, None), (5.0, 4.0), (3.31, 3.39), (0.0, -1.0)])
def test_a_part_without_a_picture_is_no_copy(
    tmp_path: Path, numbered: Path, from_s: float, until_s: float | None
) -> None:
    wanted = replace(order(numbered, tmp_path / "part.mp4"), from_s=from_s, until_s=until_s)
    assert make_shared_copy(wanted).error == "empty"
    assert not list(tmp_path.iterdir())
