"""Who may speak: signatures, clocks, digests, nonces."""

from collections.abc import AsyncIterator
from datetime import timedelta

from conftest import URL, Stage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from home import COVERED, Home, Tamper
import pytest

from mat_than_hub.protocol.footage import Heartbeat
from mat_than_hub.wire import parse_time

BEAT = Heartbeat()


async def beat(home: Home, tamper: Tamper | None = None) -> tuple[int, str]:
    response = await home.send("POST", "/v1/heartbeat", BEAT, tamper=tamper)
    return response.status_code, response.json().get("type", "").removeprefix("urn:mt:problem:")


async def test_a_signed_request_is_taken(stage: Stage) -> None:
    assert await beat(await stage.joined()) == (200, "")


async def test_an_unsigned_request_is_refused(stage: Stage) -> None:
    response = await stage.http.post("/v1/heartbeat", json={})
    assert (response.status_code, response.json()["type"]) == (401, "urn:mt:problem:signature-invalid")
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(Tamper(tag="mt-2"), id="another tag"),
        pytest.param(Tamper(alg="hmac-sha256"), id="another algorithm"),
        pytest.param(Tamper(authority="evil.example"), id="another authority"),
        pytest.param(Tamper(signed_path="/v1/events"), id="another path"),
        pytest.param(Tamper(covered=COVERED), id="the digest is not signed"),
        pytest.param(Tamper(covered=(*COVERED[1:], "content-digest")), id="the method is not signed"),
        pytest.param(Tamper(covered=()), id="nothing is signed"),
        pytest.param(Tamper(covered=(*COVERED, "content-digest")), id="the type is not signed"),
        pytest.param(Tamper(fields={"Content-Type": "text/plain"}), id="another type"),
        pytest.param(Tamper(fields={"Upload-Offset": "0"}), id="a field that nobody signed"),
        pytest.param(Tamper(nonce="short"), id="a nonce too short"),
        pytest.param(Tamper(nonce="x" * 65), id="a nonce too long"),
        pytest.param(Tamper(label="sig"), id="another label"),
        pytest.param(Tamper(extra=";expires=99999999999"), id="a parameter that is not in the protocol"),
        pytest.param(Tamper(extra=';created="x"'), id="a created that is no number"),
        pytest.param(Tamper(extra=";created=99999999999999"), id="a created outside of time"),
    ],
)
async def test_a_signature_that_is_not_quite_right_is_refused(stage: Stage, tamper: Tamper) -> None:
    assert await beat(await stage.joined(), tamper) == (401, "signature-invalid")


async def test_headers_that_are_no_structured_fields_are_refused(stage: Stage) -> None:
    home = await stage.joined()
    for headers in (
        {"Signature-Input": 'mt=("@method"', "Signature": "mt=:AA==:"},
        {"Signature-Input": "mt=1", "Signature": "mt=:AA==:"},
        {"Signature-Input": "mt", "Signature": "mt"},
        {"Content-Digest": "sha-256=AA"},
        {"Content-Digest": "md5=:AAAA:"},
        {"Content-Digest": "sha-256=:AAAA:"},
    ):
        response = await home.send("POST", "/v1/heartbeat", BEAT, headers=headers)
        assert (response.status_code, response.json()["type"]) == (401, "urn:mt:problem:signature-invalid"), headers


async def test_a_post_without_a_digest_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    response = await home.send("POST", "/v1/heartbeat", None)
    assert response.json()["type"] == "urn:mt:problem:signature-invalid"


async def test_an_unknown_key_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    home.key = Ed25519PrivateKey.generate()
    assert await beat(home) == (401, "unknown-key")


async def test_a_foreign_key_under_a_known_name_is_refused(stage: Stage) -> None:
    home, other = await stage.joined(), stage.home()
    other.household_id = home.household_id
    assert await beat(other, Tamper(keyid=home.public.thumbprint)) == (401, "signature-invalid")


@pytest.mark.parametrize(("seconds", "status"), [(-55, 200), (55, 200), (-65, 401), (65, 401), (-86_400, 401)])
async def test_a_signature_is_good_for_a_minute_on_either_side(stage: Stage, seconds: int, status: int) -> None:
    home = await stage.joined()
    created = stage.clock.now() + timedelta(seconds=seconds)
    assert await beat(home, Tamper(created=created)) == (status, "" if status == 200 else "clock-skew")


