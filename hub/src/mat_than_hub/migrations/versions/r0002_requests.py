"""Footage requests, inboxes, answers and reports; what a clip, a consent and a look were for."""

from alembic import op
import sqlalchemy as sa

from mat_than_hub.db import UtcTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("consents", sa.Column("given_for", sa.String(length=36), nullable=True))
    op.create_index(op.f("ix_consents_given_for"), "consents", ["given_for"], unique=False)
    op.add_column("clips", sa.Column("request_id", sa.String(length=36), nullable=True))
    op.create_index(op.f("ix_clips_request_id"), "clips", ["request_id"], unique=False)
    op.add_column("access_log", sa.Column("request_id", sa.String(length=36), nullable=True))
    op.create_index("ix_access_log_event", "access_log", ["event_id", "seq"], unique=False)
    _create_requests()
    _create_inbox()
    op.create_table(
        "reports",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("offence", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("since", UtcTime(), nullable=False),
        sa.Column("until", UtcTime(), nullable=False),
        sa.Column("reported_at", UtcTime(), nullable=False),
        sa.Column("received_at", UtcTime(), nullable=False),
        sa.Column("report_jws", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_reports_household_id_households")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reports")),
        sa.UniqueConstraint("id", name=op.f("uq_reports_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reports_household", "reports", ["household_id", "received_at"], unique=False)


def _create_requests() -> None:
    op.create_table(
        "footage_requests",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_number", sa.String(length=40), nullable=False),
        sa.Column("case_key", sa.String(length=160), nullable=False),
        sa.Column("offence", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("since", UtcTime(), nullable=False),
        sa.Column("until", UtcTime(), nullable=False),
        sa.Column("asked_by", sa.String(length=36), nullable=False),
        sa.Column("asked_at", UtcTime(), nullable=False),
        sa.Column("deadline", UtcTime(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("moderated_by", sa.String(length=36), nullable=True),
        sa.Column("moderated_at", UtcTime(), nullable=True),
        sa.Column("moderation_note", sa.Text(), nullable=True),
        sa.Column("closed_by", sa.String(length=36), nullable=True),
        sa.Column("closed_at", UtcTime(), nullable=True),
        *(
            sa.ForeignKeyConstraint([name], ["members.id"], name=op.f(f"fk_footage_requests_{name}_members"))
            for name in ("asked_by", "moderated_by", "closed_by")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_footage_requests")),
        sa.UniqueConstraint("id", name=op.f("uq_footage_requests_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_footage_requests_case", "footage_requests", ["case_key", "asked_at"], unique=False)
    op.create_index("ix_footage_requests_officer", "footage_requests", ["asked_by", "asked_at"], unique=False)
    op.create_index("ix_footage_requests_state", "footage_requests", ["state", "deadline"], unique=False)
    op.create_table(
        "request_cameras",
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.Column("delivered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id", "camera_id"], ["cameras.household_id", "cameras.id"], name="fk_request_cameras_camera"
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["footage_requests.id"], name=op.f("fk_request_cameras_request_id_footage_requests")
        ),
        sa.PrimaryKeyConstraint("request_id", "household_id", "camera_id", name=op.f("pk_request_cameras")),
    )


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("closing", sa.String(length=16), nullable=True),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_inbox_household_id_households")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["footage_requests.id"], name=op.f("fk_inbox_request_id_footage_requests")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_inbox")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_household", "inbox", ["household_id", "seq"], unique=False)
    op.create_table(
        "request_answers",
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("consent_ids", sa.JSON(), nullable=False),
        sa.Column("decision_jws", sa.Text(), nullable=False),
        sa.Column("received_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_request_answers_household_id_households")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["footage_requests.id"], name=op.f("fk_request_answers_request_id_footage_requests")
        ),
        sa.PrimaryKeyConstraint("request_id", "household_id", name=op.f("pk_request_answers")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_reports_household", "reports")
    op.drop_table("reports")
    op.drop_table("request_answers")
    op.drop_index("ix_inbox_household", "inbox")
    op.drop_table("inbox")
    op.drop_table("request_cameras")
    op.drop_index("ix_footage_requests_state", "footage_requests")
    op.drop_index("ix_footage_requests_officer", "footage_requests")
    op.drop_index("ix_footage_requests_case", "footage_requests")
    op.drop_table("footage_requests")
    op.drop_index("ix_access_log_event", "access_log")
    op.drop_column("access_log", "request_id")
    op.drop_index(op.f("ix_clips_request_id"), "clips")
    op.drop_column("clips", "request_id")
    op.drop_index(op.f("ix_consents_given_for"), "consents")
    op.drop_column("consents", "given_for")
