"""The engine on two cores, with shards that a camera named `poison` crashes: a stand-in for a decoder's bug.

The crash is a real one: the process reads memory that is not there while it looks at the camera's packets; with
`DIES_OVER` in the environment, while it makes a live view (`live`) or a snapshot (`snapshot`) of any camera.
"""

import ctypes
import os
import sys
from typing import Any, override

from mat_than_engine import SOFTWARE, snapshot
from mat_than_engine.__main__ import run_conductor, run_workshop
from mat_than_engine.camera_task import CameraTask
from mat_than_engine.clock import SystemClock
from mat_than_engine.live import view
from mat_than_engine.marks import Marks
from mat_than_engine.messages import PIPE_VERSION, decode_errand
from mat_than_engine.pipe import ReportPipe
from mat_than_engine.reports import Hello
from mat_than_engine.roles import seat
from mat_than_engine.roles.serving import leave, log_to_stderr, serve
from mat_than_engine.roles.shard import Shard
from mat_than_engine.seeing.image_ops import backend
from mat_than_engine.source import Unit
from mat_than_engine.stream_task import Role


class FragileCamera(CameraTask):
    @override
    def received(self, role: Role, units: list[Unit]) -> float:
        if self.settings.name == "poison" and units:
            ctypes.string_at(0)
        return super().received(role, units)


class FragileMaker:
    def take(self, _picture: object) -> Any:
        ctypes.string_at(0)

    def close(self) -> None:
        pass


def run_fragile_shard(handle: int) -> int:
    match os.environ.get("DIES_OVER"):
        case "live":
            view.make_maker = lambda *_: FragileMaker()
        case "snapshot":
            snapshot.decoded = lambda _: ctypes.string_at(0)
    log_to_stderr()
    marks = Marks(handle)
    marks.catch_crashes()
    pipe = ReportPipe()
    pipe.put(Hello(pipe_version=PIPE_VERSION, software=SOFTWARE, backend=backend().name, pid=os.getpid()))
    return serve(Shard(pipe.put, SystemClock(), marks, FragileCamera), pipe, decode_errand)


if __name__ == "__main__":
    seat.STUCK_S = float(os.environ.get("STUCK_S", seat.STUCK_S))
    match sys.argv[1:]:
        case []:
            leave(run_conductor("fragile_engine", cores=2))
        case ["shard", _, handle]:
            leave(run_fragile_shard(int(handle)))
        case ["workshop", version, "thorough"]:
            ctypes.string_at(0) if os.environ.get("WORKSHOP_DIES") else leave(run_workshop(version))
        case ["workshop", version, _]:
            leave(run_workshop(version, thorough=False))
