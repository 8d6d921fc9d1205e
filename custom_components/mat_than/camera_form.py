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
    EntityWithDeviceFilterSelectorConfig,
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

from .camera_setup import read_record_mode
from .const import (
    CONF_CAMERA_DAYS,
    CONF_CAMERA_GB,
    CONF_CLIPS,
    CONF_CONTINUOUS_DAYS,
    CONF_DETECT,
    CONF_IMPORTANT,
    CONF_MAIN_URL,
    CONF_MINIMUM,
    CONF_OWN_SENSOR,
    CONF_OWN_SENSOR_USE,
    CONF_POSITION,
    CONF_POST_ROLL,
    CONF_PRE_ROLL,
    CONF_PROFILE,
    CONF_RECORD,
    CONF_RECORD_WHEN_ON,
    CONF_SEGMENT,
    CONF_SENSITIVITY,
    CONF_SUB_URL,
    CONF_TRANSPORT,
    CONF_ZONES,
    OWN_SENSOR_USES,
    POSITIONS,
    PROFILES,
)
from .lib.mat_than_engine.model import StreamFacts
from .lib.mat_than_engine.reports import Probed
from .lib.mat_than_engine.settings import RecordMode, RecordSettings, Transport, WatchSettings
from .zone_form import WHOLE, ZONE_CHOICES, shown_zones, stored_zones

CONF_ZONE_CHOICE: Final = "zone_choice"
SECTION_ADVANCED: Final = "advanced"
SECTION_RECORDING: Final = "recording"
SECTION_TUNING: Final = "tuning"
SECTION_OWN_SENSOR: Final = "camera_sensor"
SECTION_ZONES: Final = "zone"

LONGEST_KEY_FRAME_INTERVAL_S: Final = 5.0  # above it the pre-roll grows and live view starts late
OWN_SENSOR_CLASSES: Final = ["motion", "moving", "occupancy", "presence"]
_CODECS: Final = {"h264": "H.264", "hevc": "H.265", "mjpeg": "MJPEG"}
_RECORD: Final = RecordSettings()
_WATCH: Final = WatchSettings()


def _seconds(least: float, most: float, step: float = 1) -> NumberSelector:
    config = NumberSelectorConfig(
        min=least, max=most, step=step, mode=NumberSelectorMode.SLIDER, unit_of_measurement="s"
    )
    return NumberSelector(config)


def _figure(most: float, unit: str | None = None) -> NumberSelector:
    """A limit of a camera's own; zero is none."""
    config = NumberSelectorConfig(min=0, max=most, step=1, mode=NumberSelectorMode.BOX)
    return NumberSelector(config | {"unit_of_measurement": unit} if unit else config)


def _choice(options: list[str], name: str) -> SelectSelector:
    return SelectSelector(SelectSelectorConfig(options=options, mode=SelectSelectorMode.DROPDOWN, translation_key=name))


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
    probatio.Required(CONF_POSITION, default=POSITIONS[0]): _choice(POSITIONS, "position"),
    probatio.Required(CONF_DETECT, default=True): BooleanSelector(),
    probatio.Required(CONF_RECORD, default=_RECORD.mode.value): _choice([mode.value for mode in RecordMode], "record"),
}
_RECORDING: Final = section(
    probatio.Schema(
        {
            probatio.Required(CONF_PRE_ROLL, default=_RECORD.pre_roll_s): _seconds(0, 60),
            probatio.Required(CONF_POST_ROLL, default=_RECORD.post_roll_s): _seconds(0, 60),
            probatio.Required(CONF_SEGMENT, default=_RECORD.segment_s): _seconds(10, 600, 10),
            probatio.Optional(CONF_CAMERA_DAYS, default=0): _figure(3650),
            probatio.Optional(CONF_CONTINUOUS_DAYS, default=0): _figure(3650),
            probatio.Optional(CONF_CAMERA_GB, default=0): _figure(20000, "GB"),
        }
    ),
    {"collapsed": True},
)
_TUNING: Final = section(
    probatio.Schema(
        {
            probatio.Required(CONF_SENSITIVITY, default=_WATCH.sensitivity): NumberSelector(
                NumberSelectorConfig(min=1, max=100, step=1, mode=NumberSelectorMode.SLIDER)
            ),
            probatio.Required(CONF_MINIMUM, default=_WATCH.minimum_s): _seconds(0, 10, 0.1),
            probatio.Required(CONF_PROFILE, default=_WATCH.profile): _choice(PROFILES, "profile"),
            probatio.Required(CONF_IMPORTANT, default=False): BooleanSelector(),
        }
    ),
    {"collapsed": True},
)
_ZONES: Final = section(
    probatio.Schema(
        {
            probatio.Required(CONF_ZONE_CHOICE, default=WHOLE): _choice(ZONE_CHOICES, "zone_choice"),
            probatio.Optional(CONF_ZONES, default=""): TextSelector(TextSelectorConfig(multiline=True)),
        }
    ),
    {"collapsed": True},
)
_SECTIONS: Final = (SECTION_ADVANCED, SECTION_RECORDING, SECTION_TUNING, SECTION_OWN_SENSOR, SECTION_ZONES)


