"""Typed dataclasses to JSON and back, strictly.

Everything that crosses a border of the product (the pipe to the engine, the line to the hub) is a frozen
dataclass on one side and JSON on the other, and this file is the one place that turns the one into the other.
A reader never guesses: a missing key, an unknown key, a number in the place of a text is a `WireError` that names
the place. Times are RFC 3339 in UTC. Standard library only; the hub carries an identical copy
(`scripts/sync-protocol`).
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
import math
import re
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")  # one search: a picture's text is long

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None


class WireError(ValueError):
    """A value that is not what the border asks for; `pointer` is its place (RFC 6901)."""

    def __init__(self, pointer: str, detail: str) -> None:
        super().__init__(f"{pointer or '/'}: {detail}")
        self.pointer = pointer
        self.detail = detail


def format_time(moment: datetime) -> str:
    """RFC 3339 with milliseconds, in UTC: 2026-11-22T01:49:49.120Z. A naive time is refused."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_time(text: str) -> datetime:
    """The reverse of `format_time`; also takes any offset and finer fractions. ValueError when it is not that."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or "T" not in text:
        raise ValueError("not an RFC 3339 time")
    return moment.astimezone(UTC)


def to_json(value: Any) -> Json:
    """The JSON of a dataclass (or list, mapping, time, enum); fields that are None are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((f.name, getattr(value, f.name)) for f in fields(value))
        return {name: to_json(item) for name, item in pairs if item is not None}
    if isinstance(value, datetime):
        return format_time(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a number that JSON cannot hold")
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(f"{type(value).__name__} does not cross a border")


def read[T](cls: type[T], value: Any, pointer: str = "") -> T:
    """Read parsed JSON as `cls`: a dataclass, or a type its fields may have. Raises `WireError`."""
    result: T = _read(cls, value, pointer)
    return result


def _read(kind: Any, value: Any, pointer: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _read_union(get_args(kind), value, pointer)
    if origin is Literal:
        if value not in get_args(kind) or isinstance(value, bool):
            raise WireError(pointer, f"is none of {', '.join(map(str, get_args(kind)))}")
        return value
    if origin is tuple:
        return _read_tuple(get_args(kind), value, pointer)
    if origin is dict:
        return _read_mapping(get_args(kind), value, pointer)
    if is_dataclass(kind):
        return _read_dataclass(kind, value, pointer)
    scalar = _SCALARS.get(kind)
    if scalar is not None:
        return scalar(value, pointer)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if not isinstance(value, str) or value not in {member.value for member in kind}:
            raise WireError(pointer, f"is none of {', '.join(kind)}")
        return kind(value)
    if hasattr(kind, "__value__"):  # a `type X = …` alias
        return _read(kind.__value__, value, pointer)
    raise TypeError(f"{kind!r} does not cross a border")


def _read_union(kinds: tuple[Any, ...], value: Any, pointer: str) -> Any:
    if value is None and NoneType in kinds:
        return None
    wanted = [kind for kind in kinds if kind is not NoneType]
    errors = []
    for kind in wanted:
        try:
            return _read(kind, value, pointer)
        except WireError as err:
            errors.append(err)
    raise errors[0]


def _read_tuple(kinds: tuple[Any, ...], value: Any, pointer: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise WireError(pointer, "is not a list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], item, f"{pointer}/{i}") for i, item in enumerate(value))
    if len(value) != len(kinds):
        raise WireError(pointer, f"has {len(value)} items, not {len(kinds)}")
    return tuple(_read(kind, item, f"{pointer}/{i}") for i, (kind, item) in enumerate(zip(kinds, value, strict=True)))


def _read_mapping(kinds: tuple[Any, ...], value: Any, pointer: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WireError(pointer, "is not an object")
    return {key: _read(kinds[1], item, f"{pointer}/{key}") for key, item in value.items()}


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _read_dataclass(cls: Any, value: Any, pointer: str) -> Any:
    if not isinstance(value, dict):
        raise WireError(pointer, "is not an object")
    hints = _hints(cls)
    known = {f.name: f for f in fields(cls) if f.init}
    if not value.keys() <= known.keys():  # its name is the sender's text and is not echoed
        raise WireError(pointer, "has an unknown field")
    arguments = {}
    for name, field in known.items():
        if name in value:
            arguments[name] = _read(hints[name], value[name], f"{pointer}/{name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise WireError(f"{pointer}/{name}", "is missing")
    try:
        return cls(**arguments)
    except WireError as err:
        raise WireError(pointer + err.pointer, err.detail) from err
    except ValueError as err:
        raise WireError(pointer, str(err)) from err


def _text(value: Any, pointer: str) -> str:
    if not isinstance(value, str):
        raise WireError(pointer, "is not a text")
    if _UNREADABLE.search(value):
        raise WireError(pointer, "has control characters or half a character")
    return value


def _flag(value: Any, pointer: str) -> bool:
    if not isinstance(value, bool):
        raise WireError(pointer, "is neither true nor false")
    return value


def _whole(value: Any, pointer: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise WireError(pointer, "is not a whole number")
    return value


def _number(value: Any, pointer: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise WireError(pointer, "is not a number")
    return float(value)


def _time(value: Any, pointer: str) -> datetime:
    try:
        return parse_time(_text(value, pointer))
    except (ValueError, OverflowError) as err:
        if isinstance(err, WireError):
            raise
        raise WireError(pointer, "is not an RFC 3339 time") from err


_SCALARS: dict[Any, Callable[[Any, str], Any]] = {
    str: _text,
    bool: _flag,
    int: _whole,
    float: _number,
    datetime: _time,
}
