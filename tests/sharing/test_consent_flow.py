"""Giving a consent: nothing is ticked beforehand, everything is repeated, and the hub's receipt is kept with it."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
import json
from pathlib import Path
from typing import Any

from homeassistant.config_entries import SOURCE_RECONFIGURE, SOURCE_USER, SubentryFlowContext
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.util import dt as dt_util
import probatio
import pytest

from custom_components.mat_than import consent_flow
from custom_components.mat_than.const import SUBENTRY_HUB
from custom_components.mat_than.lib.mat_than_engine.protocol.consent import ConsentReceipt, DataKind
from custom_components.mat_than.lib.mat_than_engine.protocol.problems import Problem
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind, object_hash, open_object
from custom_components.mat_than.sharing.hub import Hub as JoinedHub
from custom_components.mat_than.sharing.identity import Identity, async_get_identities, verify_ed25519
from custom_components.mat_than.sharing.ledger import async_get_ledger
from scripts.live.hub import Hub

from .conftest import Home
from .hostile_hub import HostileHub, hostile_hub, http, problem

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def terms(**changes: Any) -> dict[str, Any]:
    until = (dt_util.now() + timedelta(days=365)).date()
    facts = {"kinds": ["events", "clips"], "days": DAYS, "from_time": "22:00:00", "to_time": "06:00:00"}
    return facts | {"until": until.isoformat(), "retention_days": 7} | changes


class Flow:
    """The forms of a consent, filled in one after the other."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.flows = home.hass.config_entries.subentries
        self.last: Any = None

    async def begin(self, subentry_id: str | None = None) -> Any:
        context = SubentryFlowContext(source=SOURCE_USER)
        if subentry_id is not None:
            context = SubentryFlowContext(source=SOURCE_RECONFIGURE, subentry_id=subentry_id)
        self.last = await self.flows.async_init((self.home.entry.entry_id, "consent"), context=context)
        return self.last

    async def answer(self, **typed: Any) -> Any:
        self.last = await self.flows.async_configure(self.last["flow_id"], typed)
        return self.last

    async def parties(self, hub_id: str, camera_id: str = "cam1") -> Any:
        await self.begin()
        return await self.answer(camera=camera_id, hub=hub_id, purpose="neighbourhood_security")


@pytest.fixture
def flow(home: Home) -> Flow:
    return Flow(home)


@pytest.fixture
async def hostile(socket_enabled: None) -> AsyncGenerator[HostileHub]:
    async with hostile_hub() as hub:
        yield hub


async def test_live_view_is_explained_and_hours_without_asking_are_a_choice_of_their_own(
    home: Home, flow: Flow, real_hub: Hub
) -> None:
    hub_id = await home.join(real_hub)
    await flow.parties(hub_id)
    form = await flow.answer(**terms(kinds=["events", "live"]))
    assert form["step_id"] == "live"
    assert {str(field): field.default() for field in form["data_schema"].schema if str(field) == "live_unasked"} == {
        "live_unasked": False
    }
    wrong = await flow.answer(live_unasked=True, live_from="07:00:00", live_to="07:00:00")
    assert wrong["errors"] == {"base": "live_whole_day"}
    confirm = await flow.answer(live_unasked=False)
    assert "2 minutes" in confirm["description_placeholders"]["live"]
    assert (await flow.answer(agree=True))["type"] is FlowResultType.CREATE_ENTRY
    (subentry,) = (s for s in home.entry.subentries.values() if s.subentry_type == "consent")
    assert "live_hours" not in subentry.data
    await flow.begin(subentry.subentry_id)
    await flow.answer(next_step_id="terms")
    await flow.answer(**terms(kinds=["events", "live"]))
    confirm = await flow.answer(live_unasked=True, live_from="22:00:00", live_to="05:00:00")
    assert "22:00 to 05:00" in confirm["description_placeholders"]["live"]
    await flow.answer(agree=True)
    await home.settled()
    (given,) = home.door.permissions.household.given.values()
    assert given.live_hours is not None
    assert (given.live_hours.from_minute, given.live_hours.to_minute) == (22 * 60, 5 * 60)
    assert "live_hours" not in str(given.record)  # told to nobody


