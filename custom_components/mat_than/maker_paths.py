"""Where makers put their cameras' streams: the path of the main and of the sub stream, by maker and channel.

For owners who know the name on the box and the address in the router's list, and nothing of RTSP. The form shows the
addresses it made, and the live test says whether they are right: a maker has changed its paths before.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from .stream_url import AddressError

MOST_CHANNELS: Final = 64
_HIKVISION: Final = ("/Streaming/Channels/{channel}01", "/Streaming/Channels/{channel}02")
_DAHUA: Final = ("/cam/realmonitor?channel={channel}&subtype=0", "/cam/realmonitor?channel={channel}&subtype=1")
_EZVIZ: Final = ("/h264/ch{channel}/main/av_stream", "/h264/ch{channel}/sub/av_stream")
_TP_LINK: Final = ("/stream1", "/stream2")  # one camera a device: there is no channel in it
_REOLINK: Final = ("/h264Preview_{channel:02}_main", "/h264Preview_{channel:02}_sub")
_UNIVIEW: Final = ("/unicast/c{channel}/s0/live", "/unicast/c{channel}/s1/live")

# The keys are those of the selector's translations; the order is that of the list.
MAKERS: Final = {
    "hikvision": _HIKVISION,
    "dahua": _DAHUA,
    "imou": _DAHUA,
    "kbvision": _DAHUA,
    "ezviz": _EZVIZ,
    "tapo": _TP_LINK,
    "vigi": _TP_LINK,
    "reolink": _REOLINK,
    "hilook": _HIKVISION,
    "uniview": _UNIVIEW,
}


@dataclass(frozen=True, slots=True)
class StreamPair:
    """The addresses of a camera's two streams, without credentials."""

    main_url: str
    sub_url: str


def addresses(maker: str, host: str, channel: int = 1) -> StreamPair:
    """The streams of a camera of that maker. AddressError when `host` (with a port if need be) names no camera."""
    where = host.strip().removeprefix("rtsp://").removeprefix("http://").rstrip("/")
    try:
        parts = urlsplit(f"rtsp://{where}")
        named = parts.hostname is not None and parts.port != 0
    except ValueError as err:
        raise AddressError from err
    if not named or parts.path or parts.query or parts.username or any(char.isspace() for char in where):
        raise AddressError
    main, sub = (f"rtsp://{parts.netloc}{path.format(channel=channel)}" for path in MAKERS[maker])
    return StreamPair(main, sub)
