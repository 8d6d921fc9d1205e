"""Which packets are worth decoding and which pictures worth a look, by profile and by what was seen of late.

Pure state without pictures. A **burst** decodes everything for a while: after a suspicious look, while the scene is
being learnt, or because the `gate` opened; one in which nothing stirs is given up. `quick` decodes all but the end of
each group of pictures, `balanced` and `economy` key frames and bursts.
"""

from ..model import Packet
from .gate import Gate, Opening
from .profile import BLIND_S, PACES, Profile

LOOK_EVERY_S = 0.26  # while nothing is suspected: every fourth picture of 15 a second
CONFIRM_EVERY_S = 0.12  # while something is: every second one
ON_EVERY_S = 0.3  # while a motion is going on, only its end is waited for
CLOCK_SLACK_S = 0.01  # cameras' timestamps jitter by some milliseconds
BURST_S = 1.8  # what is not believed after this long of looking closely was nothing
GIVES_UP_S = 0.5  # of a burst in which nothing stirs at all
SETTLE_S = 0.5  # while the scene is learnt, decoding goes on from look to look
PEEK_EVERY_S = 0.9  # key frames nearer to each other than this are not looked at for the gate's sake
ON_KEY_EVERY_S = 1.9  # while a motion is going on, in the frugal profiles
LONGEST_GAP_S = 8.0  # cameras with rarer key frames are looked at between them at least this often
BURST_SHARE = 0.06  # of all time that may go into bursts for faint reasons
FIRST_BURSTS_S = 8.0  # the allowance a camera starts with
CLEAR_SUSPICION = 0.3


class Schedule:
    """The plan of one camera. `profile` may be set at any time."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._gate = Gate()
        self._asked: Opening | None = None  # what the gate asks for, until it is known what that showed
        self._allowance_s = FIRST_BURSTS_S
        self._burst_until_s = 0.0
        self._stirred_s = 0.0  # when a burst began, or something last stirred in it
        self._suspicious = False
        self._time_s = 0.0
        self._key_s = self._group_s = 0.0  # the last key packet, and how long the group before it was
        self._look_s = self._key_look_s = float("-inf")

    def worth_decoding(self, packet: Packet, *, on: bool) -> bool:
        """Whether to decode up to this packet now. Each packet of the stream is asked about once, in order."""
        self._pass_time(packet)
        if packet.time_s < self._burst_until_s:
            return True
        if self._asked is Opening.NOW:
            self._answer(on)
        if PACES[self.profile].everything:
            return self._worth_it_when_quick(packet, on=on)
        if packet.key:
            every_s = PACES[self.profile].key_every_s
            if self._asked is Opening.NEXT_KEY:
                every_s = PEEK_EVERY_S
            elif on:
                every_s = min(every_s, ON_KEY_EVERY_S)
            return packet.time_s - self._key_look_s >= every_s - CLOCK_SLACK_S
        if packet.time_s - max(self._look_s, self._key_look_s) >= LONGEST_GAP_S:
            return True
        return not on and self._ask_gate(packet) is Opening.NOW

    def worth_a_look(self, time_s: float, *, key: bool, on: bool) -> bool:
        """Whether to look at a decoded picture."""
        every_s = CONFIRM_EVERY_S if self._suspicious else ON_EVERY_S if on else LOOK_EVERY_S
        return key or time_s - self._look_s >= every_s - CLOCK_SLACK_S

    def note_look(self, time_s: float, *, key: bool, suspicion: float, settling: bool, on: bool, was_on: bool) -> None:
        """What a look showed: `suspicion` 0..1 of something not yet believed, or that the scene is being learnt."""
        self._look_s = time_s
        if key:
            self._key_look_s = time_s
            if self._asked is Opening.NEXT_KEY:
                self._answer(on or suspicion > 0)
        if suspicion > 0:
            self._stirred_s = time_s
        if settling:
            self._burst_until_s = max(self._burst_until_s, time_s + SETTLE_S)
        elif time_s >= self._burst_until_s and self._worth_a_burst(suspicion):
            self._burst(time_s)
        elif on and not was_on:
            self._burst_until_s = time_s
        elif time_s < self._burst_until_s and time_s - self._stirred_s >= GIVES_UP_S:
            self._give_up(time_s)
        self._suspicious = suspicion > 0

    def longest_wait_s(self, gap_s: float) -> float:
        """How long the next look may be away, when the last two were `gap_s` apart."""
        return 0.0 if PACES[self.profile].everything else 1.2 * min(gap_s, LONGEST_GAP_S)

    def _pass_time(self, packet: Packet) -> None:
        elapsed_s = max(0.0, packet.time_s - self._time_s)
        self._time_s = packet.time_s
        self._allowance_s = min(FIRST_BURSTS_S, self._allowance_s + elapsed_s * BURST_SHARE)
        if packet.key:
            self._key_s, self._group_s = packet.time_s, packet.time_s - self._key_s

    def _worth_it_when_quick(self, packet: Packet, *, on: bool) -> bool:
        """Everything, but for the end of a group: the next key frame makes its decoding useless."""
        if packet.key or self._suspicious:
            return True
        if not on and self._ask_gate(packet) is not Opening.SHUT:
            return True
        until_key_s = self._key_s + self._group_s - packet.time_s
        return not 0 <= until_key_s <= BLIND_S

    def _ask_gate(self, packet: Packet) -> Opening:
        opening = self._gate.add(packet.size) if PACES[self.profile].gated else Opening.SHUT
        if opening is Opening.NOW and self._allowance_s < BURST_S:
            opening = Opening.NEXT_KEY
        if opening is Opening.SHUT:
            return opening
        if self._asked is None or opening > self._asked:
            self._asked = opening
        if opening is Opening.NOW:
            self._burst(packet.time_s)
        return opening

    def _answer(self, found: bool) -> None:
        """Tell the gate what its opening showed."""
        if self._asked is not None:
            self._gate.report(self._asked, found=found)
        self._asked = None

    def _worth_a_burst(self, suspicion: float) -> bool:
        """What is clear always is; what is faint only while bursts are rare, or rain would decode everything."""
        return suspicion >= CLEAR_SUSPICION or (suspicion > 0 and self._allowance_s >= BURST_S)

    def _burst(self, time_s: float) -> None:
        """Decode everything for a while."""
        self._burst_until_s = time_s + BURST_S
        self._allowance_s -= BURST_S
        self._stirred_s = time_s

    def _give_up(self, time_s: float) -> None:
        """End a burst in which nothing stirs; what is left of it may be spent later."""
        self._allowance_s += self._burst_until_s - time_s
        self._burst_until_s = time_s
