"""The sign for the gate: who records, why, how long it is kept, whom to ask; one A4 page, to be read from a distance.

Recording where others pass needs no consent of theirs, but notice (Law 91/2025/QH15, article 32).
"""

from dataclasses import dataclass
from html import escape

from .paper import Paper
from .sign_words import sign_words

_STYLE = """
@page{size:A4;margin:0}
.sheet.sheet,.sheet{padding:0}
.sign{width:100%;max-width:210mm;min-height:296mm;padding:12mm;display:flex;flex-direction:column;background:#fff}
.frame{flex:1;border:3mm solid #0d3b3a;border-radius:6mm;overflow:hidden;display:flex;flex-direction:column}
.top{background:#ffd166;color:#111;text-align:center;padding:9mm 8mm 8mm}
.top svg{width:46mm;height:46mm;display:block;margin:0 auto 4mm}
.top h1{font-size:31pt;line-height:1.12;margin:0;font-weight:800;letter-spacing:.2px;text-wrap:balance}
.top p{font-size:14pt;margin:3mm 0 0}
dl{margin:0;padding:7mm 10mm;flex:1;display:flex;flex-direction:column;justify-content:space-evenly}
dt{font-size:12pt;color:#0d3b3a;font-weight:700;text-transform:uppercase;letter-spacing:.5px}
dd{margin:.5mm 0 4mm;font-size:19pt;line-height:1.25;overflow-wrap:anywhere}dd.who{font-size:24pt;font-weight:700}
dd small{font-size:13pt;color:#333;display:block}
.foot{border-top:1px solid #0d3b3a;padding:4mm 10mm;font-size:11pt;line-height:1.4;color:#222}
@media(max-width:600px){.sheet.sheet{padding:0}.sign{padding:10px;min-height:0}.top h1{font-size:24pt}}
@media print{.sign{padding:12mm;height:296mm;min-height:0}.top h1{font-size:31pt}}
"""
_CAMERA = (
    '<svg viewBox="0 0 100 100" role="img" aria-hidden="true"><rect x="6" y="6" width="88" height="88" rx="14" '
    'fill="#0d3b3a"/><path d="M20 39l6-13 52 21-4 10-12-2-5 12-33-13z" fill="#fff"/><circle cx="72" cy="52" r="4.2" '
    'fill="#0d3b3a"/><path d="M34 55l-3 8H20v-8h-4v24h4v-8h14l5-13z" fill="#fff"/>'
    '<path d="M80 57a12 12 0 0 1-3 8M87 60a19 19 0 0 1-5 12" fill="none" stroke="#ffd166" stroke-width="3" '
    'stroke-linecap="round"/></svg>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """With whom footage is shared, and for how long they keep it."""

    hub: str
    purpose: str
    retention_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSign:
    """What the sign says. `keeps_days` is None where footage stays until the room is needed."""

    language: str
    name: str
    contact: str
    camera: str | None  # None: all cameras of the place
    kind: str  # of the place
    keeps_days: float | None
    shared: tuple[Sharing, ...]


def gate_sign(sign: GateSign) -> Paper:
    """The sign."""
    said = sign_words(sign.language)
    purpose = said.purposes.get(sign.kind, said.purposes["household"])
    shared = [said.shared.format(hub=one.hub, purpose=one.purpose, days=one.retention_days) for one in sign.shared]
    rows = (
        (said.who, f'<dd class="who">{escape(sign.name or said.missing)}</dd>'),
        (said.why, _told(purpose, *shared)),
        (said.how_long, _told(said.kept(sign.keeps_days))),
        (said.contact, f'<dd class="who">{escape(sign.contact or said.missing)}</dd>'),
    )
    listed = "".join(f"<dt>{escape(name)}</dt>{value}" for name, value in rows)
    where = said.of_camera.format(camera=sign.camera) if sign.camera else said.of_place
    body = (
        f'<div class="sign"><div class="frame"><div class="top">{_CAMERA}<h1>{escape(said.title)}</h1>'
        f"<p>{escape(said.other_title)}</p></div><dl>{listed}</dl>"
        f'<div class="foot">{escape(where)} {escape(said.rights)}<br>{escape(said.law)}</div></div></div>'
    )
    return Paper(language=sign.language, title=said.title_of_file, body=body, style=_STYLE)


def _told(first: str, *more: str) -> str:
    rest = "".join(f"<small>{escape(sentence)}</small>" for sentence in more)
    return f"<dd>{escape(first)}{rest}</dd>"
