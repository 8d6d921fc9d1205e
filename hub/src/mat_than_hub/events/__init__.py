"""Events that homes send, and the feed that officers read."""
