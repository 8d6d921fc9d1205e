"""The tables of the foundation."""

from alembic import op
import sqlalchemy as sa

from mat_than_hub.db import UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "changes",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_changes_at"), "changes", ["at"], unique=False)

    op.create_table(
        "households",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("folded", sa.String(length=320), nullable=False),
        sa.Column("software", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("comparison_code", sa.String(length=6), nullable=False),
        sa.Column("paired_at", UtcTime(), nullable=False),
        sa.Column("decided_at", UtcTime(), nullable=True),
        sa.Column("decided_by", sa.String(length=36), nullable=True),
        sa.Column("last_heartbeat_at", UtcTime(), nullable=True),
        sa.Column("queue_length", sa.Integer(), nullable=False),
        sa.Column("oldest_waiting_at", UtcTime(), nullable=True),
        sa.Column("dropped", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_households")),
    )
    op.create_table(
        "hub_profile",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("commune", sa.String(length=80), nullable=False),
        sa.Column("notice_version", sa.String(length=64), nullable=False),
        sa.Column("statements", sa.JSON(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hub_profile")),
    )
    op.create_table(
        "members",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_name", sa.String(length=80), nullable=False),
        sa.Column("login_name", sa.String(length=320), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("removed_at", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("login_name", name=op.f("uq_members_login_name")),
    )
    op.create_table(
        "tombstones",
        sa.Column("item_id", sa.String(length=36), nullable=False),
        sa.Column("gone_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_tombstones")),
    )
    op.create_index(op.f("ix_tombstones_gone_at"), "tombstones", ["gone_at"], unique=False)

    op.create_table(
        "used_nonces",
        sa.Column("thumbprint", sa.String(length=43), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("used_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("thumbprint", "nonce", name=op.f("pk_used_nonces")),
    )
    op.create_index(op.f("ix_used_nonces_used_at"), "used_nonces", ["used_at"], unique=False)

    op.create_table(
        "access_log",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.String(length=36), nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=True),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_access_log_household_id_households")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_access_log_member_id_members")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_access_log")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_access_log_household", "access_log", ["household_id", "seq"], unique=False)
    op.create_index("ix_access_log_recent", "access_log", ["member_id", "item_id", "action", "at"], unique=False)

    op.create_table(
        "cameras",
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("folded", sa.String(length=320), nullable=False),
        sa.Column("position", sa.String(length=16), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("changed_at", UtcTime(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=True),
        sa.Column("live_since", UtcTime(), nullable=True),
        sa.Column("last_manifest_sha256", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_cameras_household_id_households")),
        sa.PrimaryKeyConstraint("household_id", "id", name=op.f("pk_cameras")),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_consents_household_id_households")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_household_id"), "consents", ["household_id"], unique=False)

    op.create_table(
        "household_keys",
        sa.Column("thumbprint", sa.String(length=43), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("x", sa.String(length=43), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("revoked_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_household_keys_household_id_households")
        ),
        sa.PrimaryKeyConstraint("thumbprint", name=op.f("pk_household_keys")),
    )
    op.create_index(op.f("ix_household_keys_household_id"), "household_keys", ["household_id"], unique=False)

    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("code_sha256", sa.String(length=64), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("created_by", sa.String(length=36), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.Column("revoked_at", UtcTime(), nullable=True),
        sa.Column("used_at", UtcTime(), nullable=True),
        sa.Column("household_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_invitations_household_id_households")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("code_sha256", name=op.f("uq_invitations_code_sha256")),
    )
    op.create_table(
        "login_sessions",
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_login_sessions_member_id_members")),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_login_sessions")),
    )
    op.create_index(op.f("ix_login_sessions_expires_at"), "login_sessions", ["expires_at"], unique=False)
    op.create_index(op.f("ix_login_sessions_member_id"), "login_sessions", ["member_id"], unique=False)

    op.create_table(
        "clips",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.Column("consent_id", sa.String(length=36), nullable=False),
        sa.Column("manifest_jws", sa.Text(), nullable=False),
        sa.Column("manifest_sha256", sa.String(length=64), nullable=False),
        sa.Column("chained", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=False),
        sa.Column("masked", sa.Boolean(), nullable=False),
        sa.Column("event_ids", sa.JSON(), nullable=False),
        sa.Column("announced_at", UtcTime(), nullable=False),
        sa.Column("stored_at", UtcTime(), nullable=True),
        sa.Column("receipt_jws", sa.Text(), nullable=True),
        sa.Column("object_key", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_clips_consent_id_consents")),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_clips_household_id_households")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clips")),
        sa.UniqueConstraint("object_key", name=op.f("uq_clips_object_key")),
    )
    op.create_index(op.f("ix_clips_consent_id"), "clips", ["consent_id"], unique=False)
    op.create_index(op.f("ix_clips_started_at"), "clips", ["started_at"], unique=False)

    op.create_table(
        "consent_versions",
        sa.Column("consent_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("record_jws", sa.Text(), nullable=False),
        sa.Column("record_sha256", sa.String(length=64), nullable=False),
        sa.Column("receipt_jws", sa.Text(), nullable=False),
        sa.Column("received_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_consent_versions_consent_id_consents")),
        sa.PrimaryKeyConstraint("consent_id", "version", name=op.f("pk_consent_versions")),
    )
    op.create_table(
        "deletions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("consent_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("withdrawal_jws", sa.Text(), nullable=False),
        sa.Column("requested_at", UtcTime(), nullable=False),
        sa.Column("done_at", UtcTime(), nullable=True),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("stills", sa.Integer(), nullable=False),
        sa.Column("clips", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("receipt_jws", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_deletions_consent_id_consents")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deletions")),
        sa.UniqueConstraint("consent_id", name=op.f("uq_deletions_consent_id")),
    )
    op.create_index(op.f("ix_deletions_done_at"), "deletions", ["done_at"], unique=False)

    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.Column("consent_id", sa.String(length=36), nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("time", UtcTime(), nullable=False),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("night", sa.Boolean(), nullable=False),
        sa.Column("zones", sa.JSON(), nullable=False),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("still_id", sa.String(length=36), nullable=True),
        sa.Column("clip_id", sa.String(length=36), nullable=True),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("received_at", UtcTime(), nullable=False),
        sa.Column("changed_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_events_consent_id_consents")),
        sa.ForeignKeyConstraint(
            ["household_id", "camera_id"], ["cameras.household_id", "cameras.id"], name="fk_events_camera"
        ),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_events_household_id_households")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_events")),
        sa.UniqueConstraint("id", name=op.f("uq_events_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_camera_started", "events", ["household_id", "camera_id", "started_at"], unique=False)
    op.create_index(op.f("ix_events_clip_id"), "events", ["clip_id"], unique=False)
    op.create_index("ix_events_consent_started", "events", ["consent_id", "started_at"], unique=False)

    op.create_table(
        "stills",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("camera_id", sa.String(length=64), nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("consent_id", sa.String(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("taken_at", UtcTime(), nullable=False),
        sa.Column("stored_at", UtcTime(), nullable=False),
        sa.Column("object_key", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_stills_consent_id_consents")),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_stills_household_id_households")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stills")),
        sa.UniqueConstraint("object_key", name=op.f("uq_stills_object_key")),
    )
    op.create_index(op.f("ix_stills_consent_id"), "stills", ["consent_id"], unique=False)
    op.create_index(op.f("ix_stills_event_id"), "stills", ["event_id"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index(op.f("ix_stills_event_id"), "stills")
    op.drop_index(op.f("ix_stills_consent_id"), "stills")

    op.drop_table("stills")
    op.drop_index("ix_events_consent_started", "events")
    op.drop_index(op.f("ix_events_clip_id"), "events")
    op.drop_index("ix_events_camera_started", "events")

    op.drop_table("events")
    op.drop_index(op.f("ix_deletions_done_at"), "deletions")

    op.drop_table("deletions")
    op.drop_table("consent_versions")
    op.drop_index(op.f("ix_clips_started_at"), "clips")
    op.drop_index(op.f("ix_clips_consent_id"), "clips")

    op.drop_table("clips")
    op.drop_index(op.f("ix_login_sessions_member_id"), "login_sessions")
    op.drop_index(op.f("ix_login_sessions_expires_at"), "login_sessions")

    op.drop_table("login_sessions")
    op.drop_table("invitations")
    op.drop_index(op.f("ix_household_keys_household_id"), "household_keys")

    op.drop_table("household_keys")
    op.drop_index(op.f("ix_consents_household_id"), "consents")

    op.drop_table("consents")
    op.drop_table("cameras")
    op.drop_index("ix_access_log_recent", "access_log")
    op.drop_index("ix_access_log_household", "access_log")

    op.drop_table("access_log")
    op.drop_index(op.f("ix_used_nonces_used_at"), "used_nonces")

    op.drop_table("used_nonces")
    op.drop_index(op.f("ix_tombstones_gone_at"), "tombstones")

    op.drop_table("tombstones")
    op.drop_table("members")
    op.drop_table("hub_profile")
    op.drop_table("households")
    op.drop_index(op.f("ix_changes_at"), "changes")

    op.drop_table("changes")
