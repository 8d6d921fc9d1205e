"""The ring holds whole groups of pictures, as many as asked for, and never more than its bytes."""

import av

from mat_than_engine.keeping.preroll import PreRoll
from mat_than_engine.model import Packet, Sound
from mat_than_engine.source import Unit


def picture(time_s: float, *, key: bool = False, size: int = 100) -> Packet:
    return Packet(time_s, key, size, av.Packet(b"x" * size))


def fill(ring: PreRoll, seconds: int, key_every_s: int = 2, size: int = 100) -> None:
    for tick in range(seconds * 10):
        ring.add((picture(tick / 10, key=tick % (key_every_s * 10) == 0, size=size),))


def test_it_begins_at_a_key_frame_before_the_moment_asked_for() -> None:
    ring = PreRoll(5)
    fill(ring, 30)
    units = ring.since(29.9 - 5)
    assert isinstance(units[0], Packet)
    assert units[0].key
    assert 24.9 - 2 <= units[0].time_s <= 24.9
    assert units[-1].time_s == 29.9


def test_it_gives_what_it_has_when_asked_for_more() -> None:
    ring = PreRoll(60)
    fill(ring, 4)
    assert ring.since(-50)[0].time_s == 0


def test_it_holds_no_more_groups_than_needed() -> None:
    ring = PreRoll(5)
    fill(ring, 300)
    assert 5 <= ring.buffered_s <= 5 + 2
    assert ring.dropped == 0


def test_pictures_before_the_first_key_frame_are_let_go() -> None:
    ring = PreRoll(5)
    for tick in range(5):
        ring.add((picture(tick / 10),))
    assert ring.since(0) == []
    ring.add((picture(0.5, key=True),))
    assert len(ring.since(0)) == 1


def test_too_many_bytes_drop_the_oldest_groups_and_are_counted() -> None:
    ring = PreRoll(60, largest_bytes=50_000)
    fill(ring, 60, size=1000)
    assert ring.size_bytes <= 50_000
    assert ring.dropped == 600 - len(ring.since(0))
    first = ring.since(0)[0]
    assert isinstance(first, Packet)
    assert first.key


def test_a_group_larger_than_the_ring_is_given_up_until_the_next_key_frame() -> None:
    ring = PreRoll(60, largest_bytes=5_000)
    fill(ring, 10, key_every_s=100, size=1000)
    assert ring.size_bytes <= 5_000
    ring.add((picture(11, key=True),))
    assert [unit.time_s for unit in ring.since(0)] == [11]


def test_sound_stays_with_the_pictures_around_it() -> None:
    ring = PreRoll(5)
    sound: Unit = Sound(0.05, 10, av.Packet(b"y" * 10))
    ring.add((sound,))  # before any key frame
    ring.add((picture(0.1, key=True),))
    ring.add((Sound(0.15, 10, av.Packet(b"y" * 10)),))
    ring.add((picture(0.2),))
    assert [type(unit) for unit in ring.since(0)] == [Packet, Sound, Packet]


def test_a_lost_stream_leaves_nothing() -> None:
    ring = PreRoll(5)
    fill(ring, 10)
    ring.clear()
    assert ring.since(0) == []
    assert ring.size_bytes == 0
