"""The engine's three roles, each a process: the conductor, its shards, its workshop."""
