"""The exports that are being written now: what each will hold, and how far it is.

An export goes on when the panel that began it is closed; here whoever opens the panel again finds it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from .lib.mat_than_engine.commands import Export


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningExport:
    """A zip on its way, under the name that it will have; `share` of it is written, 0..1."""

    name: str
    order: Export
    share: float = 0.0


class RunningExports:
    """Those of one place; more than one at a time is rare."""

    def __init__(self) -> None:
        self._running: dict[str, RunningExport] = {}

    @property
    def all(self) -> tuple[RunningExport, ...]:
        """The one that began last comes first."""
        return tuple(reversed(self._running.values()))

    @contextmanager
    def under_way(self, name: str, order: Export) -> Iterator[Callable[[float], None]]:
        """Known for as long as the block lasts; what it yields is told how far the zip is."""
        self._running[name] = RunningExport(name=name, order=order)

        def advance(share: float) -> None:
            self._running[name] = replace(self._running[name], share=share)

        try:
            yield advance
        finally:
            self._running.pop(name, None)