async def joined(home: Home, hub: HostileHub) -> str:
    """A hub that was joined when it still behaved."""
    told = hub.description()
    data = JoinedHub(
        url=hub.url,
        key=hub.key,
        household_id="01939af0-0000-7000-8000-000000000001",
        name=told.name,
        commune=told.commune,
        notice_version="1",
        retention_days=30,
    )
    await (await async_get_identities(home.hass)).async_put(data.recipient, Identity.new())
    return home.add(SUBENTRY_HUB, told.name, data.as_data())


async def test_no_camera_hub_or_purpose_is_chosen_beforehand_and_each_that_is_missing_is_asked_for(
    home: Home, flow: Flow, hostile: HostileHub
) -> None:
    hub_id = await joined(home, hostile)
    form = await flow.begin()
    for field in form["data_schema"].schema:
        # Home Assistant's front end fills what is required with the first there is.
        assert isinstance(field, probatio.Optional)
        assert isinstance(field.default, probatio.Undefined)
        assert not field.description
    form = await flow.answer(camera="cam1")
    assert form["errors"] == {"hub": "no_hub_chosen", "purpose": "no_purpose"}
    chosen = {str(field): field.description for field in form["data_schema"].schema if field.description}
    assert chosen == {"camera": {"suggested_value": "cam1"}}
    form = await flow.answer(hub=hub_id, purpose="public_place")
    assert form["errors"] == {"camera": "no_camera_chosen"}
    assert (await flow.answer(camera="cam2", hub=hub_id, purpose="public_place"))["step_id"] == "terms"
    assert hostile.requests == []


async def test_a_consent_is_given_signed_and_countersigned(home: Home, flow: Flow, real_hub: Hub) -> None:
    hub_id = await home.join(real_hub)
    hub = home.joined(hub_id)
    form = await flow.parties(hub_id)
    assert form["step_id"] == "terms"
    assert all("suggested_value" not in (field.description or {}) for field in form["data_schema"].schema)
    confirm = await flow.answer(**terms())
    said = confirm["description_placeholders"]
    assert (said["camera"], said["hub"], said["hours"], said["retention"]) == ("Cổng", hub.name, "22:00 - 06:00", "7")
    assert said["days"] == "every day"
    assert not home.door.sharing_state("cam1").allowed
    assert (await flow.answer(agree=False))["errors"] == {"agree": "not_agreed"}
    done = await flow.answer(agree=True)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    await home.settled()

    (given,) = home.door.permissions.household.given.values()
    assert given.record.kinds == (DataKind.EVENTS, DataKind.CLIPS)
    assert (given.record.hours.from_minute, given.record.hours.to_minute) == (22 * 60, 6 * 60)
    assert not given.record.parents
    assert not given.record.audio
    receipt_token = home.entry.subentries[given.subentry_id].data["receipt"]
    receipt = open_object(Kind.CONSENT_RECEIPT, ConsentReceipt, receipt_token, hub.key, verify_ed25519)
    assert receipt.record_sha256 == object_hash(given.token)
    assert home.door.sharing_state("cam1").allowed
    assert home.door.sharing_state("cam1").hubs == (hub.name,)

    assert (await flow.parties(hub_id))["reason"] == "already_configured"


async def test_a_change_is_a_new_version_of_the_same_consent(home: Home, flow: Flow, real_hub: Hub) -> None:
    consent_id = await home.consent(await home.join(real_hub))
    subentry_id = home.door.permissions.household.given[consent_id].subentry_id
    menu = await flow.begin(subentry_id)
    assert menu["menu_options"] == ["terms", "withdraw"]
    await flow.answer(next_step_id="terms")
    await flow.answer(**terms(kinds=["events"]))
    done = await flow.answer(agree=True)
    assert done["reason"] == "reconfigure_successful"
    await home.settled()
    record = home.door.permissions.household.given[consent_id].record
    assert (record.version, record.kinds) == (2, (DataKind.EVENTS,))
    assert (await async_get_ledger(home.hass)).consents[consent_id].withdrawn_at is None


async def test_a_withdrawal_in_the_form_ends_the_consent(home: Home, flow: Flow, real_hub: Hub) -> None:
    consent_id = await home.consent(await home.join(real_hub))
    subentry_id = home.door.permissions.household.given[consent_id].subentry_id
    await flow.begin(subentry_id)
    await flow.answer(next_step_id="withdraw")
    done = await flow.answer()
    assert done["reason"] == "withdrawn"
    assert subentry_id not in home.entry.subentries
    ledger = await async_get_ledger(home.hass)
    await home.until(lambda: ledger.consents[consent_id].receipt, 60)


