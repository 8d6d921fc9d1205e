"""The one-time code with which the first administrator is made: printed at first start, kept in a private file."""

from pathlib import Path
import secrets

from .private_files import write_private
from .protocol.keys import same

FILE_NAME = "setup-code"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no letter looks like a digit


def make(length: int) -> str:
    """A random code of `length` letters, five bits each."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def normal(code: str) -> str:
    """A code as it was meant: capitals, no dashes or blanks, look-alikes read as digits."""
    plain = code.upper().replace("-", "").replace(" ", "")
    return plain.replace("O", "0").replace("I", "1").replace("L", "1")


def ensure(data: Path) -> str:
    """The code for this data folder; made when there is none."""
    path = data / FILE_NAME
    if not path.exists():
        write_private(path, make(20).encode())
    return path.read_text(encoding="ascii").strip()


def fits(data: Path, code: str) -> bool:
    """Whether it is the code."""
    path = data / FILE_NAME
    return path.exists() and same(path.read_text(encoding="ascii").strip(), normal(code))


def forget(data: Path) -> None:
    """The first administrator is there; the code is good no more."""
    (data / FILE_NAME).unlink(missing_ok=True)
