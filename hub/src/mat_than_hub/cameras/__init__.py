"""Cameras that households share, as they describe them."""
