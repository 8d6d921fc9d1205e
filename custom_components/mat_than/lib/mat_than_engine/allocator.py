"""How the C library's allocator is used: pictures come and go many times a second, and always in the same sizes.

Left alone, glibc gives each picture's memory back to the system and faults it in again page by page, which costs more
than what is computed on it (measured: a look at 320x180 takes 1.2 ms instead of 0.6).
"""

import contextlib
import ctypes

# Of glibc's malloc.h; musl has nothing of the kind and is left as it is.
_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -2, -3, -8
KEPT_BYTES = 64 * 1024 * 1024
PAD_BYTES = 4 * 1024 * 1024
LARGE_BYTES = 256 * 1024  # a decoder's pictures, given back whole when it is closed; what a look takes is smaller
ARENAS = 2  # with two threads a camera, an arena each is 4 MB a camera


def keep_pages() -> None:
    """Have freed memory kept for the next picture, and few arenas. Call once, before threads start."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except AttributeError, OSError:
        return
    for option, value in (
        (_ARENA_MAX, ARENAS),
        (_MMAP_THRESHOLD, LARGE_BYTES),
        (_TRIM_THRESHOLD, KEPT_BYTES),
        (_TOP_PAD, PAD_BYTES),
    ):
        mallopt(option, value)


def give_back() -> None:
    """Return to the system what is free now: after all cameras were busy at once that is most of what they took."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
