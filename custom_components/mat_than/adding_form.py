"""The fields of the forms in which cameras are chosen and several are added, and the words they are filled with.

As in the form of one camera, what is worth knowing is a section that holds nothing but its text; the cameras that it
is about stand in its placeholders.
"""

from collections.abc import Iterable, Sequence
from itertools import batched
from typing import Any, Final

from homeassistant.const import CONF_HOST, CONF_NAME
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    BooleanSelector,
    EntitySelector,
    EntitySelectorConfig,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
)
import probatio

from .camera_form import CREDENTIALS_FIELDS, figures_of, notes_of
from .camera_trial import Trial
from .const import CONF_DETECT, CONF_POSITION, CONF_RECORD, POSITIONS
from .lib.mat_than_engine.settings import RecordMode, RecordSettings
from .maker_paths import MAKERS, MOST_CHANNELS

CONF_ENTITY: Final = "entity_id"  # the one camera that another is put in the place of
CONF_ENTITIES: Final = "entity_ids"
CONF_WATCHED: Final = "watched"
CONF_CAMERAS: Final = "cameras"
CONF_MAKER: Final = "maker"
CONF_CHANNEL: Final = "channel"
CONF_NEXT: Final = "next"
CLOCK_MAY_BE_OFF_S: Final = 60.0  # less does not matter to what is burnt into the picture
_NOTHING: Final = probatio.Schema({})
_NAMED_NOTES: Final = ("note_no_sub", "note_sub_failed", "note_key_frames", "note_h265")


def existing_schema(exclude: list[str], *, several: bool) -> probatio.Schema:
    """Choose cameras that Home Assistant has, but none of those."""
    chooser = EntitySelector(EntitySelectorConfig(domain="camera", exclude_entities=exclude, multiple=several))
    return probatio.Schema({probatio.Required(CONF_ENTITIES if several else CONF_ENTITY): chooser})


def watched_schema(streams: list[str]) -> probatio.Schema:
    """Choose the entity that shows a camera's smaller stream, or none."""
    chooser = EntitySelector(EntitySelectorConfig(include_entities=streams))
    return probatio.Schema({probatio.Optional(CONF_WATCHED): chooser})


def maker_schema() -> probatio.Schema:
    """Who made the camera and where it is."""
    makers = SelectSelectorConfig(options=list(MAKERS), mode=SelectSelectorMode.DROPDOWN, translation_key="maker")
    channel = NumberSelectorConfig(min=1, max=MOST_CHANNELS, step=1, mode=NumberSelectorMode.BOX)
    return probatio.Schema(
        {
            probatio.Required(CONF_MAKER): SelectSelector(makers),
            probatio.Required(CONF_HOST): TextSelector(),
            probatio.Required(CONF_CHANNEL, default=1): NumberSelector(channel),
        }
    )


def found_schema(cameras: dict[str, str], notes: Iterable[str]) -> probatio.Schema:
    """Choose among what was found on the network, `cameras` being their labels, and say how to log in."""
    options = [SelectOptionDict(value=key, label=label) for key, label in cameras.items()]
    chooser = SelectSelectorConfig(options=options, multiple=True, mode=SelectSelectorMode.LIST)
    told: dict[Any, Any] = {probatio.Optional(note): section(_NOTHING, {"collapsed": False}) for note in notes}
    told[probatio.Required(CONF_CAMERAS)] = SelectSelector(chooser)
    return probatio.Schema(told | CREDENTIALS_FIELDS)


def tried_schema(errors: Iterable[str], *, may_go_on: bool, asks_credentials: bool) -> probatio.Schema:
    """What failed, by reason, and what to do about it."""
    options = ["go_on", "again"] if may_go_on else ["again"]
    chooser = SelectSelectorConfig(options=options, mode=SelectSelectorMode.LIST, translation_key="next")
    notes = {probatio.Optional(f"failed_{error}"): section(_NOTHING, {"collapsed": False}) for error in errors}
    fields = {probatio.Required(CONF_NEXT, default=options[0]): SelectSelector(chooser)}
    return probatio.Schema(notes | fields | (CREDENTIALS_FIELDS if asks_credentials else {}))


