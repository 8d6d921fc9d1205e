"""Between whom a consent is, and for what: the camera, the hub, the purpose, and the form that asks for them.

Nothing is chosen beforehand. Home Assistant's front end fills what is required with the first there is, so to it nothing
here is; what was left out is asked for beside its field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.helpers.selector import (
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
)
import probatio

from .camera_setup import CameraSetup
from .const import SUBENTRY_CONSENT
from .lib.mat_than_engine.protocol.consent import Purpose
from .sharing.hub import Hub
from .sharing.standing import GivenConsent

CONF_CAMERA: Final = "camera"
CONF_HUB: Final = "hub"
CONF_PURPOSE: Final = "purpose"

PURPOSES: Final = (Purpose.NEIGHBOURHOOD_SECURITY, Purpose.PUBLIC_PLACE)
_NOT_CHOSEN: Final = {CONF_CAMERA: "no_camera_chosen", CONF_HUB: "no_hub_chosen", CONF_PURPOSE: "no_purpose"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Between whom: the camera, the hub, and the consent that is changed."""

    camera: CameraSetup
    hub: Hub
    purpose: Purpose
    former: GivenConsent | None = None

    @property
    def unique_id(self) -> str:
        """Of the consent's subentry: there is one of each."""
        return f"{SUBENTRY_CONSENT}/{self.hub.key.thumbprint}/{self.camera.camera_id}/{self.purpose.value}"


def parties_schema(cameras: Mapping[str, CameraSetup], hubs: Mapping[str, Hub]) -> probatio.Schema:
    """Which of them."""
    return probatio.Schema(
        {
            probatio.Optional(CONF_CAMERA): _choice({i: camera.name for i, camera in cameras.items()}),
            probatio.Optional(CONF_HUB): _choice({i: f"{hub.name} ({hub.commune})" for i, hub in hubs.items()}),
            probatio.Optional(CONF_PURPOSE): words_choice("consent_purpose", [purpose.value for purpose in PURPOSES]),
        }
    )


def parties_of(
    form: Mapping[str, Any], cameras: Mapping[str, CameraSetup], hubs: Mapping[str, Hub], errors: dict[str, str]
) -> Parties | None:
    """What was chosen, or a sentence in `errors` beside each field in which nothing was."""
    errors.update({key: error for key, error in _NOT_CHOSEN.items() if not form.get(key)})
    if errors:
        return None
    camera, hub = cameras.get(form[CONF_CAMERA]), hubs.get(form[CONF_HUB])
    if camera is None or hub is None:
        errors["base"] = "gone"
        return None
    return Parties(camera=camera, hub=hub, purpose=Purpose(form[CONF_PURPOSE]))


def words_choice(key: str, options: list[str], *, multiple: bool = False) -> SelectSelector:
    """A list to tick in, in the words of `key`."""
    config = SelectSelectorConfig(options=options, translation_key=key, multiple=multiple, mode=SelectSelectorMode.LIST)
    return SelectSelector(config)


def _choice(options: Mapping[str, str]) -> SelectSelector:
    choices = [SelectOptionDict(value=value, label=label) for value, label in options.items()]
    return SelectSelector(SelectSelectorConfig(options=choices, mode=SelectSelectorMode.DROPDOWN))
