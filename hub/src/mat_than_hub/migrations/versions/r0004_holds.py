"""Legal holds: what they keep, who looked at it why, and the proofs of their end."""

from alembic import op
import sqlalchemy as sa

from mat_than_hub.db import UtcTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ID = sa.String(length=36)


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("access_log", sa.Column("hold_id", _ID, nullable=True))
    op.add_column("access_log", sa.Column("reason", sa.Text(), nullable=True))
    op.create_table(
        "deletion_releases",
        sa.Column("deletion_id", _ID, nullable=False),
        sa.Column("hold_id", _ID, nullable=False),
        sa.Column("release_jws", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deletion_id"], ["deletions.id"], name=op.f("fk_deletion_releases_deletion_id_deletions")
        ),
        sa.PrimaryKeyConstraint("deletion_id", "hold_id", name=op.f("pk_deletion_releases")),
    )
    op.create_table(
        "legal_holds",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("case_number", sa.String(length=40), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("until", UtcTime(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asked_by", _ID, nullable=False),
        sa.Column("asked_at", UtcTime(), nullable=False),
        sa.Column("decided_by", _ID, nullable=True),
        sa.Column("decided_at", UtcTime(), nullable=True),
        sa.Column("decision_note", sa.Text(), nullable=True),
        sa.Column("ended_by", _ID, nullable=True),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.Column("destroyed_at", UtcTime(), nullable=True),
        *(
            sa.ForeignKeyConstraint([name], ["members.id"], name=op.f(f"fk_legal_holds_{name}_members"))
            for name in ("asked_by", "decided_by", "ended_by")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_legal_holds")),
        sa.UniqueConstraint("id", name=op.f("uq_legal_holds_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_legal_holds_state", "legal_holds", ["state", "until"], unique=False)
    _create_items()


def _create_items() -> None:
    op.create_table(
        "held_items",
        sa.Column("hold_id", _ID, nullable=False),
        sa.Column("item_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("household_id", _ID, nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.Column("consent_id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=True),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("object_key", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["hold_id"], ["legal_holds.id"], name=op.f("fk_held_items_hold_id_legal_holds")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_held_items_household_id_households")
        ),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_held_items_consent_id_consents")),
        sa.PrimaryKeyConstraint("hold_id", "item_id", name=op.f("pk_held_items")),
        sa.UniqueConstraint("object_key", name=op.f("uq_held_items_object_key")),
    )
    op.create_index(op.f("ix_held_items_consent_id"), "held_items", ["consent_id"], unique=False)
    op.create_table(
        "hold_looks",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("hold_id", _ID, nullable=False),
        sa.Column("member_id", _ID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["hold_id"], ["legal_holds.id"], name=op.f("fk_hold_looks_hold_id_legal_holds")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_hold_looks_member_id_members")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_hold_looks")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hold_looks_member", "hold_looks", ["hold_id", "member_id", "at"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_hold_looks_member", "hold_looks")
    op.drop_table("hold_looks")
    op.drop_index(op.f("ix_held_items_consent_id"), "held_items")
    op.drop_table("held_items")
    op.drop_index("ix_legal_holds_state", "legal_holds")
    op.drop_table("legal_holds")
    op.drop_table("deletion_releases")
    op.drop_column("access_log", "reason")
    op.drop_column("access_log", "hold_id")
