"""Whatever a camera sends, the engine goes on: nothing crashes, nothing hangs, memory stays bounded, the state says why.

Here a seeded part of it; `scripts/hostile` does the two thousand.
"""

from pathlib import Path

from hostile_camera import HostileCamera, memory_mb
from hostile_network import address_of, serving
from hostile_streams import HostileMaker
import pytest

WORDS = {
    f"retrying {cause}"
    for cause in ("not_a_stream", "no_data", "codec", "too_large", "ended", "path", "credentials", "host")
} | {"off ended"}


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> HostileMaker:
    return HostileMaker(tmp_path_factory.mktemp("hostile"))


def test_files_of_every_kind_end_with_a_cause(maker: HostileMaker, tmp_path: Path) -> None:
    before, _ = memory_mb()
    kinds = set()
    for seed in range(54):  # each kind three times
        stream = maker.make(seed)
        kinds.add(stream.kind)
        outcome = HostileCamera(tmp_path / "storage", str(stream.path)).run()
        assert outcome.word in WORDS, f"seed {seed}, {stream.kind}: {outcome}"
        assert not outcome.motion_left_on, f"seed {seed}, {stream.kind}: {outcome}"
        stream.path.unlink()
    assert len(kinds) >= 15
    after, highest = memory_mb()
    print(f"RSS {before:.0f} MB before, {after:.0f} MB after, {highest:.0f} MB at most")
    assert after - before < 80
    assert highest < 700


@pytest.mark.parametrize("seed", range(6))
def test_servers_that_keep_to_no_rule_end_with_a_cause(maker: HostileMaker, tmp_path: Path, seed: int) -> None:
    scheme, serve = address_of(maker, seed)
    with serving(serve) as port:
        outcome = HostileCamera(tmp_path / "storage", f"{scheme}://127.0.0.1:{port}/x", live=True).run(30)
    assert outcome.word in WORDS, f"seed {seed}: {outcome}"
    assert not outcome.motion_left_on
