"""Footage that households bring to the unit themselves."""
