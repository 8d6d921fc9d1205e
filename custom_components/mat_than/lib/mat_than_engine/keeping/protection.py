"""Clips that stay whatever retention says: by whose will, why, until when, and how much of it the disk can bear.

Protected clips do not count against the place's budget; they have one of their own. A protection that is over leaves
the clip to retention, which tells what it deletes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .clip_rows import PROTECTED
from .clip_store import ClipStore
from .index import milliseconds, moment

type Refusal = Literal["unknown_clip", "over_budget"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Why a clip stays."""

    clip_id: str
    owner: str
    reason: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Protections:
    """The protections of one store. Every call raises StoreError when the index cannot be used."""

    store: ClipStore

    def protect(self, clip_ids: Sequence[str], wish: Protection, budget_bytes: int, now: datetime) -> Refusal | None:
        """Protect all of these, or none; `wish` says by whom and why, its own id is not looked at.

        A budget of zero is none. A clip that is protected already takes over the new wish.
        """
        wanted = dict.fromkeys(clip_ids)
        with self.store.index.write() as db:
            found = {
                clip_id: row[0]
                for clip_id in wanted
                if (row := db.execute(
                    "SELECT size_bytes FROM clips WHERE clip_id = ? AND deleted = 0", (clip_id,)
                ).fetchone()) is not None
            }  # fmt: skip
            if not found or len(found) < len(wanted):
                return "unknown_clip"
            others = db.execute(
                f"SELECT clip_id, size_bytes FROM clips WHERE deleted = 0 AND clip_id IN ({PROTECTED})",  # noqa: S608 - a constant
                (milliseconds(now),),
            )
            kept_bytes = sum(size for clip_id, size in others if clip_id not in found)
            if budget_bytes and kept_bytes + sum(found.values()) > budget_bytes:
                return "over_budget"
            until_ms = None if wish.until is None else milliseconds(wish.until)
            db.executemany(
                "INSERT OR REPLACE INTO protections VALUES (?,?,?,?,?)",
                [(clip_id, wish.owner, wish.reason, milliseconds(wish.since), until_ms) for clip_id in wanted],
            )
        return None

    def unprotect(self, clip_ids: Sequence[str]) -> int:
        """Leave clips to retention again; how many were protected."""
        with self.store.index.write() as db:
            return db.executemany(
                "DELETE FROM protections WHERE clip_id = ?", [(clip_id,) for clip_id in clip_ids]
            ).rowcount

    def of(self, clip_ids: Sequence[str], now: datetime) -> dict[str, Protection]:
        """The protections in force, of those clips that have one."""
        return {found.clip_id: found for found in self.all(now) if found.clip_id in set(clip_ids)}

    def all(self, now: datetime) -> tuple[Protection, ...]:
        """Every protection in force, the latest first."""
        with self.store.index.read() as db:
            rows = db.execute(
                "SELECT clip_id, owner, reason, since_ms, until_ms FROM protections "
                "WHERE until_ms IS NULL OR until_ms > ? ORDER BY since_ms DESC, clip_id",
                (milliseconds(now),),
            ).fetchall()
        return tuple(
            Protection(
                clip_id=clip_id, owner=owner, reason=reason, since=moment(since),
                until=None if until is None else moment(until),
            )
            for clip_id, owner, reason, since, until in rows
        )  # fmt: skip

    def size_by_camera(self, now: datetime) -> dict[str, int]:
        """How much of each camera is protected, in bytes."""
        with self.store.index.read() as db:
            return dict(
                db.execute(
                    "SELECT camera_id, sum(size_bytes) FROM protections JOIN clips USING (clip_id) "
                    "WHERE deleted = 0 AND (until_ms IS NULL OR until_ms > ?) GROUP BY camera_id",
                    (milliseconds(now),),
                ).fetchall()
            )
