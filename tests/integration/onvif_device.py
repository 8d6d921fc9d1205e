"""A device on the network as ONVIF has them: answers the call by multicast, then questions over SOAP.

It is asked over real sockets and checks log-ins as devices do: the digest of nonce, time and password, and a time that
is not far from its own clock. What it leaves out or does wrong is set by the test.
"""

import asyncio
import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
import hashlib
import socket
import struct
from typing import Self
from uuid import uuid4
from xml.etree import ElementTree as ET

from aiohttp import web

from custom_components.mat_than import discovery

CLOCK_TOLERANCE_S = 30.0
NAMESPACES = (
    ' xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tds="http://www.onvif.org/ver10/device/wsdl"'
    ' xmlns:trt="http://www.onvif.org/ver10/media/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema"'
    ' xmlns:ter="http://www.onvif.org/ver10/error" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:dn="http://www.onvif.org/ver10/network/wsdl"'
)
SECURITY = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd}"
CREATED = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Created"


@dataclass(frozen=True)
class Profile:
    """One stream: `source` is the lens it is of."""

    path: str
    width: int
    height: int
    encoding: str = "H264"
    source: str = "source_1"


FULL = (
    Profile("/main", 1920, 1080),
    Profile("/jpeg", 320, 240, "JPEG"),
    Profile("/sub", 640, 360),
    Profile("/larger_sub", 1280, 720),
    Profile("/tiny", 160, 120),
)


def envelope(body: str, header: str = "") -> str:
    return f"<s:Envelope{NAMESPACES}><s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>"


