"""What verifying can find, how grave each is, and what all of it together means."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, IntEnum


class Gravity(Enum):
    """What a finding does to the answer."""

    CHANGED = "changed"  # something is not as it was signed
    REPACKED = "repacked"  # the files are, the zip around them is not
    UNPROVEN = "unproven"  # nothing contradicts, and nothing vouches
    NOTE = "note"  # worth knowing


class Verdict(IntEnum):
    """The answer; its number is the exit code (2 is left to wrong arguments)."""

    INTACT = 0
    CHANGED = 1
    UNPROVEN = 3
    UNREADABLE = 4
    REPACKED = 5


@dataclass(frozen=True)
class Finding:
    """One thing that was found; `code` names its sentence in `words`."""

    code: str
    gravity: Gravity
    subject: str = ""  # a path, a camera and a number


@dataclass(frozen=True)
class Facts:
    """What was verified, for the heading of the answer."""

    kind: str  # export, clip, token
    title: str = ""
    place: str = ""
    span: str = ""
    exported_at: str = ""
    cameras: int = 0
    clips: int = 0
    files: int = 0
    size_bytes: int = 0
    thumbprint: str | None = None
    compared: bool = False  # the key was given, and it is this one
    lines: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True)
class Answer:
    """All that is said of one file or folder."""

    verdict: Verdict
    facts: Facts
    findings: tuple[Finding, ...] = ()


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """The gravest decides."""
    found = {finding.gravity for finding in findings}
    for gravity, verdict in (
        (Gravity.CHANGED, Verdict.CHANGED),
        (Gravity.UNPROVEN, Verdict.UNPROVEN),
        (Gravity.REPACKED, Verdict.REPACKED),
    ):
        if gravity in found:
            return verdict
    return Verdict.INTACT
