"""Mắt Thần hub: what a commune's officers see of the footage that households share by consent.

Slices (`households`, `cameras`, `consents`, `events`, `clips`, `members`, `audit`, `changes`, `about`) each hold
their tables (`models`), their rules (`service`) and their calls (`api` for homes, `console` for officers); `app` is
the one file that knows them all.
"""

__version__ = "0.1.0"
