"""Alembic's entry: runs on the connection that `db.upgrade_schema` hands in."""

from alembic import context
from sqlalchemy import Connection

from mat_than_hub import models
from mat_than_hub.db import Base

_TABLES = models.TABLES  # importing them fills the metadata


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_type=True,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    # The caller's transaction is around this: a migration that fails leaves the schema as it was.
    context.run_migrations()


_run(context.config.attributes["connection"])
