"""The hub's own command, by a clock that a file moves: `hub_by_clock.py FILE serve --data …`; run by the hub's Python."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
import sys

from mat_than_hub import app, cli  # type: ignore[import-not-found]  # the Python of the hub runs this


class FileClock:
    """The real time, as many seconds ahead as the file says now."""

    def now(self) -> datetime:
        """The time."""
        return datetime.now(UTC) + timedelta(seconds=float(AHEAD.read_text()))


AHEAD = Path(sys.argv.pop(1))

if __name__ == "__main__":
    app.SystemClock = FileClock  # its one place; the command knows no other way
    cli.main()
