"""The database: SQLite in the data folder, or PostgreSQL; one schema, brought up to date at start.

`read()` and `write()` hand out a session inside one transaction. A write transaction takes SQLite's one writer
at its first statement (BEGIN IMMEDIATE), so it never fails half-way for having read first. `ordered=True` makes
PostgreSQL's writers wait for one another as SQLite's do: the sequence numbers of `changes` and `events` then become
visible in their order, and a reader that tails them misses none.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, override

from alembic import command
from alembic.config import Config
from sqlalchemy import BigInteger, Connection, DateTime, Integer, MetaData, event, text
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

_ORDER_LOCK = 0x6D74_0001  # advisory locks of PostgreSQL are numbers; "mt" and one
_MIGRATION_LOCK = 0x6D74_0002

Sequence = BigInteger().with_variant(Integer, "sqlite")


class UtcTime(TypeDecorator[datetime]):
    """A time with its zone on both engines; SQLite itself knows none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {datetime: UtcTime()}


class Database:
    """An engine and its sessions."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self._engine = create_async_engine(url, pool_pre_ping=not self.is_sqlite, hide_parameters=True)
        self._writer = self._engine.execution_options(mt_write=True)
        # SQLite's own waiting for its writer is a sleep that grows; within one process a queue is fair and quick.
        self._turn: Any = asyncio.Lock() if self.is_sqlite else nullcontext()
        if self.is_sqlite:
            event.listen(self._engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self._engine.sync_engine, "begin", _begin_sqlite)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session for reading: one consistent picture, nothing kept."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            yield session

    @asynccontextmanager
    async def write(self, *, ordered: bool = False) -> AsyncIterator[AsyncSession]:
        """A session whose changes are durable when the block ends, or undone when it raises."""
        async with self._turn, AsyncSession(self._writer, expire_on_commit=False) as session, session.begin():
            if ordered and not self.is_sqlite:
                await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ORDER_LOCK})
            yield session

    async def migrate(self) -> None:
        """Bring the schema up to date."""
        async with self._turn, self._writer.begin() as connection:
            if not self.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
            await connection.run_sync(upgrade_schema)

    async def truncate_log(self) -> bool:
        """Take deleted rows out of SQLite's write-ahead log too; False while somebody still reads an older picture.

        PostgreSQL recycles its own log.
        """
        if not self.is_sqlite:
            return True
        async with self._turn, self._engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT", mt_bare=True)
            row = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).one()
            return not row[0]

    async def rewrite(self) -> None:
        """Leave nothing of what was overwritten or deleted.

        `secure_delete` zeroes what SQLite frees, but not what a page that was split or merged keeps in its gaps, so the
        file is written anew: about a second for 100 MB, in which writers wait. PostgreSQL makes its dead rows free
        for what comes next.
        """
        async with self._turn, self._engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT", mt_bare=True)
            await connection.exec_driver_sql("VACUUM" if self.is_sqlite else "VACUUM events, stills, clips")
        await self.truncate_log()

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


def migrations(connection: Connection | None = None) -> Config:
    """Alembic's configuration for the migrations that ship with the hub."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def upgrade_schema(connection: Connection, revision: str = "head") -> None:
    """Run the missing migrations on an open connection."""
    command.upgrade(migrations(connection), revision)


def _prepare_sqlite(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin_sqlite` says, not where the driver guesses
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        "busy_timeout=15000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("mt_bare", False):
        return  # what is done to the whole file stands outside of any transaction
    writes = options.get("mt_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
