"""Joining a hub: an invitation, a statement, six digits; and each way it can fail has its own sentence."""

import asyncio
from collections.abc import AsyncGenerator
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

from homeassistant.config_entries import SOURCE_RECONFIGURE, SOURCE_USER, SubentryFlowContext
from homeassistant.data_entry_flow import FlowResultType
import pytest

from custom_components.mat_than import hub_flow
from custom_components.mat_than.lib.mat_than_engine.protocol.keys import PublicKey, comparison_code
from custom_components.mat_than.lib.mat_than_engine.protocol.problems import Problem
from custom_components.mat_than.sharing.hub import Hub as JoinedHub
from custom_components.mat_than.sharing.identity import STORE_KEY, Identity, async_get_identities
from custom_components.mat_than.sharing.sending_limits import QuietHours, SendingLimits
from scripts.live.hub import Hub
from scripts.live.process import free_port

from .conftest import Home, until
from .hostile_hub import HostileHub, hostile_hub, http, json_answer, problem

TRANSLATIONS = Path(hub_flow.__file__).parent / "translations"
NAME = "Nhà số 5"


@pytest.fixture
async def hostile(socket_enabled: None) -> AsyncGenerator[HostileHub]:
    async with hostile_hub() as hub:
        yield hub


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    """The officer is asked every 50 ms, so that a test does not wait for him."""
    monkeypatch.setattr(hub_flow, "POLL_S", 0.05)


class Flow:
    """The forms of a hub, filled in one after the other."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.flows = home.hass.config_entries.subentries
        self.last: Any = None

    async def begin(self) -> Any:
        context = SubentryFlowContext(source=SOURCE_USER)
        self.last = await self.flows.async_init((self.home.entry.entry_id, "hub"), context=context)
        return self.last

    async def answer(self, **typed: Any) -> Any:
        self.last = await self.flows.async_configure(self.last["flow_id"], typed)
        return self.last

    async def invited(self, link: str) -> Any:
        await self.begin()
        return await self.answer(link=link, household=NAME)

    async def decided(self) -> Any:
        """The result after the officer's decision."""
        flow_id = self.last["flow_id"]
        for _ in range(200):
            await asyncio.sleep(0.05)
            self.last = await self.flows.async_configure(flow_id)
            if self.last["type"] not in {FlowResultType.SHOW_PROGRESS, FlowResultType.SHOW_PROGRESS_DONE}:
                return self.last
        raise AssertionError("nothing was decided")


@pytest.fixture
def flow(home: Home) -> Flow:
    return Flow(home)


def sentence(kind: str, key: str) -> str:
    """The words for a key, which both languages have, each its own."""
    texts = [
        json.loads((TRANSLATIONS / f"{lang}.json").read_text())["config_subentries"]["hub"][kind][key]
        for lang in ("en", "vi")
    ]
    assert texts[0] != texts[1]
    return str(texts[0])


async def test_a_hub_is_joined_when_the_officer_finds_the_same_digits(
    home: Home, flow: Flow, real_hub: Hub, hass_storage: dict[str, Any]
) -> None:
    link = await home.hass.async_add_executor_job(real_hub.invite, "tests")
    form = await flow.invited(link)
    assert form["step_id"] == "statement"
    assert form["description_placeholders"]["hub"] == "Nhà văn hoá tổ 5"
    waiting = await flow.answer(agree=True)
    assert waiting["type"] is FlowResultType.SHOW_PROGRESS
    digits = waiting["description_placeholders"]["code"].replace(" ", "")
    await home.hass.async_add_executor_job(real_hub.confirm_waiting, digits)
    done = await flow.decided()
    assert done["type"] is FlowResultType.CREATE_ENTRY

    (subentry,) = (s for s in home.entry.subentries.values() if s.subentry_type == "hub")
    joined = JoinedHub.of(subentry.data)
    assert subentry.unique_id == joined.key.thumbprint
    identity = (await async_get_identities(home.hass)).get(joined.recipient)
    assert identity is not None
    secret = hass_storage[STORE_KEY]["data"]
    assert len(secret) == 1
    assert all(key not in json.dumps(dict(subentry.data)) for key in secret.values())

    # The same hub cannot be joined a second time.
    again = await home.hass.async_add_executor_job(real_hub.invite, "tests")
    assert (await flow.invited(again))["reason"] == "already_configured"


async def test_a_used_invitation_says_so(home: Home, flow: Flow, real_hub: Hub) -> None:
    link = await home.hass.async_add_executor_job(real_hub.invite, "tests")
    await flow.invited(link)
    await flow.answer(agree=True)
    home.hass.config_entries.subentries.async_abort(flow.last["flow_id"])
    await flow.invited(link)
    refused = await flow.answer(agree=True)
    assert refused["errors"] == {"base": "code_used"}
    assert sentence("error", "code_used")
    # The officer's list is left as it was found.
    await home.hass.async_add_executor_job(real_hub.confirm_waiting)


