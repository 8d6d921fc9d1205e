"""No address reaches the log, whatever line or traceback holds it."""

import logging
import sys

import av
import pytest

from mat_than_engine.address import parse_address
from mat_than_engine.redact import RedactingFormatter, redact
from mat_than_engine.settings import CameraSettings

SECRET = "rtsp://owner:pässwörd@10.0.0.4:554/stream?token=abc"


@pytest.mark.parametrize("text", [f"open {SECRET} failed", f"'{SECRET}'", f"{SECRET},{SECRET}", SECRET.upper()])
def test_a_url_leaves_only_its_scheme(text: str) -> None:
    clean = redact(text).lower()
    assert "rtsp://…" in clean
    assert not any(part in clean for part in ("owner", "pässwörd", "10.0.0.4", "abc"))


def test_other_text_stays_as_it_is() -> None:
    assert redact("yard: retrying (no_data) in 2.0 s") == "yard: retrying (no_data) in 2.0 s"


def test_a_traceback_is_cleaned_too() -> None:
    try:
        av.open("rtsp://owner:secret@127.0.0.1:1/stream")
    except OSError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "it broke", None, sys.exc_info())
    line = RedactingFormatter("%(message)s").format(record)
    assert "ConnectionRefusedError" in line
    assert "owner" not in line


def test_a_parsed_address_does_not_show_itself() -> None:
    assert "owner" not in repr(parse_address(SECRET))


def test_settings_are_not_meant_to_be_logged() -> None:
    settings = CameraSettings(camera_id="yard", name="Yard", main_url=SECRET)
    assert "owner" not in redact(repr(settings))
