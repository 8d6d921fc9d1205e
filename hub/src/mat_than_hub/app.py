"""Puts the hub together: the one file that knows every slice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException

from . import __version__, models, sse
from .about import api as about_api, console as about_console
from .answers import problem_response
from .audit import console as audit_console
from .cameras import api as cameras_api, console as cameras_console
from .clips import api as clips_api, console as clips_console
from .clock import Clock, SystemClock
from .config import Settings
from .consents import api as consents_api, console as consents_console
from .console_page import SecurityHeaders, add_console
from .contract import openapi_document
from .db import Database
from .errors import ConsoleProblem, Refusal
from .events import api as events_api, console as events_console
from .households import api as households_api, console as households_console
from .jobs import run_jobs
from .keys import HubKey
from .members import console as members_console
from .protocol.problems import Problem
from .request_log import RequestLog, instance_of
from .resources import Hub
from .store import LocalClipStore

_HOME = (about_api, households_api, cameras_api, consents_api, events_api, clips_api)
_CONSOLE = (
    about_console,
    members_console,
    events_console,
    clips_console,
    households_console,
    cameras_console,
    consents_console,
    audit_console,
    sse,
)
_TABLES = models.TABLES  # every slice's tables are known before the first query


def make_hub(settings: Settings, clock: Clock | None = None) -> Hub:
    """A hub on its data folder; made when it is not there."""
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Hub(
        settings=settings,
        clock=clock or SystemClock(),
        db=Database(settings.database_url),
        store=LocalClipStore(settings.data / "objects"),
        key=HubKey.load(settings.data / "hub.key"),
    )


def make_app(hub: Hub) -> FastAPI:
    """The web application of a hub. Its database must have been migrated."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        jobs = asyncio.create_task(run_jobs(hub), name="hub jobs")
        try:
            yield
        finally:
            jobs.cancel()
            with suppress(asyncio.CancelledError):
                await jobs
            await hub.db.close()

    app = FastAPI(
        title="Mắt Thần hub",
        version=__version__,
        description="`/v1` is the protocol mt/1 between homes and the hub; `/api` is the console's.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.hub = hub
    for slice_api in (*_HOME, *_CONSOLE):
        app.include_router(slice_api.router)
    add_console(app)
    app.openapi = lambda: app.openapi_schema or _keep_document(app)  # type: ignore[method-assign]  # FastAPI's own way
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _plain_http)
    app.add_exception_handler(DBAPIError, _database_failed)
    app.add_middleware(SecurityHeaders, https=hub.settings.secure_cookies)
    app.add_middleware(RequestLog)
    return app


def _keep_document(app: FastAPI) -> dict[str, object]:
    app.openapi_schema = openapi_document(app)
    return app.openapi_schema


def _problem(request: Request, refusal: Refusal) -> Response:
    return problem_response(refusal, instance_of(request.state.request_id))


async def _refused(request: Request, err: Exception) -> Response:
    assert isinstance(err, Refusal)
    return _problem(request, err)


async def _malformed(request: Request, err: Exception) -> Response:
    """A parameter in the address; the framework's words are kept back, they echo what was sent."""
    assert isinstance(err, RequestValidationError)
    places = ["/" + "/".join(str(part) for part in error["loc"]) for error in err.errors()]
    return _problem(request, Refusal(Problem.VALIDATION, [(place, "is not right") for place in places]))


async def _plain_http(request: Request, err: Exception) -> Response:
    assert isinstance(err, HTTPException)
    problem = ConsoleProblem.METHOD if err.status_code == 405 else ConsoleProblem.NOT_FOUND
    return _problem(request, Refusal(problem, headers=err.headers))


async def _database_failed(request: Request, err: Exception) -> Response:
    """The database is away or too busy: nothing was kept, and the home tries again."""
    assert isinstance(err, DBAPIError)
    if err.connection_invalidated or type(err).__name__ in {"OperationalError", "InterfaceError"}:
        return _problem(request, Refusal(Problem.OVERLOADED, retry_after_s=10))
    raise err