@pytest.mark.parametrize(
    ("link", "error"),
    [
        ("", "not_an_invitation"),
        ("xin chào", "not_an_invitation"),
        ("https://hub.example/join", "not_an_invitation"),
        ("https://hub.example/join#SHORT.SHORT", "not_an_invitation"),
        (f"https://hub.example/other#{'A' * 26}.{'B' * 43}", "not_an_invitation"),
        (f"https://user@hub.example/join#{'A' * 26}.{'B' * 43}", "not_an_invitation"),
        (f"https://[::1/join#{'A' * 26}.{'B' * 43}", "not_an_invitation"),
        (f"http://hub.example/join#{'A' * 26}.{'B' * 43}", "no_https"),
    ],
)
async def test_a_text_that_is_no_invitation_says_so(flow: Flow, link: str, error: str) -> None:
    form = await flow.invited(link)
    assert form["step_id"] == "user"
    assert form["errors"] == {"link": error}
    assert sentence("error", error)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (http(200, b"<html>It works!</html>", "text/html"), "hub_nonsense"),
        (http(301, b"", "text/html", "Location: https://elsewhere.example"), "hub_nonsense"),
        (http(502, b"<html>Bad gateway</html>", "text/html"), "hub_busy"),
    ],
)
async def test_what_answers_in_the_hubs_place_has_a_sentence(
    flow: Flow, hostile: HostileHub, answer: bytes, error: str
) -> None:
    hostile.answers["/.well-known/mt-hub"] = answer
    assert (await flow.invited(hostile.link))["errors"] == {"base": error}
    assert sentence("error", error)
    # After the error the form goes on where the hub is in order again.
    hostile.describe()
    assert (await flow.answer(link=hostile.link, household=NAME))["step_id"] == "statement"


async def test_nobody_at_the_address_has_a_sentence(flow: Flow) -> None:
    link = f"http://127.0.0.1:{free_port()}/join#{'A' * 26}.{'B' * 43}"
    assert (await flow.invited(link))["errors"] == {"base": "hub_unreachable"}
    assert sentence("error", "hub_unreachable")


async def test_another_key_than_the_invitations_stops_before_anything_is_sent(flow: Flow, hostile: HostileHub) -> None:
    hostile.describe(key=Identity.new().public)
    assert (await flow.invited(hostile.link))["errors"] == {"base": "hub_key_changed"}
    assert sentence("error", "hub_key_changed")
    assert [request for request, _, _ in hostile.requests] == ["GET /.well-known/mt-hub"]


async def test_nothing_of_the_home_is_sent_before_the_owner_agrees(flow: Flow, hostile: HostileHub) -> None:
    await flow.invited(hostile.link)
    form = await flow.answer(agree=False)
    assert form["errors"] == {"agree": "not_agreed"}
    assert len(hostile.requests) == 1
    _, headers, body = hostile.requests[0]
    assert body == b""
    assert "signature" not in headers
    assert NAME not in str(headers)


async def test_a_hubs_words_are_shown_as_words(flow: Flow, hostile: HostileHub) -> None:
    hostile.describe(name="[bấm](https://xau.example) <b>*")
    form = await flow.invited(hostile.link)
    assert form["description_placeholders"]["hub"] == "\\[bấm\\](https:\u200b//xau.example) \\<b\\>\\*"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (problem(Problem.NOT_YOURS), "code_used"),
        (problem(Problem.QUOTA, retry_after_s=900), "too_many_tries"),
        (problem(Problem.OVERLOADED), "hub_busy"),
        (problem(Problem.CLOCK_SKEW, server_time="2020-01-01T00:00:00Z"), "clock_skew"),
        (problem(Problem.CONFLICT), "refused"),
        (http(201, b'{"household_id":5}'), "hub_nonsense"),
    ],
)
async def test_each_refusal_of_a_pairing_has_its_sentence(
    flow: Flow, hostile: HostileHub, answer: bytes, error: str
) -> None:
    hostile.answers["/v1/pairings"] = answer
    await flow.invited(hostile.link)
    form = await flow.answer(agree=True)
    assert (form["step_id"], form["errors"]) == ("statement", {"base": error})
    assert sentence("error", error)


def waiting_at(hostile: HostileHub) -> str:
    """The hub lets a household wait; its id."""
    household_id = str(uuid4())
    answer = json_answer({"household_id": household_id, "state": "waiting"}, 201)
    hostile.answers["/v1/pairings"] = answer
    hostile.answers[f"/v1/pairings/{household_id}"] = answer
    return household_id


