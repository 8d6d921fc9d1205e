"""How much is looked at: the three profiles, and which one a CPU budget allows.

`quick` decodes everything, `balanced` and `economy` decode key frames and, on suspicion, short bursts between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import StreamFacts

type Profile = Literal["quick", "balanced", "economy"]

LOOK_S = 0.0007  # CPU seconds of one look at 320x180
DECODE_S_PER_MEGAPIXEL = 0.0021  # of an inter picture, loop filter off; an intra picture costs about five times this
HEVC_FACTOR = 1.3
BUDGET_SHARE = 0.25  # of one core for all cameras


@dataclass(frozen=True, slots=True)
class Pace:
    """What a profile looks at, in seconds."""

    everything: bool  # decode every packet
    key_every_s: float  # least time between key frames looked at while nothing is suspected
    gated: bool  # packet sizes may ask for a look between key frames


PACES: dict[Profile, Pace] = {
    "quick": Pace(everything=True, key_every_s=0.0, gated=True),
    "balanced": Pace(everything=False, key_every_s=1.9, gated=True),
    "economy": Pace(everything=False, key_every_s=3.9, gated=True),
}


def cost_share(facts: StreamFacts, profile: Profile) -> float:
    """Estimated share of a core while nothing moves; to compare cameras with, not to promise."""
    decode_s = facts.width * facts.height / 1e6 * DECODE_S_PER_MEGAPIXEL * (HEVC_FACTOR if facts.codec == "hevc" else 1)
    if PACES[profile].everything:
        return decode_s * (facts.fps or 15) + LOOK_S * 5
    return (decode_s * 5 + LOOK_S) / PACES[profile].key_every_s


def allot(cameras: Sequence[StreamFacts], budget_share: float = BUDGET_SHARE) -> list[Profile]:
    """The quickest profile for each camera so that all fit the budget; earlier cameras are served first."""
    chosen: list[Profile] = ["economy"] * len(cameras)
    left = budget_share - sum(cost_share(facts, "economy") for facts in cameras)
    for index, facts in enumerate(cameras):
        for profile in ("quick", "balanced"):
            extra = cost_share(facts, profile) - cost_share(facts, "economy")
            if extra <= left:
                chosen[index] = profile
                left -= extra
                break
    return chosen
