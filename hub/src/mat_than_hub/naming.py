"""An id with the name that people know it by, as many views show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """An id with its name."""

    id: str
    name: str
