"""Why a clip is kept where Mắt Thần says it, not a person: stored as a code, said in the language of who reads it.

The engine's store holds one text for each protection: `mt:CODE`, or `mt:CODE:CASE NUMBER`. What a person wrote, and the
sentences that earlier versions stored, are no codes and are shown as they are.
"""

from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from .lib.mat_than_engine.keeping.protection import Protection
from .words import Words

type Why = Literal["kept_for_request", "kept_for_sending", "kept_from_timeline"]

OWNER: Final = "Mắt Thần (yêu cầu)"  # of what requests keep, so that it is told from what the owner keeps
_PREFIX: Final = "mt:"


@dataclass(frozen=True, slots=True)
class KeptReason:
    """One of our own reasons; those of requests name the case."""

    why: Why
    case_number: str = ""

    def __str__(self) -> str:
        """As it is stored."""
        return f"{_PREFIX}{self.why}" + (f":{self.case_number}" if self.case_number else "")

    @classmethod
    def read(cls, stored: str) -> KeptReason | None:
        """The reason of a stored text; None where it is a person's, or a sentence."""
        if not stored.startswith(_PREFIX):
            return None
        why, _, case_number = stored.removeprefix(_PREFIX).partition(":")
        return cls(cast("Why", why), case_number) if why in get_args(Why.__value__) else None


def owner_text(protection: Protection, words: Words) -> str:
    """By whose will a clip is kept."""
    return words.say("kept_by_requests") if protection.owner == OWNER else protection.owner


def reason_text(protection: Protection, words: Words) -> str:
    """Why a clip is kept, as a sentence."""
    reason = KeptReason.read(protection.reason)
    return protection.reason if reason is None else words.say(reason.why, case_number=reason.case_number)
