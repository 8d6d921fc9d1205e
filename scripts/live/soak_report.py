"""What a soak's rows amount to: a verdict in words and figures, and a plot."""

from collections.abc import Callable, Sequence
from itertools import groupby

from .soak_log import EVERY_S, Row, seconds_so_far

WARM_UP_S = 600.0  # rings fill, detectors learn, the C library finds its size
LARGEST_SLOPE_MB_H = 1.0
LONGEST_RECONNECT_S = 60.0
LONGEST_WITHOUT_PICTURE_S = 30.0  # a dead stream is found within ten seconds
WIDTH, LANE, LEFT, TOP = 960, 110, 70, 30


def settled(rows: Sequence[Row]) -> list[list[Row]]:
    """Each run without its warm-up; a short run loses its first half instead."""
    runs = [list(group) for _, group in groupby(rows, key=lambda row: row.run)]
    return [
        kept
        for run in runs
        if len(kept := [row for row in run if row.elapsed_s >= min(WARM_UP_S, run[-1].elapsed_s / 2)]) > 2
    ]


def slope_per_h(rows: Sequence[Row], value: Callable[[Row], float]) -> float:
    """How much a value grows in an hour: one least-squares slope through all runs, each around its own mean."""
    above = below = 0.0
    for run in settled(rows):
        hours = [row.elapsed_s / 3600 for row in run]
        values = [value(row) for row in run]
        mean_h, mean = sum(hours) / len(run), sum(values) / len(run)
        above += sum((h - mean_h) * (v - mean) for h, v in zip(hours, values, strict=True))
        below += sum((h - mean_h) ** 2 for h in hours)
    return above / below if below else 0.0


def verdict(rows: Sequence[Row], cameras: int, longest_s: float) -> tuple[bool, list[str]]:
    """Whether all held, and a line for each thing that had to."""
    if not rows:
        return False, ["no rows"]
    last_of_runs = [list(group)[-1] for _, group in groupby(rows, key=lambda row: row.run)]
    steady = [row for run in settled(rows) for row in run] or list(rows)
    slope = slope_per_h(rows, lambda row: row.rss_mb)
    longest_on = max(row.longest_on_s for row in rows)
    without = max(row.on_without_picture_s for row in rows)
    reconnect = max(row.longest_reconnect_s for row in rows)
    dropped = sum(row.dropped for row in last_of_runs)
    ended = sum(row.engine_ended for row in last_of_runs)
    checks = [
        (slope <= LARGEST_SLOPE_MB_H, f"memory grows {slope:+.2f} MB/h (at most {LARGEST_SLOPE_MB_H:g})"),
        (longest_on <= longest_s + 15, f"longest motion {longest_on:.0f} s (limit set: {longest_s:.0f})"),
        (without <= LONGEST_WITHOUT_PICTURE_S, f"longest motion without a picture {without:.0f} s"),
        (reconnect <= LONGEST_RECONNECT_S, f"longest reconnect {reconnect:.1f} s (at most {LONGEST_RECONNECT_S:g})"),
        (dropped == 0, f"packets dropped {dropped}"),
        (ended == 0, f"engine ended by itself {ended} times"),
    ]
    head = (
        f"{cameras} cameras, {seconds_so_far(list(rows)) / 3600:.2f} h in {len(last_of_runs)} run(s), {len(rows)} rows"
    )
    held_lines = [f"{'held  ' if held else 'FAILED'}  {text}" for held, text in checks]
    return all(held for held, _ in checks), [head, *held_lines, *_figures(last_of_runs, steady, rows)]


