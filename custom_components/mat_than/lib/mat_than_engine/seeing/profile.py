"""How much is looked at: the three profiles, and about what each costs (`roles/budget` chooses by that).

`quick` decodes all but the end of each group of pictures, `balanced` and `economy` decode key frames and, on suspicion,
short bursts between them.
"""

from dataclasses import dataclass
from typing import Literal

from ..model import StreamFacts

type Profile = Literal["quick", "balanced", "economy"]

LOOK_S = 0.0007  # CPU seconds of one look at 320x180
DECODE_S_PER_MEGAPIXEL = 0.0021  # of an inter picture, loop filter off; an intra picture costs about five times this
HEVC_FACTOR = 1.3
BLIND_S = 0.9  # `quick` leaves out this much of a group of pictures before the next key frame
USUAL_GROUP_S = 2.0  # between key frames, until it is measured


@dataclass(frozen=True, slots=True)
class Pace:
    """What a profile looks at, in seconds."""

    everything: bool  # decode every packet that is not just before a key frame
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
        group_s = facts.key_frame_interval_s or USUAL_GROUP_S
        return (decode_s * (facts.fps or 15) + LOOK_S * 5) * max(0.0, 1 - BLIND_S / group_s) + decode_s * 5 / group_s
    return (decode_s * 5 + LOOK_S) / PACES[profile].key_every_s
