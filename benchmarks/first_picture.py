"""How long a new camera's first picture takes in Home Assistant, and what showing cameras costs Home Assistant itself.

    .venv/bin/python -m benchmarks.first_picture [--cameras 4] [--window 20]

Cameras are added one after the other by their own forms; the time runs from the last click until Home Assistant hands a
picture out. Then all are asked every five seconds, as cards do. The footage has a key frame every two seconds.
"""

import argparse
import os
from pathlib import Path
import statistics
import tempfile
import time

from scripts.live.camera_server import CameraServer
from scripts.live.footage import read_scene
from scripts.live.home_assistant import HomeAssistant
from scripts.live.household import CameraAddress, Household
from scripts.live.http_client import RefusedError

LIMIT_S = 60.0
CARD_WIDTH = 640
ASK_EVERY_S = 5.0
TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def ask(home: HomeAssistant, entity_id: str) -> float:
    """Seconds until it hands a picture out, asked again and again. TimeoutError when it does not."""
    began = time.monotonic()
    while time.monotonic() - began < LIMIT_S:
        try:
            home.http.bytes_of("GET", f"/api/camera_proxy/{entity_id}?width={CARD_WIDTH}")
        except OSError, RefusedError:
            time.sleep(0.1)
        else:
            return time.monotonic() - began
    raise TimeoutError(f"{entity_id} shows nothing")


def cost(pid: int) -> tuple[float, int, float]:
    """Memory in MB, threads and CPU seconds of one process, children left out."""
    process = Path(f"/proc/{pid}")
    memory = next(line for line in (process / "status").read_text().splitlines() if line.startswith("VmRSS:"))
    stat = (process / "stat").read_text().rpartition(")")[2].split()
    used_s = (int(stat[11]) + int(stat[12])) / TICKS_PER_S
    return int(memory.split()[1]) / 1024, len(list((process / "task").iterdir())), used_s


def measure(folder: Path, cameras: int, window_s: float) -> None:
    """Everything, printed as it is found."""
    scene = read_scene("yard_day")
    names = [f"Camera {number}" for number in range(cameras)]
    films = {"main": scene.main, "sub": scene.sub}
    streams: dict[str, Path | str] = {
        f"c{number}_{kind}": f"{film}@{number * 7}" for number in range(cameras) for kind, film in films.items()
    }
    server = CameraServer(streams, folder / "cameras.log")
    home = HomeAssistant(folder / "home")
    household = Household(home)
    try:
        server.start()
        home.start()
        household.set_up()
        memory, threads, _ = cost(home.pid)
        firsts: list[float] = []
        entities: list[str] = []
        for number, name in enumerate(names):
            main, sub = (server.address(f"c{number}_{kind}") for kind in ("main", "sub"))
            address = CameraAddress(name=name, position="other", main_url=main, sub_url=sub, user="", password="")
            household.add_camera(address)
            began = time.monotonic()
            entities.append(household.wait_entity(name, "camera", "camera"))
            ask(home, entities[-1])
            firsts.append(time.monotonic() - began)
        print(f"first picture after {', '.join(f'{each:.2f}' for each in firsts)} s")
        used_s, until = cost(home.pid)[2], time.monotonic() + window_s
        asked: list[float] = []
        while time.monotonic() < until:
            asked += [ask(home, entity_id) for entity_id in entities]
            time.sleep(ASK_EVERY_S)
        print(f"asked again: {statistics.median(asked) * 1000:.0f} ms (median), {max(asked) * 1000:.0f} ms at most")
        after = cost(home.pid)
        print(f"Home Assistant: memory {memory:.0f} to {after[0]:.0f} MB, threads {threads} to {after[1]}")
        print(f"Home Assistant: {after[2] - used_s:.2f} CPU s in {window_s:.0f} s of asking")
    finally:
        home.stop()
        server.stop()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cameras", type=int, default=4)
    parser.add_argument("--window", type=float, default=20.0, help="seconds of asking")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mat-than-pictures-") as folder:
        measure(Path(folder), words.cameras, words.window)


if __name__ == "__main__":
    main()
