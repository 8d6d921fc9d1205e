"""One camera: its streams, its eyes and its recorder, wired in the order a frame travels.

The main stream is only received: into the pre-roll, into a clip while there is motion, and into segments where
everything is kept. The sub stream is decoded and watched; where there is none, the main stream serves both. Decided for
a dead stream of the pair: the camera's state is the main stream's, and while only the main stream is dead motion is
still seen; when only the sub stream is dead the main stream is watched in its place (dearer, but nothing is missed)
until it is back. With detection off one stream is kept open and nothing is decoded: the main stream where everything is
kept, else the cheaper one, so that the owner sees whether the camera lives. `camera_standing` tells the ledger.

Each stream has its own thread; one lock makes them take turns here.
"""

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
import logging
import threading

from .camera_standing import CameraStanding
from .camera_watch import CameraWatch
from .clock import Clock
from .commands import Live
from .keeping.keeper import Keeper
from .keeping.recorder import MainStream, Recorder, RecordRefusal
from .keeping.recording import Template
from .live.feeds import LiveFeeds
from .marks import Marks, unmarked
from .model import CameraState, Cause, Packet
from .picture_rate import PictureRate
from .reports import CameraFigures, CameraStatus, Done, Report
from .seeing.profile import Profile
from .settings import CameraSettings
from .snapshot import Snapshots
from .source import Source, Unit
from .stream_task import Role, StreamTask

_LOG = logging.getLogger(__name__)
REST_S = 1.0  # between two batches of a stream nobody watches
RECORDING_REST_S = 0.25  # while a clip is written, so that it ends soon after its motion


