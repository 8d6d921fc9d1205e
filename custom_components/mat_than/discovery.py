"""Cameras that answer a call on the local network: WS-Discovery as ONVIF uses it (the version of April 2005).

One question is sent to a multicast group from each address of this machine that Home Assistant may use; whoever is a
video source answers with its id, a few words about itself and the address of its ONVIF service. Nothing is believed
but where to ask next. The one library there is for it comes without wheels and follows no choice of network adapters.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address
import logging
import socket
from typing import Any, Final, override
from urllib.parse import unquote, urlsplit
from uuid import uuid4
from xml.etree import ElementTree as ET

_LOGGER = logging.getLogger(__name__)

GROUP: Final = ("239.255.255.250", 3702)
REPEAT_S: Final = (0.0, 0.5, 1.5)  # multicast is lost easily, above all over Wi-Fi
SEARCH_S: Final = 4.0  # a device may take half a second to answer, and does so to each question
HOPS: Final = 2
MOST_FOUND: Final = 200
MOST_BYTES: Final = 32_768

_SOAP: Final = "{http://www.w3.org/2003/05/soap-envelope}"
_ADDRESSING: Final = "{http://schemas.xmlsoap.org/ws/2004/08/addressing}"
_DISCOVERY: Final = "{http://schemas.xmlsoap.org/ws/2005/04/discovery}"
_SCOPE: Final = "onvif://www.onvif.org/"
# Cameras answer to the first, some recorders to the second alone.
_KINDS: Final = (
    ("http://www.onvif.org/ver10/network/wsdl", "NetworkVideoTransmitter"),
    ("http://www.onvif.org/ver10/device/wsdl", "Device"),
)
_PROBE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:k="{namespace}"><e:Header>'
    "<w:MessageID>{message_id}</w:MessageID><w:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To>"
    "<w:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action></e:Header>"
    "<e:Body><d:Probe><d:Types>k:{kind}</d:Types></d:Probe></e:Body></e:Envelope>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDevice:
    """A device that answered. What it says of itself may be wrong or missing."""

    endpoint: str  # its id, as a rule a UUID that stays
    host: str
    port: int
    secure: bool
    name: str
    maker: str | None = None
    model: str | None = None
    mac: str | None = None

    @property
    def label(self) -> str:
        """Name, maker and address for a list."""
        said = [self.name]
        said += [word for word in (self.maker, self.model) if word and word.lower() not in self.name.lower()]
        return f"{' · '.join(said)} – {self.host}"


async def async_search(sources: Iterable[IPv4Address], *, for_s: float | None = None) -> list[FoundDevice]:
    """Ask from each of these addresses, and listen for `for_s`, `SEARCH_S` without. Each device once, by name."""
    loop = asyncio.get_running_loop()
    ear = _Ear()
    transports: list[asyncio.DatagramTransport] = []
    try:
        for source in sources:
            try:
                transport, _ = await loop.create_datagram_endpoint(lambda: ear, sock=_socket(source))
            except OSError as err:
                _LOGGER.debug("Cannot ask from one of the network's adapters: %s", err)
                continue
            transports.append(transport)
        await _async_ask(ear, transports, SEARCH_S if for_s is None else for_s)
    finally:
        for transport in transports:
            transport.close()
    return sorted(ear.found.values(), key=lambda device: (device.name.lower(), device.host))


async def _async_ask(ear: _Ear, transports: list[asyncio.DatagramTransport], for_s: float) -> None:
    began_s = asyncio.get_running_loop().time()
    for at_s in (*REPEAT_S, for_s):
        await asyncio.sleep(max(0.0, began_s + min(at_s, for_s) - asyncio.get_running_loop().time()))
        if at_s >= for_s:
            return
        for transport in transports:
            for namespace, kind in _KINDS:
                message_id = f"uuid:{uuid4()}"
                ear.asked.add(message_id)
                question = _PROBE.format(namespace=namespace, message_id=message_id, kind=kind)
                transport.sendto(question.encode(), GROUP)


def _socket(source: IPv4Address) -> socket.socket:
    """A socket that asks from this address alone."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, source.packed)
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, HOPS)
        sock.bind((str(source), 0))
    except OSError:
        sock.close()
        raise
    return sock


