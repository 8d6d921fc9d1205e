"""What a camera says it sends (SDP, RFC 8866): as much of it as it takes to choose a track and to read it."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_LINES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One stream of the session. `parameters` are those of the format (RFC 6184, 7798), by lower-case names."""

    kind: str  # video, audio, application
    payload_type: int
    codec: str = ""  # H264, H265, MPEG4-GENERIC ...; upper case
    clock_hz: int = 0
    control: str = ""
    fps: float | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def config(self) -> bytes:
        """The head of an AAC stream (AudioSpecificConfig), empty where the description has none."""
        try:
            return bytes.fromhex(self.parameters.get("config", ""))
        except ValueError:
            return b""

    @property
    def sets(self) -> tuple[bytes, ...]:
        """The parameter sets that the description itself carries, in the order a decoder wants them."""
        names = ("sprop-vps", "sprop-sps", "sprop-pps") if self.codec == "H265" else ("sprop-parameter-sets",)
        found = ",".join(self.parameters.get(name, "") for name in names).split(",")
        return tuple(filter(None, map(_decoded, found)))


@dataclass(frozen=True, slots=True)
class SessionDescription:
    """The tracks of a session, and the address that controls all of them (empty where none is told)."""

    control: str
    tracks: tuple[Track, ...]

    def first(self, kind: str) -> Track | None:
        """The first track of a kind."""
        return next((track for track in self.tracks if track.kind == kind), None)


def read_description(text: str) -> SessionDescription:
    """Read a description; lines that make no sense are passed over, as cameras write many."""
    sections: list[list[str]] = [[]]
    for line in text.splitlines()[:MOST_LINES]:
        if line.startswith("m="):
            sections.append([])
        sections[-1].append(line.strip())
    tracks = (_track(lines) for lines in sections[1:])
    return SessionDescription(_attribute(sections[0], "control"), tuple(track for track in tracks if track is not None))


def _track(lines: list[str]) -> Track | None:
    words = lines[0][2:].split()
    if len(words) < 4 or not words[3].isdecimal():
        return None
    payload_type = int(words[3])
    codec, _, rest = _attribute(lines, f"rtpmap:{payload_type} ").partition("/")
    clock = rest.partition("/")[0]
    return Track(
        kind=words[0].lower(),
        payload_type=payload_type,
        codec=codec.strip().upper(),
        clock_hz=int(clock) if clock.isdecimal() else 0,
        control=_attribute(lines, "control"),
        fps=_rate(_attribute(lines, "framerate")),
        parameters=_parameters(_attribute(lines, f"fmtp:{payload_type} ")),
    )


def _attribute(lines: list[str], name: str) -> str:
    """The value of `a=name:value`; a name that ends with a space is followed by the value at once."""
    start = f"a={name}" if name.endswith(" ") else f"a={name}:"
    return next((line[len(start) :].strip() for line in lines if line.lower().startswith(start)), "")


def _parameters(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}


def _rate(text: str) -> float | None:
    try:
        rate = float(text)
    except ValueError:
        return None
    return rate if 0.1 <= rate <= 240 else None


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error, ValueError:
        return b""
