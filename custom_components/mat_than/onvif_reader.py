"""What a device on the network says of itself over ONVIF: who it is, its cameras, and where their streams are.

Loads the ONVIF library, which is large, so it is imported only when somebody looks for cameras. What the library
raises ends here as an `OnvifReadError` with the key of the sentence that helps.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
import logging
from typing import Any, Final

import aiohttp
from lxml.etree import XMLSyntaxError
from onvif import ONVIFCamera
from onvif.exceptions import ONVIFError
from onvif.util import is_auth_error
from zeep.exceptions import Error as ZeepError, Fault, TransportError

from .discovery import FoundDevice, format_mac
from .stream_url import AddressError, parse_address, with_host

_LOGGER = logging.getLogger(__name__)

READ_S: Final = 20.0
LEAST_SUB_WIDTH: Final = 320  # below it a person at the far end of a yard is a few pixels
MOST_PROFILES: Final = 64
_REFUSED: Final = (401, 403)


class OnvifReadError(Exception):
    """The device could not be read. `key` is that of the sentence that says what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class OnvifCamera:
    """One camera of a device: the video source it is, and its streams without credentials."""

    source: str
    main_url: str
    sub_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnvifDevice:
    """A device that let us in."""

    device_id: str  # the same under another address
    maker: str | None
    model: str | None
    cameras: tuple[OnvifCamera, ...]
    clock_off_s: float  # how far its clock is from ours, ahead of it as positive; 0 where it does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamProfile:
    """One of the streams that a device offers."""

    token: str
    source: str
    width: int
    height: int
    encoding: str


async def async_read_device(found: FoundDevice, username: str, password: str) -> OnvifDevice:
    """Ask a device that answered the call. OnvifReadError when it does not say what is needed."""
    host = f"https://{found.host}" if found.secure else found.host
    # Its own clock is what the device compares our log-in with; the library asks it for the time first.
    camera = ONVIFCamera(host, found.port, username, password, no_cache=True, adjust_time=True)
    try:
        async with asyncio.timeout(READ_S):
            return await _async_read(camera, found)
    except Fault as err:
        raise OnvifReadError(_refusal(camera, refused=is_auth_error(err))) from err
    except TransportError as err:
        raise OnvifReadError(_refusal(camera, refused=err.status_code in _REFUSED)) from err
    except (TimeoutError, aiohttp.ClientError) as err:
        raise OnvifReadError("host") from err
    except (ONVIFError, ZeepError, XMLSyntaxError, AttributeError, TypeError, ValueError) as err:
        # The library reads fields that a device left out; what it says is not ONVIF as others speak it.
        _LOGGER.debug("A device's ONVIF answers cannot be read: %s", type(err).__name__)
        raise OnvifReadError("onvif") from err
    finally:
        await camera.close()


def _refusal(camera: ONVIFCamera, *, refused: bool) -> str:
    """Why it did not let us in. Where its time is not known, a wrong clock refuses the right password too."""
    if not refused:
        return "onvif"
    return "credentials" if camera.dt_diff is not None else "credentials_or_clock"


async def _async_read(camera: ONVIFCamera, found: FoundDevice) -> OnvifDevice:
    await camera.update_xaddrs()
    management = await camera.create_devicemgmt_service()
    about = await management.GetDeviceInformation()
    device_id = await _async_mac(management) or _serial(about) or found.endpoint
    try:
        media = await camera.create_media_service()
    except ONVIFError as err:
        raise OnvifReadError("no_media") from err
    profiles = _read_profiles(await media.GetProfiles())
    cameras = [await _async_camera(media, streams, found.host) for streams in by_source(profiles)]
    if not cameras:
        raise OnvifReadError("no_media")
    off = camera.dt_diff.total_seconds() if camera.dt_diff is not None else 0.0
    return OnvifDevice(
        device_id=device_id,
        maker=about.Manufacturer or found.maker,
        model=about.Model or found.model,
        cameras=tuple(cameras),
        clock_off_s=off,
    )


async def _async_mac(management: Any) -> str | None:
    """The address of its first network adapter. Not every device tells."""
    try:
        interfaces = await management.GetNetworkInterfaces()
    except Fault as err:
        if is_auth_error(err):
            raise
        return None
    for interface in interfaces or ():
        info = interface.Info if interface.Enabled else None
        mac = format_mac(str(info.HwAddress)) if info is not None else None
        if mac is not None:
            return f"mac:{mac}"
    return None


def _serial(about: Any) -> str | None:
    serial = str(about.SerialNumber or "").strip()
    return f"serial:{serial[:80]}" if serial.strip("0 ") else None


def _read_profiles(profiles: Iterable[Any] | None) -> list[StreamProfile]:
    """The profiles that have a picture."""
    read = []
    for profile in list(profiles or ())[:MOST_PROFILES]:
        encoder, source = profile.VideoEncoderConfiguration, profile.VideoSourceConfiguration
        if encoder is None or encoder.Resolution is None:
            continue
        read.append(
            StreamProfile(
                token=str(profile.token),
                source=str(source.SourceToken) if source is not None else "",
                width=int(encoder.Resolution.Width),
                height=int(encoder.Resolution.Height),
                encoding=str(encoder.Encoding).upper(),
            )
        )
    return read


def by_source(profiles: Iterable[StreamProfile]) -> list[tuple[StreamProfile, StreamProfile | None]]:
    """Main and sub stream of each video source: a recorder has one for each of its cameras.

    The main stream is the largest that is video. The sub stream is the smallest in H.264 that is wide enough to see
    a person in; a device that has none does without.
    """
    sources: dict[str, list[StreamProfile]] = {}
    for profile in profiles:
        sources.setdefault(profile.source, []).append(profile)
    return [_main_and_sub(streams) for streams in sources.values()]


def _main_and_sub(streams: list[StreamProfile]) -> tuple[StreamProfile, StreamProfile | None]:
    def area(stream: StreamProfile) -> int:
        return stream.width * stream.height

    video = [stream for stream in streams if stream.encoding != "JPEG"] or streams
    main = max(video, key=area)
    smaller = [
        stream
        for stream in video
        if stream.encoding == "H264" and stream.width >= LEAST_SUB_WIDTH and area(stream) < area(main)
    ]
    return main, min(smaller, key=area, default=None)


async def _async_camera(media: Any, streams: tuple[StreamProfile, StreamProfile | None], host: str) -> OnvifCamera:
    main, sub = streams
    return OnvifCamera(
        source=main.source,
        main_url=await _async_url(media, main, host),
        sub_url=await _async_url(media, sub, host) if sub is not None else None,
    )


async def _async_url(media: Any, stream: StreamProfile, host: str) -> str:
    """Where a stream is. A device may name an address of its own that is not reached from here: ours is known to be."""
    request = media.create_type("GetStreamUri")
    request.ProfileToken = stream.token
    request.StreamSetup = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}
    answer = await media.GetStreamUri(request)
    try:
        return with_host(parse_address(str(answer.Uri)).url, host)
    except AddressError as err:
        raise OnvifReadError("no_media") from err