async def test_both_sides_show_digits_of_both_keys(flow: Flow, hostile: HostileHub) -> None:
    waiting_at(hostile)
    await flow.invited(hostile.link)
    form = await flow.answer(agree=True)
    sent = json.loads(next(body for request, _, body in hostile.requests if request == "POST /v1/pairings"))
    code = comparison_code(PublicKey(**sent["key"]), hostile.key, "A" * 26)
    assert form["description_placeholders"]["code"] == f"{code[:3]} {code[3:]}"
    assert sent["name"] == NAME
    flow.flows.async_abort(form["flow_id"])


async def test_a_refusal_by_the_officer_ends_the_form_and_keeps_no_key(
    home: Home, flow: Flow, hostile: HostileHub
) -> None:
    household_id = waiting_at(hostile)
    await flow.invited(hostile.link)
    await flow.answer(agree=True)
    hostile.answers[f"/v1/pairings/{household_id}"] = json_answer({"household_id": household_id, "state": "refused"})
    assert (await flow.decided())["reason"] == "refused"
    assert sentence("abort", "refused")
    assert (await async_get_identities(home.hass))._keys == {}


async def test_nobody_comparing_ends_the_form_one_day(
    flow: Flow, hostile: HostileHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_flow, "LONGEST_WAIT_S", 0.2)
    waiting_at(hostile)
    await flow.invited(hostile.link)
    await flow.answer(agree=True)
    assert (await flow.decided())["reason"] == "expired"
    assert sentence("abort", "expired")


async def test_a_broken_line_while_waiting_does_not_end_the_form(home: Home, flow: Flow, hostile: HostileHub) -> None:
    household_id = waiting_at(hostile)
    await flow.invited(hostile.link)
    hostile.answers[f"/v1/pairings/{household_id}"] = b""
    await flow.answer(agree=True)
    await until(lambda: len(hostile.requests) > 5)
    hostile.answers[f"/v1/pairings/{household_id}"] = json_answer({"household_id": household_id, "state": "confirmed"})
    assert (await flow.decided())["type"] is FlowResultType.CREATE_ENTRY


async def test_closing_the_form_stops_the_questions(flow: Flow, hostile: HostileHub) -> None:
    waiting_at(hostile)
    await flow.invited(hostile.link)
    form = await flow.answer(agree=True)
    await until(lambda: len(hostile.requests) > 3)
    flow.flows.async_abort(form["flow_id"])
    await asyncio.sleep(0.1)
    asked = len(hostile.requests)
    await asyncio.sleep(0.3)
    assert len(hostile.requests) == asked


async def limits_form(home: Home, hub_id: str) -> Any:
    """The form of a hub's limits, opened."""
    context = SubentryFlowContext(source=SOURCE_RECONFIGURE, subentry_id=hub_id)
    return await home.hass.config_entries.subentries.async_init((home.entry.entry_id, "hub"), context=context)


async def test_limits_are_set_shown_and_taken_off_again(home: Home, real_hub: Hub) -> None:
    hub_id, flows = await home.join(real_hub), home.hass.config_entries.subentries
    form = await limits_form(home, hub_id)
    assert form["description_placeholders"]["hub"] == home.joined(hub_id).name
    times = [field for field in form["data_schema"].schema.values() if field.selector_type == "time"]
    assert [field.serialize()["selector"]["time"]["no_second"] for field in times] == [True, True]
    typed = {"kbit_s": 2000, "quiet_from": "22:00:00", "quiet_until": "06:30:00"}
    done = await flows.async_configure(form["flow_id"], typed)
    assert done["reason"] == "reconfigure_successful"
    quiet = QuietHours(from_minute=22 * 60, until_minute=6 * 60 + 30)
    assert home.joined(hub_id).limits == SendingLimits(kbit_s=2000, quiet=quiet)

    form = await limits_form(home, hub_id)
    suggested = {str(key): key.description["suggested_value"] for key in form["data_schema"].schema}
    assert suggested == typed
    await flows.async_configure(form["flow_id"], {})
    assert home.joined(hub_id).limits == SendingLimits()


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"quiet_from": "22:00:00"}, {"quiet_until": "quiet_half"}),
        ({"quiet_until": "06:00:00"}, {"quiet_from": "quiet_half"}),
        ({"quiet_from": "06:00:00", "quiet_until": "06:00:00"}, {"quiet_until": "quiet_never_ends"}),
    ],
)
async def test_quiet_hours_that_make_no_sense_are_told(
    home: Home, real_hub: Hub, typed: dict[str, str], errors: dict[str, str]
) -> None:
    hub_id, flows = await home.join(real_hub), home.hass.config_entries.subentries
    before = home.joined(hub_id)
    form = await limits_form(home, hub_id)
    again = await flows.async_configure(form["flow_id"], typed)
    assert again["errors"] == errors
    assert home.joined(hub_id) == before
