"""An engine without video, for tests of the Home Assistant side: speaks the real pipe, does what the test says.

It answers probes and snapshots by the path of the address (`/credentials` fails with that cause, `/h265` is an H.265 camera …),
calls every configured camera live, writes the commands it got into a file, and passes on whatever report the test
puts into a named pipe.
"""

import base64
from datetime import UTC, datetime
import json
import os
from pathlib import Path
import shutil
import signal
import sys
import threading
import time
from urllib.parse import urlsplit

from mat_than_engine.commands import (
    Cancel,
    Configure,
    DeleteClips,
    Export,
    Flush,
    MakeSharedCopy,
    MakeSharedStill,
    Probe,
    Protect,
    Record,
    Replay,
    Snapshot,
    Unprotect,
)
from mat_than_engine.messages import HEADER, PIPE_VERSION, decode_command, encode, frame_length
from mat_than_engine.model import CameraState, Cause, StreamFacts
from mat_than_engine.reports import (
    CameraStatus,
    Done,
    Exported,
    Hello,
    Probed,
    Progress,
    ReplayedClip,
    SharedCopyMade,
    SnapshotMade,
)

FOLDER = Path(os.environ["STAND_IN_FOLDER"])
MODE = os.environ.get("STAND_IN_MODE", "")
PICTURE = base64.b64encode(b"\xff\xd8\xff\xe0 a picture \xff\xd9").decode()
MAIN = StreamFacts(codec="h264", width=1920, height=1080, fps=25.0, key_frame_interval_s=2.0)
SUB = StreamFacts(codec="h264", width=640, height=360, fps=12.5, key_frame_interval_s=2.0)
SPECIAL = {
    "/h265": StreamFacts(codec="hevc", width=2560, height=1440, fps=20.0, key_frame_interval_s=10.0),
}
ORDER_ERRORS = {"unknown_camera", "unknown_clip", "protected", "over_budget", "not_live", "disk", "failed"}
EXPORT_ERRORS = {"nothing_there", "disk_full", "failed"}
lock = threading.Lock()
live: set[str] = set()
cancelled: set[str] = set()


def put(data: bytes) -> None:
    with lock:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def cause_in(url: str | None) -> Cause | None:
    word = urlsplit(url or "").path.strip("/")
    return Cause(word) if word in set(Cause) else None


def answer_probe(probe: Probe) -> Probed:
    cause = cause_in(probe.main_url)
    if cause is not None:
        return Probed(request_id=probe.request_id, cause=cause)
    sub_cause = cause_in(probe.sub_url)
    return Probed(
        request_id=probe.request_id,
        main=SPECIAL.get(urlsplit(probe.main_url).path, MAIN),
        sub=SUB if probe.sub_url and sub_cause is None else None,
        sub_cause=sub_cause,
        still_jpeg=PICTURE,
    )


def answer_snapshot(command: Snapshot) -> SnapshotMade:
    """Of the cameras that it called live."""
    if command.camera_id not in live:
        return SnapshotMade(request_id=command.request_id, error="not_live")
    return SnapshotMade(request_id=command.request_id, jpeg=PICTURE, taken_at=datetime.now(UTC))


def make_copy(command: MakeSharedCopy | MakeSharedStill) -> None:
    """A clip named `slow` waits until the test lets it go on, by a file of that name in the test's folder."""
    name = Path(command.source).stem
    playlist = Path(command.playlist) if isinstance(command, MakeSharedCopy) and command.playlist else None
    if playlist is not None and name not in {"broken", "late"}:
        playlist.with_suffix(".m4s").write_bytes(b"0123456789")
        playlist.write_text(f"#EXTM3U\n#EXTINF:2.0,\n#EXT-X-BYTERANGE:5@5\n{name}.m4s\n")
    while name in {"slow", "late"} and not (FOLDER / "go_on").exists() and command.request_id not in cancelled:
        put(encode(Progress(request_id=command.request_id, share=0.5)))
        time.sleep(0.02)
    if command.request_id in cancelled:
        return
    if playlist is not None and playlist.exists():
        with playlist.open("a") as growing:
            growing.write("#EXT-X-ENDLIST\n")
    error = "unreadable" if name == "broken" else None
    shutil.copyfile(command.source, command.target)
    put(encode(SharedCopyMade(request_id=command.request_id, error=error, codec="h264", size_bytes=1)))