class _Ear(asyncio.DatagramProtocol):
    """Hears the answers to what was asked."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.found: dict[str, FoundDevice] = {}

    @override
    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        """An answer, or something else that anybody on the network may send."""
        if len(data) > MOST_BYTES or len(self.found) >= MOST_FOUND:
            return
        for device in read_matches(data, str(addr[0]), self.asked):
            self.found.setdefault(device.endpoint, device)

    @override
    def error_received(self, exc: Exception) -> None:
        """A network that cannot be reached: the others may be."""
        _LOGGER.debug("Asking the network failed: %s", exc)


def read_matches(data: bytes, sender: str, asked: set[str]) -> list[FoundDevice]:
    """The devices in an answer to one of our questions; none in anything else."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # no answer has one; an attack on the reader does
        return []
    try:
        envelope = ET.fromstring(data)  # noqa: S314 - bounded, and without entities (above)
    except ET.ParseError, ValueError:
        return []
    relates_to = envelope.findtext(f"{_SOAP}Header/{_ADDRESSING}RelatesTo", "").strip()
    if relates_to not in asked:
        return []
    matches = envelope.iterfind(f"{_SOAP}Body/{_DISCOVERY}ProbeMatches/{_DISCOVERY}ProbeMatch")
    return [device for match in matches if (device := _device(match, sender)) is not None]


def _device(match: ET.Element, sender: str) -> FoundDevice | None:
    endpoint = match.findtext(f"{_ADDRESSING}EndpointReference/{_ADDRESSING}Address", "").strip()
    service = _service(match.findtext(f"{_DISCOVERY}XAddrs", "").split(), sender)
    if not endpoint or service is None:
        return None
    scopes = _scopes(match.findtext(f"{_DISCOVERY}Scopes", "").split())
    host, port, secure = service
    return FoundDevice(
        endpoint=endpoint[:200],
        host=host,
        port=port,
        secure=secure,
        name=scopes.get("name") or scopes.get("hardware") or host,
        maker=scopes.get("manufacturer") or scopes.get("mfr"),
        model=scopes.get("hardware"),
        mac=_mac(scopes.get("mac")),
    )


def _service(addresses: list[str], sender: str) -> tuple[str, int, bool] | None:
    """Host, port and whether it is encrypted; the address that answered is better than any other it has."""
    usable: list[tuple[str, int, bool]] = []
    for address in addresses:
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port
        except ValueError:
            continue
        if parts.scheme not in {"http", "https"} or host is None or not _is_local(host):
            continue  # a password that is typed for a neighbour in the network goes to nobody else
        secure = parts.scheme == "https"
        usable.append((host, port or (443 if secure else 80), secure))
    usable.sort(key=lambda service: (service[0] != sender, _far(service[0]), service[2]))
    return usable[0] if usable else None


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


def _far(host: str) -> bool:
    """Whether an address is one that a device gave itself, or of the other kind."""
    address = ip_address(host)
    return address.is_link_local or address.version == 6


def _scopes(scopes: list[str]) -> dict[str, str]:
    """What the device says of itself, by what it is about; the first of each counts."""
    said: dict[str, str] = {}
    for scope in scopes:
        if scope.lower().startswith(_SCOPE):
            about, _, value = scope[len(_SCOPE) :].partition("/")
            text = " ".join(unquote(value.rpartition("/")[2]).split())[:60]
            if text.isprintable() and text:
                said.setdefault(about.lower(), text)
    return said


def _mac(text: str | None) -> str | None:
    return format_mac(text) if text else None


def format_mac(text: str) -> str | None:
    """Twelve hexadecimal digits in one spelling, None when it is no such address."""
    digits = "".join(char for char in text.lower() if char not in ":-. ")
    if len(digits) != 12 or digits in {"000000000000", "ffffffffffff"} or not set(digits) <= set("0123456789abcdef"):
        return None
    return ":".join(digits[at : at + 2] for at in range(0, 12, 2))
