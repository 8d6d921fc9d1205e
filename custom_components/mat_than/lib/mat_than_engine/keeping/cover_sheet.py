"""The page for people in an export: what it holds, what is missing and why, in words that print on paper.

One HTML file that asks for nothing else: stills stand in it as pictures, styles too, and its policy lets a browser
load nothing. Every text of the case is escaped. Times are of the place's own zone, with their offset.
"""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from html import escape

from .case import Stretch
from .cover_words import CoverWords, words
from .export_index import ExportIndex, ListedAbsence, ListedClip

MOST_PICTURES = 60  # about 8 MB of page; the rest lie beside the clips
_TOLD_STATES = ("recorded", "watched")  # of the ledger: nothing is missing there
_STYLE = """
body{font:11pt/1.45 system-ui,"Noto Sans",sans-serif;color:#111;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:1.8rem 0 .5rem;border-bottom:2px solid #111}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:#555}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.86em}th,td{border:1px solid #bbb;padding:.25rem .4rem;text-align:left;
vertical-align:top}th{background:#eee}tr{break-inside:avoid}code{font-size:.78em;overflow-wrap:anywhere}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.6rem}
figure{margin:0;break-inside:avoid}figure img{width:100%;display:block}figcaption{font-size:.8em}
.warning{border:2px solid #b00;padding:.5rem .8rem;font-weight:600}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}thead{display:table-header-group}}
"""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Picture:
    """A still of a clip, as JPEG."""

    clip: ListedClip
    data: bytes


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """What the page tells. `hashes` by path; `stills` is how many there are in all."""

    index: ExportIndex
    ledger: Sequence[Stretch]
    pictures: Sequence[Picture]
    stills: int
    zone: tzinfo


def cover_page(sheet: CoverSheet) -> str:
    """The whole page."""
    said = words(sheet.index.language)
    title = sheet.index.title or said.heading
    body = "\n".join((
        _head(sheet, said),
        _pictures(sheet, said),
        _clips(sheet, said),
        _absences(sheet, said),
        _ledger(sheet, said),
        _verifying(sheet, said),
    ))  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{escape(sheet.index.language)}">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _head(sheet: CoverSheet, said: CoverWords) -> str:
    index = sheet.index
    sizes = {file.path: file.size_bytes for file in index.files}
    size = _size(sum(sizes[clip.path] for clip in index.clips))
    seconds = sum(((clip.ended_at - clip.started_at) for clip in index.clips), timedelta()).total_seconds()
    contents = said.contents.format(clips=len(index.clips), duration=_duration(seconds), size=size)
    facts = [
        (said.place, index.place),
        (said.cameras, ", ".join(camera.name for camera in index.cameras)),
        (said.span, f"{_moment(index.since, sheet.zone)} – {_moment(index.until, sheet.zone)}"),
        (said.exported_at, _moment(index.exported_at, sheet.zone)),
        (said.holds, contents),
        (said.key, index.key.thumbprint if index.key is not None else ""),
    ]
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    warnings = [said.unsigned] if index.key is None else []
    notes = [said.chosen] if index.chosen else []
    return (
        f"<h1>{escape(index.title or said.heading)}</h1>"
        + (f"<p>{escape(said.heading)}</p>" if index.title else "")
        + "".join(f'<p class="warning">{escape(text)}</p>' for text in warnings)
        + f"<dl>{listed}</dl>"
        + "".join(f"<p>{escape(text)}</p>" for text in (*notes, said.times.format(zone=index.time_zone)))
    )


def _pictures(sheet: CoverSheet, said: CoverWords) -> str:
    if not sheet.pictures:
        return ""
    names = {camera.camera_id: camera.name for camera in sheet.index.cameras}
    figures = "".join(
        f'<figure><img alt="" src="data:image/jpeg;base64,{base64.b64encode(picture.data).decode()}">'
        f"<figcaption>{escape(names.get(picture.clip.camera_id, ''))}, "
        f"{escape(_moment(picture.clip.started_at, sheet.zone))}</figcaption></figure>"
        for picture in sheet.pictures
    )
    left = sheet.stills - len(sheet.pictures)
    more = f"<p>{escape(said.more_pictures.format(count=left))}</p>" if left > 0 else ""
    return f'<h2>{escape(said.pictures)}</h2><div class="pictures">{figures}</div>{more}'