def make_copy_or_die(command: MakeSharedCopy | MakeSharedStill) -> None:
    """Without its source the whole engine ends, as a decoder's crash ends it."""
    try:
        make_copy(command)
    except OSError:
        os._exit(1)


def answer_order(command: Record | Protect | Unprotect | DeleteClips | Flush) -> None:
    """A clip's id may be the error that is wanted."""
    if MODE == "confused":
        put(encode(SharedCopyMade(request_id=command.request_id, error="failed")))
        return
    ids = () if isinstance(command, (Record, Flush)) else command.clip_ids
    error = next((clip_id for clip_id in ids if clip_id in ORDER_ERRORS), os.environ.get("STAND_IN_ORDER_ERROR"))
    if error != "silence":
        put(encode(Done(request_id=command.request_id, error=error, count=len(ids))))


def answer_export(command: Export) -> None:
    """The title may be the error that is wanted."""
    for share in (0.05, 0.5):
        put(encode(Progress(request_id=command.request_id, share=share)))
    error = command.title if command.title in EXPORT_ERRORS else None
    if error is None:
        Path(command.target).write_bytes(b"PK zip")
    put(encode(Exported(request_id=command.request_id, error=error, clips=2, size_bytes=6, sha256="0" * 64)))


def obey(command: object) -> None:
    match command:
        case Configure(cameras=cameras):
            for camera in cameras:
                cause = cause_in(camera.main_url)
                state = CameraState.LIVE if cause is None else CameraState.RETRYING
                (live.add if cause is None else live.discard)(camera.camera_id)
                put(encode(CameraStatus(camera_id=camera.camera_id, state=state, cause=cause, main=MAIN)))
        case Probe():
            put(encode(answer_probe(command)))
        case Snapshot():
            put(encode(answer_snapshot(command)))
        case MakeSharedCopy() | MakeSharedStill():
            threading.Thread(target=make_copy_or_die, args=(command,), daemon=True).start()
        case Cancel(request_id=request_id):
            cancelled.add(request_id)
        case Record() | Protect() | Unprotect() | DeleteClips() | Flush():
            answer_order(command)
        case Export():
            answer_export(command)
        case Replay():
            for index, clip in enumerate(command.clips, 1):
                last = index == len(command.clips)
                put(
                    encode(
                        ReplayedClip(request_id=command.request_id, clip=clip, last=last, motions=((1, 2, 0.9, "x"),))
                    )
                )


def pass_on() -> None:
    """Reports from the test. Open for writing too: so it never ends between two writers, when what the next one says is lost."""
    with os.fdopen(os.open(FOLDER / "reports", os.O_RDWR), "rb") as pipe:
        while True:
            header = pipe.read(HEADER.size)
            put(header + pipe.read(frame_length(header)))


def main() -> None:
    (FOLDER / "pid").write_text(str(os.getpid()))
    if MODE == "stillborn":
        return
    if MODE == "silent":
        time.sleep(60)
    if MODE == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if MODE == "noisy":
        print("ERROR cannot open rtsp://admin:hunter2@10.0.0.9/x", file=sys.stderr, flush=True)
        print("x" * 100_000, file=sys.stderr, flush=True)
        print("WARNING still here", file=sys.stderr, flush=True)
    version = PIPE_VERSION + 1 if MODE == "newer" else PIPE_VERSION
    put(encode(Hello(pipe_version=version, software="0.0", backend="numpy", pid=os.getpid())))
    if MODE == "garbage":
        put(HEADER.pack(5) + b"hello")
    if MODE == "deaf":
        time.sleep(60)
    threading.Thread(target=pass_on, daemon=True).start()
    while header := sys.stdin.buffer.read(HEADER.size):
        data = sys.stdin.buffer.read(frame_length(header))
        with (FOLDER / "commands").open("a") as log:
            log.write(json.dumps(json.loads(data)) + "\n")
        obey(decode_command(data))
    if MODE == "stubborn":
        time.sleep(60)


main()