class CameraTask:
    """Runs one camera until it is stopped."""

    def __init__(
        self,
        settings: CameraSettings,
        keeper: Keeper,
        report: Callable[[Report], None],
        clock: Clock,
        marks: Marks | None = None,
    ) -> None:
        self.settings = settings
        self._report = report
        self._clock = clock
        self._lock = threading.Lock()
        self._stopped = False
        new_mark = partial(marks.mark, settings.camera_id) if marks else unmarked
        self._recorder = Recorder(settings.camera_id, settings.record, keeper, clock)
        self._eyes = CameraWatch(settings.camera_id, settings.watch, self._recorder, report, clock)
        self._standing = CameraStanding(settings, keeper.account, clock)
        self._live = LiveFeeds(report, clock, new_mark)
        self.snapshots = Snapshots(clock, new_mark)
        self._sources: dict[Role, Source] = {}
        self._state: tuple[CameraState, Cause | None, float | None] = (CameraState.CONNECTING, None, None)
        self._facts_told: set[Role] = set()
        self._sub_is_dead = False
        self._corrupt = 0  # of sources that are closed
        self._rate = PictureRate(clock.monotonic_s())
        self._counted = (clock.monotonic_s(), 0, 0.0)
        if settings.detect:
            urls = {Role.MAIN: settings.main_url, Role.SUB: settings.sub_url}
        elif settings.record.continuous:
            urls = {Role.MAIN: settings.main_url}
        else:
            urls = {Role.MAIN: settings.watched_url}
        self._streams = {
            role: StreamTask(role, url, settings.transport, self, clock, new_mark())
            for role, url in urls.items()
            if url
        }

    def start(self) -> None:
        """Connect, in threads of its own."""
        for stream in self._streams.values():
            stream.start()

    def stop(self) -> None:
        """End the motion and the clip going on, at once; reads that FFmpeg still waits for come to nothing."""
        for stream in self._streams.values():
            stream.stop()
        with self._lock:
            self._stopped = True
            self._eyes.detach()
            self._recorder.close()
            self._live.stop()
            self._standing.stop(self._sources.get(Role.MAIN))
            self._sources.clear()

    def set_profile(self, profile: Profile) -> None:
        """Look like this from now on, where the owner left the choice to the engine."""
        with self._lock:
            self._eyes.set_profile(profile)

    def join(self, timeout_s: float) -> bool:
        """Wait for the threads; True when all ended in time."""
        until_s = self._clock.monotonic_s() + timeout_s
        return all(stream.join(max(0.0, until_s - self._clock.monotonic_s())) for stream in self._streams.values())

    # What the streams' threads call.

    def opened(self, role: Role, source: Source) -> None:
        """A stream is open."""
        with self._lock:
            if self._stopped:
                return
            self._sources[role] = source
            self._facts_told.discard(role)
            self._rate.open(self._clock.monotonic_s())
            if role is Role.MAIN:
                template = Template(source.video, source.sound)
                self._recorder.open_stream(MainStream(template, source.clock, lambda: source.facts))
            if role is Role.SUB:
                self._sub_is_dead = False
                self._tell_status()
            self._choose()

    def received(self, role: Role, units: list[Unit]) -> float:
        """A batch of a stream."""
        with self._lock:
            if self._stopped:
                return 0.0
            if role is Role.MAIN:
                self._recorder.receive(units)
                self._standing.receive(self._sources[role], units)
            watched = self._sources[role] is self._eyes.watching
            packets = [unit for unit in units if isinstance(unit, Packet)]
            self.snapshots.note(role, self._sources[role], packets)
            if watched:
                self._eyes.feed(packets)
            if role not in self._facts_told and self._sources[role].finder.measured:
                self._facts_told.add(role)
                self._tell_status()
            rest_s = self._eyes.batch_s if watched else RECORDING_REST_S if self._recorder.recording else REST_S
            if self._sources[role] is self._shown:
                self._live.receive(self._sources[role], packets)
                rest_s = min(rest_s, self._live.rest_s)
            if watched or not self.settings.detect:
                self._rate.take(len(packets), self._clock.monotonic_s(), rest_s)
            return rest_s

    def closed(self, role: Role) -> None:
        """A stream is gone."""
        with self._lock:
            source = self._sources.pop(role, None)
            if source is None or self._stopped:
                return
            self._corrupt += source.corrupt
            self.snapshots.forget(role)
            if self._eyes.watching is source:
                self._eyes.detach()
            if role is Role.MAIN:
                self._recorder.lose_stream()
                self._standing.lose(source)
            else:
                self._tell_status()
            self._choose()

    def changed(self, role: Role, state: CameraState, cause: Cause | None, retry_in_s: float | None) -> None:
        """A stream's supervisor changed its state."""
        with self._lock:
            if self._stopped:
                return
            if role is Role.MAIN:
                _LOG.info("%s: %s%s", self.settings.name, state.value, f" ({cause.value})" if cause else "")
                self._state = (state, cause, retry_in_s)
                self._standing.change(cause)
                self._tell_status()
            elif state is not CameraState.CONNECTING:
                _LOG.info("%s, sub stream: %s%s", self.settings.name, state.value, f" ({cause.value})" if cause else "")
            if role is Role.SUB and state in {CameraState.RETRYING, CameraState.OFF}:
                self._sub_is_dead = True
                self._choose()

    def figures(self) -> CameraFigures | None:
        """Counters since the last call; None while no stream is open."""
        with self._lock:
            now_s, cpu_s = self._clock.monotonic_s(), sum(stream.cpu_s for stream in self._streams.values())
            before_s, looks, cpu_before_s = self._counted
            self._counted = (now_s, self._eyes.looks, cpu_s)
            fps = self._rate.per_second(now_s)
            if not self._sources or now_s <= before_s:
                return None
            span_s = now_s - before_s
            self._advise()
            return CameraFigures(
                camera_id=self.settings.camera_id,
                fps=round(fps, 2),
                looks_per_s=round((self._eyes.looks - looks) / span_s, 2),
                cpu_share=round((cpu_s - cpu_before_s) / span_s, 4),
                buffered_s=round(self._recorder.preroll.buffered_s, 2),
                packets_dropped=self._recorder.preroll.dropped,
                packets_corrupt=self._corrupt + self._eyes.corrupt + sum(s.corrupt for s in self._sources.values()),
                profile=self._eyes.profile,
            )

    def set_time_zone(self, zone: tzinfo) -> None:
        """The place's own time, for zones with hours."""
        with self._lock:
            self._eyes.time_zone = zone

    def sense(self, at: datetime, *, on: bool) -> None:
        """The camera's own motion sensor changed."""
        with self._lock:
            if not self._stopped:
                self._eyes.sense(at, on=on)

    def tune(self, for_s: float) -> None:
        """Show what the detector sees for that long; 0 ends it."""
        with self._lock:
            self._eyes.tune(for_s)

    def record(self, for_s: float, pre_roll_s: float | None) -> RecordRefusal | None:
        """Record now, whether anything moves or not; says why not, or None when it is being recorded."""
        with self._lock:
            return "not_live" if self._stopped else self._recorder.ask(for_s, pre_roll_s)

    def show_live(self, order: Live) -> None:
        """Show what comes to whoever listens; the order's last word comes when that is over."""
        with self._lock:
            if self._stopped or not self._sources:
                self._report(Done(request_id=order.request_id, error="not_live"))
            else:
                self._live.begin(order)

    def end_live(self, request_id: str) -> None:
        """Show it no more."""
        with self._lock:
            self._live.cancel(request_id)

    @property
    def _shown(self) -> Source | None:
        """What a live view shows: the sub stream, the main stream where there is none."""
        return self._sources.get(Role.SUB) or self._sources.get(Role.MAIN)

    def _advise(self) -> None:
        """Say what would help, if that changed."""
        main, sub = (self._sources.get(role) for role in (Role.MAIN, Role.SUB))
        self._eyes.advise(
            main.facts if main else None,
            sub.facts if sub else None,
            has_sub=bool(self.settings.sub_url),
            corrupt=self._corrupt + self._eyes.corrupt + sum(source.corrupt for source in self._sources.values()),
        )

    def _choose(self) -> None:
        """Watch the sub stream when it is there, the main stream when there is no sub stream or it is dead."""
        if not self.settings.detect:
            return
        best = self._sources.get(Role.SUB)
        if best is None and (self._sub_is_dead or Role.SUB not in self._streams):
            best = self._sources.get(Role.MAIN)
        if best is not None and best is not self._eyes.watching:
            self._eyes.attach(best)
        self._standing.watch(watching=self._eyes.watching is not None)

    def _tell_status(self) -> None:
        state, cause, retry_in_s = self._state
        main, sub = self._sources.get(Role.MAIN), self._sources.get(Role.SUB)
        if not self.settings.detect and not self.settings.record.continuous and self.settings.sub_url:
            main, sub = sub, main  # it is the sub stream that is kept open
        self._report(
            CameraStatus(
                camera_id=self.settings.camera_id,
                state=state,
                cause=cause,
                retry_in_s=retry_in_s,
                main=main.facts if main else None,
                sub=sub.facts if sub else None,
            )
        )
