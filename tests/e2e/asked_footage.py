"""What officers ask for, and what has come to them."""

from datetime import UTC, datetime, timedelta
import time
from typing import Any

from scripts.live.http_client import HttpClient
from scripts.live.hub import Hub


def approved_request(hub: Hub, name: str, clip: dict[str, Any]) -> dict[str, Any]:
    """A request for that clip's seconds of the camera of that name, asked by one officer and approved by another."""
    second = {"user_name": "minh.tran", "password": "hoa gạo nở tháng ba"}
    hub.http.post("/api/members", {**second, "role": "officer"})
    officer = HttpClient(hub.url)
    officer.headers["Origin"] = hub.url
    officer.post("/api/login", second)
    (camera,) = [one for one in hub.http.get("/api/cameras") if one["askable"] and one["name"] == name]
    wanted = {
        "case_number": "17/2026",
        "offence": "theft",
        "reason": "Mất xe máy trước cổng chợ.",
        "contact": "Thượng uý Nam, 024 3838 0000",
        "cameras": [{"household_id": camera["household"]["id"], "camera_id": camera["id"]}],
        "since": datetime.fromtimestamp(clip["start"] // 1000, UTC).isoformat(),
        "until": datetime.fromtimestamp(clip["end"] // 1000, UTC).isoformat(),
        "deadline": (datetime.now(UTC) + timedelta(days=2)).isoformat(),
        "retention_days": 7,
    }
    request: dict[str, Any] = hub.http.post("/api/requests", wanted)
    officer.post(f"/api/requests/{request['id']}/moderation", {"approved": True, "note": ""})
    return request


def wait_given(hub: Hub, request_id: str, count: int, limit_s: float = 30) -> list[dict[str, Any]]:
    """Until that many clips of the request are whole at the hub."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        given: list[dict[str, Any]] = hub.http.get(f"/api/requests/{request_id}")["given"]
        if len(given) == count and all(one["state"] == "stored" for one in given):
            return given
        time.sleep(0.1)
    raise AssertionError(f"{given} after {limit_s:.0f} s")
