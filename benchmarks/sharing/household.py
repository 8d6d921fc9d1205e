"""A household that has joined a real hub, by the calls that a home makes."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid7

import aiohttp

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import (
    CameraCard,
    ConsentRecord,
    DataKind,
    PositionKind,
    Purpose,
)
from custom_components.mat_than.lib.mat_than_engine.protocol.pairing import HubDescription, Invitation, PairingRequest
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind
from custom_components.mat_than.sharing.client import HubClient
from custom_components.mat_than.sharing.hub import Hub as JoinedHub
from custom_components.mat_than.sharing.identity import Identity
from custom_components.mat_than.sharing.transport import Transport
from scripts.live.hub import Hub

RETENTION_DAYS = 7
VALID = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Household:
    """Its line to the hub, its key, and what each calls the other."""

    client: HubClient
    identity: Identity
    household_id: str
    hub_url: str
    told: HubDescription

    @property
    def hub(self) -> JoinedHub:
        """The hub as the home keeps it."""
        return JoinedHub(
            url=self.hub_url,
            key=self.told.key,
            household_id=self.household_id,
            name=self.told.name,
            commune=self.told.commune,
            notice_version=self.told.notice_version,
            retention_days=self.told.retention_days,
        )

    async def consent(self, camera_id: str, valid_from: datetime) -> tuple[str, str]:
        """Show the hub a camera and consent to everything of it; the consent's id, and the consent as it was signed."""
        record = ConsentRecord(
            consent_id=str(uuid7()),
            version=1,
            household_id=self.household_id,
            hub_thumbprint=self.told.key.thumbprint,
            camera_id=camera_id,
            purpose=Purpose.NEIGHBOURHOOD_SECURITY,
            kinds=(DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS),
            valid_from=valid_from,
            valid_until=datetime.now(UTC) + VALID,
            retention_days=RETENTION_DAYS,
            notice_version=self.told.notice_version,
            language="vi",
            given_at=datetime.now(UTC),
        )
        token = self.identity.sign_object(Kind.CONSENT, record)
        await self.client.put_camera(camera_id, CameraCard(name=camera_id, position=PositionKind.GATE))
        await self.client.put_consent(record.consent_id, record.version, token)
        return record.consent_id, token


async def join(hub: Hub, session: aiohttp.ClientSession) -> Household:
    """By invitation; an officer confirms it. Errors are the client's own (`sharing.errors`)."""
    invitation = Invitation.parse(await asyncio.to_thread(hub.invite, "bench"))
    identity = Identity.new()
    transport = Transport(session, invitation.hub_url, identity, lambda: datetime.now(UTC))
    told = await HubClient(transport, None).describe(invitation.thumbprint)
    client = HubClient(transport, told.key)
    request = PairingRequest(code=invitation.code, key=identity.public, name="Nhà số 5", software="bench")
    household_id = (await client.pair(request)).household_id
    await asyncio.to_thread(hub.confirm_waiting)
    return Household(client, identity, household_id, invitation.hub_url, told)
