"""A real Chromium, without a window: Home Assistant's front end and the hub's console as a person sees them."""

from collections.abc import Iterator
from contextlib import contextmanager
import json
from pathlib import Path
import shutil
import tempfile
import time

from playwright.sync_api import Error as BrowserError, Locator, Page, sync_playwright

from .home_assistant import HomeAssistant
from .http_client import HttpClient
from .process import CannotStartError

TIMEOUT_S = 60  # of a machine that others keep busy; what is there is there at once
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--mute-audio",
    "--autoplay-policy=no-user-gesture-required",
]


@contextmanager
def browser(language: str = "vi-VN", *, width: int = 1280, height: int = 900) -> Iterator[Page]:
    """An empty page of a fresh profile."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise CannotStartError("there is no Chromium: run scripts/setup")
    with tempfile.TemporaryDirectory(prefix="mat-than-browser-") as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=program,
            headless=True,
            args=FLAGS,
            viewport={"width": width, "height": height},
            locale=language,
            timezone_id="Asia/Ho_Chi_Minh",
        )
        try:
            page = context.pages[0]
            page.set_default_timeout(TIMEOUT_S * 1000)
            yield page
        finally:
            context.close()


def enter_home_assistant(page: Page, home: HomeAssistant, language: str) -> None:
    """Log in as the form would: tokens in the page's own storage."""
    client = home.url + "/"
    http = HttpClient(home.url)
    start = {"client_id": client, "handler": ["homeassistant", None], "redirect_uri": client}
    flow = http.post("/auth/login_flow", start)
    answer = {"client_id": client, "username": home.user, "password": home.password}
    code = http.post(f"/auth/login_flow/{flow['flow_id']}", answer)["result"]
    grant = {"client_id": client, "grant_type": "authorization_code", "code": code}
    tokens = http.post("/auth/token", grant, form=True)
    expires = int((time.time() + tokens["expires_in"]) * 1000)
    kept = {
        "hassTokens": json.dumps({**tokens, "hassUrl": home.url, "clientId": client, "expires": expires}),
        "selectedLanguage": json.dumps(language),
    }
    # Only where there are none yet: the front end renews them itself.
    page.add_init_script(
        f"if (location.origin === {json.dumps(home.url)}) for (const [name, value] of Object.entries({json.dumps(kept)}))"
        " if (!localStorage.getItem(name)) localStorage.setItem(name, value);"
    )


def settle(page: Page, quiet_s: float = 1.5, limit_s: float = 20) -> None:
    """Until the launch screen is gone and the page's text stands still."""
    end, last, since = time.monotonic() + limit_s, "", time.monotonic()
    while time.monotonic() < end and time.monotonic() - since < quiet_s:
        try:
            busy = page.evaluate("() => !!document.getElementById('ha-launch-screen')")
            text = page.evaluate(VISIBLE_TEXT)
        except BrowserError:
            busy, text = True, ""  # on the way to another page
        if busy or not text or text != last:
            last, since = text, time.monotonic()
        time.sleep(0.2)


def shot(page: Page, path: Path) -> Path:
    """A picture of what is in view."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(path))
    return path


def plays(video: Locator, seconds: float = 1.0, limit_s: float = 20) -> bool:
    """Whether a video element really shows moving pictures: its time advances by `seconds` with a picture decoded."""
    video.wait_for(state="attached")
    start, end = float("inf"), time.monotonic() + limit_s
    while time.monotonic() < end:
        now, width = video.evaluate(GO_ON)
        start = min(start, now)  # a player that loads something else begins anew
        if width > 0 and now - start >= seconds:
            return True
        time.sleep(0.1)
    return False


# A player that is about to load something else breaks off `play`; it is asked again at the next look.
GO_ON = """video => {
  video.muted = true;
  if (video.paused) video.play().catch(() => {});
  return [video.currentTime, video.videoWidth];
}"""


# What can be read on the page, shadow roots and slots included.
VISIBLE_TEXT = """() => {
  const out = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { const text = node.textContent.trim(); if (text) out.push(text); return; }
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (['STYLE', 'SCRIPT', 'TEMPLATE', 'SVG', 'svg', 'NOSCRIPT'].includes(node.tagName)) return;
      const style = getComputedStyle(node);
      if (style.display === 'none' || style.visibility === 'hidden') return;
      if (node.tagName === 'SLOT') {
        const given = node.assignedNodes({flatten: true});
        (given.length ? given : [...node.childNodes]).forEach(walk);
        return;
      }
      if (node.shadowRoot) { walk(node.shadowRoot); return; }
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return out.join('\\n');
}"""
