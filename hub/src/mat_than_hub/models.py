"""All tables of all slices, for migrations and for whoever needs the whole schema."""

from .about.models import HubProfile
from .audit.models import AccessEntry
from .cameras.models import Camera
from .changes.models import Change
from .clips.models import Clip, Still
from .consents.models import Consent, ConsentVersion, DeletionOrder, Release
from .events.models import EventRow
from .holds.models import HeldItem, HoldLook, HoldRow
from .households.models import Household, HouseholdKey, InvitationRow, UsedNonce
from .live.models import LiveRow
from .members.models import LoginSession, Member
from .reports.models import ReportRow
from .requests.models import InboxRow, RequestAnswer, RequestCamera, RequestRow
from .retention.models import Tombstone

TABLES = (
    HubProfile,
    Household,
    InvitationRow,
    HouseholdKey,
    UsedNonce,
    Camera,
    Consent,
    ConsentVersion,
    DeletionOrder,
    Release,
    EventRow,
    Clip,
    Still,
    Tombstone,
    Member,
    LoginSession,
    AccessEntry,
    RequestRow,
    RequestCamera,
    RequestAnswer,
    LiveRow,
    InboxRow,
    ReportRow,
    HoldRow,
    HeldItem,
    HoldLook,
    Change,
)
