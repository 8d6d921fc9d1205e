"""A few kills at random moments while four cameras record; `benchmarks/kills.py` does it two hundred times."""

from pathlib import Path

import pytest

from benchmarks.kills import run


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_to_kills_and_every_second_is_explained(tmp_path: Path) -> None:
    outcome = run(times=3, seed=40, folder=tmp_path, longest_s=2)
    assert {kind for kind, count in outcome.kills.items() if count} == {"home and engine", "whole engine", "part"}
    assert outcome.acknowledged
    assert outcome.clips >= outcome.acknowledged
    assert (outcome.lost, outcome.damaged, outcome.left_over) == ([], [], 0)
    assert outcome.unexplained == []
