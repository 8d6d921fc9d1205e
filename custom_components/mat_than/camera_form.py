"""The fields of a camera's forms, and the words a live test puts into them.

What was found is said in two ways: figures fill the placeholders of the form's description, and each thing worth
knowing is a section of the form that holds nothing but its text, so that it comes in the reader's own language.
"""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.const import CONF_NAME, CONF_PASSWORD, CONF_USERNAME
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    BooleanSelector,
    EntitySelector,
    EntitySelectorConfig,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)
import probatio

from .const import (
    CONF_CLIPS,
    CONF_DETECT,
    CONF_MAIN_URL,
    CONF_POSITION,
    CONF_PRE_ROLL,
    CONF_SENSITIVITY,
    CONF_SUB_URL,
    CONF_TRANSPORT,
    POSITIONS,
)
from .lib.mat_than_engine.model import StreamFacts
from .lib.mat_than_engine.reports import Probed
from .lib.mat_than_engine.settings import RecordSettings, Transport, WatchSettings

CONF_ENTITY: Final = "entity_id"
SECTION_ADVANCED: Final = "advanced"
SECTION_TUNING: Final = "tuning"

LONGEST_KEY_FRAME_INTERVAL_S: Final = 5.0  # above it the pre-roll grows and live view starts late
_CODECS: Final = {"h264": "H.264", "hevc": "H.265", "mjpeg": "MJPEG"}

CREDENTIALS_FIELDS: Final = {
    probatio.Optional(CONF_USERNAME): TextSelector(TextSelectorConfig(autocomplete="off")),
    probatio.Optional(CONF_PASSWORD): TextSelector(
        TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="off")
    ),
}
_NOTHING: Final = probatio.Schema({})
ADDRESS_SCHEMA: Final = probatio.Schema(
    {
        probatio.Optional("note_brands"): section(_NOTHING, {"collapsed": True}),
        probatio.Required(CONF_MAIN_URL): TextSelector(TextSelectorConfig(autocomplete="off")),
        probatio.Optional(CONF_SUB_URL): TextSelector(TextSelectorConfig(autocomplete="off")),
        **CREDENTIALS_FIELDS,
        probatio.Required(SECTION_ADVANCED): section(
            probatio.Schema(
                {
                    probatio.Required(CONF_TRANSPORT, default=Transport.TCP.value): SelectSelector(
                        SelectSelectorConfig(
                            options=[transport.value for transport in Transport],
                            mode=SelectSelectorMode.LIST,
                            translation_key="transport",
                        )
                    )
                }
            ),
            {"collapsed": True},
        ),
    }
)
_SETTINGS: Final = {
    probatio.Required(CONF_NAME): TextSelector(),
    probatio.Required(CONF_POSITION, default="gate"): SelectSelector(
        SelectSelectorConfig(options=POSITIONS, mode=SelectSelectorMode.DROPDOWN, translation_key="position")
    ),
    probatio.Required(CONF_DETECT, default=True): BooleanSelector(),
    probatio.Required(CONF_CLIPS, default=True): BooleanSelector(),
    probatio.Required(SECTION_TUNING): section(
        probatio.Schema(
            {
                probatio.Required(CONF_SENSITIVITY, default=WatchSettings().sensitivity): NumberSelector(
                    NumberSelectorConfig(min=1, max=100, step=1, mode=NumberSelectorMode.SLIDER)
                ),
                probatio.Required(CONF_PRE_ROLL, default=RecordSettings().pre_roll_s): NumberSelector(
                    NumberSelectorConfig(min=0, max=30, step=1, mode=NumberSelectorMode.SLIDER, unit_of_measurement="s")
                ),
            }
        ),
        {"collapsed": True},
    ),
}
_SECTIONS: Final = (SECTION_ADVANCED, SECTION_TUNING)


def existing_schema(exclude: list[str]) -> probatio.Schema:
    """Choose a camera that Home Assistant has, but none of those."""
    selector = EntitySelector(EntitySelectorConfig(domain="camera", exclude_entities=exclude))
    return probatio.Schema({probatio.Required(CONF_ENTITY): selector})


def settings_schema(notes: list[str] | None = None) -> probatio.Schema:
    """The camera's settings, after the notes of a live test."""
    shown = {probatio.Optional(note): section(_NOTHING, {"collapsed": False}) for note in notes or ()}
    return probatio.Schema(shown | _SETTINGS)


def flatten(user_input: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, out of its sections and without the notes."""
    flat: dict[str, Any] = {}
    for key, value in user_input.items():
        if key in _SECTIONS:
            flat |= value
        elif not key.startswith("note_"):
            flat[key] = value
    return flat


def into_sections(data: Mapping[str, Any]) -> dict[str, Any]:
    """Stored settings as the form suggests them."""
    advanced = {key: data[key] for key in (CONF_TRANSPORT,) if key in data}
    tuning = {key: data[key] for key in (CONF_SENSITIVITY, CONF_PRE_ROLL) if key in data}
    return {**data, SECTION_ADVANCED: advanced, SECTION_TUNING: tuning}


def notes_of(probed: Probed) -> list[str]:
    """What is worth knowing of this camera, as keys of translated texts."""
    notes = []
    if probed.sub is not None:
        notes.append("note_sub_found")
    else:
        notes.append("note_no_sub" if probed.sub_cause is None else "note_sub_failed")
    interval_s = probed.main.key_frame_interval_s if probed.main else None
    if interval_s is not None and interval_s > LONGEST_KEY_FRAME_INTERVAL_S:
        notes.append("note_key_frames")
    if probed.main is not None and probed.main.codec == "hevc":
        notes.append("note_h265")
    return notes


def placeholders_of(probed: Probed) -> dict[str, str]:
    """The figures of what was found, and its picture."""
    picture = f"data:image/jpeg;base64,{probed.still_jpeg}" if probed.still_jpeg else ""
    return {"picture": picture, **_figures("main", probed.main), **_figures("sub", probed.sub)}


def _figures(stream: str, facts: StreamFacts | None) -> dict[str, str]:
    if facts is None:
        return {f"{stream}_{name}": "–" for name in ("codec", "size", "fps", "key_s")}
    return {
        f"{stream}_codec": _CODECS.get(facts.codec, facts.codec),
        f"{stream}_size": f"{facts.width}×{facts.height}",
        f"{stream}_fps": _number(facts.fps),
        f"{stream}_key_s": _number(facts.key_frame_interval_s),
    }


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:.1f}".removesuffix(".0")
