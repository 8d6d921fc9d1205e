"""What Home Assistant, hassfest and HACS ask of the package, checked without a network."""

import json
from pathlib import Path
import re
from typing import Any, get_args, get_type_hints

from homeassistant.components.automation.config import AUTOMATION_BLUEPRINT_SCHEMA
from homeassistant.components.blueprint import Blueprint
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import _SERVICES_SCHEMA
from homeassistant.util.yaml import load_yaml, parse_yaml
import pytest
import yaml

from custom_components.mat_than import export_actions, live_actions, request_actions, services
from custom_components.mat_than.clips import ClipKind
from custom_components.mat_than.const import OWN_SENSOR_USES, PLACE_KINDS, POSITIONS, PROFILES
from custom_components.mat_than.lib.mat_than_engine.keeping.cover_words import words as cover_words
from custom_components.mat_than.lib.mat_than_engine.model import TAMPERED, Cause, SceneState
from custom_components.mat_than.lib.mat_than_engine.protocol.requests import Offence
from custom_components.mat_than.lib.mat_than_engine.reports import Done, Finding, StorageFigures
from custom_components.mat_than.lib.mat_than_engine.settings import RecordMode
from custom_components.mat_than.sensor import OWNERS_WILL
from custom_components.mat_than.zone_form import ZONE_CHOICES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "custom_components/mat_than"
BLUEPRINTS = sorted((ROOT / "blueprints/automation/mat_than").glob("*.yaml"))
SOURCES = sorted([*PACKAGE.glob("*.py"), *(PACKAGE / "sharing").glob("*.py")])


def load(name: str) -> Any:
    return json.loads((PACKAGE / name).read_text())


MANIFEST = load("manifest.json")
EN = load("translations/en.json")
VI = load("translations/vi.json")


CONSENT_FORM_ALONE = {
    "no_camera_chosen", "no_hub_chosen", "no_purpose", "no_kinds", "stills_need_events", "no_days",
    "until_out_of_range", "not_agreed", "live_whole_day",
}  # fmt: skip


def leaves(tree: dict[str, Any], path: str = "") -> dict[str, str]:
    found = {}
    for key, value in tree.items():
        here = f"{path}.{key}".lstrip(".")
        found |= leaves(value, here) if isinstance(value, dict) else {here: value}
    return found


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_the_manifest_is_as_hassfest_wants_it() -> None:
    keys = list(MANIFEST)
    assert keys == ["domain", "name", *sorted(keys[2:])]
    assert MANIFEST["domain"] == PACKAGE.name
    assert re.fullmatch(r"\d+\.\d+\.\d+", MANIFEST["version"])
    assert MANIFEST["documentation"].startswith("https://")
    assert (MANIFEST["integration_type"], MANIFEST["iot_class"]) == ("hub", "local_push")
    assert {"camera", "http", "stream"} <= set(MANIFEST["dependencies"])
    assert {"codeowners", "documentation", "domain", "issue_tracker", "name", "version"} <= set(keys)


def test_hacs_json_has_known_keys_alone() -> None:
    known = {
        "name", "homeassistant", "hacs", "country", "zip_release", "filename", "hide_default_branch",
        "persistent_directory", "content_in_root", "render_readme",
    }  # fmt: skip
    facts = json.loads((ROOT / "hacs.json").read_text())
    assert set(facts) <= known
    assert facts["homeassistant"] == "2026.10.0"
    assert facts["zip_release"] is False or facts["filename"].endswith(".zip")


def test_both_languages_say_the_same_things() -> None:
    english, vietnamese = leaves(EN), leaves(VI)
    assert english.keys() == vietnamese.keys()
    different = [key for key in english if placeholders(english[key]) != placeholders(vietnamese[key])]
    assert different == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_texts_are_as_home_assistant_wants_them(language: str) -> None:
    texts = leaves({"en": EN, "vi": VI}[language])
    bad = [
        key
        for key, text in texts.items()
        if text != text.strip()
        or not text
        or "[%key:" in text
        or re.search(r"<[a-z/]|https?://|rtsps?://|'{\w+}'", text)
    ]
    assert bad == []
    assert [key for key in texts if not re.fullmatch(r"[a-z0-9_.-]+", key)] == []


