"""Which shard a camera belongs to: as many shards as the cameras are worth and the cores can carry.

A camera stays where it is for as long as it is there, so that adding one never interrupts another. Sixteen
cameras to a shard: a second process costs some 40 MB, and what cameras may take together is less than a core anyway
(`budget`); but a decoder that crashes should take few others with it.
"""

from collections.abc import Mapping, Sequence

CAMERAS_PER_SHARD = 16


def place(cameras: Sequence[str], before: Mapping[str, int], cores: int) -> dict[str, int]:
    """The number of each camera's shard, given where they were before."""
    shards = max(1, min(cores, -(-len(cameras) // CAMERAS_PER_SHARD)))
    placed = {camera_id: before[camera_id] for camera_id in cameras if camera_id in before}
    load = dict.fromkeys(range(shards), 0)
    for number in placed.values():
        load[number] = load.get(number, 0) + 1
    for camera_id in cameras:
        if camera_id not in placed:
            number = min(range(shards), key=load.__getitem__)
            placed[camera_id] = number
            load[number] += 1
    return placed
