"""What each call takes and answers, for the OpenAPI 3.1 document: declared once, at the route.

Bodies are read by `wire.read`, not by the web framework, so their schemas are made here of the same dataclasses.
"""

from collections.abc import Iterable, Mapping
from typing import Any, get_args, get_origin

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from .answers import PROBLEM_TYPE
from .errors import STATUS, TITLES, ConsoleProblem
from .protocol.problems import Problem, ProblemDocument

_REFERENCE = "#/components/schemas/{model}"
_PROBLEM_CONTENT = {PROBLEM_TYPE: {"schema": {"$ref": _REFERENCE.format(model="ProblemDocument")}}}

type AnyProblem = Problem | ConsoleProblem

HOME_PROBLEMS: tuple[AnyProblem, ...] = (
    Problem.SIGNATURE_INVALID,
    Problem.CLOCK_SKEW,
    Problem.UNKNOWN_KEY,
    Problem.NOT_CONFIRMED,
    Problem.VALIDATION,
    Problem.OVERLOADED,
)
BODY_PROBLEMS: tuple[AnyProblem, ...] = (Problem.DIGEST_MISMATCH, Problem.TOO_LARGE, ConsoleProblem.MEDIA_TYPE)
OFFICER_PROBLEMS: tuple[AnyProblem, ...] = (
    ConsoleProblem.LOGIN_REQUIRED,
    ConsoleProblem.FORBIDDEN,
    ConsoleProblem.CROSS_SITE,
    Problem.VALIDATION,
)
CONSENT_PROBLEMS: tuple[AnyProblem, ...] = (Problem.CONSENT_MISSING, Problem.CONSENT_WITHDRAWN)


def described(
    *,
    answers: Mapping[int, type[Any] | str | None],
    problems: Iterable[AnyProblem] = (),
    body: type[Any] | str | None = None,
) -> dict[str, Any]:
    """Keyword arguments for a route.

    `answers` and `body` name a dataclass, a media type, or None for nothing.
    """
    responses: dict[int | str, dict[str, Any]] = {status: _answer(answer) for status, answer in answers.items()}
    for problem in problems:
        known = responses.setdefault(STATUS[problem], {"description": "", "content": _PROBLEM_CONTENT})
        known["description"] = f"{known['description']} `{problem.value}`: {TITLES[problem]}".strip()
    extra: dict[str, Any] = {}
    if body is not None:
        content = {body: {"schema": {}}} if isinstance(body, str) else {"application/json": {"schema": _schema(body)}}
        extra["requestBody"] = {"required": True, "content": content}
    return {
        "responses": responses,
        "openapi_extra": extra,
        "status_code": next(iter(answers)),
        "response_model": None,  # what is answered is made by `answers.py`
    }


def _answer(answer: type[Any] | str | None) -> dict[str, Any]:
    if answer is None:
        return {"description": "Done."}
    if isinstance(answer, str):
        return {"description": "The bytes.", "content": {answer: {"schema": {}}}}
    return {
        "description": getattr(answer, "__name__", "A list."),
        "content": {"application/json": {"schema": _schema(answer)}},
    }


def _schema(cls: Any) -> dict[str, Any]:
    if get_origin(cls) is list:
        (item,) = get_args(cls)
        return {"type": "array", "items": _schema(item)}
    schema = TypeAdapter(cls).json_schema(ref_template=_REFERENCE)
    definitions = schema.pop("$defs", {})
    return {"$ref": _REFERENCE.format(model=cls.__name__), "$defs": {**definitions, cls.__name__: schema}}


def openapi_document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document, with every schema in its components."""
    document = get_openapi(
        title=app.title, version=app.version, openapi_version="3.1.0", description=app.description, routes=app.routes
    )
    schemas: dict[str, Any] = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(_schema(ProblemDocument)["$defs"])
    document["paths"] = _lift(document["paths"], schemas)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for schema in schemas.values():
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("additionalProperties", False)  # `wire.read` refuses unknown fields
    return document


def _lift(node: Any, schemas: dict[str, Any]) -> Any:
    """The same without `$defs`, which go to `schemas`."""
    if isinstance(node, dict):
        schemas.update(node.get("$defs", {}))
        return {key: _lift(value, schemas) for key, value in node.items() if key != "$defs"}
    if isinstance(node, list):
        return [_lift(item, schemas) for item in node]
    return node
