"""The proof of a deletion on paper: what was deleted and when, what a legal hold still keeps, what followed, the code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape

from ..lib.mat_than_engine.protocol.consent import DeletionReceipt
from ..lib.mat_than_engine.protocol.holds import HoldRelease, LegalHold
from ..lib.mat_than_engine.protocol.keys import PublicKey
from ..lib.mat_than_engine.protocol.printed import paper_seal
from ..lib.mat_than_engine.protocol.signed import Kind
from .consent_paper import checking
from .deletion_words import DeletionWords, deletion_words
from .paper import Paper, Row, facts, heading, moment, paragraphs
from .words import common


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvedDeletion:
    """What a hub signed after a withdrawal: the receipt, then a release for each hold that was over, with their tokens."""

    receipt: DeletionReceipt
    receipt_token: str
    releases: tuple[HoldRelease, ...]
    release_tokens: tuple[str, ...]
    hub_key: PublicKey

    @property
    def seal(self) -> str:
        """What the code on the paper carries."""
        tokens = [(Kind.DELETION_RECEIPT, self.receipt_token, self.hub_key)]
        return paper_seal(tokens + [(Kind.HOLD_RELEASE, token, self.hub_key) for token in self.release_tokens])


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionSheet:
    """A proved deletion with what people call its parts."""

    deletion: ProvedDeletion
    camera: str
    hub: str
    withdrawn_at: datetime
    language: str
    zone: tzinfo


def deletion_paper(sheet: DeletionSheet) -> Paper:
    """The paper. Draws the code, which takes a tenth of a second."""
    said, words = deletion_words(sheet.language), common(sheet.language)
    key = sheet.deletion.hub_key.thumbprint
    body = [
        f'<h1>{escape(said.title)}</h1><p class="lead">{escape(said.lead)}</p>',
        heading(said.deleted),
        facts(_deleted(sheet, said)),
        heading(said.holds),
        _holds(sheet, said),
        _releases(sheet, said),
        checking(sheet.deletion.seal, sheet.language, [(escape(words.hub_key), f"<code>{escape(key)}</code>")]),
        f"<p><small>{escape(said.says)} {escape(words.times.format(zone=sheet.zone))}</small></p>",
    ]
    return Paper(language=sheet.language, title=f"{said.title}: {sheet.camera}", body="".join(body))


def _deleted(sheet: DeletionSheet, said: DeletionWords) -> list[Row]:
    receipt = sheet.deletion.receipt

    def at(value: datetime | None) -> str:
        return said.none if value is None else moment(value, sheet.zone, sheet.language)

    span = said.none
    if receipt.first_at is not None and receipt.last_at is not None:
        span = f"{at(receipt.first_at)} – {at(receipt.last_at)}"
    values = (
        receipt.consent_id,
        sheet.camera,
        sheet.hub,
        at(sheet.withdrawn_at),
        at(receipt.requested_at),
        at(receipt.key_destroyed_at),
        at(receipt.objects_deleted_at),
        _counts(receipt, said),
        span,
        receipt.deletion_id,
    )
    return [(escape(name), escape(value)) for name, value in zip(said.names, values, strict=True)]


def _holds(sheet: DeletionSheet, said: DeletionWords) -> str:
    holds = sheet.deletion.receipt.holds or ()
    if not holds:
        return paragraphs(said.nothing_held)
    return paragraphs(said.holds_lead) + "<br>".join(facts(_hold(sheet, said, hold)) for hold in holds)


def _hold(sheet: DeletionSheet, said: DeletionWords, hold: LegalHold) -> list[Row]:
    def at(value: datetime) -> str:
        return moment(value, sheet.zone, sheet.language)

    values = (
        hold.case_number,
        hold.basis,
        said.held.format(counts=_counts(hold, said), since=at(hold.first_at), until=at(hold.last_at)),
        said.until.format(until=at(hold.until)),
        said.decided.format(unit=hold.unit, at=at(hold.decided_at)),
        hold.hold_id,
    )
    return [(escape(name), escape(value)) for name, value in zip(said.hold_names, values, strict=True)]


def _releases(sheet: DeletionSheet, said: DeletionWords) -> str:
    releases: Sequence[HoldRelease] = sheet.deletion.releases
    if not releases:
        return ""

    def at(value: datetime) -> str:
        return moment(value, sheet.zone, sheet.language)

    sentences = [
        said.release.format(
            at=at(one.ended_at),
            cause=said.causes[one.cause],
            destroyed=at(one.key_destroyed_at),
            deleted=at(one.objects_deleted_at),
            counts=_counts(one, said),
        )
        for one in releases
    ]
    return heading(said.releases) + paragraphs(*sentences)


def _counts(of: DeletionReceipt | LegalHold | HoldRelease, said: DeletionWords) -> str:
    if not of.events + of.stills + of.clips:
        return said.none
    return said.counts.format(events=of.events, stills=of.stills, clips=of.clips, size=_size(of.size_bytes))


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB" if size_bytes < 1e9 else f"{size_bytes / 1e9:.2f} GB"