@pytest.mark.parametrize(
    ("changes", "field", "error"),
    [
        ({"kinds": []}, "kinds", "no_kinds"),
        ({"kinds": ["stills"]}, "kinds", "stills_need_events"),
        ({"days": []}, "days", "no_days"),
        ({"until": "2020-01-01"}, "until", "until_out_of_range"),
        ({"until": "2099-01-01"}, "until", "until_out_of_range"),
    ],
)
async def test_terms_that_cannot_be_have_a_sentence(
    home: Home, flow: Flow, hostile: HostileHub, changes: dict[str, Any], field: str, error: str
) -> None:
    await flow.parties(await joined(home, hostile))
    form = await flow.answer(**terms(**changes))
    assert (form["step_id"], form["errors"]) == ("terms", {field: error})
    assert (await flow.answer(**terms()))["step_id"] == "confirm"
    assert hostile.requests == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", "hub_unreachable"),
        (http(200, b"<html>"), "hub_nonsense"),
        (http(201, b'{"receipt":"a.b.c"}'), "hub_nonsense"),
        (problem(Problem.VALIDATION), "refused"),
        (problem(Problem.NOT_CONFIRMED), "not_confirmed"),
        (problem(Problem.UNKNOWN_KEY), "hub_unknown_key"),
        (problem(Problem.OVERLOADED), "hub_busy"),
        (problem(Problem.CLOCK_SKEW, server_time="2020-01-01T00:00:00Z"), "clock_skew"),
    ],
)
async def test_a_hub_that_does_not_take_the_consent_has_a_sentence_and_gets_nothing(
    home: Home, flow: Flow, hostile: HostileHub, answer: bytes, error: str
) -> None:
    hostile.answers["/v1/cameras/cam1"] = http(201, b"{}")
    await flow.parties(await joined(home, hostile))
    await flow.answer(**terms())
    hostile.otherwise = answer
    form = await flow.answer(agree=True)
    assert (form["step_id"], form["errors"]) == ("confirm", {"base": error})
    assert not home.door.sharing_state("cam1").allowed
    assert not [s for s in home.entry.subentries.values() if s.subentry_type == "consent"]
    # The hub may have taken it although its answer was lost: so it is told that it is not meant.
    await home.until(lambda: any("/withdrawal" in request for request, _, _ in hostile.requests))


async def test_without_a_hub_the_form_says_what_to_do_first(home: Home, flow: Flow) -> None:
    assert (await flow.begin())["reason"] == "no_hubs"


async def test_without_a_camera_the_form_says_what_to_do_first(home: Home, flow: Flow, hostile: HostileHub) -> None:
    await joined(home, hostile)
    for camera_id in ("cam1", "cam2"):
        home.hass.config_entries.async_remove_subentry(home.entry, camera_id)
    assert (await flow.begin())["reason"] == "no_cameras"


async def test_a_hub_whose_key_was_lost_is_not_offered(home: Home, flow: Flow, hostile: HostileHub) -> None:
    hub_id = await joined(home, hostile)
    data = JoinedHub.of(home.entry.subentries[hub_id].data)
    lost = replace(data, household_id="01939af0-0000-7000-8000-000000000002")
    home.hass.config_entries.async_update_subentry(home.entry, home.entry.subentries[hub_id], data=lost.as_data())
    assert (await flow.begin())["reason"] == "no_hubs"


def test_every_word_of_the_forms_is_in_both_languages() -> None:
    folder = Path(consent_flow.__file__).parent / "translations"
    trees = [json.loads((folder / f"{language}.json").read_text())["config_subentries"] for language in ("en", "vi")]

    def keys(tree: Any, path: str = "") -> set[str]:
        if isinstance(tree, str):
            return {f"{path} {sorted(part.split('}')[0] for part in tree.split('{')[1:])}"}
        return set().union(*(keys(branch, f"{path}/{name}") for name, branch in tree.items()))

    for kind in ("hub", "consent"):
        assert keys(trees[0][kind]) == keys(trees[1][kind])
