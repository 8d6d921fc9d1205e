"""The report's pictures, as SVG text: the timeline of each clip, cost bars, recall against false alarms."""

from collections.abc import Sequence
from io import StringIO

import matplotlib as mpl

mpl.use("svg")
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from .labels import Detections, Labels
from .scoring import Total
from .stages import STAGES, StageCost

mpl.rcParams.update({"svg.fonttype": "none", "font.size": 8, "svg.hashsalt": "mat-than", "path.simplify": True})
OURS_COLOUR, PEER_COLOUR = "#1f5fbf", "#d06a1f"
COLOURS = {"demux": "#8dd3c7", "decode": "#fb8072", "shrink": "#bebada", "model": "#80b1d3", "python": "#fdb462"}


def timeline(truth: Labels, said: Sequence[Detections]) -> str:
    """Truth, nuisances, and when each detector was on."""
    rows = ["truth", "nuisance", *(one.detector for one in said)]
    figure, axes = plt.subplots(figsize=(9, 0.22 * len(rows) + 0.5))
    spans = [[(a, b - a) for a, b, *_ in row] for row in (truth.events, truth.negatives)]
    spans += [[(a, max(0.15, b - a)) for a, b in one.intervals] for one in said]
    colours = ["#2a9d2a", "#c8c8c8", *(OURS_COLOUR if one.detector.startswith("mat") else PEER_COLOUR for one in said)]
    for number, (row, colour) in enumerate(zip(spans, colours, strict=True)):
        axes.broken_barh(row, (number - 0.38, 0.76), color=colour, linewidth=0)
    for start, end, _ in truth.events:
        axes.axvspan(start, end, color="#2a9d2a", alpha=0.10, linewidth=0)
    axes.set(yticks=range(len(rows)), yticklabels=rows, xlim=(0, truth.duration_s), title=truth.scene)
    axes.invert_yaxis()
    return _svg(figure)


def cost_bars(stages: Sequence[StageCost], others: Sequence[Total]) -> str:
    """CPU seconds an hour, by stage where it is known."""
    names = [cost.name for cost in stages] + [one.detector for one in others]
    figure, axes = plt.subplots(figsize=(9, 0.26 * len(names) + 0.7))
    for number, cost in enumerate(stages):
        left = 0.0
        for stage in STAGES:
            width = cost.parts.get(stage, 0.0)
            axes.barh(number, width, left=left, color=COLOURS[stage], label=stage if number == 0 else None)
            left += width
        axes.text(left, number, f" {left:.0f}", va="center")
    for number, one in enumerate(others, len(stages)):
        axes.barh(number, one.cpu_s_per_hour or 0, color=PEER_COLOUR)
        axes.text(one.cpu_s_per_hour or 0, number, f" {one.cpu_s_per_hour or 0:.0f}", va="center")
    axes.set(yticks=range(len(names)), yticklabels=names, xlabel="CPU seconds per hour of video")
    axes.margins(x=0.08)
    axes.invert_yaxis()
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(STAGES), frameon=False)
    return _svg(figure)


def rightness(totals: Sequence[Total]) -> str:
    """Recall against false alarms an hour."""
    figure, axes = plt.subplots(figsize=(9, 3.4))
    named: dict[tuple[float, float], list[str]] = {}
    for one in totals:
        named.setdefault((one.false_per_hour or 0.0, one.recall or 0.0), []).append(one.detector)
    right = max(10.0, *(x for x, _ in named))
    for number, (point, names) in enumerate(sorted(named.items())):
        colour = OURS_COLOUR if names[0].startswith("mat") else PEER_COLOUR
        axes.plot(*point, "o", color=colour)
        # Above and below in turn, so that the names of neighbours do not lie on each other.
        place = ((6, 5), (6, -11))[number % 2]
        axes.annotate(", ".join(names), point, xytext=place, textcoords="offset points", color=colour)
    axes.set(xlabel="false alarms per hour", ylabel="recall", xlim=(-0.03 * right, 1.2 * right), ylim=(-0.1, 1.12))
    return _svg(figure)


def _svg(figure: Figure) -> str:
    held = StringIO()
    figure.savefig(held, format="svg", bbox_inches="tight", metadata={"Date": None})
    plt.close(figure)
    text = held.getvalue()
    return text[text.index("<svg") :]
