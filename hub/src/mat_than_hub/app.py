"""Puts the hub together: the one file that knows every slice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError
from starlette.exceptions import HTTPException

from . import __version__, models, sse
from .about import api as about_api, console as about_console
from .answers import problem_response
from .audit import api as audit_api, console as audit_console
from .cameras import api as cameras_api, console as cameras_console
from .clips import api as clips_api, console as clips_console
from .clock import Clock, SystemClock
from .config import Settings
from .consent_keys import ConsentKeys
from .consents import api as consents_api, console as consents_console
from .console_page import SecurityHeaders, add_console, is_lost_reader, missing_page
from .contract import openapi_document
from .db import Database
from .errors import ConsoleProblem, Refusal
from .events import api as events_api, console as events_console
from .holds import console as holds_console
from .households import api as households_api, console as households_console
from .jobs import run_jobs
from .keys import HubKey
from .live import api as live_api, console as live_console
from .members import console as members_console
from .protocol.problems import Problem
from .reports import api as reports_api, console as reports_console
from .request_log import RequestLog, instance_of
from .requests import api as requests_api, console as requests_console
from .resources import Hub
from .sealing import SealedStore
from .store import LocalClipStore

HOME = (
    about_api,
    households_api,
    cameras_api,
    consents_api,
    events_api,
    clips_api,
    requests_api,
    live_api,
    reports_api,
    audit_api,
)
CONSOLE = (
    about_console,
    members_console,
    events_console,
    clips_console,
    households_console,
    cameras_console,
    consents_console,
    requests_console,
    live_console,
    reports_console,
    holds_console,
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
        store=SealedStore(LocalClipStore(settings.data / "objects"), ConsentKeys(settings.data / "keys")),
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
    for slice_api in (*HOME, *CONSOLE):
        app.include_router(slice_api.router)
    add_console(app)
    app.openapi = lambda: app.openapi_schema or _keep_document(app)  # type: ignore[method-assign]  # FastAPI's own way
    _add_problems(app)
    app.add_middleware(SecurityHeaders, https=hub.settings.secure_cookies)
    app.add_middleware(RequestLog)
    return app


def _keep_document(app: FastAPI) -> dict[str, object]:
    app.openapi_schema = openapi_document(app)
    return app.openapi_schema


def _add_problems(app: FastAPI) -> None:
    """Whatever goes wrong is answered with a problem document; a browser at an unknown address gets a page."""

    def problem(request: Request, refusal: Refusal) -> Response:
        return problem_response(refusal, instance_of(request.state.request_id))

    @app.exception_handler(Refusal)
    async def refused(request: Request, err: Refusal) -> Response:
        return problem(request, err)

    @app.exception_handler(RequestValidationError)
    async def malformed(request: Request, err: RequestValidationError) -> Response:
        """A parameter in the address; the framework's words are kept back, they echo what was sent."""
        places = ["/" + "/".join(str(part) for part in error["loc"]) for error in err.errors()]
        return problem(request, Refusal(Problem.VALIDATION, [(place, "is not right") for place in places]))

    @app.exception_handler(UnicodeEncodeError)
    async def no_text(request: Request, _: UnicodeEncodeError) -> Response:
        """JSON can spell half a character, which no database and no file can hold."""
        return problem(request, Refusal(Problem.VALIDATION, [("", "has a text that is no Unicode")]))

    @app.exception_handler(HTTPException)
    async def plain_http(request: Request, err: HTTPException) -> Response:
        if err.status_code == 404 and is_lost_reader(request):
            return missing_page()
        kind = ConsoleProblem.METHOD if err.status_code == 405 else ConsoleProblem.NOT_FOUND
        return problem(request, Refusal(kind, headers=err.headers))

    @app.exception_handler(DBAPIError)
    async def database_failed(request: Request, err: DBAPIError) -> Response:
        """The database is away or too busy: nothing was kept, and the home tries again."""
        if isinstance(err, DataError) or _is_about_text(err):
            return problem(request, Refusal(Problem.VALIDATION, [("", "has a text that no database can hold")]))
        if err.connection_invalidated or isinstance(err, (OperationalError, InterfaceError)):
            return problem(request, Refusal(Problem.OVERLOADED, retry_after_s=10))
        raise err


def _is_about_text(err: BaseException) -> bool:
    """Whether a driver could not write a text as UTF-8, however deep it says so."""
    cause: BaseException | None = err
    while cause is not None and not isinstance(cause, UnicodeError):
        cause = cause.__cause__
    return cause is not None
