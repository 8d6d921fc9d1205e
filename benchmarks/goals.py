"""What seeing must show, and whether it does: each goal with its figure of this run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .live import LiveFigures
from .scoring import Score, Total, total

OURS = ("mat-than economy", "mat-than balanced", "mat-than quick")
NIGHT = ("night", "dark", "infrared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One line of the table. `met` and `reached` are None where nothing was measured."""

    what: str
    must: str
    reach: str
    figure: str
    met: bool | None
    reached: bool | None


def goals(scores: Sequence[Score], live: Sequence[LiveFigures], gop_of: Callable[[str], int | None]) -> list[Goal]:
    """The table, in the order of the promise."""
    by = {name: [s for s in scores if s.detector == name] for name in dict.fromkeys(s.detector for s in scores)}
    totals = {name: total(found) for name, found in by.items()}
    alive = {(figures.detector, figures.beside): figures for figures in live}
    return [
        _ratio("economy, CPU against the Frigate-style path, live", alive, OURS[0], "frigate-style", 10, 20),
        _ratio("economy against Motion, live", alive, OURS[0], "motion", 8, 15),
        _ratio("economy against ffmpeg scene, live", alive, OURS[0], "scene-0.02", 8, 15),
        _ratio("economy against MOG2 at full rate, live", alive, OURS[0], "mog2", 20, 40),
        _ratio("quick against the Frigate-style path, live", alive, OURS[2], "frigate-style", 2, 4),
        _least("recall, economy", totals, OURS[0], 0.97),
        _least("recall, quick", totals, OURS[2], 0.99),
        _night(by),
        *(_most(f"false per hour, {n[9:]}", totals[n].false_per_hour, 4, 1, "{:.1f}") for n in OURS if n in totals),
        *(_most(f"time falsely on, {n[9:]}", totals[n].falsely_on, 0.02, 0.005, "{:.2%}") for n in OURS if n in totals),
        *_file_latency(by, gop_of),
        *_live_latency(alive.get((OURS[2], "quick"))),
        *_engine(alive.get((OURS[0], "economy"))),
    ]


def _ratio(
    what: str, alive: dict[tuple[str, str], LiveFigures], mine: str, other: str, must: float, reach: float
) -> Goal:
    profile = mine.removeprefix("mat-than ")
    own, peer = alive.get((mine, profile)), alive.get((other, profile))
    ratio = peer.cpu_s_per_hour / own.cpu_s_per_hour if own and peer and own.cpu_s_per_hour > 0 else None
    return Goal(
        what=what,
        must=f"≥ {must:g}×",
        reach=f"{reach:g}×",
        figure="not measured" if ratio is None else f"{ratio:.1f}×",
        met=None if ratio is None else ratio >= must,
        reached=None if ratio is None else ratio >= reach,
    )


def _least(what: str, totals: dict[str, Total], name: str, must: float) -> Goal:
    found = totals.get(name)
    recall = found.recall if found else None
    counted = f"{recall:.3f} ({found.found} of {found.events})" if found and recall is not None else "not measured"
    met, reached = (None, None) if recall is None else (recall >= must, recall >= 1)
    return Goal(what=what, must=f"≥ {must}", reach="1.00", figure=counted, met=met, reached=reached)


def _night(by: dict[str, list[Score]]) -> Goal:
    worst: Total | None = None
    for name in (OURS[0], OURS[2]):
        dark = [s for s in by.get(name, []) if any(word in s.clip for word in NIGHT)]
        found = total(dark) if dark else None
        if found and found.recall is not None and (worst is None or found.recall < (worst.recall or 0)):
            worst = found
    totals = {"worst": worst} if worst else {}
    return _least("recall by night and infrared, worse of economy and quick", totals, "worst", 0.93)


def _most(what: str, value: float | None, must: float, reach: float, shown: str) -> Goal:
    return Goal(
        what=what,
        must=f"≤ {shown.format(must)}",
        reach=shown.format(reach),
        figure="not measured" if value is None else shown.format(value),
        met=None if value is None else value <= must,
        reached=None if value is None else value <= reach,
    )


def _file_latency(by: dict[str, list[Score]], gop_of: Callable[[str], int | None]) -> list[Goal]:
    short = [s for s in by.get(OURS[0], []) if gop_of(s.clip) == 2]
    found = total(short) if short else None
    p50, p90 = (found.latency_p50_s, found.latency_p90_s) if found else (None, None)
    what = "latency economy, GOP 2 s, of the stream's time"
    return [_most(f"{what}, p50", p50, 1.5, 0.8, "{:.2f} s"), _most(f"{what}, p90", p90, 3.0, 1.5, "{:.2f} s")]


def _live_latency(quick: LiveFigures | None) -> list[Goal]:
    p50, p90 = (quick.p50_s, quick.p90_s) if quick else (None, None)
    what = f"latency quick, live, drain included ({len(quick.latencies_s) if quick else 0} events)"
    return [_most(f"{what}, p50", p50, 0.8, 0.4, "{:.2f} s"), _most(f"{what}, p90", p90, 1.7, 1.0, "{:.2f} s")]


def _engine(economy: LiveFigures | None) -> list[Goal]:
    memory, first = (economy.memory_mb, economy.first_look_s) if economy else (None, None)
    cameras = f", {economy.cameras} cameras" if economy else ""
    return [
        _most(f"memory a camera without pre-roll{cameras}, PSS of all processes", memory, 7, 4, "{:.1f} MB"),
        _most(f"engine start to a first look{cameras}", first, 5, 2, "{:.1f} s"),
    ]