async def test_clock_skew_tells_the_hubs_time_so_that_the_home_can_correct_itself(stage: Stage) -> None:
    home = await stage.joined()
    wrong = stage.clock.now() - timedelta(hours=3)
    response = await home.send("POST", "/v1/heartbeat", BEAT, tamper=Tamper(created=wrong))
    told = parse_time(response.json()["server_time"])
    assert abs(told - stage.clock.now()) < timedelta(seconds=5)
    assert await beat(home, Tamper(created=told)) == (200, "")


async def test_another_body_than_the_signed_one_is_refused(stage: Stage) -> None:
    assert await beat(await stage.joined(), Tamper(digest_of=b"another")) == (400, "digest-mismatch")


async def test_a_body_is_not_read_before_its_sender_is_known(stage: Stage) -> None:
    home, pulled = await stage.joined(), []

    async def body() -> AsyncIterator[bytes]:
        for piece in (b"{", b"}"):
            pulled.append(piece)
            yield piece

    await home.send("POST", "/v1/heartbeat", b"{}", stream=body(), tamper=Tamper(tag="mt-2"))
    assert pulled == []
    await home.send("POST", "/v1/heartbeat", b"{}", stream=body())
    assert len(pulled) == 2


async def test_a_repeated_consent_request_is_refused_and_a_repeated_event_is_harmless(stage: Stage) -> None:
    home = await stage.joined()
    record = home.record()
    body = {"record": home.sign_consent(record)}
    again = Tamper(nonce="0123456789abcdef")
    path = f"/v1/consents/{record.consent_id}"
    assert (await home.send("PUT", path, body, tamper=again)).status_code == 201
    replay = await home.send("PUT", path, body, tamper=again)
    assert replay.json()["type"] == "urn:mt:problem:signature-invalid"
    assert (await home.send("PUT", path, body)).status_code == 200
    event = home.event(record.consent_id)
    assert await home.results(event, event) == [("accepted", None), ("duplicate", None)]


async def test_a_repeated_withdrawal_or_pairing_request_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    consent_id = await home.put_consent()
    once = Tamper(nonce="0123456789abcdef")
    assert (await home.withdraw(consent_id, tamper=once)).status_code == 202
    assert (await home.withdraw(consent_id, tamper=once)).status_code == 401
    other, link = stage.home(), await stage.invite()
    assert (await other.pair(link, tamper=once)).status_code == 201
    assert (await other.pair(link, tamper=once)).status_code == 401


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"queue_length": true}', b'{"nonsense": 1}', b'{"queue_length": 1e400}', b"\xff\xfe"]
)
async def test_a_body_that_is_not_the_object_is_refused_without_an_echo(stage: Stage, body: bytes) -> None:
    home = await stage.joined()
    response = await home.send("POST", "/v1/heartbeat", body)
    assert (response.status_code, response.json()["type"]) == (422, "urn:mt:problem:validation")
    assert "nonsense" not in response.json()["title"]


async def test_a_body_that_is_too_long_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    assert (await home.send("POST", "/v1/heartbeat", b" " * 70_000)).status_code == 413

    async def unannounced() -> AsyncIterator[bytes]:
        for _ in range(70):
            yield b" " * 1000

    assert (await home.send("POST", "/v1/heartbeat", b" " * 70_000, stream=unannounced())).status_code == 413


async def test_another_content_type_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    assert (await home.send("POST", "/v1/heartbeat", BEAT, content_type="text/plain")).status_code == 415


async def test_half_a_character_is_refused(stage: Stage) -> None:
    home = await stage.joined()
    response = await home.send("PUT", "/v1/cameras/c", b'{"name": "\\ud800", "position": "gate"}')
    assert (response.status_code, response.json()["type"]) == (422, "urn:mt:problem:validation")


async def test_what_is_not_there_is_a_problem_too(stage: Stage) -> None:
    for method, path, status in (("GET", "/v1/nothing", 404), ("GET", "/v1/events", 405), ("GET", "/api/nothing", 404)):
        response = await stage.http.request(method, f"{URL}{path}")
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["instance"].startswith("urn:mt:request:")
