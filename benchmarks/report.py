"""The report page: the table of what must be shown, the detectors side by side, the plots. One file, no scripts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .goals import Goal
from .labels import Detections, Labels
from .live import LiveFigures
from .plots import cost_bars, rightness, timeline
from .scoring import Score, Total, total
from .stages import StageCost

SHOWN_CLIPS = 10  # timelines; more would make the page heavy
STYLE = """body{font:15px/1.45 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}
table{border-collapse:collapse;margin:1rem 0;font-size:13px}td,th{border-bottom:1px solid #ddd;padding:.25rem .6rem;
text-align:right}td:first-child,th:first-child{text-align:left}.yes{color:#17701c}.no{color:#b3261e;font-weight:600}
svg{max-width:100%;height:auto}caption{text-align:left;font-weight:600}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything a run found."""

    title: str
    machine: str
    notes: Sequence[str]
    truths: dict[str, Labels]
    said: Sequence[Detections]
    scores: Sequence[Score]
    live: Sequence[LiveFigures]
    stages: Sequence[StageCost]
    goals: Sequence[Goal]

    @property
    def totals(self) -> list[Total]:
        """One a detector, in order of appearance; ours first."""
        grouped: dict[str, list[Score]] = defaultdict(list)
        for score in self.scores:
            grouped[score.detector].append(score)
        return sorted((total(found) for found in grouped.values()), key=lambda one: not one.detector.startswith("mat"))


def page(results: Results) -> str:
    """HTML."""
    parts = [
        f"<h1>{escape(results.title)}</h1><p>{escape(results.machine)}</p>",
        "".join(f"<p>{escape(note)}</p>" for note in results.notes),
        _table(
            "What must be shown", ("", "must", "reach for", "this run", "met"), [_goal(goal) for goal in results.goals]
        ),
        _table("Live, per camera", LIVE, [_live(one) for one in results.live]) if results.live else "",
        *(_from_files(results) if results.scores else []),
    ]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(results.title)}</title>'
    return f'<!doctype html><html lang="en"><head>{head}<style>{STYLE}</style></head><body>{"".join(parts)}</body></html>\n'


def _from_files(results: Results) -> list[str]:
    totals, first = results.totals, next(iter(results.truths))
    peers = [total([s]) for s in results.scores if s.clip == first and not s.detector.startswith("mat")]
    plots = [
        timeline(truth, [one for one in results.said if one.clip == clip])
        for clip, truth in list(results.truths.items())[:SHOWN_CLIPS]
    ]
    return [
        _table("From file", TOTALS, [_total(one) for one in totals]),
        _table("False alarms by nuisance", ("", *_causes(totals)), _cause_rows(totals)),
        f"<h2>Cost from file, on {escape(first)}</h2>",
        cost_bars(results.stages, peers),
        "<h2>Recall and false alarms</h2>",
        rightness(totals),
        f"<h2>Truth against each detector, {len(plots)} of {len(results.truths)} clips</h2>",
        *plots,
        _table("What ours missed", ("", "clip", "event"), _missed(results.scores)),
    ]


def text(results: Results) -> str:
    """The tables for a terminal."""
    lines = [f"{'':70} {'must':>9} {'reach':>9} {'this run':>20}  met"]
    lines += [f"{g.what:70} {g.must:>9} {g.reach:>9} {g.figure:>20}  {_yes(g.met)}" for g in results.goals]
    for head, rows in ((TOTALS, [_total(one) for one in results.totals]), (LIVE, [_live(one) for one in results.live])):
        if rows:
            lines += ["", *(" ".join([f"{row[0]:18}", *(f"{word:>12}" for word in row[1:])]) for row in (head, *rows))]
    return "\n".join(lines)


TOTALS = (
    "",
    "events",
    "recall",
    "false",
    "false/h",
    "falsely on",
    "p50 s",
    "p90 s",
    "CPU s/h",
    "cameras/core",
)
LIVE = (
    "",
    "beside",
    "cameras",
    "window s",
    "CPU s/h",
    "cameras/core",
    "PSS MB",
    "events",
    "told",
    "p50 s",
    "p90 s",
    "dropped",
)


def _total(one: Total) -> list[str]:
    cameras = f"{3600 / one.cpu_s_per_hour:.0f}" if one.cpu_s_per_hour else "–"
    return [
        one.detector,
        str(one.events),
        _shown_as(one.recall, "{:.3f}"),
        str(one.false),
        _shown_as(one.false_per_hour, "{:.1f}"),
        _shown_as(one.falsely_on, "{:.1%}"),
        _shown_as(one.latency_p50_s, "{:.2f}"),
        _shown_as(one.latency_p90_s, "{:.2f}"),
        _shown_as(one.cpu_s_per_hour, "{:.1f}"),
        cameras,
    ]


def _live(one: LiveFigures) -> list[str]:
    return [
        one.detector,
        "" if one.detector.endswith(one.beside) else one.beside,
        str(one.cameras),
        f"{one.window_s:.0f}",
        f"{one.cpu_s_per_hour:.1f}",
        f"{3600 / one.cpu_s_per_hour:.0f}" if one.cpu_s_per_hour else "–",
        f"{one.memory_mb:.1f}",
        str(one.events),
        str(len(one.latencies_s)),
        _shown_as(one.p50_s, "{:.2f}"),
        _shown_as(one.p90_s, "{:.2f}"),
        str(one.dropped),
    ]


def _goal(goal: Goal) -> list[str]:
    return [goal.what, goal.must, goal.reach, goal.figure, _yes(goal.met) + (", reached" if goal.reached else "")]


def _yes(met: bool | None) -> str:
    return "–" if met is None else "yes" if met else "NO"


def _causes(totals: Sequence[Total]) -> list[str]:
    return sorted({cause for one in totals for cause in one.causes})


def _cause_rows(totals: Sequence[Total]) -> list[list[str]]:
    return [[one.detector, *(str(one.causes.get(cause, 0)) for cause in _causes(totals))] for one in totals]


def _missed(scores: Sequence[Score]) -> list[list[str]]:
    mine = [score for score in scores if score.detector.startswith("mat")]
    return [[s.detector, s.clip, f"{start:.1f}-{end:.1f} s {what}"] for s in mine for start, end, what in s.missed]


def _shown_as(value: float | None, how: str) -> str:
    return "–" if value is None else how.format(value)


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(word)}</th>" for word in head)
    body = "".join(f"<tr>{''.join(_cell(word) for word in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><tr>{top}</tr>{body}</table>"


def _cell(word: str) -> str:
    kind = ' class="no"' if word == "NO" else ' class="yes"' if word.startswith("yes") else ""
    return f"<td{kind}>{escape(word)}</td>"
