"""What the calls ask FastAPI for."""

from typing import Annotated

from fastapi import Depends, Request

from .resources import Hub


def _hub_of(request: Request) -> Hub:
    hub: Hub = request.app.state.hub
    return hub


HubDep = Annotated[Hub, Depends(_hub_of)]


def address_of(request: Request) -> str:
    """Where a request comes from, for limits only."""
    return request.client.host if request.client else "unknown"
