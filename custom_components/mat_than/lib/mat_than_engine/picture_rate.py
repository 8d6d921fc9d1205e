"""How many pictures a second a camera sends, seen through a reader that lets them gather and takes them in batches."""


class PictureRate:
    """Counts pictures between two questions. Times are monotonic, in seconds.

    A window ends with the last batch, not with the question: what still waits at the socket is not missing. When the
    next batch is overdue it ends at the question after all, so that a stream that falls silent is seen to.
    """

    def __init__(self, now_s: float) -> None:
        self._since_s = now_s
        self._batch_s = now_s
        self._rest_s = 0.0
        self._pictures = 0

    def open(self, now_s: float) -> None:
        """A stream is open: before its first picture, what it took to connect is no low rate."""
        if not self._pictures:
            self._since_s = self._batch_s = now_s

    def take(self, pictures: int, now_s: float, rest_s: float) -> None:
        """A batch came; the reader rests so long until the next."""
        self._pictures += pictures
        self._batch_s = now_s
        self._rest_s = rest_s

    def per_second(self, now_s: float) -> float:
        """Pictures a second since the last question; 0.0 where no time has passed."""
        until_s = max(self._batch_s, now_s - 2 * self._rest_s)
        span_s, pictures = until_s - self._since_s, self._pictures
        self._since_s, self._pictures = until_s, 0
        return pictures / span_s if span_s > 0 else 0.0
