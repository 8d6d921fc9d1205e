"""Makes the demo's camera streams from OpenCV's sample video vtest.avi.

A scene is the video's own static background (the median over time) on which people of that same video walk through
now and then: each is cut out by the difference to the background, with the shadow around the feet, and put back where
he or she really walked. Between the visits nothing moves, as in front of a house.

Pictures are float32 BGR, 0..255, height x width x 3, while they are made; mattes are float32, 0..1. Times are seconds
of the clip, frames are numbers of pictures.
"""
