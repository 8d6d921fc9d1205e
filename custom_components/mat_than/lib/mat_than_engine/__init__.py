"""Mắt Thần's engine: sees motion in camera streams and keeps clips. Knows no Home Assistant."""

SOFTWARE = "0.1.0"
