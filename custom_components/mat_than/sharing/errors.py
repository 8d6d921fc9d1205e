"""What can go wrong between the home and a hub; a library's exception becomes one of these where it is called."""

from ..lib.mat_than_engine.protocol.problems import Problem


class SharingError(Exception):
    """The base: something about sharing did not work. `code` is a word of the translations."""

    code = "sharing_failed"


class HubUnreachableError(SharingError):
    """No answer: no network, no such host, nobody listens, the line broke, too slow."""

    code = "hub_unreachable"


class HubCertificateError(SharingError):
    """The hub's certificate does not stand the test, so nothing was said to whoever answered."""

    code = "hub_certificate"


class HubKeyError(SharingError):
    """The hub shows another key than the one this home was invited by."""

    code = "hub_key_changed"


class HubNonsenseError(SharingError):
    """Something answered that does not speak the protocol."""

    code = "hub_nonsense"


class HubRefusedError(SharingError):
    """The hub said no, with a problem document (`problem` is None for one of a later version)."""

    code = "hub_refused"

    def __init__(self, status: int, problem: Problem | None, retry_after_s: float | None = None) -> None:
        super().__init__(f"the hub answered {status} {problem.value if problem else 'unknown problem'}")
        self.status = status
        self.problem = problem
        self.retry_after_s = retry_after_s


class KeyLostError(SharingError):
    """The key is lost by which the hub knows this home."""

    code = "hub_key_lost"


class OutboxError(SharingError):
    """The outbox's disk or database does not do what it should."""

    code = "sharing_outbox"


class CopyError(SharingError):
    """No shared copy could be made this time; asking again may help."""

    code = "sharing_copy"
