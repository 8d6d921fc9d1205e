"""A hub as people start it, and a browser that notices what it should not see."""

from collections.abc import Iterator
import os
from pathlib import Path
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import httpx
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
import pytest

from .browsing import COMMUNE, HUB, PASSWORD, USER, Open, Server, Ward, Watch
from .neighbourhood import Officer, settle


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _serving() -> Iterator[Server]:
    """`mat-than-hub serve` with an empty data folder; the set-up code is read from what it prints."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mat_than_hub", "serve", "--data", folder, "--port", str(port)]
        log = Path(folder) / "out.log"
        with log.open("w") as out, subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT) as process:
            try:
                yield Server(f"http://127.0.0.1:{port}", _printed_code(log, process))
            finally:
                process.terminate()
                process.wait(20)


def _printed_code(log: Path, process: subprocess.Popen[bytes]) -> str:
    for _ in range(1200):
        if found := re.search(r"with the code (\S+)", log.read_text()):
            with socket.socket() as probe:
                port = int(log.read_text().split("127.0.0.1:")[1].split("/")[0].split()[0])
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return found[1]
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def fresh_hub() -> Iterator[Server]:
    yield from _serving()


@pytest.fixture(scope="module")
def ward() -> Iterator[Ward]:
    for server in _serving():
        form = {"hub_name": HUB, "commune": COMMUNE, "user_name": USER, "password": PASSWORD}
        httpx.post(f"{server.url}/api/setup", json={"code": server.code, **form}, timeout=30).raise_for_status()
        officer = Officer.log_in(server.url, USER, PASSWORD)
        tu, giang = settle(officer)
        yield Ward(server.url, officer, tu, giang)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    binary = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if binary is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox", "--disable-gpu"])
        expect.set_options(timeout=30_000)  # the machine may be busy with video
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium: Browser) -> Iterator[Open]:
    """Opens a page of a hub in a new profile; at the end there must be no fault."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def open_page(
        url: str, path: str, *, width: int = 1280, dark: bool = False, language: str = "vi"
    ) -> tuple[Page, Watch]:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
        )
        contexts.append(context)
        kept = "mat-than.language"
        context.add_init_script(f"localStorage.getItem('{kept}') ?? localStorage.setItem('{kept}', '{language}')")
        watches.append(Watch(url))
        page = context.new_page()
        page.set_default_timeout(30_000)
        watches[-1].over(page)
        page.goto(url + path)
        return page, watches[-1]

    yield open_page
    for context in contexts:
        context.close()
    assert [fault for watch in watches for fault in watch.faults] == []


@pytest.fixture
def inside(browse: Open, ward: Ward) -> Open:
    """Like `browse`, on the hub in use, logged in by the form."""

    def open_page(path: str, *, user: str = USER, **how: object) -> tuple[Page, Watch]:
        page, watch = browse(ward.url, path, **how)
        page.locator("#user").fill(user)
        page.locator("#password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.locator("mt-navigation").wait_for(state="attached")
        return page, watch

    return open_page
