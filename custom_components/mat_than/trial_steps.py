"""The steps after cameras were chosen: try them side by side, say which failed and why, add those that work.

What failed may be tried again or left out. One camera goes on to all its settings; several are named on one page and
become a subentry each: a flow creates one itself, the others are added beside it.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, override

from homeassistant.config_entries import (
    SOURCE_RECONFIGURE,
    ConfigSubentry,
    ConfigSubentryFlow,
    SubentryFlowResult,
)
from homeassistant.const import CONF_NAME, CONF_PASSWORD, CONF_USERNAME
from homeassistant.core import callback

from .adding_form import CONF_NEXT, numbered_section, several_placeholders, several_schema, tried_schema
from .camera_form import flatten, read_settings, settings_schema
from .camera_trial import ALREADY, MOVED, Attempt, LiveTest, Trial, async_run_all
from .const import (
    CONF_ENTITY_REGISTRY_ID,
    CONF_MAIN_URL,
    CONF_POSITION,
    CONF_PRIVACY_MASKS,
    CONF_SOURCE,
    DOMAIN,
    POSITIONS,
    SOURCE_ENTITY,
    SUBENTRY_CAMERA,
)
from .stream_url import fingerprint

MOST_NAMED: Final = 8  # on the page of several; more than that are added under the names they came with


class TrialSteps(ConfigSubentryFlow):
    """What was chosen and what became of it."""

    _attempts: dict[str, Attempt]
    _trials: dict[str, tuple[Trial, ...]]
    _running: asyncio.Task[dict[str, tuple[Trial, ...]]] | None = None
    _live_test: LiveTest | None = None
    _asks_credentials = False  # whether what failed may work with another user name or password

    @property
    def _changes(self) -> ConfigSubentry | None:
        """The camera that is being changed, None when one is being added."""
        return self._get_reconfigure_subentry() if self.source == SOURCE_RECONFIGURE else None

    @property
    def live_test(self) -> LiveTest:
        """One for the whole flow, so that it never asks too much of the engine."""
        if self._live_test is None:
            self._live_test = LiveTest(self._get_entry())
        return self._live_test

    @callback
    @override
    def async_remove(self) -> None:
        """The owner closed the form: nothing goes on behind it."""
        if self._running is not None:
            self._running.cancel()

    async def _async_step_one(self, trial: Trial) -> SubentryFlowResult:
        """Go on with the one camera that was chosen and works."""
        raise NotImplementedError

    def _take_credentials(self, username: str | None, password: str | None) -> None:
        """Log in with these from now on; what is empty stays as it was."""

    async def _async_try_chosen(self, attempts: Sequence[Attempt]) -> SubentryFlowResult:
        self._attempts = {attempt.key: attempt for attempt in attempts}
        self._trials = {}
        return await self.async_step_trying()

    async def async_step_trying(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Try what was not tried yet, or failed."""
        if self._running is None:
            again = [attempt for key, attempt in self._attempts.items() if not self._settled(key)]
            work = async_run_all(again, self.async_update_progress)
            self._running = self.hass.async_create_background_task(work, f"{DOMAIN} trying cameras")
        if not self._running.done():
            return self.async_show_progress(
                step_id="trying",
                progress_action="trying",
                progress_task=self._running,
                description_placeholders={"count": str(len(self._attempts))},
            )
        running, self._running = self._running, None
        self._trials |= running.result()
        return self.async_show_progress_done(next_step_id="tried")

    def _duplicate(self, unique_id: str) -> bool:
        changes = self._changes
        return any(
            subentry.unique_id == unique_id and (changes is None or subentry.subentry_id != changes.subentry_id)
            for subentry in self._get_entry().subentries.values()
            if subentry.subentry_type == SUBENTRY_CAMERA
        )

    def _settled(self, key: str) -> bool:
        return key in self._trials and all(trial.settled for trial in self._trials[key])

    async def async_step_tried(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say what failed; go on with what works, or try the rest again."""
        trials = [trial for tried in self._trials.values() for trial in tried]
        failed = [trial for trial in trials if not trial.settled]
        works = _without_doubles([trial for trial in trials if trial.found is not None])
        if user_input is not None and user_input.get(CONF_NEXT) == "again":
            self._take_credentials(user_input.get(CONF_USERNAME), user_input.get(CONF_PASSWORD))
            return await self.async_step_trying()
        if failed and (user_input is None or not works):
            return self._show_failed(trials, works)
        if not works:
            return self.async_abort(reason=MOVED if any(trial.error == MOVED for trial in trials) else ALREADY)
        if len(works) == 1 and len(self._attempts) == 1:
            return await self._async_step_one(works[0])
        return await self.async_step_several()

    def _show_failed(self, trials: Sequence[Trial], works: Sequence[Trial]) -> SubentryFlowResult:
        names: dict[str, list[str]] = {}
        for trial in trials:
            if trial.error is not None:
                names.setdefault(trial.error, []).append(trial.name)
        return self.async_show_form(
            step_id="tried",
            data_schema=tried_schema(list(names), may_go_on=bool(works), asks_credentials=self._asks_credentials),
            description_placeholders={
                "works": ", ".join(trial.name for trial in works) or "–",
                **{f"names_{error}": ", ".join(named) for error, named in names.items()},
            },
        )

    async def async_step_several(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Name those that work, and add them."""
        trials = [trial for tried in self._trials.values() for trial in tried if trial.found is not None]
        works = _without_doubles(trials)
        if user_input is not None:
            return self._add_all(works, user_input)
        return self.async_show_form(
            step_id="several",
            data_schema=several_schema(works, MOST_NAMED),
            description_placeholders=several_placeholders(works, MOST_NAMED),
        )

    def _add_all(self, works: Sequence[Trial], typed: Mapping[str, Any]) -> SubentryFlowResult:
        """One subentry each; the last is the one that this flow creates."""
        entry = self._get_entry()
        added = [
            self._subentry(trial, typed, typed.get(numbered_section(at), {})) for at, trial in enumerate(works, start=1)
        ]
        *others, last = added
        for subentry in others:
            self.hass.config_entries.async_add_subentry(entry, subentry)
        return self.async_create_entry(title=last.title, data=dict(last.data), unique_id=last.unique_id)

    def _subentry(self, trial: Trial, typed: Mapping[str, Any], own: Mapping[str, Any]) -> ConfigSubentry:
        """A camera with the settings of all, under its own name."""
        name = (own.get(CONF_NAME) or trial.name).strip()
        settings = {CONF_NAME: name, CONF_POSITION: own.get(CONF_POSITION, POSITIONS[-1])}
        settings |= {key: value for key, value in flatten(typed).items() if not isinstance(value, dict)}
        usual: dict[str, dict[str, Any]] = {"recording": {}, "tuning": {}, "camera_sensor": {}, "zone": {}}
        data = trial.connection | read_settings(settings_schema([])(settings | usual)) | {CONF_PRIVACY_MASKS: []}
        del data[CONF_NAME]
        return ConfigSubentry(
            data=MappingProxyType(data), subentry_type=SUBENTRY_CAMERA, title=name, unique_id=unique_id(data)
        )


def _without_doubles(trials: Sequence[Trial]) -> list[Trial]:
    """Each camera once (one found under two of its addresses is one), and no two under the same name."""
    once = {unique_id(trial.connection): trial for trial in trials}.values()
    names: Counter[str] = Counter()
    named = []
    for trial in once:
        names[trial.name] += 1
        again = names[trial.name]
        named.append(trial if again == 1 else replace(trial, name=f"{trial.name} ({again})"))
    return named


def unique_id(data: Mapping[str, Any]) -> str:
    """The same for the same camera; tells nothing of its address."""
    if data[CONF_SOURCE] == SOURCE_ENTITY:
        return f"entity:{data[CONF_ENTITY_REGISTRY_ID]}"
    return fingerprint(data[CONF_MAIN_URL])
