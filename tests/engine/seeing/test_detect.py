"""The command line's words and answers."""

import json

from footage import DEMO

from mat_than_engine.detect import main

CLIP = str(DEMO / "media" / "street_h265.sub.mp4")


def test_one_json_object_a_source_in_the_form_a_bench_scores(capsys):
    assert main(["--json", "--profile", "economy", "--backend", "numpy", CLIP]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["detector"], found["clip"], found["profile"]) == (
        "mat_than/economy",
        "street_h265.sub.mp4",
        "economy",
    )
    assert len(found["intervals"]) == len(found["emitted"]) == len(found["released"]) > 0
    assert all(
        start <= known <= end + 3 for (start, end, *_), known in zip(found["intervals"], found["emitted"], strict=True)
    )
    assert found["cpu_s"] > 0


def test_a_source_that_cannot_be_read_is_named_and_the_others_go_on(capsys, tmp_path):
    assert main(["--profile", "economy", str(tmp_path / "none.mp4"), CLIP]) == 1
    said = capsys.readouterr()
    assert "none.mp4" in said.err
    assert said.out.startswith("street_h265.sub.mp4: ")


def test_settings_that_make_no_sense_are_refused(capsys):
    assert main(["--settings", '{"sensitivity": 0}', CLIP]) == 2
    assert "--settings" in capsys.readouterr().err
