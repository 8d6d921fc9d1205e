"""Serves the built console, and puts the headers on every answer that keep browsers from doing more than they should."""

from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse
from starlette.staticfiles import StaticFiles

FILES = Path(__file__).parent / "console_files"
PAGES = (
    "/",
    "/login",
    "/setup",
    "/join",
    "/feed",
    "/events/{event_id}",
    "/cameras",
    "/live",
    "/live/{live_id}",
    "/requests",
    "/requests/{request_id}",
    "/reports",
    "/reports/{report_id}",
    "/holds",
    "/holds/new",
    "/holds/{hold_id}",
    "/households",
    "/invite",
    "/consents",
    "/access",
    "/settings",
)
# Addresses that nobody types; who calls them reads problem documents.
PROGRAMS = ("/api/", "/v1/", "/assets/", "/.well-known/")
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

type Message = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]


def add_console(app: FastAPI, files: Path = FILES) -> None:
    """Every page of the console is its one HTML file; scripts and styles lie beside it, named by their hash."""
    index = files / "index.html"

    async def page() -> Response:
        return _page(index)

    for path in PAGES:
        app.add_api_route(path, page, methods=["GET"], include_in_schema=False)
    for file in files.glob("*.*"):
        if file != index:
            app.add_api_route(f"/{file.name}", _one(file), methods=["GET"], include_in_schema=False)
    app.mount("/assets", StaticFiles(directory=files / "assets", check_dir=False), name="assets")


def is_lost_reader(request: Request) -> bool:
    """Whether who asks for an address that does not exist is a person with a browser, not a program."""
    wants_page = request.method in {"GET", "HEAD"} and "text/html" in request.headers.get("accept", "")
    return wants_page and not f"{request.url.path}/".startswith(PROGRAMS)


def missing_page(files: Path = FILES) -> Response:
    """The console, which knows its own addresses and says in its reader's language that this is none."""
    return _page(files / "index.html", 404)


def _page(index: Path, status: int = 200) -> Response:
    if not index.is_file():
        return PlainTextResponse("The console is not built into this installation; the hub itself is up.\n", status)
    return FileResponse(index, status, media_type="text/html", headers={"Cache-Control": "no-cache"})


def _one(file: Path) -> Callable[[], Awaitable[Response]]:
    async def serve() -> Response:
        return FileResponse(file)

    return serve


class SecurityHeaders:
    """ASGI middleware: adds the headers that an answer does not set itself."""

    def __init__(self, app: Callable[[Message, Receive, Send], Awaitable[None]], *, https: bool) -> None:
        self._app = app
        extra = {"Strict-Transport-Security": "max-age=31536000"} if https else {}
        self._headers = [(k.lower().encode(), v.encode()) for k, v in (SECURITY_HEADERS | extra).items()]

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in self._headers if pair[0] not in given)]
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
