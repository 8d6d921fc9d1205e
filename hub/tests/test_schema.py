"""The schema is what the migrations make, the OpenAPI document what the calls take, settings what is safe."""

import json
from pathlib import Path
import subprocess
import sys
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from conftest import Stage
import pytest
from sqlalchemy import Connection, inspect

from mat_than_hub.config import ConfigError, Settings, load_settings
from mat_than_hub.db import Base, Database, migrations, upgrade_schema
from mat_than_hub.keys import HubKey


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


async def test_migrations_make_the_schema_that_the_code_expects_and_go_back(database: str) -> None:
    db = Database(database)

    def back_and_forth(connection: Connection) -> tuple[list[Any], list[str], list[Any]]:
        fresh = differences(connection)
        command.downgrade(migrations(connection), "base")
        left = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
        upgrade_schema(connection)
        return fresh, left, differences(connection)

    async with db.write() as session:
        fresh, left, again = await (await session.connection()).run_sync(back_and_forth)
    assert (fresh, left, again) == ([], [], [])
    await db.migrate()  # a second start changes nothing
    await db.close()


async def test_a_hub_that_is_brought_up_to_date_keeps_what_it_has(stage: Stage, mp4: bytes) -> None:
    home, db = await stage.joined(), stage.hub.db
    manifest = home.manifest(await home.put_consent(), mp4)
    await home.announce(manifest)
    await home.put_clip(manifest.clip_id, mp4)

    def as_before(connection: Connection) -> None:
        command.downgrade(migrations(connection), "0001")

    async with db.write() as session:
        await (await session.connection()).run_sync(as_before)
    await db.close()  # connections remember the tables they saw
    await db.migrate()
    assert (await stage.officer.get(f"/api/clips/{manifest.clip_id}")).content == mp4
    assert (await stage.officer.get("/api/requests")).json() == {"requests": [], "more": False}


async def test_sqlite_keeps_what_it_acknowledged_and_forgets_what_it_deleted(tmp_path: Path) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'x.sqlite'}")
    async with db.read() as session:
        connection = await session.connection()
        pragmas = {
            name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    await db.close()


async def test_the_document_is_openapi_31_and_every_reference_leads_somewhere(stage: Stage) -> None:
    document = (await stage.http.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    schemas = document["components"]["schemas"]
    text = json.dumps(document)
    for place in text.split('"#/components/schemas/')[1:]:
        assert place.partition('"')[0] in schemas
    batch = document["paths"]["/v1/events"]["post"]
    assert batch["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/EventBatch")
    assert set(batch["responses"]) >= {"202", "400", "401", "403", "413", "422", "503"}
    assert schemas["EventData"]["additionalProperties"] is False
    for path, methods in document["paths"].items():
        for operation in methods.values():
            assert operation["responses"], path
            assert "HTTPValidationError" not in json.dumps(operation)


@pytest.mark.parametrize(
    "given",
    [
        {"host": "0.0.0.0"},
        {"host": "hub.example"},
        {"tls_cert": "/x"},
        {"public_url": "http://hub.example"},
        {"public_url": "https://hub.example/path"},
        {"public_url": "https://user@hub.example"},
        {"port": 0},
        {"port": "x"},
        {"retention_days": 0},
        {"database": "mysql://x"},
        {"colour": "blue"},
    ],
)
def test_settings_that_are_unsafe_or_cannot_be_are_refused(tmp_path: Path, given: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        load_settings({"data": str(tmp_path), **given}, {})


def test_the_command_line_beats_the_environment_and_that_the_file(tmp_path: Path) -> None:
    file = tmp_path / "hub.toml"
    file.write_text(
        'data = "/file"\nport = 1\nretention_days = 3\npublic_url = "https://a.example"\nbehind_proxy = true\n'
    )
    environment = {"MAT_THAN_HUB_PORT": "2", "MAT_THAN_HUB_RETENTION_DAYS": "4"}
    settings = load_settings({"port": 3, "host": None}, environment, file)
    assert (settings.port, settings.retention_days, settings.data) == (3, 4, Path("/file"))
    assert settings.url == "https://a.example"
    assert Settings(data=tmp_path, host="::1").url == "http://[::1]:8443"


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hub.key"
    made = HubKey.load(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert HubKey.load(path).public == made.public
    path.chmod(0o640)
    with pytest.raises(ConfigError):
        HubKey.load(path)


def test_the_command_says_in_one_sentence_why_it_does_not_start(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mat_than_hub", "serve", "--data", str(tmp_path), "--host", "0.0.0.0"]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 2
    assert ended.stderr.startswith("mat-than-hub: serving plain http on 0.0.0.0")
    assert ended.stderr.count("\n") == 1
