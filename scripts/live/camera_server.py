"""The RTSP cameras: `scripts/rtsp_camera.py` as a child, with cables that can be pulled."""

from collections.abc import Mapping
import json
from pathlib import Path
from urllib.parse import quote

from .process import CannotStartError, Child

SCRIPT = Path(__file__).parents[1] / "rtsp_camera.py"
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has GStreamer's bindings


class CameraServer:
    """Serves files as RTSP streams. All of them have run in a loop since `began` (seconds since 1970).

    A stream is a file, or `FILE@SECONDS` to be that far ahead of the others.
    """

    def __init__(self, streams: Mapping[str, Path | str], log: Path, *, user: str = "", password: str = "") -> None:
        self.streams = dict(streams)
        self.user = user
        self.password = password
        self.port = 0
        self.began = 0.0
        self._log = log
        self._child = Child("camera server", self._command(), log)

    def _command(self) -> list[str]:
        secured = [f"--user={self.user}", f"--password={self.password}"] if self.user else []
        served = [f"{name}={path}" for name, path in self.streams.items()]
        return [SYSTEM_PYTHON, str(SCRIPT), "serve", "--port", str(self.port), "--control", *secured, *served]

    def start(self) -> None:
        """Start, or start again on the same port; wait until every stream is served."""
        self._child = Child("camera server", self._command(), self._log)
        self._child.start(piped=True)
        ready = json.loads(self._line())
        self.port, self.began = ready["port"], ready["started_at"]

    def _line(self) -> str:
        process = self._child.process
        line = process.stdout.readline() if process is not None and process.stdout is not None else ""
        if not line:
            raise CannotStartError(f"the camera server ended: see {self._child.log}")
        return line

    def address(self, name: str, *, with_credentials: bool = True) -> str:
        """The RTSP address of a stream."""
        who = f"{quote(self.user, '')}:{quote(self.password, '')}@" if self.user and with_credentials else ""
        return f"rtsp://{who}127.0.0.1:{self.port}/{name}"

    def unplug(self, name: str) -> None:
        """Pull the cable of a stream."""
        self._order(f"off {name}")

    def plug(self, name: str) -> None:
        """Put it back."""
        self._order(f"on {name}")

    def hold(self, name: str) -> None:
        """Let nothing come of a stream any more, its connection stays."""
        self._order(f"hold {name}")

    def let_go(self, name: str) -> None:
        """Let it go on."""
        self._order(f"go {name}")

    @property
    def pid(self) -> int:
        """Of the server's process."""
        return self._child.pid

    def _order(self, order: str) -> None:
        """Have the server do it. CannotStartError when it does not run, KeyError when it has no such stream."""
        process = self._child.process
        if process is None or process.stdin is None:
            raise CannotStartError("the camera server was not started")
        process.stdin.write(f"{order}\n")
        process.stdin.flush()
        if not json.loads(self._line())["ok"]:
            raise KeyError(order)

    def stop(self) -> None:
        """End it."""
        self._child.stop()
