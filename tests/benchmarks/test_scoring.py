"""The scorer's rules, on made-up minutes."""

from benchmarks.labels import Detections, Labels, from_json, to_json
from benchmarks.scoring import score, share, total

TRUTH = Labels(
    scene="yard",
    duration_s=120,
    events=((20.0, 26.0, "person"), (70.0, 80.0, "car")),
    ignore=((90.0, 95.0, "a few pixels"),),
    negatives=((40.0, 41.0, "lamp"), (50.0, 60.0, "rain, thick")),
)


def said(*spans: tuple[float, float], emitted: tuple[float, ...] = (), cpu_s: float | None = None) -> Detections:
    return Detections(detector="d", clip="yard.vbr264.mp4", intervals=spans, emitted=emitted, cpu_s=cpu_s)


def test_an_event_is_found_within_two_seconds_of_it_and_not_beyond() -> None:
    assert len(score(said((15.0, 18.0)), TRUTH).found) == 1
    assert not score(said((15.0, 17.9)), TRUTH).found


def test_latency_runs_to_the_moment_the_alarm_was_known_and_is_never_negative() -> None:
    assert score(said((20.5, 24.0), emitted=(22.5,)), TRUTH).latencies_s == (2.5,)
    assert score(said((19.0, 24.0)), TRUTH).latencies_s == (0.0,)


def test_on_times_close_together_are_one_false_alarm_put_down_to_the_last_nuisance_there() -> None:
    found = score(said((39.0, 40.0), (44.0, 45.0), (51.0, 52.0)), TRUTH)
    assert found.false == ((39.0, 45.0), (51.0, 52.0))
    assert found.causes == ("lamp", "rain")


def test_what_touches_an_ignored_span_is_neither_right_nor_wrong() -> None:
    found = score(said((92.0, 96.5)), TRUTH)
    assert not found.false
    assert found.falsely_on_s == 0


def test_the_first_ten_seconds_are_forgiven() -> None:
    assert not score(said((1.0, 9.9)), TRUTH).false
    assert score(said((1.0, 12.0)), TRUTH).falsely_on_s == 2


def test_who_is_always_on_finds_everything_and_is_on_falsely_all_the_time() -> None:
    found = total([score(said((0.0, 120.0), cpu_s=1.2), TRUTH)])
    assert (found.recall, found.falsely_on, found.false) == (1.0, 1.0, 0)
    assert found.cpu_s_per_hour == 36


def test_detections_survive_the_way_through_a_file() -> None:
    one = said((1.0, 2.0), emitted=(1.5,), cpu_s=0.25)
    assert from_json(to_json(one)) == one


def test_nine_in_ten_of_a_few_latencies_are_not_flattered() -> None:
    assert share([1.0, 3.8], 0.9) == 3.8
    assert share([float(n) for n in range(1, 11)], 0.9) == 9.0
    assert share([], 0.9) is None
