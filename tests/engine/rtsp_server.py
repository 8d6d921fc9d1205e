"""The project's RTSP camera as a child process of a test."""

from collections.abc import Mapping
import json
from pathlib import Path
import subprocess

SCRIPT = Path(__file__).parents[2] / "scripts/rtsp_camera.py"
USER, PASSWORD = "viewer", "p%40ss"  # the password holds an @, as passwords do


class RtspServer:
    """Serves files as `rtsp://127.0.0.1:PORT/NAME`; cameras can be unplugged and plugged in.

    A stream may be `FILE+FILE`: one after the other in the same connection.
    """

    def __init__(
        self, streams: Mapping[str, Path | str], *, password: bool = True, certificate: Path | None = None
    ) -> None:
        tls = ["--certificate", str(certificate)] if certificate else []
        login = ["--user", USER, "--password", PASSWORD.replace("%40", "@")] if password else []
        self._process = subprocess.Popen(
            [
                "/usr/bin/python3", str(SCRIPT), "serve", "--port", "0", "--control", *login, *tls,
                *(f"{name}={path}" for name, path in streams.items()),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert self._process.stdout is not None
        first = json.loads(self._process.stdout.readline())
        self.started_at: float = first["started_at"]
        self.port: int = first["port"]
        self._scheme = "rtsps" if certificate else "rtsp"
        self._login = f"{USER}:{PASSWORD}@" if password else ""

    def url(self, name: str, login: str | None = None) -> str:
        """The address of a stream, with the right login or another."""
        return f"{self._scheme}://{self._login if login is None else login}127.0.0.1:{self.port}/{name}"

    def unplug(self, name: str) -> None:
        self._order(f"off {name}")

    def plug_in(self, name: str) -> None:
        self._order(f"on {name}")

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)

    def _order(self, line: str) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline().strip()
