"""Who looked at what, and when."""
