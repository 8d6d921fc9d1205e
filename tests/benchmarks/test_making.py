"""Made clips: the same seed, the same clip; the truth is what was painted."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.footage import TuningSeedError, made
from benchmarks.making.actors import Actor, Source
from benchmarks.making.clip import KINDS, Plan, paint, plan, recipe, spans, truth
from benchmarks.making.frame import FPS, HEIGHT, WIDTH, Layer, Stage
from benchmarks.making.visits import Visit


@pytest.fixture(scope="module")
def places() -> tuple[Source, ...]:
    """A grey yard with a striped figure, so that no video has to be read."""
    rng = np.random.default_rng(5)
    cut = np.full((60, 24, 4), 255, np.uint8)
    cut[..., :3] = rng.integers(0, 255, (60, 24, 3))
    figure = Actor(name="person", cuts=[cut], brightness=110.0)
    yard = rng.integers(60, 160, (720, 1280, 3)).astype(np.uint8)
    return (Source(name="yard", backdrop=yard, actors=[figure]),)


def at(made_plan: Plan, moments: list[float]) -> list[np.ndarray]:
    """The pictures at some moments, without painting all before them."""
    found = []
    for moment in moments:
        picture = made_plan.scene.copy()
        for layer in made_plan.layers:
            picture = layer.paint(picture, moment)
        found.append(picture)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_paints_the_same_pictures_and_another_seed_others(kind: str, places: tuple[Source, ...]) -> None:
    what = replace(recipe(7, 30), kind=kind)
    first, again, other = (at(plan(each, places), [9.0, 20.0]) for each in (what, what, replace(what, seed=8)))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0], other[0])


def test_an_event_lasts_exactly_while_enough_of_the_visitor_is_painted(places: tuple[Source, ...]) -> None:
    figure = places[0].actors[0]
    ends = ((-20.0, 200.0), (WIDTH + 20.0, 200.0))
    visit = Visit(label="person", actor=figure, start_s=1.0, length_s=2.0, path=ends, heights=(60.0, 60.0))
    scene = np.full((HEIGHT, WIDTH, 3), 100, np.float32)
    sensor = Layer(stage=Stage.SENSOR, paint=lambda picture, _: picture)
    made_plan = Plan(scene, [sensor], [visit])
    counts, changed = [], []
    for picture, seen in paint(made_plan, 3.5):
        counts.append(seen)
        changed.append(int(np.count_nonzero(np.abs(picture - 100).max(axis=2) > 4)))
    assert max(counts) > 1000
    assert all(abs(a - b) < 60 for a, b in zip(counts, changed, strict=True))
    (start, end, what), *rest = truth(made_plan, counts)["events"]
    assert not rest
    assert what.startswith("person")
    assert 1.0 <= start < 1.2
    assert 2.8 < end <= 3.0


def test_short_gaps_belong_to_an_event_and_moments_do_not_make_one() -> None:
    counts = [0] * FPS + [200] * FPS + [0] * 10 + [200] * FPS + [0] * 60 + [200] * 3
    assert spans(counts, 115) == [(1.0, round((FPS * 3 + 9) / FPS, 2))]


def test_a_report_is_refused_on_seeds_that_were_tuned_on() -> None:
    with pytest.raises(TuningSeedError):
        next(made([1000, 99], 30))
