"""The command `mat-than-hub`."""

import argparse
import asyncio
import json
import os
from pathlib import Path
import signal
import socket
import sys
from typing import NoReturn, override

import uvicorn

from . import __version__, setup_code
from .app import make_app, make_hub
from .config import ConfigError, load_settings
from .logs import set_up_logs
from .members import service as members
from .resources import Hub

_GRACE_S = 5  # open streams and downloads may end by themselves for so long


def main() -> None:
    """Run the command line; exit code 2 with a sentence for settings that cannot be."""
    arguments = _parser().parse_args()
    given = {name: value for name, value in vars(arguments).items() if name not in {"command", "config"}}
    try:
        settings = load_settings(given, os.environ, arguments.config)
        hub = make_hub(settings)
    except ConfigError as err:
        _give_up(str(err))
    except OSError as err:
        _give_up(f"cannot use the data folder: {err.strerror}")
    set_up_logs()
    match arguments.command:
        case "serve":
            asyncio.run(_serve(hub))
        case "openapi":
            print(json.dumps(make_app(hub).openapi(), ensure_ascii=False, indent=2))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mat-than-hub", description="Mắt Thần hub")
    parser.add_argument("--version", action="version", version=f"mat-than-hub {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="run the hub")
    serve.add_argument("--data", help="folder for database, key and footage")
    serve.add_argument("--config", type=Path, help="TOML file with the same settings")
    serve.add_argument("--host", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=int, help="port to listen on (8443)")
    serve.add_argument("--public-url", help="what homes and officers type, e.g. https://hub.example")
    serve.add_argument("--tls-cert", type=Path, help="certificate chain, PEM")
    serve.add_argument("--tls-key", type=Path, help="its private key, PEM")
    serve.add_argument("--behind-proxy", action="store_true", default=None, help="a proxy in front adds https")
    serve.add_argument("--database", help="SQLAlchemy URL; without it SQLite in the data folder")
    serve.add_argument("--retention-days", type=int, help="the longest anything is kept (30)")
    document = commands.add_parser("openapi", help="print the OpenAPI 3.1 document")
    document.add_argument("--data", help="any folder; it is only looked at")
    document.add_argument("--config", type=Path, help=argparse.SUPPRESS)
    return parser


async def _serve(hub: Hub) -> None:
    await hub.db.migrate()
    await _announce(hub)
    settings = hub.settings
    config = uvicorn.Config(
        make_app(hub),
        host=settings.host,
        port=settings.port,
        ssl_certfile=settings.tls_cert,
        ssl_keyfile=settings.tls_key,
        proxy_headers=settings.behind_proxy,
        access_log=False,
        server_header=False,
        log_config=None,
        timeout_graceful_shutdown=_GRACE_S,
    )
    # uvicorn stops gracefully at these and then raises them again; by then there is nothing left to interrupt.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    await _Server(config, hub).serve()


class _Server(uvicorn.Server):
    """Homes wait at their inboxes, and live pages at their streams: they are let go before the server waits for them."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.bus.close()
        await super().shutdown(sockets)


async def _announce(hub: Hub) -> None:
    """Say where the hub is, and how to set it up when nobody has."""
    async with hub.db.read() as session:
        new = await members.nobody_yet(session)
    print(f"Mắt Thần hub {__version__}: {hub.settings.url}")
    if new:
        code = setup_code.ensure(hub.settings.data)
        print(f"Set it up at {hub.settings.url}/setup with the code {code}")
    sys.stdout.flush()


def _give_up(sentence: str) -> NoReturn:
    print(f"mat-than-hub: {sentence}", file=sys.stderr)
    sys.exit(2)
