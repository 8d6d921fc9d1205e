"""Roles of officers, and what each may do."""

from enum import StrEnum


class Permission(StrEnum):
    """What a console call needs."""

    OWN_ACCOUNT = "own_account"
    SEE_FEED = "see_feed"
    SEE_HOUSEHOLDS = "see_households"
    CONFIRM_HOUSEHOLDS = "confirm_households"
    INVITE = "invite"
    SEE_CONSENTS = "see_consents"
    ASK_FOOTAGE = "ask_footage"
    MODERATE_REQUESTS = "moderate_requests"
    SEE_REPORTS = "see_reports"
    WATCH_LIVE = "watch_live"
    HOLD_FOOTAGE = "hold_footage"
    SEE_ACCESS_LOG = "see_access_log"
    MANAGE_HUB = "manage_hub"
    MANAGE_MEMBERS = "manage_members"


_VIEWER = frozenset({Permission.OWN_ACCOUNT, Permission.SEE_FEED})
_OFFICER = _VIEWER | {
    Permission.SEE_HOUSEHOLDS,
    Permission.CONFIRM_HOUSEHOLDS,
    Permission.INVITE,
    Permission.SEE_CONSENTS,
    Permission.ASK_FOOTAGE,
    Permission.MODERATE_REQUESTS,
    Permission.SEE_REPORTS,
    Permission.WATCH_LIVE,
    Permission.HOLD_FOOTAGE,
}


class Role(StrEnum):
    """Viewers watch, officers also deal with households, administrators do everything."""

    VIEWER = "viewer"
    OFFICER = "officer"
    ADMIN = "admin"

    def allows(self, permission: Permission) -> bool:
        """Whether this role may do that."""
        match self:
            case Role.VIEWER:
                return permission in _VIEWER
            case Role.OFFICER:
                return permission in _OFFICER
            case Role.ADMIN:
                return True
