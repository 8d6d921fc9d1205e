"""Makes answers of dataclasses: for homes as `wire` writes them, for the console with nulls where nothing is."""

from collections.abc import Iterable
import json
from typing import Any

from fastapi import Response
from fastapi.responses import JSONResponse
from pydantic import TypeAdapter

from .errors import STATUS, Refusal, problem_document
from .protocol.limits import JSON_BYTES
from .wire import to_json

PROBLEM_TYPE = "application/problem+json"


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An answer to a home."""
    return JSONResponse(to_json(value), status, headers)


def fitting[T](items: Iterable[T]) -> tuple[T, ...]:
    """The first of these that fit into one answer, which a home reads up to `JSON_BYTES`; one at least."""
    taken: list[T] = []
    left = JSON_BYTES - 1024  # what stands around them
    for item in items:
        left -= len(json.dumps(to_json(item), ensure_ascii=False).encode())
        if left < 0 and taken:
            break
        taken.append(item)
    return tuple(taken)


def view(value: Any, status: int = 200) -> Response:
    """An answer to the console: a dataclass or a list of one kind of dataclass."""
    return Response(view_json(value), status, media_type="application/json")


def view_json(value: Any) -> bytes:
    """The JSON of a view; times in RFC 3339, UTC."""
    if isinstance(value, list):
        return b"[" + b",".join(view_json(item) for item in value) + b"]"
    return _adapter(type(value)).dump_json(value)


def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    """Made once for each kind of view."""
    if cls not in _ADAPTERS:
        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def problem_response(refusal: Refusal, instance: str | None = None) -> JSONResponse:
    """The answer to a refused request."""
    document: Any = to_json(problem_document(refusal, instance))
    headers = dict(refusal.headers)
    if refusal.retry_after_s is not None:
        headers["Retry-After"] = str(max(1, round(refusal.retry_after_s)))
    return JSONResponse(document, STATUS[refusal.problem], headers, PROBLEM_TYPE)
