"""The border's reader: what fits comes through whole, what does not is refused with its place."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
import json
from typing import Literal

from hypothesis import given, strategies as st
import pytest

from mat_than_engine.wire import WireError, format_time, parse_time, read, to_json


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError("is lighter than nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    count: int
    flag: bool
    at: datetime
    colour: Colour
    mode: Literal["a", "b"]
    parts: tuple[Part, ...] = ()
    pair: tuple[float, float] | None = None
    notes: dict[str, str] | None = None


SAMPLE = {
    "count": 1, "flag": True, "at": "2026-11-22T01:02:03.004Z", "colour": "red", "mode": "a",
    "parts": [{"name": "wheel", "weight": 2}], "pair": [0.5, 1], "notes": {"a": "b"},
}  # fmt: skip


def test_a_whole_object_goes_over_the_border_and_back() -> None:
    whole = read(Whole, json.loads(json.dumps(SAMPLE)))
    assert whole.parts == (Part(name="wheel", weight=2.0),)
    assert whole.at == datetime(2026, 11, 22, 1, 2, 3, 4000, tzinfo=UTC)
    assert read(Whole, to_json(whole)) == whole


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"count": True}, "/count"),
        ({"count": 1.0}, "/count"),
        ({"count": "1"}, "/count"),
        ({"flag": 1}, "/flag"),
        ({"at": "2026-11-22"}, "/at"),
        ({"at": "2026-11-22T01:02:03"}, "/at"),
        ({"at": 5}, "/at"),
        ({"at": "0001-01-01T00:00:00+23:59"}, "/at"),
        ({"colour": "green"}, "/colour"),
        ({"colour": ["red"]}, "/colour"),
        ({"mode": "c"}, "/mode"),
        ({"parts": {}}, "/parts"),
        ({"parts": [{"name": "x"}, {}]}, "/parts/1/name"),
        ({"parts": [{"name": "x", "weight": -1}]}, "/parts/0"),
        ({"parts": [{"name": "x", "colour": 1}]}, "/parts/0"),
        ({"parts": [{"name": "x\u0000"}]}, "/parts/0/name"),
        ({"parts": [{"name": "\ud800"}]}, "/parts/0/name"),
        ({"pair": [1]}, "/pair"),
        ({"pair": [1, float("nan")]}, "/pair/1"),
        ({"notes": {"a": 1}}, "/notes/a"),
        ({"unknown": 1}, ""),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(change: dict[str, object], pointer: str) -> None:
    with pytest.raises(WireError) as refused:
        read(Whole, SAMPLE | change)
    assert refused.value.pointer == pointer


def test_a_missing_field_is_named() -> None:
    with pytest.raises(WireError) as refused:
        read(Whole, {key: value for key, value in SAMPLE.items() if key != "flag"})
    assert refused.value.pointer == "/flag"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(json_values)
def test_no_json_breaks_the_reader(value: object) -> None:
    with pytest.raises(WireError):
        read(Whole, value)


@given(st.dictionaries(st.sampled_from(sorted(SAMPLE)), json_values))
def test_a_field_is_read_or_refused_but_never_half(change: dict[str, object]) -> None:
    try:
        whole = read(Whole, SAMPLE | change)
    except WireError:
        return
    assert read(Whole, to_json(whole)) == whole


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1)), st.integers(-720, 840))  # noqa: DTZ001 (the zone follows)
def test_a_time_survives_in_any_zone(moment: datetime, offset_minutes: int) -> None:
    moment = moment.replace(
        microsecond=moment.microsecond // 1000 * 1000, tzinfo=timezone(timedelta(minutes=offset_minutes))
    )
    text = format_time(moment)
    assert text.endswith("Z")
    assert parse_time(text) == moment


def test_a_naive_time_does_not_leave() -> None:
    with pytest.raises(ValueError, match="zone"):
        format_time(datetime(2026, 1, 1))  # noqa: DTZ001 (naive on purpose)
