"""Invitations: one household each, for a day, by whoever holds the code."""

from datetime import timedelta

from conftest import Stage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from home import Tamper

from mat_than_hub.protocol.pairing import HubDescription, PairingRequest
from mat_than_hub.wire import read

WRONG = "http://127.0.0.1:8443/join#" + "A" * 26 + "." + "t" * 43


async def test_the_hub_describes_itself_before_anything_is_sent(stage: Stage) -> None:
    described = read(HubDescription, (await stage.http.get("/.well-known/mt-hub")).json())
    assert described.key == stage.hub.key.public
    assert {statement.language for statement in described.statements} == {"vi", "en"}
    assert described.statement("en").controller == "Công an phường, Phường Đông"


async def test_a_code_is_good_once(stage: Stage) -> None:
    link = await stage.invite()
    assert (await stage.home().pair(link)).status_code == 201
    second = await stage.home().pair(link)
    assert (second.status_code, second.json()["type"]) == (404, "urn:mt:problem:not-yours")


async def test_a_home_whose_answer_was_lost_gets_it_again(stage: Stage) -> None:
    home, link = stage.home(), await stage.invite()
    first, second = await home.pair(link), await home.pair(link)
    assert (second.status_code, second.json()) == (201, first.json())
    assert len((await stage.officer.get("/api/households")).json()) == 1


async def test_a_code_is_good_for_a_day_and_not_once_it_is_revoked(stage: Stage) -> None:
    link = await stage.invite()
    [invitation] = (await stage.officer.get("/api/invitations")).json()
    assert invitation["state"] == "open"
    assert (await stage.officer.delete(f"/api/invitations/{invitation['id']}")).status_code == 204
    assert (await stage.home().pair(link)).status_code == 404
    late = await stage.invite()
    stage.clock.ahead = timedelta(hours=24, seconds=1)
    assert (await stage.home().pair(late)).status_code == 404


async def test_a_used_invitation_says_whose_it_was(stage: Stage) -> None:
    home = await stage.joined()
    [invitation] = (await stage.officer.get("/api/invitations")).json()
    assert invitation["state"] == "used"
    assert invitation["household"] == {"id": home.household_id, "name": "Nhà bà Hoa"}
    assert (await stage.officer.delete(f"/api/invitations/{invitation['id']}")).status_code == 409


async def test_five_wrong_codes_close_the_door_for_a_quarter_of_an_hour(stage: Stage) -> None:
    for _ in range(5):
        assert (await stage.home().pair(WRONG)).status_code == 404
    link = await stage.invite()
    shut = await stage.home().pair(link)
    assert (shut.status_code, shut.json()["type"]) == (429, "urn:mt:problem:quota")
    assert 0 < int(shut.headers["retry-after"]) <= 900
    stage.clock.ahead = timedelta(minutes=16)
    assert (await stage.home().pair(link)).status_code == 201


async def test_the_key_in_the_body_must_be_the_one_that_signed(stage: Stage) -> None:
    home, link = stage.home(), await stage.invite()
    honest = home.public
    home.key = Ed25519PrivateKey.generate()
    code = link.rpartition("#")[2].partition(".")[0]
    body = PairingRequest(code=code, key=honest, name="x", software="y")
    assert (await home.send("POST", "/v1/pairings", body)).json()["type"] == "urn:mt:problem:unknown-key"
    forged = await home.send("POST", "/v1/pairings", body, tamper=Tamper(keyid=honest.thumbprint))
    assert forged.json()["type"] == "urn:mt:problem:signature-invalid"


async def test_a_refused_household_is_locked_out_for_good(stage: Stage) -> None:
    home = await stage.joined()
    path = f"/api/households/{home.household_id}"
    assert (await stage.officer.post(f"{path}/refuse")).json()["state"] == "refused"
    assert (await home.put_camera()).json()["type"] == "urn:mt:problem:not-confirmed"
    assert (await home.send("GET", f"/v1/pairings/{home.household_id}")).json()["state"] == "refused"
    assert (await stage.officer.post(f"{path}/confirm")).status_code == 409


async def test_a_household_asks_only_for_its_own_pairing(stage: Stage) -> None:
    home, other = await stage.joined(), await stage.joined("Nhà ông Ba")
    assert (await home.send("GET", f"/v1/pairings/{other.household_id}")).status_code == 404


async def test_the_database_does_not_hold_the_code(stage: Stage) -> None:
    link = await stage.invite()
    code = link.rpartition("#")[2].partition(".")[0]
    listed = (await stage.officer.get("/api/invitations")).text
    assert code not in listed
    for path in stage.hub.settings.data.glob("hub.sqlite*"):
        assert code.encode() not in path.read_bytes()
