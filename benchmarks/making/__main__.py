"""Makes clips of known truth from seeds.

    python -m benchmarks.making --seeds 1-36 --out FOLDER [--seconds 75] [--jobs 2]

Clips that are there already stay. Labels lie in FOLDER/labels, in the form scorers of motion detectors read.
"""

import argparse
from pathlib import Path

from .clip import recipe
from .stock import fill


def seeds(text: str) -> list[int]:
    """`3` or `3-8`."""
    first, _, last = text.partition("-")
    return list(range(int(first), int(last or first) + 1))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=seeds, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=75.0)
    parser.add_argument("--jobs", type=int, default=2)
    words = parser.parse_args()
    for clip in fill(words.out, [recipe(seed, words.seconds) for seed in words.seeds], words.jobs):
        print(clip, flush=True)


if __name__ == "__main__":
    main()
