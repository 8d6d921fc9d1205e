"""The pipe between Home Assistant and the engine: one frame is a length (4 bytes, big endian) and that much JSON.

The host writes `commands` to the engine's standard input and reads `reports` from its standard output. A frame is
`{"type": NAME, …fields}`. The engine ends when its input closes. A frame longer than `LARGEST_FRAME` or one that
cannot be read ends the engine: the host starts a new one.
"""

from collections.abc import Mapping
from dataclasses import fields
import json
import struct

from .commands import COMMANDS, Command
from .errands import ERRANDS, Errand
from .reports import REPORTS, Report
from .wire import WireError, read, to_json

PIPE_VERSION = 2
LARGEST_FRAME = 4 * 1024 * 1024  # a probe's still in base64 is the largest thing that crosses
_NAMES: dict[type, str] = {cls: name for names in (ERRANDS, REPORTS) for name, cls in names.items()}

HEADER = struct.Struct(">I")


def encode(message: Errand | Report) -> bytes:
    """The frame of a message. ValueError when it is larger than the pipe carries."""
    frame = {"type": _NAMES[type(message)]} | {f.name: to_json(getattr(message, f.name)) for f in fields(message)}
    data = json.dumps(frame, ensure_ascii=False, allow_nan=False).encode()
    if len(data) > LARGEST_FRAME:
        raise ValueError("message too large for the pipe")
    return HEADER.pack(len(data)) + data


def frame_length(header: bytes) -> int:
    """How many bytes follow a header. WireError when that is more than the pipe carries."""
    length: int = HEADER.unpack(header)[0]
    if length > LARGEST_FRAME:
        raise WireError("", "frame too long")
    return length


def decode_command(data: bytes) -> Command:
    """The command in a frame's JSON. WireError when it is none."""
    return _decode(data, COMMANDS, "is not a command")


def decode_errand(data: bytes) -> Errand:
    """The same between the engine's own processes, which have more to say to each other."""
    return _decode(data, ERRANDS, "is not an errand")


def decode_report(data: bytes) -> Report:
    """The report in a frame's JSON. WireError when it is none."""
    return _decode(data, REPORTS, "is not a report")


def _decode[M](data: bytes, kinds: Mapping[str, type[M]], refusal: str) -> M:
    name, body = _open(data)
    if name not in kinds:
        raise WireError("/type", refusal)
    return read(kinds[name], body)


def _open(data: bytes) -> tuple[str, dict[str, object]]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as err:
        raise WireError("", "is not JSON") from err
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise WireError("/type", "is missing")
    return value.pop("type"), value
