"""The table of a role: which kind of command is carried out by whom. Where something new plugs in, with one line."""

from collections.abc import Callable
import logging
from typing import Any, cast

from ..errands import Errand
from ..reports import Report
from .answers import failure, is_order

_LOG = logging.getLogger(__name__)


class Orders:
    """Commands and those who carry them out; what is asked of nobody is answered as failed."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        self._report = report
        self._acts: dict[type[Any], Callable[[Any], None]] = {}

    def on[E: Errand](self, kind: type[E], act: Callable[[E], None]) -> None:
        """Have commands of this kind carried out by `act`, which must not block for long."""
        self._acts[kind] = act

    def carry_out(self, command: Errand) -> None:
        """See to one command."""
        act = self._acts.get(type(command))
        if act is not None:
            act(command)
        elif is_order(command):
            _LOG.warning("nobody here carries out %s", type(command).__name__)
            self._report(failure(cast("Any", command)))
