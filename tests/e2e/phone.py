"""A phone with Home Assistant's app: it takes messages, and is registered as the app registers itself."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json
import threading
import time
from typing import Any

from scripts.live.home_assistant import HomeAssistant

type Message = dict[str, Any]


class Phone:
    """The place where its messages are pushed to."""

    def __init__(self, name: str = "Điện thoại") -> None:
        self.name = name
        self.messages: list[Message] = []
        messages = self.messages

        class Push(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(201)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Push)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/push"

    def register(self, home: HomeAssistant) -> str:
        """As the app does when it is installed; the id of its device."""
        app = {"app_id": "test", "app_name": "Test", "app_version": "1", "device_name": self.name}
        device = {"device_id": "1", "manufacturer": "x", "model": "x", "os_name": "x", "os_version": "1"}
        push = {"app_data": {"push_token": "token", "push_url": self.url}, "supports_encryption": False}
        home.http.post("/api/mobile_app/registrations", {**app, **device, **push})
        devices = home.connection.command("config/device_registry/list")
        return next(str(found["id"]) for found in devices if found["name"] == self.name)

    def wait(self, message: str, seen: int, limit_s: float = 8.0) -> Message:
        """The first message with this text after the first `seen` messages."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            for said in self.messages[seen:]:
                if message in said["message"]:
                    return said
            time.sleep(0.05)
        raise AssertionError(f"{message!r} did not come: {self.messages[seen:]}")

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