def settings_schema(exclude: list[str], notes: list[str] | None = None) -> probatio.Schema:
    """The camera's settings, after the notes of a live test; `exclude` are sensors of our own."""
    shown = {probatio.Optional(note): section(_NOTHING, {"collapsed": False}) for note in notes or ()}
    # Without a default of their own: a browser would show it instead of what the fields in them suggest.
    sections = {
        probatio.Required(SECTION_RECORDING): _RECORDING,
        probatio.Required(SECTION_TUNING): _TUNING,
        probatio.Required(SECTION_OWN_SENSOR): _own_sensor(exclude),
        probatio.Required(SECTION_ZONES): _ZONES,
    }
    return probatio.Schema(shown | _SETTINGS | sections)


def _own_sensor(exclude: list[str]) -> section:
    chooser = EntitySelectorConfig(
        filter=[EntityWithDeviceFilterSelectorConfig(domain="binary_sensor", device_class=OWN_SENSOR_CLASSES)],
        exclude_entities=exclude,
    )
    fields = {
        probatio.Optional(CONF_OWN_SENSOR): EntitySelector(chooser),
        probatio.Required(CONF_OWN_SENSOR_USE, default="ignored"): _choice(OWN_SENSOR_USES, "own_sensor_use"),
    }
    return section(probatio.Schema(fields), {"collapsed": True})


def flatten(user_input: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, out of its sections and without the notes."""
    flat: dict[str, Any] = {}
    for key, value in user_input.items():
        if key in _SECTIONS:
            flat |= value
        elif not key.startswith("note_"):
            flat[key] = value
    return flat


def read_settings(user_input: Mapping[str, Any]) -> dict[str, Any]:
    """Typed settings as they are stored. ZoneError when the zones cannot be read."""
    data = flatten(user_input)
    data[CONF_ZONES] = stored_zones(data.pop(CONF_ZONE_CHOICE), data.get(CONF_ZONES, ""))
    data.setdefault(CONF_OWN_SENSOR, None)
    if data[CONF_RECORD] != RecordMode.OFF:
        data[CONF_RECORD_WHEN_ON] = data[CONF_RECORD]
    return data


def into_sections(data: Mapping[str, Any]) -> dict[str, Any]:
    """Stored settings as the form suggests them."""

    def pick(*keys: str) -> dict[str, Any]:
        return {key: data[key] for key in keys if data.get(key) is not None}

    choice, text = shown_zones(data.get(CONF_ZONES, []))
    return {
        **{key: value for key, value in data.items() if key != CONF_CLIPS},
        CONF_RECORD: read_record_mode(data).value,
        SECTION_ADVANCED: pick(CONF_TRANSPORT),
        SECTION_RECORDING: pick(
            CONF_PRE_ROLL, CONF_POST_ROLL, CONF_SEGMENT, CONF_CAMERA_DAYS, CONF_CONTINUOUS_DAYS, CONF_CAMERA_GB
        ),
        SECTION_TUNING: pick(CONF_SENSITIVITY, CONF_MINIMUM, CONF_PROFILE, CONF_IMPORTANT),
        SECTION_OWN_SENSOR: pick(CONF_OWN_SENSOR, CONF_OWN_SENSOR_USE),
        SECTION_ZONES: {CONF_ZONE_CHOICE: choice, CONF_ZONES: text},
    }


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


def figures_of(facts: StreamFacts) -> str:
    """A stream in a few figures that are the same in every language."""
    codec = _CODECS.get(facts.codec, facts.codec)
    return f"{codec} {facts.width}×{facts.height}, {_number(facts.fps)}/s"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:.1f}".removesuffix(".0")
