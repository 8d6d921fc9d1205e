"""Makes the vectors in `vectors/`: what home and hub must both take, and both refuse, with the same words.

Run it after a change of the protocol, and read the difference: `python tests/contract/make_vectors.py`. Requests are
signed here by hand from RFC 9421's text and the key of RFC 8032's first test, so neither side's library is its own
judge.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

VECTORS = Path(__file__).parent / "vectors"
HOME = Ed25519PrivateKey.from_private_bytes(
    bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
)
HUB = Ed25519PrivateKey.from_private_bytes(
    bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
)
CREATED = 1_790_000_000
NONCE = "bm9uY2Utb2YtdGhlLXRlc3Q"
CODE = "0123456789ABCDEFGHJKMNPQRS"
U1, U2 = "01a20000-0000-7000-8000-000000000001", "01a20000-0000-7000-8000-000000000002"


def b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def jwk(key: Ed25519PrivateKey) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "x": b64url(key.public_key().public_bytes_raw())}


def thumbprint(key: Ed25519PrivateKey) -> str:
    return b64url(hashlib.sha256(json.dumps(jwk(key), sort_keys=True, separators=(",", ":")).encode()).digest())


def digest(body: str) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}:"


def request(name: str, expect: str, *, body: str | None, **changes: Any) -> dict[str, Any]:
    """One signed request; `changes` say what is done to it before or after the signature.

    `fields` are of the head and signed; `headers` replace what is sent, or remove it (None).
    """
    fields: dict[str, str] = changes.get("fields", {})
    values = {
        "@method": "GET" if body is None else "POST",
        "@authority": "hub.example",
        "@path": "/v1/events",
        "@query": "?",
        "content-digest": "" if body is None else digest(body),
        **{name.lower(): value for name, value in fields.items()},
    } | changes.get("signed", {})
    covered = changes.get("covered", [n for n in values if n != "content-digest" or body is not None])
    parameters = changes.get(
        "parameters", f'created={CREATED};keyid="{thumbprint(HOME)}";alg="ed25519";nonce="{NONCE}";tag="mt-1"'
    )
    params = f"({' '.join(f'"{n}"' for n in covered)});{parameters}"
    base = "\n".join([*(f'"{n}": {values[n]}' for n in covered), f'"@signature-params": {params}'])
    signature = base64.b64encode(changes.get("key", HOME).sign(base.encode())).decode()
    headers = {"Signature-Input": f"mt={params}", "Signature": f"mt=:{signature}:"} | fields
    if body is not None:
        headers["Content-Digest"] = digest(changes.get("sent_body", body))
    return {
        "name": name,
        "expect": expect,
        "method": changes.get("method", values["@method"]),
        "url": changes.get("url", "https://hub.example/v1/events"),
        "body": body,
        "now": CREATED + changes.get("later_s", 0),
        "headers": {k: v for k, v in (headers | changes.get("headers", {})).items() if v is not None},
    }


def parts() -> list[dict[str, Any]]:
    """Parts of a clip: what the head says of one is signed."""
    content, bad = "/v1/clips/01a20000-0000-7000-8000-000000000001/content", "signature-invalid"
    where = {
        "signed": {"@method": "PATCH", "@path": content},
        "url": f"https://hub.example{content}",
        "fields": {
            "Content-Type": "application/partial-upload",
            "Upload-Offset": "1048576",
            "Upload-Complete": "?0",
        },
    }
    names = ["@method", "@authority", "@path", "@query", "content-digest"]
    return [
        request("a part", "ok", body="part", **where),
        request("a part that lies elsewhere", bad, body="part", headers={"Upload-Offset": "0"}, **where),
        request("a part that lies nowhere", bad, body="part", headers={"Upload-Offset": None}, **where),
        request("a part that lies at two places", bad, body="part", headers={"Upload-Offset": "1048576, 0"}, **where),
        request("a part made the last", bad, body="part", headers={"Upload-Complete": "?1"}, **where),
        request("a part that does not say what it is", bad, body="part", headers={"Upload-Complete": None}, **where),
        request("a part of another type", bad, body="part", headers={"Content-Type": "video/mp4"}, **where),
        request("a part whose place is not covered", bad, body="part", covered=[*names, "content-type"], **where),
        request("a body with a place it never had", bad, body="part", headers={"Upload-Offset": "0"}),
        request("a body with a type it never had", bad, body="part", headers={"Content-Type": "text/plain"}),
    ]


def requests() -> list[dict[str, Any]]:
    body, bad = '{"events":[]}', "signature-invalid"
    keyid = thumbprint(HOME)
    full = f'created={CREATED};keyid="{keyid}";alg="ed25519";nonce="{NONCE}";tag="mt-1"'
    names = ["@method", "@authority", "@path", "@query"]
    return [
        request("a body", "ok", body=body, fields={"Content-Type": "application/json"}),
        request("no body", "ok", body=None),
        request("an empty body", "ok", body=""),
        request(
            "with a query",
            "ok",
            body=None,
            signed={"@query": "?a=1&b=%2F"},
            url="https://hub.example/v1/events?a=1&b=%2F",
        ),
        request(
            "with a port",
            "ok",
            body=None,
            signed={"@authority": "hub.example:8443"},
            url="https://hub.example:8443/v1/events",
        ),
        request("a minute old", "ok", body=body, later_s=60),
        request("too old", "clock-skew", body=body, later_s=65),
        request("from the future", "clock-skew", body=body, later_s=-65),
        request("another digest than the signed one", bad, body=body, sent_body="{}"),
        request("another method", bad, body=body, method="PUT"),
        request("another host", bad, body=body, url="https://evil.example/v1/events"),
        request("another path", bad, body=body, url="https://hub.example/v1/clips"),
        request("another query", bad, body=None, url="https://hub.example/v1/events?x=1"),
        request("another key", bad, body=body, key=HUB),
        request("the digest is not covered", bad, body=body, covered=names),
        request(
            "the path is not covered", bad, body=body, covered=["@method", "@authority", "@query", "content-digest"]
        ),
        request("a part is covered twice", bad, body=body, covered=[*names, "@path", "content-digest"]),
        request("another tag", bad, body=body, parameters=full.replace("mt-1", "mt-2")),
        request("no tag", bad, body=body, parameters=full.replace(';tag="mt-1"', "")),
        request("another algorithm", bad, body=body, parameters=full.replace('"ed25519"', '"rsa-v1_5-sha256"')),
        request("no nonce", bad, body=body, parameters=full.replace(f';nonce="{NONCE}"', "")),
        request("no time", bad, body=body, parameters=full.replace(f"created={CREATED};", "")),
        request("a time with a fraction", bad, body=body, parameters=full.replace(str(CREATED), f"{CREATED}.5")),
        request("an expiry", bad, body=body, parameters=f"{full};expires={CREATED + 9}"),
        request("a key as bytes", bad, body=body, parameters=full.replace(f'"{keyid}"', ":AAAA:")),
        request("no structured field", bad, body=body, headers={"Signature-Input": "mt=("}),
        request("a digest cut short", bad, body=body, headers={"Content-Digest": "sha-256=:AAAA:"}),
        *parts(),
    ]


def token(name: str, expect: str, kind: str, payload: Any, **changes: Any) -> dict[str, Any]:
    key = changes.get("key", HOME)
    header = {"alg": "Ed25519", "typ": kind, "kid": thumbprint(key)} | changes.get("header", {})
    parts = [b64url(json.dumps(part, separators=(",", ":"), ensure_ascii=False).encode()) for part in (header, payload)]
    signed = ".".join(parts)
    made = f"{signed}.{b64url(key.sign(signed.encode()))}"
    return {
        "name": name,
        "expect": expect,
        "kind": changes.get("asked", kind),
        "token": changes.get("alter", str)(made),
    }


def consent(**changes: Any) -> dict[str, Any]:
    return {
        "consent_id": U1,
        "version": 1,
        "household_id": U2,
        "hub_thumbprint": thumbprint(HUB),
        "camera_id": "cong",
        "purpose": "neighbourhood_security",
        "kinds": ["events", "clips"],
        "valid_from": "2026-11-22T00:00:00.000Z",
        "valid_until": "2027-11-22T00:00:00.000Z",
        "retention_days": 7,
        "notice_version": "n1",
        "language": "vi",
        "given_at": "2026-11-22T00:00:00.000Z",
        "hours": {"days": ["mon", "sun"], "from_minute": 1320, "to_minute": 300, "time_zone": "Asia/Ho_Chi_Minh"},
    } | changes


FOOTAGE = {"since": "2026-11-21T20:00:00.000Z", "until": "2026-11-22T08:00:00.000Z"}


def case_tokens() -> list[dict[str, Any]]:
    """Consents for a case, answers to a request, reports."""
    kind, asked = "mt-consent+jws", {"request_id": U1, "household_id": U2}
    case = {"purpose": "case", "kinds": ["clips"], "footage": FOOTAGE}
    long = FOOTAGE | {"until": "2026-11-22T08:00:00.001Z"}
    yes = asked | {"approved": True, "decided_at": "2026-11-22T09:00:00.000Z", "consent_ids": [U1]}
    no = asked | {"approved": False, "decided_at": "2026-11-22T09:00:00.000Z"}
    report = {
        "report_id": U1,
        "household_id": U2,
        "offence": "littering",
        "note": "Đổ rác đầu ngõ",
        "span": FOOTAGE,
        "reported_at": "2026-11-22T09:00:00.000Z",
        "consent_ids": [U1],
    }
    return [
        token("a consent for a case", "ok", kind, consent(**case, request_id=U2)),
        token("a consent for a report", "ok", kind, consent(**case)),
        token("footage of thirteen hours", "/footage/until", kind, consent(**case | {"footage": long})),
        token("footage for another purpose", "/footage", kind, consent(footage=FOOTAGE)),
        token("an answer that names no footage", "/footage", kind, consent(purpose="case", request_id=U1)),
        token("a yes", "ok", "mt-decision+jws", yes),
        token("a no", "ok", "mt-decision+jws", no),
        token("a yes to nothing", "/consent_ids", "mt-decision+jws", yes | {"consent_ids": []}),
        token("a no with a consent", "/consent_ids", "mt-decision+jws", no | {"consent_ids": [U1]}),
        token("one consent twice", "/consent_ids", "mt-decision+jws", yes | {"consent_ids": [U1, U1]}),
        token("a decision for a report", "/header", "mt-decision+jws", yes, asked="mt-report+jws"),
        token("a report", "ok", "mt-report+jws", report),
        token("a report of nothing", "/consent_ids", "mt-report+jws", report | {"consent_ids": []}),
        token("an offence that is none", "/offence", "mt-report+jws", report | {"offence": "snoring"}),
        token("a report of thirteen hours", "/span/until", "mt-report+jws", report | {"span": long}),
    ]


def tokens() -> list[dict[str, Any]]:
    kind, none = "mt-consent+jws", {"alg": "none"}
    withdrawal = {"consent_id": U1, "withdrawn_at": "2026-11-22T00:00:00.000Z"}
    return [
        token("a consent", "ok", kind, consent()),
        token("a withdrawal", "ok", "mt-withdrawal+jws", withdrawal),
        token("no algorithm", "/header", kind, consent(), header=none),
        token("another algorithm", "/header", kind, consent(), header={"alg": "EdDSA"}),
        token("a critical extension", "/header", kind, consent(), header={"crit": ["b64"], "b64": False}),
        token("one kind for another", "/header", "mt-withdrawal+jws", withdrawal, asked=kind),
        token("another key", "/header", kind, consent(), key=HUB),
        token(
            "a changed signature",
            "/signature",
            kind,
            consent(),
            alter=lambda t: t[:-4] + ("AAAA" if t[-4:] != "AAAA" else "BBBA"),
        ),
        token("no signature", "/signature", kind, consent(), alter=lambda t: t.rpartition(".")[0] + "."),
        token("padding", "/", kind, consent(), alter=lambda t: t + "="),
        token("four parts", "/", kind, consent(), alter=lambda t: t + ".AA"),
        token("an unknown field", "/", kind, consent(colour="red")),
        token("no purpose", "/purpose", kind, {k: v for k, v in consent().items() if k != "purpose"}),
        token("a number for a text", "/camera_id", kind, consent(camera_id=7)),
        token("true for a number", "/version", kind, consent(version=True)),
        token("nothing consented to", "/kinds", kind, consent(kinds=[])),
        token("for ever", "/valid_until", kind, consent(valid_until="2099-01-01T00:00:00.000Z")),
        token("a time without a zone", "/valid_from", kind, consent(valid_from="2026-11-22T00:00:00")),
        token("a day that does not exist", "/hours/days", kind, consent(hours={"days": ["fun"]})),
        token("an id in capitals", "/consent_id", kind, consent(consent_id=U1.upper())),
        *case_tokens(),
    ]


def invitations() -> list[dict[str, Any]]:
    good, print_ = f"https://hub.example/join#{CODE}.{thumbprint(HUB)}", thumbprint(HUB)
    return [
        {"link": good, "expect": "ok", "hub_url": "https://hub.example", "code": CODE, "thumbprint": print_},
        {"link": f" {good}\n", "expect": "ok", "hub_url": "https://hub.example", "code": CODE, "thumbprint": print_},
        {"link": good.replace("https", "http"), "expect": "/https"},
        {"link": good.replace("hub.", "user:pass@hub."), "expect": "/link"},
        {"link": good.replace("/join", "/other"), "expect": "/link"},
        {"link": good.replace("#", "?"), "expect": "/link"},
        {"link": good[:-1], "expect": "/link"},
        {"link": "", "expect": "/link"},
    ]


def comparison() -> dict[str, Any]:
    text = f"mt-1 comparison\n{thumbprint(HOME)}\n{thumbprint(HUB)}\n{CODE}"
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    return {
        "home": jwk(HOME),
        "hub": jwk(HUB),
        "code": CODE,
        "digits": f"{number % 1_000_000:06d}",
        "keyid": thumbprint(HOME),
    }


def main() -> None:
    """Write every file anew."""
    files = {"requests": requests(), "tokens": tokens(), "invitations": invitations(), "comparison": comparison()}
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=2)
        (VECTORS / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
