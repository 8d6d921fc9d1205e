"""Makes clips whose truth is known to the frame: backdrops, visitors, nuisances and tampering, all from a seed.

Pictures are float32 BGR of 640x360 while they are made; times are seconds of the clip. The same seed makes the same
clip. Seeds 1-99 are for tuning, 1000 and more for reporting; the bench refuses to report on the former.
"""
