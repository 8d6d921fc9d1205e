"""What the console's tests hand around: a running hub, a ward that uses it, a watch over a browser's page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from .neighbourhood import Neighbour, Officer

PASSWORD = "hoa gạo nở tháng ba"
USER = "lan.nguyen"
HUB = "Công an phường Đông Ngạc"
COMMUNE = "Phường Đông Ngạc, Hà Nội"


@dataclass(frozen=True)
class Server:
    """A running hub that nobody has set up."""

    url: str
    code: str


@dataclass(frozen=True)
class Ward:
    """A hub in use: an administrator, two households with footage, one that waits."""

    url: str
    officer: Officer
    tu: Neighbour
    giang: Neighbour


@dataclass
class Watch:
    """What a page did that it must never do, and what it asked for."""

    origin: str
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("request", lambda request: self._asked(request.url))

    def _said(self, kind: str, text: str) -> None:
        # A refused call is written to the browser's console by the browser itself; the page shows its sentence.
        if kind in {"error", "warning"} and "Failed to load resource" not in text:
            self.faults.append(f"{kind}: {text[:300]}")

    def _asked(self, url: str) -> None:
        self.requests.append(url)
        if not url.startswith(f"{self.origin}/"):
            self.faults.append(f"outside: {url}")


type Open = Callable[..., tuple[Page, Watch]]
