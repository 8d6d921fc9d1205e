"""Hands a clip to a hub: a small one at once, a large one in parts, which after a break goes on where the hub stands.

A hub that takes no parts (an older one, or a proxy in front of it) gets every clip at once.
"""

from collections.abc import Callable

from ..lib.mat_than_engine.protocol.parts import PART_BYTES, PARTS_ABOVE
from .client import HubClient
from .copy_file import CopyFile
from .errors import HubNonsenseError
from .parcel import Parcel


async def async_send_clip(
    client: HubClient, parcel: Parcel, copy: CopyFile, may_go_on: Callable[[], bool]
) -> str | None:
    """The hub's storage receipt, or None when `may_go_on` said no between two parts. Raises SharingErrors."""
    manifest = parcel.manifest or ""
    if copy.size_bytes <= PARTS_ABOVE:
        return await client.put_clip(parcel.object_id, manifest, copy.whole())
    await client.announce_clip(manifest)
    offset = await client.clip_offset(parcel.object_id)
    if offset is None:
        return await client.put_content(parcel.object_id, copy.whole())
    if offset > copy.size_bytes:
        raise HubNonsenseError("the hub says that it has more than there is")
    while may_go_on():
        part = await copy.part(offset, PART_BYTES)
        offset += part.size_bytes
        if offset == copy.size_bytes:  # also where nothing was left but to say so
            return await client.finish_clip(parcel.object_id, part, copy.size_bytes, copy.sha256)
        await client.append_part(parcel.object_id, part, offset)
    return None
