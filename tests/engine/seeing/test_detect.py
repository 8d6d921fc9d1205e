"""The command line's words and answers."""

import json
import os
import signal
import subprocess
import sys
import time

from footage import DEMO
from rtsp_server import RtspServer

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


def test_every_word_of_an_answer_is_what_it_says(capsys):
    assert main(["--json", "--explain", "--profile", "quick", "--seconds", "20", CLIP]) == 0
    (found,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    ((start, end, score, label),) = found["intervals"]
    assert 9.5 < start < 11.5
    assert 19 < end <= 20  # cut off there
    assert 0.5 <= score <= 1
    assert label == "moving"
    assert start <= found["emitted"][0] < start + 2
    assert all(since <= until and reason and len(box) == 4 for since, until, reason, box in found["suppressed"])
    (track,) = found["tracks"]
    assert [round(at) for at, _, _ in track] == sorted({round(at) for at, _, _ in track})
    assert all(0 <= side <= 1 for _, _, boxes in track for box in boxes for side in box)


def test_what_was_not_believed_is_named(capsys):
    assert main(["--json", "--profile", "quick", "--seconds", "30", str(DEMO / "media" / "gate_night.sub.mp4")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["intervals"] == []
    assert {reason for _, _, reason, _ in found["suppressed"]} & {"insect", "text"}


def test_a_source_that_cannot_be_read_is_named_and_the_others_go_on(capsys, tmp_path):
    assert main(["--profile", "economy", str(tmp_path / "none.mp4"), CLIP]) == 1
    said = capsys.readouterr()
    assert "none.mp4" in said.err
    assert said.out.startswith("street_h265.sub.mp4: ")


def test_settings_that_make_no_sense_are_refused(capsys):
    assert main(["--settings", '{"sensitivity": 0}', CLIP]) == 2
    assert "--settings" in capsys.readouterr().err


def test_each_source_has_its_object_whatever_becomes_of_it(capsys, tmp_path):
    (tmp_path / "letter.mp4").write_text("no video")
    sources = [str(tmp_path / "none.mp4"), str(tmp_path / "letter.mp4"), "rtsp://viewer:secret@127.0.0.1:1/yard", CLIP]
    assert main(["--json", "--profile", "economy", *sources]) == 1
    said = capsys.readouterr()
    found = [json.loads(line) for line in said.out.splitlines()]
    assert [one["clip"] for one in found] == [
        "none.mp4",
        "letter.mp4",
        "rtsp://127.0.0.1:1/yard",
        "street_h265.sub.mp4",
    ]
    assert ["error" in one for one in found] == [True, True, True, False]
    assert all(one["intervals"] == [] for one in found[:3])
    assert "secret" not in said.out + said.err


def test_a_camera_is_watched_for_as_long_as_asked(capsys):
    server = RtspServer({"street": DEMO / "media" / "street_h265.sub.mp4"})
    began = time.monotonic()
    try:
        assert main(["--json", "--profile", "economy", "--seconds", "4", server.url("street")]) == 0
        took_s = time.monotonic() - began
    finally:
        server.stop()  # which takes a while of its own
    assert 3.5 < took_s < 9
    found = json.loads(capsys.readouterr().out)
    assert found["clip"] == f"rtsp://127.0.0.1:{server.port}/street"
    assert found["looks"] > 0
    assert "error" not in found


def interrupted(url, after_s):
    """What a child says that watches a camera and then a file, and is told to stop by Ctrl-C."""
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # shells have their background ignore it
    words = f"{heed}; import sys; from mat_than_engine.detect import main; sys.exit(main(sys.argv[1:]))"
    lib = DEMO.parent / "custom_components/mat_than/lib"
    child = subprocess.Popen(
        [sys.executable, "-c", words, "--json", "--profile", "quick", url, CLIP],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(lib)},
    )
    time.sleep(after_s)
    child.send_signal(signal.SIGINT)
    out, _ = child.communicate(timeout=10)
    assert child.returncode == 130
    (found,) = (json.loads(line) for line in out.splitlines())  # the next source is not begun
    return found


def test_ctrl_c_says_what_was_found_so_far():
    server = RtspServer({"street": DEMO / "media" / "street_h265.sub.mp4"})
    try:
        found = interrupted(server.url("street"), 6)
        if not found["looks"]:  # a busy machine: the camera was not yet open
            found = interrupted(server.url("street"), 15)
    finally:
        server.stop()
    assert found["error"] == "interrupted"
    assert found["looks"] > 0
