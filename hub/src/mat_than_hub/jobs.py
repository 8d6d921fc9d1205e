"""The hub's own work beside its calls: withdrawals at once; retention, sweeping and deadlines every ten minutes."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from .changes import service as changes
from .holds.ending import finish_holds
from .logs import trace
from .requests.service import close_overdue
from .resources import Hub
from .retention import tombstones
from .retention.expiry import expire
from .retention.sweeper import sweep
from .retention.withdrawal import finish_withdrawals

ROUND_S = 600.0
RETRY_S = 30.0

_log = structlog.get_logger("mat_than_hub.jobs")


async def run_jobs(hub: Hub) -> None:
    """Work until cancelled. A job that fails is logged and tried again; it never takes the hub down."""
    while True:
        hub.work_waits.clear()
        failed = not await _attempt("withdrawals", lambda: _withdrawals(hub))
        failed |= not await _attempt("holds", lambda: _holds(hub))
        failed |= not await _attempt("retention", lambda: _retention(hub))
        failed |= not await _attempt("requests", lambda: _requests(hub))
        failed |= not await _attempt("journal", lambda: _journal(hub))
        await _rest(hub, RETRY_S if failed else ROUND_S)


async def _attempt(name: str, job: Callable[[], Awaitable[None]]) -> bool:
    try:
        await job()
    except Exception as err:  # noqa: BLE001 - the top of a supervised loop
        _log.error("job failed", job=name, error=trace(err))
        return False
    return True


async def _rest(hub: Hub, longest_s: float) -> None:
    """Until the next round; withdrawals that come in between are carried out at once."""
    loop = asyncio.get_running_loop()
    until = loop.time() + longest_s
    while (left := until - loop.time()) > 0:
        try:
            async with asyncio.timeout(left):
                await hub.work_waits.wait()
        except TimeoutError:
            return
        hub.work_waits.clear()
        done = await _attempt("withdrawals", lambda: _withdrawals(hub))
        if not (await _attempt("holds", lambda: _holds(hub)) and done):
            until = min(until, loop.time() + RETRY_S)


async def _withdrawals(hub: Hub) -> None:
    if done := await finish_withdrawals(hub.db, hub.store, hub.key, hub.clock):
        hub.bus.hint()
        _log.info("withdrawals finished", count=done)


async def _holds(hub: Hub) -> None:
    """Calls treat a hold as over from its date on; this deletes what it kept and signs the second receipts."""
    if done := await finish_holds(hub.db, hub.store, hub.key, hub.clock):
        hub.bus.hint()
        _log.info("holds ended", count=done)


async def _retention(hub: Hub) -> None:
    expired = await expire(hub.db, hub.store, hub.clock, hub.settings.retention_days)
    swept = await sweep(hub.db, hub.store, hub.clock)
    if expired or swept:
        _log.info("retention", expired=expired, swept=swept)


async def _requests(hub: Hub) -> None:
    """Calls treat a request as expired from its deadline on; this tells the households and the live pages."""
    async with hub.db.write(ordered=True) as session:
        told = await close_overdue(session, hub.clock.now())
    hub.bus.hint()
    hub.bus.ring(told)


async def _journal(hub: Hub) -> None:
    async with hub.db.write() as session:
        await changes.forget_old(session, hub.clock.now())
        await tombstones.forget_old(session, hub.clock.now())
    if not await hub.db.truncate_log():
        _log.info("the database's log is held by a reader")
