"""Cameras read over one RTSP connection without FFmpeg: its reader asks the kernel six times for every piece of a
picture, this one asks once for all that came. It knows H.264 and H.265 over TCP; whatever else a camera does is
FFmpeg's (`UnsuitedError`).
"""
