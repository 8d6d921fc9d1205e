"""Join a hub: an invitation is pasted, the hub's statement is read and agreed to, six digits are compared.

Nothing of the home is sent before the owner has agreed. The key that is made for the hub goes into the private
store and never into the subentry.
"""

import asyncio
from dataclasses import dataclass, replace
from typing import Any, Final

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult
from homeassistant.core import callback
from homeassistant.helpers.selector import BooleanSelector, TextSelector
from homeassistant.loader import async_get_integration
from homeassistant.util import dt as dt_util
import probatio

from .const import DOMAIN
from .hub_limits_form import SCHEMA, read_limits, suggested_of
from .lib.mat_than_engine.protocol.keys import comparison_code
from .lib.mat_than_engine.protocol.pairing import HubDescription, Invitation, PairingRequest, PairingState
from .lib.mat_than_engine.protocol.problems import Problem
from .lib.mat_than_engine.wire import WireError
from .sharing.client import HubClient
from .sharing.consent import Recipient
from .sharing.errors import HubRefusedError, HubUnreachableError, SharingError
from .sharing.hub import Hub
from .sharing.identity import Identity, async_get_identities
from .sharing.transport import Transport, async_get_hub_session

CONF_LINK: Final = "link"
CONF_HOUSEHOLD: Final = "household"
CONF_AGREE: Final = "agree"

POLL_S: Final = 2.0
LONGEST_WAIT_S: Final = 1800.0  # the officer went home; the invitation is used up then