def _clips(sheet: CoverSheet, said: CoverWords) -> str:
    hashes = {file.path: file.sha256 for file in sheet.index.files}
    names = {camera.camera_id: camera.name for camera in sheet.index.cameras}
    rows = (
        (
            escape(names.get(clip.camera_id, clip.camera_id)),
            escape(_moment(clip.started_at, sheet.zone)),
            escape(_moment(clip.ended_at, sheet.zone)),
            f"<code>{escape(clip.path)}<br>{escape(hashes[clip.path])}</code>",
            escape(said.fates[clip.fate]),
        )
        for clip in sheet.index.clips
    )
    return f"<h2>{escape(said.clips)}</h2>" + _table((said.camera, said.start, said.end, said.file, said.fate), rows)


def _absences(sheet: CoverSheet, said: CoverWords) -> str:
    names = {camera.camera_id: camera.name for camera in sheet.index.cameras}
    told = [absent for absent in sheet.index.absent if absent.reason != "outside"]
    if not told:
        text = said.none_absent if not sheet.index.chosen else said.chosen
        return f"<h2>{escape(said.absent)}</h2><p>{escape(text)}</p>"

    def row(absent: ListedAbsence) -> tuple[str, ...]:
        deleted = "" if absent.deleted_at is None else f" ({_moment(absent.deleted_at, sheet.zone)})"
        reason = said.reasons.get(absent.reason, absent.reason)
        times = (absent.started_at, absent.ended_at)
        return (
            escape(names.get(absent.camera_id, absent.camera_id)),
            str(absent.sequence),
            *("" if moment is None else escape(_moment(moment, sheet.zone)) for moment in times),
            f"<code>{escape(absent.manifest or absent.manifest_sha256 or '')}</code>",
            escape(reason + deleted),
        )

    return f"<h2>{escape(said.absent)}</h2>" + _table(
        (said.camera, said.number, said.start, said.end, said.file, said.reason), (row(absent) for absent in told)
    )


def _ledger(sheet: CoverSheet, said: CoverWords) -> str:
    heading = f"<h2>{escape(said.ledger)}</h2>"
    if not sheet.ledger:
        return f"{heading}<p>{escape(said.no_ledger)}</p>"
    missing = [stretch for stretch in sheet.ledger if stretch.state not in _TOLD_STATES]
    if not missing:
        return f"{heading}<p>{escape(said.all_accounted)}</p>"
    names = {camera.camera_id: camera.name for camera in sheet.index.cameras}

    def row(stretch: Stretch) -> tuple[str, ...]:
        state = said.states.get(stretch.state, stretch.state)
        cause = "" if stretch.cause is None else said.causes.get(stretch.cause, stretch.cause)
        return (
            escape(names.get(stretch.camera_id, stretch.camera_id)),
            escape(_moment(stretch.started_at, sheet.zone)),
            escape(_moment(stretch.ended_at, sheet.zone)),
            escape(_duration((stretch.ended_at - stretch.started_at).total_seconds())),
            escape(": ".join(text for text in (state, cause) if text)),
        )

    columns = (said.camera, said.start, said.end, said.duration, said.cause)
    return heading + _table(columns, (row(stretch) for stretch in missing))


def _verifying(sheet: CoverSheet, said: CoverWords) -> str:
    if sheet.index.key is None:
        return ""
    steps = "".join(f"<li>{escape(step)}</li>" for step in said.verify_steps)
    return f"<h2>{escape(said.verify)}</h2><ol>{steps}</ol><p>{escape(said.proves)}</p><p>{escape(said.proves_not)}</p>"


def _table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    """A table; the cells are HTML already."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>"


def _moment(moment: datetime, zone: tzinfo) -> str:
    """2026-11-22 09:27:18 +07:00: day first by its year, so that nobody reads the month for it."""
    local = moment.astimezone(zone)
    offset = local.strftime("%z")
    return f"{local:%Y-%m-%d %H:%M:%S} {offset[:3]}:{offset[3:]}"


def _duration(seconds: float) -> str:
    whole = max(0, round(seconds))
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def _size(size_bytes: int) -> str:
    size, unit = float(size_bytes), "B"
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if size < 1000 or unit == "TB":
            break
        size /= 1000
    return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
