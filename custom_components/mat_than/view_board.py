"""Where what is known of the cameras and of the place is written down, and who is told when it changes.

The coordinator writes; entities read and listen. A view that did not change tells nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from homeassistant.core import callback

from .camera_view import CameraView, PlaceView
from .lib.mat_than_engine.model import Clip, Motion

type Unsubscribe = Callable[[], None]


class ViewBoard:
    """The views of all cameras, that of the place, and their listeners."""

    def __init__(self) -> None:
        self.views: dict[str, CameraView] = {}
        self.place = PlaceView()
        self._on_change: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)
        self._on_measurement: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)
        self._on_place: list[Callable[[], None]] = []
        self._on_happening: defaultdict[str, list[Callable[[Motion | Clip], None]]] = defaultdict(list)
        self._on_added: defaultdict[str, list[Callable[[str], None]]] = defaultdict(list)

    def __iter__(self) -> Iterator[CameraView]:
        """The views as they are now; they may be replaced on the way."""
        return iter(list(self.views.values()))

    # -- writing

    @callback
    def put(self, view: CameraView) -> None:
        """Write a camera's view down, and tell who follows it."""
        camera_id = view.setup.camera_id
        before = self.views.get(camera_id)
        if before == view:
            return
        self.views[camera_id] = view
        for tell in list(self._on_measurement[camera_id]):
            tell()
        if before is None or replace(before, figures=view.figures, coverage=view.coverage) != view:
            for tell in list(self._on_change[camera_id]):
                tell()

    @callback
    def change(self, camera_id: str, **changes: object) -> None:
        """Replace some of a camera's view; nothing when the camera is not there any more."""
        if (view := self.views.get(camera_id)) is not None:
            self.put(replace(view, **changes))  # type: ignore[arg-type]  # names and types are those of the view

    @callback
    def put_place(self, place: PlaceView) -> None:
        """Write the place's view down, and tell who follows it."""
        if self.place != place:
            self.place = place
            self.tell_place()

    @callback
    def tell_place(self) -> None:
        """Whoever follows the place looks again: whether the engine runs is not in the view."""
        for tell in list(self._on_place):
            tell()

    @callback
    def tell_happening(self, camera_id: str, happening: Motion | Clip) -> None:
        """A motion started or ended, or a clip was saved."""
        for tell in list(self._on_happening[camera_id]):
            tell(happening)

    @callback
    def tell_added(self, kind: str, subentry_id: str) -> None:
        """A subentry of this kind was added."""
        for tell in list(self._on_added[kind]):
            tell(subentry_id)

    # -- listening

    @callback
    def async_listen(self, camera_id: str, changed: Callable[[], None], *, measurements: bool = True) -> Unsubscribe:
        """Be told when what is known of a camera changed; without `measurements` not of figures and coverage.

        These change every ten seconds, and of some twenty entities four show them.
        """
        return _subscribe((self._on_measurement if measurements else self._on_change)[camera_id], changed)

    @callback
    def async_listen_place(self, changed: Callable[[], None]) -> Unsubscribe:
        """Be told when what is known of the place changed."""
        return _subscribe(self._on_place, changed)

    @callback
    def async_listen_happenings(self, camera_id: str, happened: Callable[[Motion | Clip], None]) -> Unsubscribe:
        """Be told of each start and end of a motion and of each saved clip, once."""
        return _subscribe(self._on_happening[camera_id], happened)

    @callback
    def async_listen_added(self, kind: str, added: Callable[[str], None]) -> Unsubscribe:
        """Be told the ids of subentries of a kind that are added later."""
        return _subscribe(self._on_added[kind], added)


def _subscribe[**P](listeners: list[Callable[P, None]], listener: Callable[P, None]) -> Unsubscribe:
    listeners.append(listener)

    def unsubscribe() -> None:
        if listener in listeners:
            listeners.remove(listener)

    return unsubscribe
