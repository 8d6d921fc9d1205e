"""The rules of the Integration Quality Scale that can be read off the code, and the ledger that speaks of them."""

import ast
from collections.abc import Iterator
import importlib
import json
from pathlib import Path

from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
import yaml

from custom_components.mat_than.const import DOMAIN, PLATFORMS

from .conftest import StandIn

PACKAGE = Path(__file__).parents[2] / "custom_components/mat_than"
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "lib" not in path.relative_to(PACKAGE).parts)
TOLD = {  # what Home Assistant shows the words of
    "HomeAssistantError", "ServiceValidationError", "ConfigEntryNotReady", "ConfigEntryError", "ConfigEntryAuthFailed",
    "BrowseError", "Unresolvable",
}  # fmt: skip
RULES = {
    "action-exceptions", "action-setup", "appropriate-polling", "async-dependency", "brands", "common-modules",
    "config-entry-unloading", "config-flow", "config-flow-test-coverage", "dependency-transparency", "devices",
    "diagnostics", "discovery", "discovery-update-info", "docs-actions", "docs-conditions",
    "docs-configuration-parameters", "docs-data-update", "docs-examples", "docs-high-level-description",
    "docs-installation-instructions", "docs-installation-parameters", "docs-known-limitations",
    "docs-removal-instructions", "docs-supported-devices", "docs-supported-functions", "docs-triggers",
    "docs-troubleshooting", "docs-use-cases", "dynamic-devices", "entity-category", "entity-device-class",
    "entity-disabled-by-default", "entity-event-setup", "entity-translations", "entity-unavailable",
    "entity-unique-id", "exception-translations", "has-entity-name", "icon-translations", "inject-websession",
    "integration-owner", "log-when-unavailable", "parallel-updates", "reauthentication-flow",
    "reconfiguration-flow", "repair-issues", "runtime-data", "stale-devices", "strict-typing",
    "test-before-configure", "test-before-setup", "test-coverage", "unique-config-entry",
}  # fmt: skip


def raised() -> Iterator[tuple[str, ast.Call]]:
    """Every exception of Home Assistant's that is raised with words, and where."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TOLD:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def test_the_ledger_answers_every_rule_and_no_other() -> None:
    ledger = yaml.safe_load((PACKAGE / "quality_scale.yaml").read_text())["rules"]
    assert set(ledger) == RULES
    assert "todo" not in {rule if isinstance(rule, str) else rule["status"] for rule in ledger.values()}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_platform_says_how_many_updates_may_run_at_once(platform: str) -> None:
    assert importlib.import_module(f"custom_components.{DOMAIN}.{platform}").PARALLEL_UPDATES in (0, 1)


def test_every_exception_that_is_shown_is_translated() -> None:
    places = dict(raised())
    assert len(places) > 20
    bare = [
        where
        for where, call in places.items()
        if not {"translation_domain", "translation_key"} <= {word.arg for word in call.keywords}
    ]
    assert bare == []


def test_the_placeholders_of_an_exception_are_those_of_its_text() -> None:
    texts = json.loads((PACKAGE / "translations/en.json").read_text())["exceptions"]
    for where, call in raised():
        words = {word.arg: word.value for word in call.keywords}
        key, given = words["translation_key"], words.get("translation_placeholders")
        if isinstance(key, ast.Constant) and (given is None or isinstance(given, ast.Dict)):
            names = set() if given is None else {name.value for name in given.keys if isinstance(name, ast.Constant)}
            missing = {part.split("}")[0] for part in texts[key.value]["message"].split("{")[1:]} ^ names
            assert missing == set(), where


async def test_actions_are_there_before_any_place(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, DOMAIN, {})
    described = set(yaml.safe_load((PACKAGE / "services.yaml").read_text()))
    assert set(hass.services.async_services_for_domain(DOMAIN)) == described


async def test_what_an_entity_is_called_and_where_it_stands_comes_from_its_kind(
    hass: HomeAssistant, engine: StandIn, entry: MockConfigEntry
) -> None:
    registry = er.async_get(hass)
    for entity in er.async_entries_for_config_entry(registry, entry.entry_id):
        assert entity.has_entity_name, entity.entity_id
        if entity.domain != "camera":  # the picture itself is called as its camera is
            assert entity.translation_key or entity.original_device_class, entity.entity_id
        assert entity.unique_id.startswith((entry.entry_id, "cam1")), entity.entity_id
        if entity.disabled_by is not None:
            assert entity.entity_category is not None, entity.entity_id
        if entity.domain in {"number", "select"}:
            assert entity.entity_category is EntityCategory.CONFIG, entity.entity_id


def test_the_package_says_that_it_is_typed_who_owns_it_and_how_it_looks() -> None:
    assert (PACKAGE / "py.typed").exists()
    assert json.loads((PACKAGE / "manifest.json").read_text())["codeowners"]
    assert (PACKAGE / "brand/icon.png").stat().st_size > 0
    assert {"coordinator.py", "entity.py"} <= {path.name for path in SOURCES}
