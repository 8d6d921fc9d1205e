"""The other detectors of the bench, each with its defaults; ours beside them.

All but Motion are run as `python -m benchmarks.peers NAME CLIP_OR_URL`, a process each, whose CPU is counted from
after its imports. Motion is a daemon that watches live streams only: see `motion.py`.
"""