# What the hub's refusals mean while joining, as keys of the translations.
_REFUSALS: Final = {
    Problem.NOT_YOURS: "code_used",
    Problem.GONE: "code_used",
    Problem.QUOTA: "too_many_tries",
    Problem.CLOCK_SKEW: "clock_skew",
    Problem.OVERLOADED: "hub_busy",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joining:
    """What is known while the officer compares."""

    client: HubClient
    identity: Identity
    household_id: str


class HubSubentryFlow(ConfigSubentryFlow):
    """The forms of one hub."""

    _invitation: Invitation
    _household: str
    _description: HubDescription
    _joining: _Joining
    _identity: Identity | None = None  # one for the whole form: a repeated request is then a repetition to the hub
    _waiting: asyncio.Task[str] | None = None

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """The invitation, and what the officers shall call this household."""
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = await self._async_read_invitation(user_input)
            if not errors:
                if self._already_joined():
                    return self.async_abort(reason="already_configured")
                return await self.async_step_statement()
        schema = probatio.Schema(
            {
                probatio.Required(CONF_LINK): TextSelector(),
                probatio.Required(CONF_HOUSEHOLD): TextSelector(),
            }
        )
        suggested = user_input or {CONF_HOUSEHOLD: self.hass.config.location_name}
        return self.async_show_form(
            step_id="user",
            data_schema=self.add_suggested_values_to_schema(schema, suggested),
            errors=errors,
            description_placeholders={"example": "https://…/join#…"},
        )

    async def _async_read_invitation(self, user_input: dict[str, Any]) -> dict[str, str]:
        """Read the link and ask the hub who it is; the errors of the form."""
        self._household = user_input[CONF_HOUSEHOLD].strip()[:80]
        if not self._household:
            return {CONF_HOUSEHOLD: "no_name"}
        try:
            self._invitation = Invitation.parse(user_input[CONF_LINK])
        except (WireError, ValueError) as err:
            no_https = isinstance(err, WireError) and err.pointer == "/https"
            return {CONF_LINK: "no_https" if no_https else "not_an_invitation"}
        try:
            self._description = await self._client(None).describe(self._invitation.thumbprint)
        except SharingError as err:
            return {"base": _error_key(err)}
        return {}

    def _already_joined(self) -> bool:
        thumbprint = self._invitation.thumbprint
        return any(subentry.unique_id == thumbprint for subentry in self._get_entry().subentries.values())

    async def async_step_statement(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """What the hub says of itself, and the owner's yes to joining it. It is no consent to share anything yet."""
        errors: dict[str, str] = {}
        if user_input is not None:
            if not user_input[CONF_AGREE]:
                errors[CONF_AGREE] = "not_agreed"
            else:
                error = await self._async_pair()
                if error is None:
                    return await self.async_step_compare()
                errors["base"] = error
        statement = self._description.statement(self.hass.config.language)
        return self.async_show_form(
            step_id="statement",
            data_schema=probatio.Schema({probatio.Required(CONF_AGREE, default=False): BooleanSelector()}),
            errors=errors,
            description_placeholders={
                "hub": _plain(self._description.name),
                "commune": _plain(self._description.commune),
                "controller": _plain(statement.controller),
                "purposes": _plain(statement.purposes),
                "retention": _plain(statement.retention),
                "contact": _plain(statement.contact),
                "withdrawal": _plain(statement.withdrawal),
            },
        )

    async def _async_pair(self) -> str | None:
        """Make a key and ask to be let in; the key of the sentence that says why not."""
        integration = await async_get_integration(self.hass, DOMAIN)
        identity = self._identity = self._identity or Identity.new()
        client = self._client(identity)
        request = PairingRequest(
            code=self._invitation.code,
            key=identity.public,
            name=self._household,
            software=f"mat_than {integration.version}",
        )
        try:
            answer = await client.pair(request)
        except SharingError as err:
            return _error_key(err)
        self._joining = _Joining(client=client, identity=identity, household_id=answer.household_id)
        return None

    async def async_step_compare(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Show six digits until the officer has found the same ones on the hub's screen."""
        if self._waiting is None:
            self._waiting = self.hass.async_create_background_task(self._async_wait(), f"{DOMAIN} pairing")
        if not self._waiting.done():
            joining = self._joining
            code = comparison_code(joining.identity.public, self._description.key, self._invitation.code)
            return self.async_show_progress(
                step_id="compare",
                progress_action="compare",
                progress_task=self._waiting,
                description_placeholders={"code": f"{code[:3]} {code[3:]}", "hub": _plain(self._description.name)},
            )
        outcome = self._waiting.result()
        return self.async_show_progress_done(next_step_id="joined" if outcome == "joined" else outcome)

    async def _async_wait(self) -> str:
        """Ask until the officer has decided; the next step's name."""
        joining = self._joining
        try:
            async with asyncio.timeout(LONGEST_WAIT_S):
                while True:
                    try:
                        state = (await joining.client.pairing(joining.household_id)).state
                    except HubRefusedError as err:
                        if err.problem in {Problem.NOT_YOURS, Problem.UNKNOWN_KEY, Problem.GONE}:
                            return "refused"
                    except SharingError:
                        pass  # the line may come back while the officer walks to the screen
                    else:
                        if state is not PairingState.WAITING:
                            return "joined" if state is PairingState.CONFIRMED else "refused"
                    await asyncio.sleep(POLL_S)
        except TimeoutError:
            return "expired"

    async def async_step_joined(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """The officer confirmed: keep the key, and the hub."""
        description = self._description
        hub = Hub(
            url=self._invitation.hub_url,
            key=description.key,
            household_id=self._joining.household_id,
            name=description.name,
            commune=description.commune,
            notice_version=description.notice_version,
            retention_days=description.retention_days,
            clip_bytes=description.clip_bytes,
        )
        recipient = Recipient(thumbprint=hub.key.thumbprint, household_id=hub.household_id)
        await (await async_get_identities(self.hass)).async_put(recipient, self._joining.identity)
        return self.async_create_entry(title=hub.name, data=hub.as_data(), unique_id=hub.key.thumbprint)

    async def async_step_refused(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """The officer said that the digits differ, or that this home is not the one invited."""
        return self.async_abort(reason="refused")

    async def async_step_expired(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Nobody compared the digits."""
        return self.async_abort(reason="expired")

    @callback
    def async_remove(self) -> None:
        """The owner closed the form: stop asking, forget the key."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.cancel()

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """How fast this hub is sent to, and when no clip goes."""
        subentry = self._get_reconfigure_subentry()
        hub = Hub.of(subentry.data)
        errors: dict[str, str] = {}
        if user_input is not None:
            limits, errors = read_limits(user_input)
            if limits is not None:
                data = replace(hub, limits=limits).as_data()
                return self.async_update_and_abort(self._get_entry(), subentry, data=data)
        suggested = suggested_of(hub.limits) if user_input is None else user_input
        return self.async_show_form(
            step_id="reconfigure",
            data_schema=self.add_suggested_values_to_schema(SCHEMA, suggested),
            errors=errors,
            description_placeholders={"hub": _plain(hub.name)},
        )

    def _client(self, identity: Identity | None) -> HubClient:
        transport = Transport(async_get_hub_session(self.hass), self._invitation.hub_url, identity, dt_util.utcnow)
        return HubClient(transport, None)


def _error_key(err: SharingError) -> str:
    if isinstance(err, HubUnreachableError):
        return "hub_unreachable"
    if isinstance(err, HubRefusedError):
        if err.problem is None and err.status >= 500:
            return "hub_busy"
        return _REFUSALS.get(err.problem, "refused") if err.problem is not None else "hub_nonsense"
    return err.code


def _plain(text: str) -> str:
    """A hub's words as words: the form would read Markdown and links in them."""
    escaped = "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~!" else char for char in text)
    return escaped.replace("://", ":\u200b//")