@dataclass
class OnvifDevice:
    """One device. Use as a context: leaving it takes it off the network."""

    host: str = "127.0.0.1"
    name: str = "IPC%20HDW1"
    username: str = "admin"
    password: str = "right"
    profiles: tuple[Profile, ...] = FULL
    has_media: bool = True
    mac: str | None = "AA-BB-CC-00-11-22"
    serial: str = "SN1"
    clock_off_s: float = 0.0
    tells_time: bool = True
    stream_host: str | None = None  # what it believes its own address to be
    refuses: frozenset[str] = frozenset()  # questions that it does not know
    answers_all: web.Response | None = None  # in place of anything else
    endpoint: str = field(default_factory=lambda: f"urn:uuid:{uuid4()}")
    asked: list[str] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/onvif/{service}", self._answer)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self._listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        asyncio.get_running_loop().remove_reader(self._ear)
        self._ear.close()
        await self._runner.cleanup()

    # -- the call

    def _listen(self) -> None:
        self._ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._ear.setblocking(False)
        self._ear.bind(discovery.GROUP)
        member = struct.pack("4s4s", socket.inet_aton(discovery.GROUP[0]), socket.inet_aton("127.0.0.1"))
        self._ear.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
        asyncio.get_running_loop().add_reader(self._ear, self._hear)

    def _hear(self) -> None:
        question, caller = self._ear.recvfrom(65_535)
        if b"NetworkVideoTransmitter" not in question:
            return
        message_id = ET.fromstring(question).findtext(".//{http://schemas.xmlsoap.org/ws/2004/08/addressing}MessageID")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mouth:
            mouth.bind((self.host, 0))
            mouth.sendto(self.match(message_id or "").encode(), caller)

    def match(self, message_id: str) -> str:
        """The answer to a call."""
        scopes = f"onvif://www.onvif.org/name/{self.name} onvif://www.onvif.org/hardware/HDW1 onvif://www.onvif.org/x"
        services = f"http://169.254.7.7/onvif/device_service http://{self.host}:{self.port}/onvif/device_service"
        return envelope(
            "<d:ProbeMatches><d:ProbeMatch>"
            f"<a:EndpointReference><a:Address>{self.endpoint}</a:Address></a:EndpointReference>"
            f"<d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>{scopes}</d:Scopes>"
            f"<d:XAddrs>{services}</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion>"
            "</d:ProbeMatch></d:ProbeMatches>",
            f"<a:MessageID>uuid:{uuid4()}</a:MessageID><a:RelatesTo>{message_id}</a:RelatesTo>",
        )

    # -- the questions

    async def _answer(self, request: web.Request) -> web.Response:
        if self.answers_all is not None:
            return web.Response(text=self.answers_all.text, status=self.answers_all.status)
        question = ET.fromstring(await request.text())
        header, body = question[0] if len(question) > 1 else None, question[-1]
        asked = body[0].tag.rpartition("}")[2]
        self.asked.append(asked)
        free = {"GetServices", "GetCapabilities"} | ({"GetSystemDateAndTime"} if self.tells_time else set())
        if asked not in free and not self._lets_in(header):
            return self._fault("ter:NotAuthorized", "The requested operation is not permitted")
        answer = None if asked in self.refuses else self._says(asked, body)
        if answer is None:
            return self._fault("ter:ActionNotSupported", "not implemented")
        return web.Response(text=envelope(answer), content_type="application/soap+xml")

    def _fault(self, code: str, reason: str) -> web.Response:
        fault = (
            f"<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>{code}</s:Value></s:Subcode></s:Code>"
            f'<s:Reason><s:Text xml:lang="en">{reason}</s:Text></s:Reason></s:Fault>'
        )
        return web.Response(text=envelope(fault), content_type="application/soap+xml", status=400)

    def _lets_in(self, header: ET.Element | None) -> bool:
        token = header.find(f".//{SECURITY}UsernameToken") if header is not None else None
        if token is None or token.findtext(f"{SECURITY}Username") != self.username:
            return False
        created = token.findtext(CREATED) or ""
        nonce = base64.b64decode(token.findtext(f"{SECURITY}Nonce") or "")
        digest = hashlib.sha1(nonce + created.encode() + self.password.encode()).digest()
        off_s = (datetime.fromisoformat(created) - self._now()).total_seconds()
        right = base64.b64encode(digest).decode() == token.findtext(f"{SECURITY}Password")
        return right and abs(off_s) < CLOCK_TOLERANCE_S

    def _now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.clock_off_s)

    def _says(self, asked: str, body: ET.Element) -> str | None:
        service = f"http://{self.host}:{self.port}/onvif"
        now = self._now()
        match asked:
            case "GetSystemDateAndTime":
                return (
                    "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>Manual</tt:DateTimeType>"
                    "<tt:DaylightSavings>false</tt:DaylightSavings><tt:UTCDateTime>"
                    f"<tt:Time><tt:Hour>{now.hour}</tt:Hour><tt:Minute>{now.minute}</tt:Minute>"
                    f"<tt:Second>{now.second}</tt:Second></tt:Time><tt:Date><tt:Year>{now.year}</tt:Year>"
                    f"<tt:Month>{now.month}</tt:Month><tt:Day>{now.day}</tt:Day></tt:Date></tt:UTCDateTime>"
                    "</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>"
                )
            case "GetServices":
                named = {"device": "device_service"} | ({"media": "media_service"} if self.has_media else {})
                services = "".join(
                    f"<tds:Service><tds:Namespace>http://www.onvif.org/ver10/{name}/wsdl</tds:Namespace>"
                    f"<tds:XAddr>{service}/{path}</tds:XAddr>"
                    "<tds:Version><tt:Major>2</tt:Major><tt:Minor>6</tt:Minor></tds:Version></tds:Service>"
                    for name, path in named.items()
                )
                return f"<tds:GetServicesResponse>{services}</tds:GetServicesResponse>"
            case "GetDeviceInformation":
                return (
                    "<tds:GetDeviceInformationResponse><tds:Manufacturer>Dahua</tds:Manufacturer>"
                    "<tds:Model>HDW1</tds:Model><tds:FirmwareVersion>1</tds:FirmwareVersion>"
                    f"<tds:SerialNumber>{self.serial}</tds:SerialNumber><tds:HardwareId>1</tds:HardwareId>"
                    "</tds:GetDeviceInformationResponse>"
                )
            case "GetNetworkInterfaces" if self.mac is not None:
                return (
                    '<tds:GetNetworkInterfacesResponse><tds:NetworkInterfaces token="eth0"><tt:Enabled>true</tt:Enabled>'
                    f"<tt:Info><tt:Name>eth0</tt:Name><tt:HwAddress>{self.mac}</tt:HwAddress></tt:Info>"
                    "</tds:NetworkInterfaces></tds:GetNetworkInterfacesResponse>"
                )
            case "GetProfiles":
                return (
                    f"<trt:GetProfilesResponse>{''.join(map(self._profile, self.profiles))}</trt:GetProfilesResponse>"
                )
            case "GetStreamUri":
                path = body.findtext(".//{http://www.onvif.org/ver10/media/wsdl}ProfileToken")
                uri = f"rtsp://{self.stream_host or self.host}:554{path}?unicast=true&amp;proto=Onvif"
                return (
                    f"<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>{uri}</tt:Uri>"
                    "<tt:InvalidAfterConnect>false</tt:InvalidAfterConnect>"
                    "<tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout>"
                    "</trt:MediaUri></trt:GetStreamUriResponse>"
                )
        return None

    @staticmethod
    def _profile(profile: Profile) -> str:
        if not profile.width:  # sound alone
            return f'<trt:Profiles token="{profile.path}" fixed="true"><tt:Name>{profile.path}</tt:Name></trt:Profiles>'
        return (
            f'<trt:Profiles token="{profile.path}" fixed="true"><tt:Name>{profile.path}</tt:Name>'
            f'<tt:VideoSourceConfiguration token="c"><tt:Name>c</tt:Name><tt:UseCount>1</tt:UseCount>'
            f"<tt:SourceToken>{profile.source}</tt:SourceToken>"
            f'<tt:Bounds x="0" y="0" width="{profile.width}" height="{profile.height}"/></tt:VideoSourceConfiguration>'
            f'<tt:VideoEncoderConfiguration token="e"><tt:Name>e</tt:Name><tt:UseCount>1</tt:UseCount>'
            f"<tt:Encoding>{profile.encoding}</tt:Encoding><tt:Resolution><tt:Width>{profile.width}</tt:Width>"
            f"<tt:Height>{profile.height}</tt:Height></tt:Resolution><tt:Quality>4</tt:Quality>"
            "<tt:SessionTimeout>PT60S</tt:SessionTimeout></tt:VideoEncoderConfiguration></trt:Profiles>"
        )
