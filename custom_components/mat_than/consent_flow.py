"""Give a consent, change it, or withdraw it: one camera, one purpose, one hub.

Nothing is ticked beforehand. What was chosen is repeated in plain words before the last yes; only then is the record
signed and handed to the hub, whose signed receipt is kept with it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
import logging
from typing import Any, Final
from uuid import uuid4

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult
from homeassistant.helpers.selector import (
    BooleanSelector,
    DateSelector,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
)
from homeassistant.util import dt as dt_util
import probatio

from .consent_parties import Parties, parties_of, parties_schema, words_choice
from .lib.mat_than_engine.protocol.consent import WEEKDAYS, ConsentRecord, DataKind, Hours
from .lib.mat_than_engine.wire import to_json
from .live_consent import live_form, live_hours, live_schema, live_words
from .minute_selector import MinuteSelector
from .sharing.door import DOOR
from .sharing.errors import SharingError
from .sharing.giving import Offer, async_give, async_title, refusal_key
from .sharing.hub import Hub
from .sharing.identity import Identities, async_get_identities
from .sharing.standing import CONF_LIVE_HOURS, Household, read_household
from .words import async_option_words

_LOGGER = logging.getLogger(__name__)

CONF_KINDS: Final = "kinds"
CONF_DAYS: Final = "days"
CONF_FROM: Final = "from_time"
CONF_TO: Final = "to_time"
CONF_UNTIL: Final = "until"
CONF_RETENTION: Final = "retention_days"
CONF_AGREE: Final = "agree"

KINDS: Final = (DataKind.EVENTS, DataKind.STILLS, DataKind.CLIPS, DataKind.LIVE)
LONGEST: Final = timedelta(days=2 * 365)
USUAL_DAYS: Final = 365
USUAL_RETENTION_DAYS: Final = 7
MIDNIGHT: Final = "00:00:00"


class ConsentSubentryFlow(ConfigSubentryFlow):
    """The forms of one consent."""

    _parties: Parties
    _record: ConsentRecord
    _form: Mapping[str, Any]
    _live_hours: Hours | None = None

    # -- give

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Between whom, and for what."""
        household, identities = await self._async_household()
        hubs = {i: hub for i, hub in household.hubs.items() if identities.get(hub.recipient) is not None}
        if not household.cameras:
            return self.async_abort(reason="no_cameras")
        if not hubs:
            return self.async_abort(reason="no_hubs")
        errors: dict[str, str] = {}
        if user_input is not None:
            parties = parties_of(user_input, household.cameras, hubs, errors)
            if parties is not None:
                self._parties = parties
                if self._given_already(household):
                    return self.async_abort(reason="already_configured")
                return await self.async_step_terms()
        schema = parties_schema(household.cameras, hubs)
        return self.async_show_form(
            step_id="user", data_schema=self.add_suggested_values_to_schema(schema, user_input), errors=errors
        )

    def _given_already(self, household: Household) -> bool:
        unique_id = self._parties.unique_id
        return any(s.unique_id == unique_id for s in self._get_entry().subentries.values()) or any(
            (g.recipient, g.record.camera_id, g.record.purpose)
            == (self._parties.hub.recipient, self._parties.camera.camera_id, self._parties.purpose)
            for g in household.given.values()
        )

    async def async_step_terms(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """What, when, until when, and for how long it is kept there."""
        errors: dict[str, str] = {}
        if user_input is not None:
            self._form = user_input
            record = self._read_terms(user_input, errors)
            if record is not None:
                self._record = record
                if DataKind.LIVE in record.kinds:
                    return await self.async_step_live()
                self._live_hours = None
                return await self.async_step_confirm()
        former = self._parties.former
        suggested = user_input or (_form_of(former.record) if former is not None else None)
        return self.async_show_form(
            step_id="terms",
            data_schema=self.add_suggested_values_to_schema(_terms_schema(self._parties.hub), suggested),
            errors=errors,
            description_placeholders={
                "camera": self._parties.camera.name,
                "hub": self._parties.hub.name,
                "days": str(self._parties.hub.retention_days),
            },
        )

    def _read_terms(self, form: Mapping[str, Any], errors: dict[str, str]) -> ConsentRecord | None:
        """The record that the form asks for, or what is wrong with it."""
        now = dt_util.utcnow()
        kinds = tuple(kind for kind in KINDS if kind.value in form.get(CONF_KINDS, ()))
        days = tuple(day for day in WEEKDAYS if day in form.get(CONF_DAYS, ()))
        until = _end_of(date.fromisoformat(form[CONF_UNTIL]))
        if not kinds:
            errors[CONF_KINDS] = "no_kinds"
        elif DataKind.STILLS in kinds and DataKind.EVENTS not in kinds:
            errors[CONF_KINDS] = "stills_need_events"
        if not days:
            errors[CONF_DAYS] = "no_days"
        if not now < until <= now + LONGEST:
            errors[CONF_UNTIL] = "until_out_of_range"
        if errors:
            return None
        former = self._parties.former
        hub = self._parties.hub
        return ConsentRecord(
            consent_id=former.record.consent_id if former is not None else str(uuid4()),
            version=former.record.version + 1 if former is not None else 1,
            household_id=hub.household_id,
            hub_thumbprint=hub.key.thumbprint,
            camera_id=self._parties.camera.camera_id,
            purpose=self._parties.purpose,
            kinds=kinds,
            valid_from=now,
            valid_until=until,
            retention_days=int(form[CONF_RETENTION]),
            notice_version=hub.notice_version,
            language=self.hass.config.language,
            given_at=now,
            hours=_hours(days, form, str(self.hass.config.time_zone)),
            masks_required=bool(self._parties.camera.privacy_masks),
        )

    async def async_step_live(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """What a live view is, and whether there are hours in which nobody need be asked."""
        errors: dict[str, str] = {}
        if user_input is not None:
            try:
                self._live_hours = live_hours(user_input, self._record)
                return await self.async_step_confirm()
            except ValueError:
                errors["base"] = "live_whole_day"
        former = self._parties.former
        suggested = user_input or live_form(None if former is None else former.live_hours)
        return self.async_show_form(
            step_id="live",
            data_schema=self.add_suggested_values_to_schema(live_schema(), suggested),
            errors=errors,
            description_placeholders={"camera": self._parties.camera.name, "hub": self._parties.hub.name},
        )

    async def async_step_confirm(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """The same in plain words, and the last yes."""
        errors: dict[str, str] = {}
        if user_input is not None:
            if not user_input[CONF_AGREE]:
                errors[CONF_AGREE] = "not_agreed"
            else:
                # The consent begins with this yes, not with the form before it.
                now = dt_util.utcnow()
                self._record = replace(self._record, valid_from=now, given_at=now)
                data, error = await self._async_give()
                if data is not None:
                    return await self._async_finish(data)
                errors["base"] = error
        return self.async_show_form(
            step_id="confirm",
            data_schema=probatio.Schema({probatio.Required(CONF_AGREE, default=False): BooleanSelector()}),
            errors=errors,
            description_placeholders=await self._async_summary(),
        )

    async def _async_give(self) -> tuple[dict[str, Any] | None, str]:
        """Hand it to the hub: the subentry's data, or the key of the sentence that says why not."""
        try:
            return await async_give(self.hass, self._offer), ""
        except SharingError as err:
            _LOGGER.info("The consent could not be given: %s", err)
            await self._async_take_back()
            return None, refusal_key(err)

    @property
    def _offer(self) -> Offer:
        return Offer(camera=self._parties.camera, hub=self._parties.hub, record=self._record)

    async def _async_take_back(self) -> None:
        """The hub may have got it although no answer came: what is no subentry is withdrawn, and another id is next."""
        door = self.hass.data.get(DOOR)
        if self._parties.former is None:
            if door is not None:
                await door.async_withdraw(self._record.consent_id)
            self._record = replace(self._record, consent_id=str(uuid4()))

    async def _async_finish(self, data: dict[str, Any]) -> SubentryFlowResult:
        if self._live_hours is not None:
            data[CONF_LIVE_HOURS] = to_json(self._live_hours)
        title = await async_title(self.hass, self._offer)
        if self._parties.former is not None:
            subentry = self._get_reconfigure_subentry()
            return self.async_update_and_abort(self._get_entry(), subentry, title=title, data=data)
        return self.async_create_entry(title=title, data=data, unique_id=self._parties.unique_id)

    # -- change and withdraw

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Change it, or withdraw it."""
        household, _ = await self._async_household()
        subentry_id = self._get_reconfigure_subentry().subentry_id
        former = next((g for g in household.given.values() if g.subentry_id == subentry_id), None)
        hub = household.hub_of(former.recipient) if former is not None else None
        camera = household.cameras.get(former.record.camera_id) if former is not None else None
        if former is None or hub is None or camera is None:
            return self.async_abort(reason="gone")
        self._parties = Parties(camera=camera, hub=hub, purpose=former.record.purpose, former=former)
        return self.async_show_menu(
            step_id="reconfigure",
            # What was given for a case is what it is: another span would be another consent.
            menu_options=["terms", "withdraw"] if former.record.footage is None else ["withdraw"],
            description_placeholders={"camera": camera.name, "hub": hub.name},
        )

    async def async_step_withdraw(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """The last question before a withdrawal."""
        former = self._parties.former
        if user_input is None or former is None:
            return self.async_show_form(
                step_id="withdraw",
                data_schema=probatio.Schema({}),
                description_placeholders={"camera": self._parties.camera.name, "hub": self._parties.hub.name},
            )
        door = self.hass.data.get(DOOR)
        if door is not None:
            await door.async_withdraw(former.record.consent_id)
        elif former.subentry_id in self._get_entry().subentries:
            # Without a door nothing leaves; when there is one again it finds that the subentry is gone.
            self.hass.config_entries.async_remove_subentry(self._get_entry(), former.subentry_id)
        return self.async_abort(reason="withdrawn")

    # -- words

    async def _async_summary(self) -> dict[str, str]:
        record, word = self._record, await async_option_words(self.hass)
        hours = record.hours
        whole_day = (hours.from_minute, hours.to_minute % 1440) == (0, 0)
        until = dt_util.as_local(record.valid_until) - timedelta(minutes=1)
        every_day = len(hours.days) == len(WEEKDAYS)
        days = (
            word("consent_span", "every_day") if every_day else ", ".join(word("consent_days", d) for d in hours.days)
        )
        live = DataKind.LIVE in record.kinds
        return {
            "camera": self._parties.camera.name,
            "hub": self._parties.hub.name,
            "commune": self._parties.hub.commune,
            "purpose": word("consent_purpose", record.purpose.value),
            "kinds": ", ".join(word("consent_kinds", kind.value) for kind in record.kinds),
            "days": days,
            "hours": word("consent_span", "whole_day")
            if whole_day
            else f"{_clock(hours.from_minute)} - {_clock(hours.to_minute)}",
            "until": until.date().strftime("%d.%m.%Y"),
            "retention": str(record.retention_days),
            "masks": word("consent_span", "masked" if record.masks_required else "unmasked"),
            "live": f"\n- {live_words(self._live_hours, days, word)}" if live else "",
        }

    async def _async_household(self) -> tuple[Household, Identities]:
        identities = await async_get_identities(self.hass)
        return read_household(self._get_entry(), identities), identities


def _terms_schema(hub: Hub) -> probatio.Schema:
    """How long and when have what is usual as their default; what is shared, and on which days, never has."""
    until = (dt_util.now().date() + timedelta(days=USUAL_DAYS)).isoformat()
    retention_days = min(USUAL_RETENTION_DAYS, hub.retention_days)
    return probatio.Schema(
        {
            # Not required to the front end either, for the reason that `parties_schema` gives.
            probatio.Optional(CONF_KINDS): words_choice("consent_kinds", [kind.value for kind in KINDS], multiple=True),
            probatio.Optional(CONF_DAYS): words_choice("consent_days", list(WEEKDAYS), multiple=True),
            probatio.Required(CONF_FROM, default=MIDNIGHT): MinuteSelector(),
            probatio.Required(CONF_TO, default=MIDNIGHT): MinuteSelector(),
            probatio.Required(CONF_UNTIL, default=until): DateSelector(),
            probatio.Required(CONF_RETENTION, default=retention_days): NumberSelector(
                NumberSelectorConfig(min=1, max=min(365, hub.retention_days), step=1, mode=NumberSelectorMode.BOX)
            ),
        }
    )


def _hours(days: tuple[str, ...], form: Mapping[str, Any], time_zone: str) -> Hours:
    """The hours of the form; the same time twice is the whole day, midnight as an end is the day's end."""
    first, last = (_minute(form[key]) for key in (CONF_FROM, CONF_TO))
    return Hours(days=days, from_minute=first, to_minute=last or 1440, time_zone=time_zone)


def _minute(text: str) -> int:
    moment = time.fromisoformat(text)
    return moment.hour * 60 + moment.minute


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def _end_of(day: date) -> datetime:
    """The end of a day on the home's clock."""
    return dt_util.as_utc(dt_util.start_of_local_day(day + timedelta(days=1)))


def _form_of(record: ConsentRecord) -> dict[str, Any]:
    until = dt_util.as_local(record.valid_until) - timedelta(minutes=1)
    return {
        CONF_KINDS: [kind.value for kind in record.kinds],
        CONF_DAYS: list(record.hours.days),
        CONF_FROM: f"{_clock(record.hours.from_minute)}:00",
        CONF_TO: f"{_clock(record.hours.to_minute)}:00",
        CONF_UNTIL: until.date().isoformat(),
        CONF_RETENTION: record.retention_days,
    }
