"""What each call takes and answers, for the OpenAPI 3.1 document: declared once, at the route.

Bodies are read by `wire.read`, not by the web framework, so their schemas are made here of the same dataclasses.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args, get_origin

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
    if _DESCRIBED.setdefault(cls.__name__, cls) is not cls:
        raise ValueError(f"two kinds of {cls.__name__}")
    return {"$ref": _REFERENCE.format(model=cls.__name__)}


_DESCRIBED: dict[str, type[Any]] = {"ProblemDocument": ProblemDocument}
"""Whatever a route takes or answers; its schema is only made when somebody asks for the document."""


def openapi_document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document, with every schema in its components."""
    document = get_openapi(
        title=app.title, version=app.version, openapi_version="3.1.0", description=app.description, routes=app.routes
    )
    adapters: list[tuple[str, Literal["validation"], TypeAdapter[Any]]] = [
        (name, "validation", TypeAdapter(cls)) for name, cls in _DESCRIBED.items()
    ]
    _, definitions = TypeAdapter.json_schemas(adapters, ref_template=_REFERENCE)
    schemas: dict[str, Any] = definitions["$defs"]
    for schema in schemas.values():
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("additionalProperties", False)  # `wire.read` refuses unknown fields
    document["components"] = {"schemas": dict(sorted(schemas.items()))}
    return document
