"""Does the verifier see it? A thousand ways to tamper with a signed export, and clean exports of every shape.

    PYTHONPATH=custom_components/mat_than/lib:verify/src .venv/bin/python -m benchmarks.mutations [--count 1000]
        [--seed 1] [EXPORT.zip --key FINGERPRINT]

Without an export it makes one of the demo's footage (`sample_export`). Prints how many of each kind (`tampering`) were
found and how many clean exports were called anything but intact; ends with 1 unless it is all and none.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
import random
import sys
import tempfile
import time
import zipfile

from benchmarks.sample_export import FINGERPRINT, make_place
from benchmarks.tampering import FILES, RAW, packed, unpacked
from mat_than_verify.cli import verify
from mat_than_verify.findings import Answer, Verdict

CLEAN_EXPORTS = 100


@dataclass(frozen=True, slots=True)
class Mutation:
    """A tampered export."""

    kind: str
    data: bytes


def mutations(export: Path, count: int, seed: int) -> Iterator[Mutation]:
    """That many, the kinds in turn."""
    clean, files = export.read_bytes(), unpacked(export)
    chance = random.Random(seed)
    kinds = [*RAW, *FILES]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            kind = kinds[number % len(kinds)]
            if kind in RAW:
                data = RAW[kind](clean, chance)
            else:
                data = packed(FILES[kind](dict(files), chance), Path(folder, "mutated.zip")).read_bytes()
            assert data != clean, f"{kind} changed nothing"
            yield Mutation(kind, data)


def found(mutation: Mutation, folder: Path, keys: tuple[str, ...]) -> Answer:
    """What the verifier says of it."""
    file = folder / "mutated.zip"
    file.write_bytes(mutation.data)
    return verify(file, keys)


def main() -> int:
    """Tamper, verify, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", nargs="?", type=Path)
    parser.add_argument("--key", help="its home's fingerprint")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    keys: tuple[str, ...]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.export is None:
            cleans, keys = clean_exports(folder, options.seed), (FINGERPRINT,)
        else:
            cleans, keys = [options.export], (str(options.key),) if options.key else ()
        alarms = sum(verify(clean, keys).verdict is not Verdict.INTACT for clean in cleans)
        missed = _tamper(cleans[0], options.count, options.seed, folder, keys)
    print(f"{alarms:5d} of {len(cleans):4d}  clean exports called anything but intact")
    return int(missed > 0 or alarms > 0)


def _tamper(export: Path, count: int, seed: int, folder: Path, keys: tuple[str, ...]) -> int:
    """Prints what was found of each kind; how many were missed."""
    total, seen, said, took_s = Counter[str](), Counter[str](), Counter[str](), 0.0
    for mutation in mutations(export, count, seed):
        began_s = time.perf_counter()
        verdict = found(mutation, folder, keys).verdict
        took_s += time.perf_counter() - began_s
        total[mutation.kind] += 1
        seen[mutation.kind] += verdict is not Verdict.INTACT
        said[verdict.name.lower()] += 1
    for kind, number in total.items():
        print(f"{seen[kind]:5d} of {number:4d}  {kind}")
    print(f"{seen.total():5d} of {total.total():4d}  found; told as {dict(said)}")
    print(f"{took_s / count * 1000:.0f} ms for each verification of {export.stat().st_size / 1e6:.1f} MB")
    return total.total() - seen.total()


def clean_exports(folder: Path, seed: int) -> list[Path]:
    """Exports that nobody touched: whole and chosen at random, as zip and unpacked."""
    place, chance = make_place(folder / "home"), random.Random(seed)
    clips = [clip.clip_id for clip in place.store.list()]
    cleans = []
    for number in range(CLEAN_EXPORTS // 2):
        target = folder / f"clean{number}.zip"
        place.export(target, clip_ids=chance.sample(clips, chance.randint(1, len(clips))) if number else ())
        with zipfile.ZipFile(target) as archive:
            archive.extractall(target.with_suffix(""))
        cleans += [target, target.with_suffix("")]
    return cleans


if __name__ == "__main__":
    sys.exit(main())
