"""A consent on paper: the record with the fields of ISO/IEC TS 27560, the transfer agreement, the hub's receipt, the code.

The small grey word under each name is the field of ISO/IEC TS 27560 that the row answers; docs/design/sharing.md has the
whole table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape

from ..lib.mat_than_engine.protocol.consent import ConsentReceipt, ConsentRecord
from ..lib.mat_than_engine.protocol.keys import PublicKey
from ..lib.mat_than_engine.protocol.limits import VERSION
from ..lib.mat_than_engine.protocol.printed import paper_seal
from ..lib.mat_than_engine.protocol.signed import Kind
from .consent_words import ConsentWords, consent_words
from .paper import Paper, Row, code_picture, facts, heading, listed, moment, paragraphs
from .words import CommonWords, common

_FIELDS = (
    "record_id", "schema_version", "pii_principal_id", "pii_controllers, party_name", "party_address, party_contact",
    "collection_method", "purpose", "lawful_basis", "pii_type", "pii_type", "processing_method", "processing_method",
    "validity_duration", "retention_period", "storage_locations", "recipient_third_parties", "privacy_notice, language",
    "event_time, event_type", "event_state", "withdrawal_method", "jurisdiction",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedConsent:
    """A consent as it was signed; `receipt` is the hub's, with its token."""

    record: ConsentRecord
    token: str
    home_key: PublicKey
    hub_key: PublicKey
    receipt: ConsentReceipt | None
    receipt_token: str | None

    @property
    def seal(self) -> str:
        """What the code on the paper carries."""
        objects = [(Kind.CONSENT, self.token, self.home_key)]
        if self.receipt_token is not None:
            objects.append((Kind.CONSENT_RECEIPT, self.receipt_token, self.hub_key))
        return paper_seal(objects)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    """A consent with what people call its parts, and when it is printed."""

    consent: SignedConsent
    place: str
    camera: str
    hub: str
    hub_url: str
    commune: str
    language: str
    zone: tzinfo
    printed_at: datetime


def consent_paper(sheet: ConsentSheet) -> Paper:
    """The paper. Draws the code, which takes a tenth of a second."""
    said, words = consent_words(sheet.language), common(sheet.language)
    body = [
        f'<h1>{escape(said.title)}</h1><p class="lead">{escape(said.lead)}</p>',
        heading(said.record),
        facts(_record(sheet, said, words)),
        _agreement(sheet, said, words),
        _receipt(sheet, said),
        checking(sheet.consent.seal, sheet.language, _keys(sheet, words)),
        f'<div class="hands"><div>{escape(said.owner_hand)}</div><div>{escape(said.hub_hand)}</div></div>',
        f"<p><small>{escape(said.hands)} {escape(words.times.format(zone=sheet.zone))}</small></p>",
    ]
    return Paper(language=sheet.language, title=f"{said.title}: {sheet.camera}", body="".join(body))


def checking(seal: str, language: str, keys: Sequence[Row]) -> str:
    """The code, how to check it, and the keys whose signatures it carries."""
    words = common(language)
    picture = code_picture(seal, words.code)
    drawn = (
        f"<p>{escape(words.no_code)}</p>"
        if picture is None
        else f'<div class="check">{picture}<div>{listed(words.check_steps)}</div></div>'
    )
    return heading(words.check) + drawn + facts(keys)


def _keys(sheet: ConsentSheet, words: CommonWords) -> list[Row]:
    pairs = ((words.home_key, sheet.consent.home_key), (words.hub_key, sheet.consent.hub_key))
    return [(escape(name), f"<code>{escape(key.thumbprint)}</code>") for name, key in pairs]


def _record(sheet: ConsentSheet, said: ConsentWords, words: CommonWords) -> list[Row]:
    record = sheet.consent.record

    def at(value: datetime) -> str:
        return moment(value, sheet.zone, sheet.language)

    if record.footage is None:
        when = words.hours(record.hours)
    else:
        when = said.valid.format(since=at(record.footage.since), until=at(record.footage.until))
    stands = record.valid_from <= sheet.printed_at < record.valid_until
    values = (
        said.version.format(id=record.consent_id, version=record.version),
        said.form.format(form=f"{Kind.CONSENT}, {VERSION}"),
        said.household.format(place=sheet.place, id=record.household_id),
        sheet.hub + _commune(sheet),
        said.address.format(url=sheet.hub_url),
        f"{sheet.camera} ({record.camera_id})",
        words.purposes[record.purpose],
        said.basis,
        ", ".join(words.kinds[kind] for kind in record.kinds),
        said.audio if record.audio else said.no_audio,
        said.masks if record.masks_required else said.no_masks,
        when,
        said.valid.format(since=at(record.valid_from), until=at(record.valid_until)),
        said.kept.format(days=record.retention_days),
        said.stored,
        said.parents if record.parents else said.no_parents,
        said.notice.format(
            version=record.notice_version, language=said.languages.get(record.language, record.language)
        ),
        said.explicit.format(at=at(record.given_at)),
        (said.stands if stands else said.over).format(at=at(sheet.printed_at)),
        said.withdrawal,
        said.law,
    )
    return [
        (f"{escape(name)} <small>{field}</small>", f"<b>{escape(value)}</b>" if number in _STRONG else escape(value))
        for number, (name, field, value) in enumerate(zip(said.names, _FIELDS, values, strict=True))
    ]


_STRONG = frozenset({3, 5, 6, 8, 11, 12, 13})  # what a reader looks for first


def _agreement(sheet: ConsentSheet, said: ConsentWords, words: CommonWords) -> str:
    record = sheet.consent.record
    parties = said.parties.format(place=sheet.place, hub=sheet.hub, commune=_commune(sheet))
    filled = {
        "purpose": words.purposes[record.purpose],
        "kinds": ", ".join(words.kinds[kind] for kind in record.kinds),
        "camera": sheet.camera,
        "days": record.retention_days,
    }
    clauses = [clause.format(**filled) for clause in said.clauses]
    return heading(said.agreement) + paragraphs(parties) + listed(clauses)


def _receipt(sheet: ConsentSheet, said: ConsentWords) -> str:
    receipt = sheet.consent.receipt
    if receipt is None:
        return heading(said.receipt) + f'<p class="warning">{escape(said.no_receipt)}</p>'
    values = (
        escape(moment(receipt.received_at, sheet.zone, sheet.language)),
        escape(said.version.format(id=receipt.consent_id, version=receipt.version)),
        f"<code>{escape(receipt.record_sha256)}</code>",
    )
    rows = [(escape(name), value) for name, value in zip(said.receipt_names, values, strict=True)]
    return heading(said.receipt) + paragraphs(said.receipt_says) + facts(rows)


def _commune(sheet: ConsentSheet) -> str:
    return f", {sheet.commune}" if sheet.commune and sheet.commune != sheet.hub else ""
