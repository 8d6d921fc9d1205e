"""From packets to footage: pre-roll in memory, clips on disk, and what is told of them."""
