"""Footage requests: an officer asks, a second one moderates, households hear of it and decide."""