def test_every_key_that_the_code_uses_has_a_text() -> None:
    used = {
        key
        for source in SOURCES
        for key in re.findall(r'translation_domain=DOMAIN,\s*translation_key="(\w+)"', source.read_text())
    }
    assert {"storage", "clip_gone", "not_loaded"} <= used
    used |= {key for source in SOURCES for key in re.findall(r'\b_?wrong\("(\w+)"', source.read_text())}
    refusals = EN["config_subentries"]["consent"]["error"].keys() - CONSENT_FORM_ALONE
    used |= {f"give_{key}" for key in refusals}
    assert {"request_closed", "give_hub_busy"} <= used
    assert used <= EN["exceptions"].keys()
    assert all(text.keys() == {"message"} for text in EN["exceptions"].values())  # else their key alone is shown
    assert set(EN["selector"]["offence"]["options"]) == set(Offence)
    flows = {"config_flow.py": EN["config"], "camera_flow.py": EN["config_subentries"]["camera"]}
    for name, texts in flows.items():
        source = (PACKAGE / name).read_text()
        assert set(re.findall(r'async_abort\(reason="(\w+)"', source)) <= texts["abort"].keys()
        steps = set(re.findall(r'step_id="(\w+)"', source)) - {"init"}
        assert steps <= texts["step"].keys()
    for cause in set(Cause) - {Cause.ENDED}:
        assert cause.value in EN["config_subentries"]["camera"]["error"]
        assert cause.value in EN["config"]["error"]
    causes = EN["entity"]["binary_sensor"]["connection"]["state_attributes"]["cause"]["state"]
    assert set(Cause) | {"none", "source_missing"} == set(causes)
    assert set(EN["entity"]["sensor"]["scene"]["state"]) == set(SceneState)
    tampering = EN["entity"]["binary_sensor"]["tamper"]["state_attributes"]["what"]["state"]
    assert set(tampering) == {"none", *TAMPERED}
    findings = EN["entity"]["sensor"]["advice"]["state_attributes"]["findings"]["state"]
    kinds = get_type_hints(Finding)["kind"]
    assert set(findings) == set(get_args(getattr(kinds, "__value__", kinds)))
    absences = EN["entity"]["sensor"]["coverage"]["state_attributes"]["most_absent_for"]["state"]
    assert set(Cause) | OWNERS_WILL | set(cover_words("en").causes) - {"stopped"} <= set(absences)
    for trouble in get_args(get_type_hints(StorageFigures)["trouble"])[0].__args__:
        assert f"storage_{trouble}" in EN["issues"]
        assert trouble in EN["entity"]["binary_sensor"]["storage"]["state_attributes"]["trouble"]["state"]
    assert set(EN["selector"]["record"]["options"]) == set(EN["entity"]["select"]["record"]["state"]) == set(RecordMode)
    assert set(EN["selector"]["profile"]["options"]) == set(EN["entity"]["select"]["profile"]["state"]) == set(PROFILES)
    assert set(EN["selector"]["own_sensor_use"]["options"]) == set(OWN_SENSOR_USES)
    assert set(EN["selector"]["zone_choice"]["options"]) == set(ZONE_CHOICES)
    assert set(EN["selector"]["position"]["options"]) == set(POSITIONS)
    assert set(EN["selector"]["kind"]["options"]) == set(PLACE_KINDS)


def test_every_field_of_a_form_is_named_and_explained() -> None:
    forms = [*EN["config"]["step"].values(), *EN["options"]["step"].values()]
    forms += [step for step in EN["config_subentries"]["camera"]["step"].values() if "data" in step]
    sections = [section for form in forms for section in form.get("sections", {}).values()]
    for form in [*forms, *sections]:
        assert form.get("data", {}).keys() == form.get("data_description", {}).keys()


