"""Which pieces a span gives: all that was recorded of it, nothing beside it, and no moment twice that is recorded through."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings, strategies as st

from custom_components.mat_than.lib.mat_than_engine.model import Clip
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import FootageSpan
from custom_components.mat_than.sharing.case_footage import Piece, part_of, pieces_of
from custom_components.mat_than.sharing.copies import WHOLE

T = datetime(2026, 11, 22, 8, tzinfo=UTC)
MUCH = 64 * 1024**2


def at(seconds: float) -> datetime:
    return T + timedelta(seconds=seconds)


def clip(kind: str, first: float, last: float, number: int = 0) -> Clip:
    return Clip(
        clip_id=f"clip{number}", camera_id="cam1", event_ids=(), path="x.mp4", started_at=at(first), ended_at=at(last),
        duration_s=last - first, pre_roll_s=0, size_bytes=1_000_000, sha256="", codec="h264", width=640, height=360,
        kind=kind,  # type: ignore[arg-type]  # one of the three words
    )  # fmt: skip


def times(pieces: list[Piece]) -> list[tuple[float, float]]:
    return [((p.first_at - T).total_seconds(), (p.last_at - T).total_seconds()) for p in pieces]


CLIPS = st.lists(
    st.tuples(st.sampled_from(["continuous", "motion", "asked"]), st.integers(0, 6000), st.integers(1, 900)),
    max_size=12,
)


@settings(max_examples=300, deadline=None, database=None)
@given(CLIPS, st.integers(0, 5000), st.integers(1, 3000))
def test_every_recorded_second_of_the_span_and_none_outside(
    recorded: list[tuple[str, int, int]], since: int, length: int
) -> None:
    clips = [clip(kind, first / 10, (first + lasts) / 10, n) for n, (kind, first, lasts) in enumerate(recorded)]
    span = FootageSpan(since=at(since / 10), until=at((since + length) / 10))
    pieces = pieces_of(clips, span, MUCH)
    for piece in pieces:
        assert span.holds(piece.first_at, piece.last_at)
        assert piece.clip.started_at <= piece.first_at < piece.last_at <= piece.clip.ended_at
    for tenth in range(since, since + length):
        moment = at(tenth / 10 + 0.05)
        there = any(c.started_at <= moment <= c.ended_at for c in clips)
        near = (
            p.first_at - timedelta(seconds=1.1) <= moment <= p.last_at + timedelta(seconds=1.1) for p in pieces
        )  # a hole below a second is no hole
        assert not there or any(near)
        filling = [p for p in pieces if p.clip.kind != "continuous" and p.first_at < moment < p.last_at]
        assert len(filling) <= 1
        if filling:
            assert not any(p.clip.kind == "continuous" and p.first_at < moment < p.last_at for p in pieces)


def test_a_piece_too_large_for_a_hub_goes_in_parts_that_keep_their_ids() -> None:
    large = replace(clip("motion", 0, 600), size_bytes=200_000_000)
    span = FootageSpan(since=at(0), until=at(600))
    pieces = pieces_of([large], span, MUCH)
    assert times(pieces) == [(0, 150), (150, 300), (300, 450), (450, 600)]
    ids = [piece.object_id("consent") for piece in pieces]
    assert len(set(ids)) == 4
    assert ids == [piece.object_id("consent") for piece in pieces_of([large], span, MUCH)]
    assert ids[0] != pieces[0].object_id("another consent")


def test_a_clip_that_lies_inside_goes_as_it_is_and_one_at_the_edge_is_cut() -> None:
    inside = clip("continuous", 10, 20)
    assert part_of(inside, at(10), at(20)) == WHOLE
    edge = part_of(inside, at(12.5), at(18))
    assert (edge.from_s, edge.until_s) == (2.5, 8.0)


def test_where_the_clock_was_set_both_clocks_must_agree() -> None:
    stepped = replace(clip("continuous", 0, 3660), duration_s=60)  # an hour forward, while it was recorded
    part = part_of(stepped, at(0), at(1800))
    assert part.until_s is not None
    assert part.until_s < 0  # nobody knows which of it lies in there: nothing goes
    whole = part_of(stepped, at(0), at(3660))
    assert (whole.from_s, whole.until_s) == (0.0, 60.0)
