"""Verifies what a Mắt Thần home exported, with nothing of Mắt Thần and nothing but Python's own library."""

__version__ = "0.1.0"
