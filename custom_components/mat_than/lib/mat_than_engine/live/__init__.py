"""A camera's stream as it comes, in pieces of fragmented MP4, for a live view that somebody outside asked for."""
