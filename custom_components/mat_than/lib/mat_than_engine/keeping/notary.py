"""Makes the manifest of every clip that comes home: who it is from, which clock it was timed by, signed if there is a key.

`keeper` asks it for each clip it finishes, recovery for each that it saves; `clip_store` has it made within the
transaction that takes the clip in, so that numbers have no holes and no clip is without one. It never refuses: a
manifest that cannot be signed is chained all the same, and says itself that nobody vouches for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
import logging

from .. import SOFTWARE
from ..commands import Configure
from ..model import Clip
from .clip_store import MakeManifest
from .manifest import Circumstances, ClockState, Link, manifest_hash, manifest_of, sign_manifest, signing_key
from .onvif_boxes import Origin

_LOG = logging.getLogger(__name__)
_SEED_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Notary:
    """What all manifests of one engine have in common."""

    utc_now: Callable[[], datetime]
    camera_names: Mapping[str, str] = field(default_factory=dict)
    seed: bytes | None = field(default=None, repr=False)

    @property
    def unit_name(self) -> str:
        """What records, by name and version."""
        return f"Mat Than {SOFTWARE}"

    def name_of(self, camera_id: str) -> str:
        """What the camera is called."""
        return self.camera_names.get(camera_id, camera_id)

    def origin(self, camera_id: str, started_at: datetime, tracks: Sequence[int] = (1,)) -> Origin:
        """What a clip's file says of itself."""
        return Origin(
            camera_name=self.name_of(camera_id),
            unit_name=self.unit_name,
            started_at=started_at,
            written_at=self.utc_now(),
            tracks=tracks,
        )

    def saved(self, clip: Clip) -> MakeManifest:
        """For a clip that recovery saved: nobody knows any more what the clock did."""
        return self.finished(clip, "unsure")

    def finished(self, clip: Clip, clock: ClockState, clock_step_s: float | None = None) -> MakeManifest:
        """For a clip as it was finished, with what became of the clock meanwhile."""
        circumstances = Circumstances(
            camera_name=self.name_of(clip.camera_id),
            software=SOFTWARE,
            created_at=self.utc_now(),
            clock=clock if clock == "stepped" or clip.started_at <= clip.ended_at else "stepped",
            clock_step_s=clock_step_s,
        )

        def make(sequence: int, token: str | None) -> str:
            link = Link(sequence + 1, None if token is None else manifest_hash(token))
            return sign_manifest(manifest_of(clip, circumstances, link), self.seed)

        return make


def notary_for(wanted: Configure, utc_now: Callable[[], datetime]) -> Notary:
    """The notary of a configuration; one without a key where none came or it cannot be used here."""
    names = {camera.camera_id: camera.name for camera in wanted.cameras}
    return Notary(utc_now=utc_now, camera_names=names, seed=usable_seed(wanted.signing_seed))


def usable_seed(seed_hex: str | None) -> bytes | None:
    """The key's 32 bytes; None for none, and for one that cannot sign here, which is logged."""
    if seed_hex is None:
        return None
    try:
        seed = bytes.fromhex(seed_hex)
        signing_key(seed)
    except ValueError:
        _LOG.error("the home's key is not %d bytes in hexadecimal: clips are not signed", _SEED_BYTES)
    except ImportError:
        _LOG.error("the library for signatures is missing: clips are not signed")
    else:
        return seed
    return None
