"""What every paper has in common: one HTML page that asks for nothing else, its size on paper, its code to check it by.

Everything that is not a word of ours is escaped. The page carries one script, the button that prints it; the policy
lets a browser run that one and load nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape
import secrets

import segno

from ..lib.mat_than_engine.protocol.printed import SEAL_CHARS

type Row = tuple[str, str]  # a word of ours and HTML

_SCREEN = """
*{box-sizing:border-box}html{background:#e8ecec}
body{margin:0;color:#111;font:10.5pt/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",Roboto,Arial,sans-serif}
.bar{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:8px;align-items:center;justify-content:center;
padding:10px;background:#0d3b3a;color:#fff}
.bar a,.bar button{font:600 16px/1.2 inherit;font-family:inherit;min-height:44px;padding:10px 18px;border-radius:10px;border:1px solid #9cc;
color:#fff;background:none;text-decoration:none;cursor:pointer;display:inline-flex;align-items:center}
.bar button{background:#ffd166;color:#2b1f00;border-color:#ffd166}
.sheet{background:#fff;max-width:210mm;margin:16px auto;padding:14mm 15mm;box-shadow:0 1px 8px #0003}
@media(max-width:600px){.sheet{margin:0;padding:18px 16px}}
.framed .bar{display:none}.framed .sheet{margin:0 auto;box-shadow:none}
@media print{html{background:none}.bar{display:none}.sheet{margin:0;padding:0;max-width:none;box-shadow:none}}
"""
_DOCUMENT = """
@page{size:A4;margin:14mm 15mm}
h1{font-size:17pt;line-height:1.25;margin:0 0 2mm}h2{font-size:12pt;margin:5mm 0 1.5mm;padding-bottom:1mm;
border-bottom:1.5px solid #111;break-after:avoid}
p{margin:0 0 2mm}.lead{color:#333}
table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #ccc;padding:.8mm 2mm .8mm 0;vertical-align:top}
tr{break-inside:avoid}td:first-child{width:34%;color:#444}td b{font-weight:600}
small{color:#666;font-size:8pt}code{font:8.5pt/1.35 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;
overflow-wrap:anywhere}
ol{margin:0;padding-left:6mm}li{margin:0 0 1mm}ol code{white-space:nowrap;font-weight:600}
.check{display:flex;gap:6mm;align-items:flex-start;break-inside:avoid}.check svg{flex:none;width:62mm;height:62mm}
.hands{display:grid;grid-template-columns:1fr 1fr;gap:10mm;margin-top:2mm;break-inside:avoid}
.hands div{border-top:1px solid #111;padding-top:1.5mm;margin-top:15mm;text-align:center}
.warning{border:2px solid #a00000;padding:2mm 3mm;font-weight:600}
@media(max-width:600px){.check{flex-direction:column}.check svg{align-self:center}
table,tbody,tr,td{display:block}td:first-child{width:auto;border:0;padding-bottom:0}}
@media print{table{display:table}tbody{display:table-row-group}tr{display:table-row}td{display:table-cell}
.check{flex-direction:row}td:first-child{width:34%;border-bottom:1px solid #ccc}}
"""
# The panel shows the sign in a frame, small, before it is printed: there the bar stays away.
_SCRIPT = (
    "document.getElementById('print').onclick=()=>window.print();if(self!==top)document.body.classList.add('framed')"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper: what it is called, its HTML, and its own style."""

    language: str
    title: str
    body: str
    style: str = _DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What stands above the paper on the screen and is not printed: the button, and where to go from here."""

    print_word: str
    links: Sequence[tuple[str, str]] = ()  # word and address


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page and the policy that it is served with."""

    html: str
    policy: str


def make_page(paper: Paper, bar: Bar) -> Page:
    """The page of a paper."""
    nonce = secrets.token_urlsafe(16)
    links = "".join(f'<a href="{escape(address)}">{escape(word)}</a>' for word, address in bar.links)
    html = (
        f'<!doctype html>\n<html lang="{escape(paper.language)}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(paper.title)}</title><style>{_SCREEN}{paper.style}</style></head>\n<body>\n"
        f'<div class="bar"><button id="print" type="button">{escape(bar.print_word)}</button>{links}</div>\n'
        f'<main class="sheet">{paper.body}</main>\n<script nonce="{nonce}">{_SCRIPT}</script>\n</body>\n</html>\n'
    )
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-{nonce}'; frame-ancestors 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Page(html, policy)


def heading(text: str) -> str:
    """A heading of a part."""
    return f"<h2>{escape(text)}</h2>"


def facts(rows: Iterable[Row]) -> str:
    """A table of names and values, which are HTML already."""
    lines = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    return f"<table><tbody>{lines}</tbody></table>"


def listed(sentences: Iterable[str]) -> str:
    """Numbered sentences; what stands between backticks is to be typed."""

    def item(sentence: str) -> str:
        parts = escape(sentence).split("`")
        return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))

    return "<ol>" + "".join(f"<li>{item(sentence)}</li>" for sentence in sentences) + "</ol>"


def paragraphs(*sentences: str) -> str:
    """Sentences, each a paragraph."""
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if sentence)


def code_picture(text: str, label: str) -> str | None:
    """The text as a QR code (SVG); None when it is longer than one holds."""
    if len(text) > SEAL_CHARS:
        return None
    code = segno.make(text, micro=False, mode="alphanumeric", error="l")
    drawn = code.svg_inline(border=4, omitsize=True)
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)


def moment(at: datetime, zone: tzinfo, language: str) -> str:
    """21/11/2026 09:27:18 (+07:00); in English the month has its name, so that nobody takes it for the day."""
    local = at.astimezone(zone)
    offset = local.strftime("%z")
    day = f"{local:%d/%m/%Y}" if language == "vi" else f"{local.day} {_MONTHS[local.month - 1]} {local.year}"
    return f"{day} {local:%H:%M:%S} ({offset[:3]}:{offset[3:]})"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