def numbered_section(number: int) -> str:
    """The section of one camera among several, counted from 1."""
    return f"camera_{number}"


def several_schema(trials: Sequence[Trial], most_named: int) -> probatio.Schema:
    """A name and a place for each camera, and what holds for all of them."""
    positions = SelectSelectorConfig(options=POSITIONS, mode=SelectSelectorMode.DROPDOWN, translation_key="position")
    modes = SelectSelectorConfig(
        options=[mode.value for mode in RecordMode], mode=SelectSelectorMode.DROPDOWN, translation_key="record"
    )
    fields: dict[Any, Any] = {
        probatio.Optional(note): section(_NOTHING, {"collapsed": False}) for note in _notes_of_all(trials)
    }
    for number, trial in enumerate(trials[:most_named], start=1):
        own = {
            probatio.Required(CONF_NAME, default=trial.name): TextSelector(),
            probatio.Required(CONF_POSITION, default=POSITIONS[-1]): SelectSelector(positions),
        }
        fields[probatio.Required(numbered_section(number))] = section(probatio.Schema(own), {"collapsed": False})
    fields[probatio.Required(CONF_DETECT, default=True)] = BooleanSelector()
    fields[probatio.Required(CONF_RECORD, default=RecordSettings().mode.value)] = SelectSelector(modes)
    return probatio.Schema(fields)


def several_placeholders(trials: Sequence[Trial], most_named: int) -> dict[str, str]:
    """Each camera's picture and figures, in no language, and the names that the notes are about."""
    notes = _notes_of_all(trials)
    return {
        "cameras": _table([_shown(number, trial) for number, trial in enumerate(trials, start=1)]),
        **{
            numbered_section(number): f"{number}. {trial.name}"
            for number, trial in enumerate(trials[:most_named], start=1)
        },
        **{f"names_{note}": ", ".join(names) for note, names in notes.items()},
    }


def _shown(number: int, trial: Trial) -> tuple[str, str]:
    """A camera's name with its figures, and its picture."""
    if trial.found is None:
        return "", ""
    streams = [figures_of(facts) for facts in (trial.found.main, trial.found.sub) if facts is not None]
    picture = trial.found.still_jpeg
    said = f"**{number}. {plain(trial.name)}** {' + '.join(streams)}"
    return said, f"![{number}](data:image/jpeg;base64,{picture})" if picture else ""


def _table(cameras: list[tuple[str, str]]) -> str:
    """Two beside each other, so that what belongs together fits into a window."""
    rows = [row for pair in batched(cameras, 2, strict=False) for row in zip(*pair, strict=True)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "| --- | --- |", *lines[1:]]) if lines else ""


def _notes_of_all(trials: Sequence[Trial]) -> dict[str, list[str]]:
    """What is worth knowing, and of which cameras."""
    notes: dict[str, list[str]] = {}
    for trial in trials:
        said = notes_of(trial.found) if trial.found is not None else []
        for note in [*said, *clock_notes(trial.clock_off_s)]:
            if note in (*_NAMED_NOTES, "note_clock"):
                notes.setdefault(note, []).append(trial.name)
    return notes


def clock_notes(off_s: float) -> list[str]:
    """Whether the camera's clock is wrong enough to be told."""
    return ["note_clock"] if abs(off_s) > CLOCK_MAY_BE_OFF_S else []


def clock_difference(off_s: float) -> str:
    """How wrong it is, in no language: days, then hours, minutes and seconds."""
    seconds = round(abs(off_s))
    days, rest = divmod(seconds, 86_400)
    clock = f"{rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{'−' if off_s < 0 else '+'}{f'{days} d ' if days else ''}{clock}"


def plain(text: str) -> str:
    """Text of somebody else's as it is, where the form would read it as Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_[]()<>!#|~" else char for char in text)