def _figures(last_of_runs: Sequence[Row], steady: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    """What is worth knowing and holds or breaks nothing."""

    def total(value: Callable[[Row], int]) -> int:
        return sum(map(value, last_of_runs))

    rss_mb, pss_mb = _mean(steady, lambda row: row.rss_mb), _mean(steady, lambda row: row.pss_mb)
    grows_mb_h = slope_per_h(rows, lambda row: row.pss_mb)
    cpu, server = _mean(steady, lambda row: row.cpu_share * 100), _mean(steady, lambda row: row.server_cpu_share * 100)
    last = steady[-1]
    lowest = min((row.lowest_fps for row in steady if row.lowest_fps), default=0.0)
    clips = f"clips {total(lambda row: row.clips)}, clips lost {total(lambda row: row.clips_lost)}"
    held_by = f"{last.processes} process(es), {last.threads} threads, {last.files} open files"
    lines = [
        f"cables pulled {total(lambda row: row.pulls)}, reconnects {total(lambda row: row.reconnects)}",
        f"motions {total(lambda row: row.motions)}, {clips}, packets corrupt {total(lambda row: row.corrupt)}",
        f"memory after warm-up {rss_mb:.0f} MB RSS, {pss_mb:.0f} MB PSS ({grows_mb_h:+.2f} MB/h), {held_by}",
        f"CPU after warm-up {cpu:.1f} % of a core (the cameras' server: {server:.1f} %)",
        f"lowest rate of an undisturbed camera {lowest:.1f} pictures/s",
    ]
    return [f"        {line}" for line in lines]


def plot(rows: Sequence[Row], cameras: int) -> str:
    """The soak as an SVG: lanes over the hours; a run ends at a vertical line."""
    lanes: list[tuple[str, Callable[[Row], float]]] = [
        ("RSS, MB", lambda row: row.rss_mb),
        ("PSS, MB", lambda row: row.pss_mb),
        ("CPU, % of a core", lambda row: row.cpu_share * 100),
        (f"live of {cameras}", lambda row: row.live),
        ("motions on", lambda row: row.motions_on),
        ("longest motion, s", lambda row: row.longest_on_s),
        ("longest reconnect, s", lambda row: row.longest_reconnect_s),
    ]
    times = _times(rows)
    height = TOP + LANE * len(lanes) + 30
    total_h = max(times[-1], 0.01) if times else 0.01
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        f'<text x="{LEFT}" y="18" font-size="14">Soak: {cameras} cameras, {total_h:.2f} h</text>',
    ]
    for number, (name, value) in enumerate(lanes):
        parts += _lane(name, [value(row) for row in rows], [h / total_h for h in times], TOP + number * LANE)
    parts += [
        f'<text x="{LEFT + part * (WIDTH - LEFT - 20):.0f}" y="{height - 8}">{part * total_h:.2f} h</text>'
        for part in (0.0, 0.25, 0.5, 0.75, 0.97)
    ]
    return "\n".join([*parts, "</svg>", ""])


def _lane(name: str, values: list[float], places: list[float], top: int) -> list[str]:
    lowest = 0.0 if min(values, default=0) < 0.6 * max(values, default=0) else min(values, default=0)
    highest = max([*values, lowest + 1e-9])
    if highest - lowest < 1:
        highest = lowest + 1
    inner = LANE - 25
    points = " ".join(
        f"{LEFT + x * (WIDTH - LEFT - 20):.1f},{top + inner - (v - lowest) / (highest - lowest) * (inner - 8):.1f}"
        for x, v in zip(places, values, strict=True)
    )
    return [
        f'<line x1="{LEFT}" y1="{top + inner}" x2="{WIDTH - 20}" y2="{top + inner}" stroke="#bbb"/>',
        f'<text x="{LEFT + 4}" y="{top + 4}" fill="#555">{name}</text>',
        f'<text x="{LEFT - 6}" y="{top + 12}" text-anchor="end" fill="#555">{highest:.0f}</text>',
        f'<text x="{LEFT - 6}" y="{top + inner}" text-anchor="end" fill="#555">{lowest:.0f}</text>',
        f'<polyline fill="none" stroke="#06c" points="{points}"/>',
    ]


def _times(rows: Sequence[Row]) -> list[float]:
    """Hours since the first run began, pauses between runs left out."""
    before_s, times = 0.0, []
    for _, run in groupby(rows, key=lambda row: row.run):
        end_s = 0.0
        for row in run:
            times.append((before_s + row.elapsed_s) / 3600)
            end_s = row.elapsed_s
        before_s += end_s + EVERY_S
    return times


def _mean(rows: Sequence[Row], value: Callable[[Row], float]) -> float:
    return sum(map(value, rows)) / len(rows)
