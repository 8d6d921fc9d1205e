"""What is begun together has ended together, also when one of it fails."""

import asyncio

import pytest

from custom_components.mat_than.together import async_all


async def test_the_error_of_one_comes_when_all_have_ended() -> None:
    done = asyncio.Event()

    async def fail() -> None:
        raise ValueError

    async def take_longer() -> None:
        await asyncio.sleep(0.05)
        done.set()

    with pytest.raises(ValueError, match=r"^$"):
        await async_all(fail(), take_longer())
    assert done.is_set()


async def test_who_gives_up_on_it_gives_up_on_all() -> None:
    given_up = asyncio.Event()

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            given_up.set()

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(async_all(wait()), 0.05)
    assert given_up.is_set()
