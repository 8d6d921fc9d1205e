"""The hub's description: names, and a statement in Vietnamese and English that says what a household agrees to."""

from datetime import datetime
import hashlib
import json
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import Refusal
from ..protocol.limits import check_text
from ..protocol.pairing import Statement
from ..protocol.problems import Problem
from ..wire import WireError, read, to_json
from .models import HubProfile


def default_statements(name: str, commune: str, retention_days: int) -> tuple[Statement, ...]:
    """What a new hub says of itself until its administrator says it better."""
    return (
        Statement(
            language="vi",
            controller=f"{name}, {commune}",
            purposes="Giữ gìn an ninh trật tự tại khu dân cư; xác minh khi có vụ việc.",
            retention=f"Hình ảnh được xoá chậm nhất sau {retention_days} ngày, sớm hơn nếu bạn yêu cầu.",
            contact=f"Cán bộ phụ trách tại {commune}.",
            withdrawal="Bạn có thể rút lại sự đồng ý bất cứ lúc nào trong Home Assistant; "
            "hình ảnh đã chia sẻ sẽ bị xoá và bạn nhận được giấy xác nhận.",
        ),
        Statement(
            language="en",
            controller=f"{name}, {commune}",
            purposes="Security of the neighbourhood; verification when something has happened.",
            retention=f"Footage is deleted after {retention_days} days at the latest, earlier if you ask for it.",
            contact=f"The officer in charge at {commune}.",
            withdrawal="You can withdraw your consent at any time in Home Assistant; "
            "what you shared is then deleted and you receive a signed receipt.",
        ),
    )


async def profile(session: AsyncSession) -> HubProfile | None:
    """The description; None before set-up."""
    return await session.get(HubProfile, 1)


async def describe(
    session: AsyncSession, name: str, commune: str, statements: tuple[Statement, ...], now: datetime
) -> HubProfile:
    """Set the description. The notice version is made of the statements, so consents name what was read."""
    try:
        check_text(name, "/name", 80)
        check_text(commune, "/commune", 80)
    except WireError as err:
        raise Refusal.of_wire(err) from err
    if not statements:
        raise Refusal(Problem.VALIDATION, [("/statements", "is empty")])
    found = await profile(session)
    if found is None:
        found = HubProfile(id=1)
        session.add(found)
    raw: Any = to_json(statements)
    found.name, found.commune, found.statements, found.updated_at = name.strip(), commune.strip(), raw, now
    found.notice_version = hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:16]
    return found


def statements_of(found: HubProfile) -> tuple[Statement, ...]:
    """The statements of a description."""
    return read(tuple[Statement, ...], found.statements)
