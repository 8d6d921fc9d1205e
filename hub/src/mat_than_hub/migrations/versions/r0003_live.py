"""Live views, and what households' inboxes say of them."""

from alembic import op
import sqlalchemy as sa

from mat_than_hub.db import UtcTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ID = sa.String(length=36)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "live_views",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("household_id", _ID, nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("case_number", sa.String(length=40), nullable=True),
        sa.Column("asked_by", _ID, nullable=False),
        sa.Column("asked_at", UtcTime(), nullable=False),
        sa.Column("answer_by", UtcTime(), nullable=False),
        sa.Column("longest_s", sa.Integer(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("answer_jws", sa.Text(), nullable=True),
        sa.Column("consent_id", _ID, nullable=True),
        sa.Column("answered_at", UtcTime(), nullable=True),
        sa.Column("unasked", sa.Boolean(), nullable=False),
        sa.Column("until", UtcTime(), nullable=True),
        sa.Column("ending", sa.String(length=16), nullable=True),
        sa.Column("ended_by", _ID, nullable=True),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["household_id", "camera_id"], ["cameras.household_id", "cameras.id"], name="fk_live_views_camera"
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_live_views_household_id_households")
        ),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_live_views_consent_id_consents")),
        *(
            sa.ForeignKeyConstraint([name], ["members.id"], name=op.f(f"fk_live_views_{name}_members"))
            for name in ("asked_by", "ended_by")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_live_views")),
        sa.UniqueConstraint("id", name=op.f("uq_live_views_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_live_views_camera", "live_views", ["household_id", "camera_id", "asked_at"], unique=False)
    op.create_index("ix_live_views_officer", "live_views", ["asked_by", "asked_at"], unique=False)
    op.create_index(op.f("ix_live_views_consent_id"), "live_views", ["consent_id"], unique=False)
    with op.batch_alter_table("inbox", table_kwargs={"sqlite_autoincrement": True}) as inbox:
        inbox.add_column(sa.Column("live_id", _ID, nullable=True))
        inbox.create_foreign_key(op.f("fk_inbox_live_id_live_views"), "live_views", ["live_id"], ["id"])
        inbox.alter_column("request_id", existing_type=_ID, nullable=True)


def downgrade() -> None:
    """Take the schema back; news of live views go with it."""
    op.execute("DELETE FROM inbox WHERE live_id IS NOT NULL")
    with op.batch_alter_table("inbox", table_kwargs={"sqlite_autoincrement": True}) as inbox:
        inbox.drop_constraint(op.f("fk_inbox_live_id_live_views"), type_="foreignkey")
        inbox.drop_column("live_id")
        inbox.alter_column("request_id", existing_type=_ID, nullable=False)
    op.drop_index(op.f("ix_live_views_consent_id"), "live_views")
    op.drop_index("ix_live_views_officer", "live_views")
    op.drop_index("ix_live_views_camera", "live_views")
    op.drop_table("live_views")
