"""From packets to motion: is a look worth it, what does the scene do, what moves, where, since when."""
