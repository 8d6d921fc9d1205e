"""`scripts/hostile`: two thousand hostile streams through the real path, in child processes that may crash.

Prints a table of what became of each kind, the memory of the children, and every seed that crashed or hung. Ends with
1 when one did, or when a motion was left on.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
import json
from pathlib import Path
import subprocess
import sys
import tempfile
import time

from hostile_camera import HostileCamera, memory_mb
from hostile_network import address_of, serving
from hostile_streams import HostileMaker

SILENT_S = 90.0  # a child that says nothing for so long hangs
NETWORK_FROM = 1_000_000  # seeds from here on are served over HTTP and RTSP


def play(maker: HostileMaker, storage: Path, seed: int) -> dict[str, object]:
    """One stream, and what became of it."""
    if seed >= NETWORK_FROM:
        scheme, serve = address_of(maker, seed)
        with serving(serve) as port:
            outcome = HostileCamera(storage, f"{scheme}://127.0.0.1:{port}/x", live=True).run()
        kind = f"{scheme} server"
    else:
        stream = maker.make(seed)
        kind = stream.kind
        outcome = HostileCamera(storage, str(stream.path)).run()
        stream.path.unlink()
    now_mb, most_mb = memory_mb()
    return {
        "seed": seed,
        "kind": kind,
        "word": outcome.word + (", motion left on" if outcome.motion_left_on else ""),
        "looked_at": outcome.looked_at,
        "now_mb": round(now_mb),
        "most_mb": round(most_mb),
    }


def child(seeds: range, folder: Path) -> None:
    """Play the seeds, a line before and after each."""
    maker = HostileMaker(folder)
    for seed in seeds:
        print(json.dumps({"begins": seed}), flush=True)
        print(json.dumps(play(maker, folder / "clips", seed)), flush=True)


def supervised(seeds: range, folder: Path) -> Iterator[dict[str, object]]:
    """The lines of children; one that crashes gives a line too, and the next goes on behind its seed."""
    at = seeds.start
    while at < seeds.stop:
        words = [sys.executable, __file__, "--folder", str(folder), "--child", str(at), str(seeds.stop)]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        current = at
        for line in process.stdout:
            told = json.loads(line)
            if "begins" in told:
                current = told["begins"]
            else:
                at = current + 1
                yield told
        code = process.wait(SILENT_S)
        if code != 0:
            at = current + 1
            yield {"seed": current, "kind": "crash", "word": f"CRASHED ({code})", "now_mb": 0, "most_mb": 0}


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="scripts/hostile", description=__doc__)
    parser.add_argument("--streams", type=int, default=2000)
    parser.add_argument("--network", type=int, default=100, help="further ones, over HTTP and RTSP")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--child", type=int, nargs=2, help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.child:
        child(range(*words.child), words.folder)
        return 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        files = range(words.first, words.first + words.streams)
        network = range(NETWORK_FROM + words.first, NETWORK_FROM + words.first + words.network)
        lines = [line for seeds in (files, network) for line in supervised(seeds, Path(folder))]
    return report(lines, time.monotonic() - began)


def report(lines: list[dict[str, object]], took_s: float) -> int:
    """Print the table; 1 when something went wrong that must not."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        table[str(line["kind"])][str(line["word"])] += 1
    for kind, outcomes in sorted(table.items()):
        print(
            f"{kind:16} {sum(outcomes.values()):5}  " + ", ".join(f"{word} {n}" for word, n in outcomes.most_common())
        )
    ends = [int(str(line["now_mb"])) for line in lines if line["now_mb"]]
    most = max((int(str(line["most_mb"])) for line in lines), default=0)
    tenth = max(1, len(ends) // 10)
    first, last = sum(ends[tenth : 2 * tenth]) / tenth, sum(ends[-tenth:]) / tenth
    print(f"{len(lines)} streams in {took_s:.0f} s; RSS {first:.0f} MB in the second tenth, {last:.0f} MB in the last,")
    print(f"{most} MB at most")
    wrong = [
        line
        for line in lines
        if any(word in str(line["word"]) for word in ("CRASHED", "hung", "unexpected", "left on", "none"))
    ]
    for line in wrong:
        print(f"WRONG: seed {line['seed']}: {line['kind']}, {line['word']}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
