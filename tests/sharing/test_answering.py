"""What becomes of an answer that changed, or was refused, before the hub had taken it."""

from dataclasses import replace
from datetime import datetime, timedelta

from homeassistant.exceptions import ServiceValidationError
from homeassistant.util import dt as dt_util
import pytest

from custom_components.mat_than.lib.mat_than_engine.protocol.consent import FootageSpan
from custom_components.mat_than.lib.mat_than_engine.protocol.requests import Decision, Offence
from custom_components.mat_than.lib.mat_than_engine.protocol.signed import Kind, open_object
from custom_components.mat_than.sharing.case_choice import Given
from custom_components.mat_than.sharing.identity import async_get_identities, verify_ed25519
from custom_components.mat_than.sharing.request_pages import Answer, RequestState
from scripts.live.hub import Hub

from .conftest import Home
from .test_requests import Officers, all_of, an_hour_ago, asked, keep, page_of, s


async def given_of_both(home: Home, hub: Hub) -> tuple[str, str, Answer]:
    """A request for two cameras that was answered with yes and arrived: hub, request, the answer as it was."""
    officers = await Officers(home, hub).begin()
    hub_id = await home.join(hub)
    for camera_id in ("cam1", "cam2"):
        await home.consent(hub_id, camera_id=camera_id, kinds=("events",))
    t = an_hour_ago()
    for camera_id in ("cam1", "cam2"):
        await keep(home, ("continuous", t), camera_id=camera_id)
    household_id = home.joined(hub_id).household_id
    cameras = [{"household_id": household_id, "camera_id": camera_id} for camera_id in ("cam1", "cam2")]
    request_id = await asked(home, officers, hub_id, t, t + s(60), cameras=cameras)
    await home.door.requests.async_approve(request_id, all_of(home, request_id), "vi")
    await officers.until_given(request_id, 2)
    page = page_of(home, request_id)
    assert page is not None
    answer = Answer(
        subject_id=request_id,
        hub=home.joined(hub_id).code,
        token="as it was",
        footage=page.request.span,
        consent_ids=page.consent_ids,
    )
    return hub_id, request_id, answer


async def decision_of(home: Home, hub_id: str, answer: Answer) -> Decision:
    identity = (await async_get_identities(home.hass)).get(home.joined(hub_id).recipient)
    assert identity is not None
    return open_object(Kind.DECISION, Decision, answer.token, identity.public, verify_ed25519)


async def test_an_answer_is_told_without_what_was_withdrawn_and_as_a_no_without_anything(
    home: Home, real_hub: Hub
) -> None:
    hub_id, request_id, answer = await given_of_both(home, real_hub)
    answering, (first, second) = home.door.requests, answer.consent_ids
    assert await answering.async_as_it_stands(answer) is answer
    await home.door.async_withdraw(first)
    told = await answering.async_as_it_stands(answer)
    assert (told.consent_ids, told.footage) == ((second,), answer.footage)
    decision = await decision_of(home, hub_id, told)
    assert (decision.request_id, decision.approved, decision.consent_ids) == (request_id, True, (second,))
    assert await answering.async_as_it_stands(replace(answer, is_report=True)) == replace(answer, is_report=True)
    unknown = replace(answer, subject_id="of another home")
    assert await answering.async_as_it_stands(unknown) is unknown
    await home.door.async_withdraw(second)
    told = await answering.async_as_it_stands(answer)
    assert (told.consent_ids, told.footage) == ((), None)
    decision = await decision_of(home, hub_id, told)
    assert (decision.approved, decision.consent_ids) == (False, ())


async def test_what_a_hub_refuses_is_taken_back_whole(home: Home, real_hub: Hub) -> None:
    _, request_id, answer = await given_of_both(home, real_hub)
    await home.door.requests.async_refused(answer)
    page = page_of(home, request_id)
    assert page is not None
    assert page.state is RequestState.CANCELLED
    known = home.door.permissions.ledger.consents
    assert all(known[consent_id].withdrawn_at for consent_id in answer.consent_ids)
    assert len(home.door.view.consents({"cam1", "cam2"})) == 2  # those that were there before


async def test_a_no_that_a_hub_refuses_stays_a_no(home: Home, real_hub: Hub) -> None:
    officers = await Officers(home, real_hub).begin()
    hub_id = await home.join(real_hub)
    await home.consent(hub_id, kinds=("events",))
    t = an_hour_ago()
    request_id = await asked(home, officers, hub_id, t, t + s(60))
    await home.door.requests.async_decline(request_id)
    answer = Answer(subject_id=request_id, hub=home.joined(hub_id).code, token="a no")
    await home.door.requests.async_refused(answer)
    page = page_of(home, request_id)
    assert page is not None
    assert page.state is RequestState.DECLINED


@pytest.mark.parametrize("span_s", [(0, 3), (3600, 3603)], ids=["nothing was filmed", "still to come"])
async def test_a_report_is_of_footage_that_is_there_and_to_a_hub_that_is_known(
    home: Home, real_hub: Hub, span_s: tuple[int, int]
) -> None:
    hub_id = await home.join(real_hub)
    now: datetime = dt_util.utcnow().replace(microsecond=0) - timedelta(minutes=1)
    since, until = (now + timedelta(seconds=seconds) for seconds in span_s)
    choice = Given(camera_id="cam1", span=FootageSpan(since=since, until=until))
    for hub, key in ((hub_id, {"request_no_footage", "request_span"}), ("left", {"unknown_hub"})):
        with pytest.raises(ServiceValidationError) as refused:
            await home.door.requests.async_report(hub, choice, Offence.THEFT, "Mất xe", "vi")
        assert refused.value.translation_key in key
    assert home.door.view.consents({"cam1"}) == []
