"""JSON over HTTP to a server of this machine, for scripts that wait for nothing else meanwhile."""

from http.cookiejar import CookieJar
import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

TIMEOUT_S = 60.0


class RefusedError(Exception):
    """An answer of 400 or above."""

    def __init__(self, status: int, method: str, path: str, text: str) -> None:
        super().__init__(f"{method} {path}: {status} {text[:500]}")
        self.status = status
        self.text = text


class HttpClient:
    """Keeps cookies and, once set, sends `headers` with every request."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.headers: dict[str, str] = {}
        self.cookies = CookieJar()
        # No proxy stands between two processes of one machine.
        self._opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> Any:
        """The JSON at that path."""
        return self.request("GET", path)

    def post(self, path: str, data: object = None, *, form: bool = False) -> Any:
        """Send JSON (or a form) and return the JSON of the answer."""
        return self.request("POST", path, data, form=form)

    def request(self, method: str, path: str, data: object = None, *, form: bool = False) -> Any:
        """The JSON of the answer, None where it has no body. RefusedError from 400 upwards."""
        content = self.bytes_of(method, path, data, form=form)
        return json.loads(content) if content else None

    def bytes_of(self, method: str, path: str, data: object = None, *, form: bool = False) -> bytes:
        """The answer's bytes."""
        headers = dict(self.headers)
        body = None
        if data is not None:
            body = urlencode(data).encode() if form and isinstance(data, dict) else json.dumps(data).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded" if form else "application/json"
        request = Request(self.url + path, data=body, headers=headers, method=method)
        try:
            with self._opener.open(request, timeout=TIMEOUT_S) as answer:
                content: bytes = answer.read()
                return content
        except HTTPError as err:
            raise RefusedError(err.code, method, urlsplit(path).path, err.read().decode(errors="replace")) from err
