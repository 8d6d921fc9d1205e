"""The steps that take cameras from Home Assistant: choose one or several, and the smaller stream of each.

Several are tried side by side, each with the entity of its device that by its name is the smaller stream. For one the
owner is asked, because an integration may call its streams anything.
"""

from typing import Any

from homeassistant.config_entries import SubentryFlowResult
from homeassistant.helpers import entity_registry as er

from .adding_form import CONF_ENTITIES, CONF_ENTITY, CONF_WATCHED, existing_schema, watched_schema
from .camera_setup import taken_entities
from .camera_trial import Attempt, Trial
from .const import CONF_ENTITY_REGISTRY_ID, CONF_SOURCE, CONF_SUB_ENTITY_REGISTRY_ID, SOURCE_ENTITY
from .lib.mat_than_engine.commands import Probe
from .network_steps import NetworkSteps
from .source_entity import SourceGoneError, async_entity_address, not_to_choose, other_streams, small_stream


class EntitySteps(NetworkSteps):
    """Which of Home Assistant's cameras were chosen."""

    _chosen: str  # registry id of the one camera that was chosen

    async def async_step_existing(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Cameras that Home Assistant has already."""
        registry = er.async_get(self.hass)
        errors: dict[str, str] = {}
        if user_input is not None:
            chosen = [registry.async_get(entity_id) for entity_id in user_input[CONF_ENTITIES]]
            ids = [entity.id for entity in chosen if entity is not None]
            if len(ids) < len(chosen):
                errors[CONF_ENTITIES] = "no_registry_entry"
            elif not ids:
                errors[CONF_ENTITIES] = "none_chosen"
            elif len(ids) > 1:
                return await self._async_try_chosen([self._entity_attempt(registry_id) for registry_id in ids])
            else:
                self._chosen = ids[0]
                return await self._async_chosen(CONF_ENTITIES, user_input)
        return self._choose_existing(CONF_ENTITIES, user_input, errors)

    async def async_step_replace(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Another camera of Home Assistant in the place of this one."""
        errors: dict[str, str] = {}
        if user_input is not None:
            entity = er.async_get(self.hass).async_get(user_input[CONF_ENTITY])
            if entity is not None:
                self._chosen = entity.id
                return await self._async_chosen(CONF_ENTITY, user_input)
            errors[CONF_ENTITY] = "no_registry_entry"
        return self._choose_existing(CONF_ENTITY, user_input, errors)

    async def _async_chosen(self, form: str, user_input: dict[str, Any]) -> SubentryFlowResult:
        """One camera was chosen: ask for its smaller stream where it may have one, else try it."""
        if self._duplicate(f"entity:{self._chosen}"):
            return self.async_abort(reason="already_configured")
        if other_streams(er.async_get(self.hass), self._chosen):
            return await self.async_step_watched()
        trial = await self._async_try_entity(self._chosen, None)
        if trial.found is not None:
            return await self._async_step_one(trial)
        return self._choose_existing(form, user_input, {"base": trial.error or "engine"})

    def _choose_existing(
        self, form: str, user_input: dict[str, Any] | None, errors: dict[str, str]
    ) -> SubentryFlowResult:
        several = form == CONF_ENTITIES
        changes = self._changes
        taken = taken_entities(self._get_entry(), changes.subentry_id if changes else None)
        schema = existing_schema(not_to_choose(er.async_get(self.hass), taken), several=several)
        return self.async_show_form(
            step_id="existing" if several else "replace",
            data_schema=self.add_suggested_values_to_schema(schema, user_input),
            errors=errors,
        )

    async def async_step_watched(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Which entity of the camera's device shows its smaller stream."""
        registry = er.async_get(self.hass)
        errors: dict[str, str] = {}
        if user_input is not None:
            trial = await self._async_try_entity(self._chosen, user_input.get(CONF_WATCHED))
            if trial.found is not None:
                return await self._async_step_one(trial)
            errors["base"] = trial.error or "engine"
        suggested = user_input or {CONF_WATCHED: small_stream(registry, self._chosen)}
        return self.async_show_form(
            step_id="watched",
            data_schema=self.add_suggested_values_to_schema(
                watched_schema(other_streams(registry, self._chosen)), suggested
            ),
            errors=errors,
        )

    def _entity_attempt(self, registry_id: str) -> Attempt:
        registry = er.async_get(self.hass)

        async def run() -> list[Trial]:
            return [await self._async_try_entity(registry_id, small_stream(registry, registry_id))]

        return Attempt(key=registry_id, name=self._name_of(registry_id), run=run)

    def _name_of(self, registry_id: str) -> str:
        entity_id = er.async_resolve_entity_id(er.async_get(self.hass), registry_id) or registry_id
        state = self.hass.states.get(entity_id)
        return state.name if state is not None else entity_id

    async def _async_try_entity(self, registry_id: str, watched: str | None) -> Trial:
        """Try a camera of another integration; `watched` is the entity that shows its smaller stream."""
        name = self._name_of(registry_id)
        registry = er.async_get(self.hass)
        small = registry.async_get(watched) if watched else None
        try:
            address = await async_entity_address(self.hass, registry_id)
            sub_address = await async_entity_address(self.hass, small.id) if small is not None else None
        except SourceGoneError:
            address = None
        if not address:
            return Trial(name=name, error="no_stream")
        found, error = await self.live_test.async_try(Probe(request_id="", main_url=address, sub_url=sub_address))
        connection = {
            CONF_SOURCE: SOURCE_ENTITY,
            CONF_ENTITY_REGISTRY_ID: registry_id,
            CONF_SUB_ENTITY_REGISTRY_ID: small.id if small is not None else None,
        }
        return Trial(name=name, connection=connection, found=found, error=error)
