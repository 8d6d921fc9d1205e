"""One camera's eyes: a `Watch` on whichever stream is watched, and what follows from what it sees.

Turns sightings (seconds of a stream) into the camera's one motion (`camera_motion`), on the monotonic clock; asks the
camera's own sensor where the owner wants it heard; shows its looks while a `Tune` lasts; says what would help. Whatever
happens to stream, settings or engine, a motion that started here also ends here. Called under the camera's lock.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, tzinfo

from .advice import Adviser, Streams
from .camera_motion import CameraMotion
from .clock import Clock, wall_at
from .keeping.recorder import Recorder
from .model import Look, Packet, SceneState, StreamFacts
from .reports import Advice, Report, SceneReport
from .seeing.own_sensor import Vote
from .seeing.profile import Profile
from .seeing.sensor_watch import SensorWatch
from .seeing.trigger import Sighting
from .seeing.tuning import LONGEST_S as LONGEST_TUNING_S, Shown, Tuner
from .seeing.watch import Watch
from .settings import WatchSettings
from .source import Source

# Latency is what this profile is paid for with wake-ups; the others are content with fewer.
BATCH_S = {"quick": 0.25, "balanced": 0.5, "economy": 1.0, "own_sensor": 1.0}


class CameraWatch:
    """Motion of one camera."""

    def __init__(
        self,
        camera_id: str,
        settings: WatchSettings,
        recorder: Recorder,
        report: Callable[[Report], None],
        clock: Clock,
    ) -> None:
        self.time_zone: tzinfo = UTC  # of the place: the hours of its zones
        self._camera_id = camera_id
        self._settings = settings
        self._report = report
        self._clock = clock
        self._motion = CameraMotion(camera_id, recorder, report, clock)
        self._watch: Watch | SensorWatch | None = None
        self._source: Source | None = None
        self._scene: SceneState | None = None
        self._looks = self._corrupt = self._packets = 0  # looks and damage of watches that are closed
        self._chosen: Profile | None = None
        self._sensor_on, self._sensor_on_at = False, clock.monotonic_s()
        self._vote = Vote(on=False)
        self._tuner: Tuner | None = None
        self._adviser = Adviser(clock.monotonic_s())

    @property
    def watching(self) -> Source | None:
        """The stream that is watched now."""
        return self._source

    @property
    def looks(self) -> int:
        """Pictures looked at since the start."""
        return self._looks + (self._watch.looks if self._watch else 0)

    @property
    def corrupt(self) -> int:
        """Damaged packets and pictures met by the decoder since the start."""
        return self._corrupt + (self._watch.corrupt if self._watch else 0)

    @property
    def profile(self) -> str:
        """The profile in use, or the one asked for while nothing is watched."""
        return self._watch.profile if self._watch else self._chosen or self._settings.profile

    @property
    def batch_s(self) -> float:
        """How long the watched stream may rest between two batches."""
        return BATCH_S.get(self.profile, BATCH_S["quick"])

    def set_profile(self, profile: Profile) -> None:
        """Look like this from now on, where the owner leaves it to us."""
        if self._settings.profile != "auto":
            return
        self._chosen = profile
        if isinstance(self._watch, Watch):
            self._watch.profile = profile

    def attach(self, source: Source) -> None:
        """Watch this stream from now on, instead of any other."""
        self.detach()
        self._source = source
        if self._settings.own_sensor == "trigger":
            self._watch = SensorWatch(self._settings, source.codec, on=self._sensor_on)
            return
        self._watch = Watch(self._settings, source.codec, local_time=self._local_time)
        self._watch.profile = self._chosen or self._watch.profile
        self._watch.observer = self._show if self._tuner is not None else None
        self._vote = Vote(on=self._sensor_on)

    def feed(self, packets: list[Packet]) -> None:
        """Look at a batch of the watched stream; an empty one lets time pass."""
        if self._watch is None or self._source is None:
            return
        for packet in packets:
            self._tell(self._watch.feed(packet))
        self._packets += len(packets)
        self._adviser.note_packets(packets, moving=self._motion.on)
        now_s = self._source.now_s()
        if not packets:
            self._tell(self._watch.rest(now_s))
        self._explain()
        if self._watch.last_look is not None:
            self._motion.look(self._watch.last_look, self._monotonic(self._watch.last_look), self._watch.still_jpeg)
        if self._motion.overdue(self._settings):
            self._tell(self._watch.close())
            self._motion.end()
        if self._tuner is not None and self._clock.monotonic_s() >= self._tuner.until_s:
            self._stop_tuning()
        if self._watch.scene is not self._scene:
            self._scene = self._watch.scene
            self._report(SceneReport(camera_id=self._camera_id, scene=self._scene, at=self._clock.utc_now()))

    def detach(self) -> None:
        """Watch nothing: the stream is gone, or the camera stops. Ends the motion going on."""
        if self._watch is not None:
            self._tell(self._watch.close())
            self._looks += self._watch.looks
            self._corrupt += self._watch.corrupt
        self._motion.end()
        self._adviser.note_break()
        self._watch = self._source = self._scene = None

    def sense(self, at: datetime, *, on: bool) -> None:
        """The camera's own sensor changed; heeded as the settings say."""
        now = self._clock.monotonic_s()
        age_s = (self._clock.utc_now() - at).total_seconds()
        heard_at = now - min(10.0, max(0.0, age_s))  # the clocks of sensor and engine may differ
        self._sensor_on = on
        self._sensor_on_at = heard_at
        if self._source is None or not self._source.clock.known:
            return
        time_s = self._source.clock.time_of(heard_at)
        if isinstance(self._watch, SensorWatch):
            self._tell(self._watch.sense(time_s, on=on))
        elif self._settings.own_sensor == "vote":
            self._follow(self._vote.hear(time_s, on=on))

    def tune(self, for_s: float) -> None:
        """Show every look for that long, at most half an hour; 0 ends it."""
        if for_s <= 0:
            self._stop_tuning()
            return
        until_s = self._clock.monotonic_s() + min(for_s, LONGEST_TUNING_S)
        if self._tuner is None:
            self._tuner = Tuner(self._camera_id, until_s, self._report)
        self._tuner.until_s = until_s
        if isinstance(self._watch, Watch):
            self._watch.observer = self._show

    def advise(self, main: StreamFacts | None, sub: StreamFacts | None, *, has_sub: bool, corrupt: int) -> None:
        """Say what would help this camera, if that changed. `corrupt` counts damaged packets since the start."""
        if self._watch is None or self._source is None:
            return
        now_s = self._clock.monotonic_s()
        night = isinstance(self._watch, Watch) and self._watch.scene is SceneState.INFRARED
        relies = self._settings.own_sensor != "ignored"
        findings = self._adviser.conclude(
            now_s,
            Streams(
                main=main,
                sub=sub,
                watched=self._source.facts,
                has_sub=has_sub,
                packets=self._packets,
                corrupt=corrupt,
                noise=self._watch.motion.noise if night and isinstance(self._watch, Watch) else None,
                silent_sensor_s=now_s - self._sensor_on_at if relies and not self._sensor_on else None,
            ),
        )
        if findings is not None:
            self._report(Advice(camera_id=self._camera_id, findings=findings))

    def _tell(self, sightings: list[Sighting]) -> None:
        for sighting in sightings:
            self._follow(self._vote.ask(sighting) if self._settings.own_sensor == "vote" else [sighting])

    def _follow(self, sightings: list[Sighting]) -> None:
        """Sightings that count."""
        for sighting in sightings:
            assert self._source is not None  # noqa: S101 - sightings come of a watched stream
            assert self._watch is not None  # noqa: S101
            last_seen = self._source.clock.monotonic_of(sighting.last_seen_s)
            if sighting.phase == "start":
                started = self._source.clock.monotonic_of(sighting.started_s)
                self._motion.start(sighting, started, last_seen, self._watch.still_jpeg)
            elif sighting.phase == "update":
                self._motion.update(sighting, last_seen, self._watch.still_jpeg)
            else:
                self._motion.end(sighting, last_seen, self._watch.still_jpeg)

    def _explain(self) -> None:
        """What stirred of late and was not believed."""
        if not isinstance(self._watch, Watch) or self._source is None:
            return
        for item in self._watch.motion.dismissed():
            since, until = (self._source.clock.monotonic_of(at) for at in (item.first_s, item.last_s))
            self._adviser.note_dismissed(since, until, item.reason, self._watch.motion.share_of(item.box))
            if self._tuner is not None:
                self._tuner.note_dismissed(item.reason)
        denied = self._vote.denied(self._source.now_s())
        if denied is not None and self._tuner is not None:
            self._tuner.note_dismissed("own_sensor")

    def _show(self, shown: Shown) -> None:
        if self._tuner is not None:
            at = wall_at(self._clock, self._monotonic(shown.seen.look))
            self._tuner.show(shown, at, on=self._motion.on)

    def _stop_tuning(self) -> None:
        self._tuner = None
        if isinstance(self._watch, Watch):
            self._watch.observer = None

    def _monotonic(self, look: Look) -> float:
        assert self._source is not None  # noqa: S101 - looks come of a watched stream
        return self._source.clock.monotonic_of(look.time_s)

    def _local_time(self, time_s: float) -> time:
        """The place's own time at a moment of the watched stream."""
        assert self._source is not None  # noqa: S101 - asked by its watch
        return wall_at(self._clock, self._source.clock.monotonic_of(time_s)).astimezone(self.time_zone).time()
