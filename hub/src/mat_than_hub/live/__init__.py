"""Live view on request: officers ask, households answer, fragments pass through memory to those who look."""
