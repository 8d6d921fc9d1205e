"""What a camera's address may be, how FFmpeg is asked to open it, and why it did not open.

Only RTSP, HTTP and plain files; FFmpeg's other protocols (and what a playlist could pull in by them), its other
formats and its other decoders are closed: whoever answers at the address chooses none of its three hundred readers.
"""

from dataclasses import dataclass, field
import socket
from urllib.parse import SplitResult, unquote, urlsplit

import av

from .errors import CameraError
from .model import Cause
from .settings import Transport

OPEN_TIMEOUT_S = 7.0  # with the host check below, a camera's cause is known within ten seconds
# FFmpeg hands out the picture it still holds when a read is broken off, and the next read waits as long again: a
# dead RTSP stream is found after twice this. A live playlist has nothing new for as long as a segment lasts.
RTSP_READ_TIMEOUT_S = 4.5
HTTP_READ_TIMEOUT_S = 15.0
HOST_CHECK_S = 2.0
_PORTS = {"rtsp": 554, "rtsps": 322, "http": 80, "https": 443}
_PROTOCOLS = {
    "rtsp": "rtsp,rtp,srtp,udp,tcp",
    "rtsps": "rtsp,rtp,srtp,udp,tcp,tls",
    "http": "http,https,httpproxy,tcp,tls,crypto",
    "https": "http,https,httpproxy,tcp,tls,crypto",
    "file": "file",
}
_FORMATS = {"rtsp": "rtsp,sdp,rtp,mpegts", "file": "mov,matroska,mpegts,h264,hevc,mjpeg,avi,flv"}
_FORMATS["http"] = f"hls,mpjpeg,aac,{_FORMATS['file']}"
_DECODERS = "h264,hevc,mjpeg,aac"
# A picture is held many times over while it is decoded: 16 megapixels are more than any camera's stream and, for all
# that a crafted header may ask, half a gigabyte.
MOST_PIXELS = 4096 * 4096
UDP_BUFFER_BYTES = 4_000_000  # asked for; the kernel gives what `net.core.rmem_max` allows


@dataclass(frozen=True, slots=True)
class Address:
    """A camera's address, taken apart. Never printed: it holds the password."""

    scheme: str
    location: str = field(repr=False)  # what FFmpeg opens: the URL, or the path of a file
    host: str | None = field(default=None, repr=False)
    port: int = 0

    @property
    def is_file(self) -> bool:
        """Whether this is a file of this machine."""
        return self.scheme == "file"

    @property
    def read_timeout_s(self) -> float:
        """How long a single read may block."""
        return RTSP_READ_TIMEOUT_S if self.is_rtsp else HTTP_READ_TIMEOUT_S

    @property
    def is_rtsp(self) -> bool:
        """Whether the camera speaks RTSP."""
        return self.scheme in {"rtsp", "rtsps"}

    @property
    def is_encrypted(self) -> bool:
        """Whether the connection is."""
        return self.scheme in {"rtsps", "https"}


def parse_address(url: str) -> Address:
    """Take a URL or an absolute path apart. CameraError when it is neither RTSP, HTTP nor a file."""
    if url.startswith("/"):
        return Address("file", url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as err:
        raise CameraError(Cause.HOST) from err
    if parts.scheme == "file" and not parts.netloc:
        return Address("file", unquote(parts.path))
    if parts.scheme not in _PORTS:
        raise CameraError(Cause.NOT_A_STREAM)
    return _network(url, parts, port)


def _network(url: str, parts: SplitResult, port: int | None) -> Address:
    if not parts.hostname:
        raise CameraError(Cause.HOST)
    return Address(parts.scheme, url, parts.hostname, port or _PORTS[parts.scheme])


def open_options(address: Address, transport: Transport) -> dict[str, str]:
    """FFmpeg's options for this address."""
    kind = "file" if address.is_file else "rtsp" if address.is_rtsp else "http"
    options = {
        "protocol_whitelist": _PROTOCOLS[address.scheme],
        "format_whitelist": _FORMATS[kind],
        "codec_whitelist": _DECODERS,
        "max_pixels": str(MOST_PIXELS),
    }
    if address.is_encrypted:
        # Cameras sign their certificates themselves: nobody listens along, but who answers is not proven.
        options["tls_verify"] = "0"
    if address.is_rtsp:
        # Within TLS only what goes over its connection is encrypted; pictures by UDP would be open to all.
        carried = Transport.TCP if address.is_encrypted else transport
        # A few pictures are enough to learn the rate; the default of twenty makes opening 1.5 s slower.
        options |= {"rtsp_transport": carried.value, "fpsprobesize": "4", "max_delay": "500000"}
        if carried is Transport.UDP:
            options["buffer_size"] = str(UDP_BUFFER_BYTES)
    return options


def cause_of_open(err: Exception, address: Address, took_s: float) -> Cause:
    """Why a camera did not open. Blocks up to `HOST_CHECK_S` where FFmpeg's error leaves it open."""
    if isinstance(err, (av.HTTPUnauthorizedError, av.HTTPForbiddenError)):
        return Cause.CREDENTIALS
    if isinstance(err, (av.HTTPNotFoundError, FileNotFoundError)):
        return Cause.PATH
    if isinstance(err, (av.HTTPBadRequestError, av.HTTPOtherClientError)):
        return Cause.NOT_A_STREAM
    if isinstance(err, av.HTTPServerError):
        return Cause.NO_DATA
    if address.is_file:
        return Cause.PATH if isinstance(err, (PermissionError, IsADirectoryError)) else Cause.NOT_A_STREAM
    if not _answers(address):
        return Cause.HOST
    # FFmpeg reports its own time-out within RTSP as invalid data.
    return Cause.NO_DATA if isinstance(err, av.ExitError) or took_s > OPEN_TIMEOUT_S * 0.9 else Cause.NOT_A_STREAM


def cause_of_read(err: Exception) -> Cause:
    """Why a stream that was open stopped."""
    if isinstance(err, (av.ExitError, TimeoutError)):
        return Cause.NO_DATA
    return Cause.ENDED


def _answers(address: Address) -> bool:
    """Whether something accepts connections there."""
    try:
        socket.create_connection((address.host or "", address.port), HOST_CHECK_S).close()
    except OSError, UnicodeError:  # a host name that cannot be one is a UnicodeError
        return False
    return True