def test_every_entity_key_has_a_name_and_an_icon() -> None:
    icons = load("icons.json")["entity"]
    for platform in ("binary_sensor", "event", "image", "number", "select", "sensor", "switch"):
        source = (PACKAGE / f"{platform}.py").read_text()
        keys = set(re.findall(r'translation_key\s*=\s*"(\w+)"', source))
        assert keys
        assert keys <= EN["entity"][platform].keys()
        # Motion has the icon of its device class.
        assert keys - {"motion"} <= icons[platform].keys()


def test_every_action_is_named_explained_and_drawn() -> None:
    described = load_yaml(str(PACKAGE / "services.yaml"))
    assert _SERVICES_SCHEMA(described)
    assert described.keys() == EN["services"].keys() == load("icons.json")["services"].keys()
    schemas = {
        "record": services.RECORD, "protect": services.PROTECT, "unprotect": services.UNPROTECT,
        "delete": services.DELETE, "export": services.EXPORT, "list_clips": services.LIST,
        "coverage": services.COVERAGE, "link": services.LINK,
        "list_exports": export_actions.LIST, "delete_export": export_actions.DELETE,
        "approve_request": request_actions.APPROVE, "decline_request": request_actions.DECLINE,
        "report": request_actions.REPORT,
        "answer_live": live_actions.ANSWER, "cut_live": live_actions.CUT,
    }  # fmt: skip
    assert schemas.keys() == described.keys()
    targets = set(map(str, cv.ENTITY_SERVICE_FIELDS))
    for name, schema in schemas.items():
        description = described[name] or {}  # an action may need to be told nothing
        fields, texts = description.get("fields", {}), EN["services"][name].get("fields", {})
        assert {str(key) for key in schema.schema} - targets == fields.keys() == texts.keys()
        assert ("target" in description) == bool({str(key) for key in schema.schema} & targets)
    assert set(EN["selector"]["clip_kind"]["options"]) == set(get_args(ClipKind.__value__))


def test_every_answer_of_the_engine_has_words() -> None:
    errors = set(get_args(get_args(get_type_hints(Done)["error"])[0]))
    assert {error if error in services._OWNERS_FAULT else f"action_{error}" for error in errors} <= set(
        EN["exceptions"]
    )
    said = {key for source in SOURCES for key in re.findall(r'words\.say\(\s*"(\w+)"', source.read_text())}
    assert {"export_done", "media_originals"} <= said <= EN["common"].keys()
    refused = {key for source in SOURCES for key in re.findall(r'PlayableError\("(\w+)"\)', source.read_text())}
    assert {"playable_busy", "clip_gone"} <= refused <= EN["exceptions"].keys()


def test_icons_are_of_the_set_that_home_assistant_has() -> None:
    icons = leaves(load("icons.json"))
    assert [icon for icon in icons.values() if not re.fullmatch(r"mdi:[a-z0-9-]+", icon)] == []
    for entity in (entity for platform in load("icons.json")["entity"].values() for entity in platform.values()):
        assert entity["default"] not in entity.get("state", {}).values()


def test_the_quality_ledger_gives_a_reason_for_each_exemption() -> None:
    rules = yaml.safe_load((PACKAGE / "quality_scale.yaml").read_text())["rules"]
    assert len(rules) > 50
    for rule in rules.values():
        status = rule if isinstance(rule, str) else rule["status"]
        assert status in {"done", "todo", "exempt"}
        assert status != "exempt" or rule["comment"]


@pytest.mark.parametrize("path", BLUEPRINTS, ids=lambda path: path.stem)
def test_a_blueprint_is_one(path: Path) -> None:
    blueprint = Blueprint(
        load_yaml(str(path)), path=path.name, expected_domain="automation", schema=AUTOMATION_BLUEPRINT_SCHEMA
    )
    assert blueprint.validate() is None
    used = set(re.findall(r"!input (\w+)", path.read_text()))
    assert used == blueprint.inputs.keys()
    assert parse_yaml(path.read_text())["blueprint"]["homeassistant"]["min_version"] == "2026.10.0"


def test_the_engine_is_part_of_the_package() -> None:
    assert (PACKAGE / "lib/mat_than_engine/__main__.py").exists()
    assert (PACKAGE / "py.typed").exists()
