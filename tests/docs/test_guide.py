"""The guide: each setting, entity, action and repair has its paragraph, under the very name that the screen shows."""

from collections.abc import Iterator
import json
from pathlib import Path
import re
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guide"
LARGEST_PICTURE = 60_000  # bytes
LANGUAGES = ("vi", "en")
FOR_HUBS = {"hub.md"}  # who runs a hub reads English

type Step = dict[str, Any]


def words(language: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / f"custom_components/mat_than/translations/{language}.json").read_text())
    return read


def page(name: str, language: str) -> str:
    return (GUIDE / (f"{name}.vi.md" if language == "vi" else f"{name}.md")).read_text()


def steps(texts: dict[str, Any]) -> Iterator[Step]:
    """Every form of every flow, and every folded section of one."""
    flows = [texts["config"], texts["options"], *texts["config_subentries"].values()]
    for flow in flows:
        for step in flow["step"].values():
            yield step
            yield from step.get("sections", {}).values()


def rows(text: str) -> set[str]:
    """The first cells of the rows of tables that have something in the second."""
    return set(re.findall(r"^\| ([^|]+) \| *[^| ][^|]*\|", text, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_has_its_row(language: str) -> None:
    named = {label for step in steps(words(language)) for label in step.get("data", {}).values()}
    assert len(named) > 40
    assert sorted(named - rows(page("settings", language))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entity_has_its_row(language: str) -> None:
    entities = words(language)["entity"]
    named = {f"{entity['name']} (`{domain}`)" for domain in entities for entity in entities[domain].values()}
    assert len(named) > 30
    assert sorted(named - rows(page("settings", language))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_its_paragraph_and_every_field_its_row(language: str) -> None:
    text = page("settings", language)
    for key, action in words(language)["services"].items():
        _, found, rest = text.partition(f"### {action['name']} (`mat_than.{key}`)\n")
        assert found, key
        paragraph = re.split(r"^##", rest, maxsplit=1, flags=re.MULTILINE)[0]
        assert len(paragraph.split("|")[0].split()) > 3, key
        fields = {f"{field['name']} (`{name}`)" for name, field in action.get("fields", {}).items()}
        assert sorted(fields - rows(paragraph)) == [], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_repair_has_its_paragraph(language: str) -> None:
    paragraphs = dict(re.findall(r"^\*\*(.+)\*\* \(`\w+`\)\\\n(.+)$", page("trouble", language), re.MULTILINE))
    issues = words(language)["issues"]
    for key, issue in issues.items():
        title = re.sub(r"\{\w+\}", "…", issue["title"])
        assert len(paragraphs.get(title, "").split()) > 8, f"{key}: {title}"
    assert len(paragraphs) == len(issues)  # what is no repair any more has no paragraph


def test_every_page_is_there_in_both_languages() -> None:
    names = {path.name for path in GUIDE.glob("*.md")} - FOR_HUBS
    vietnamese = {name.replace(".vi.md", ".md") for name in names if name.endswith(".vi.md")}
    assert vietnamese == {name for name in names if not name.endswith(".vi.md")}


@pytest.mark.parametrize("name", sorted(path.name for path in GUIDE.glob("*.md") if path.name not in FOR_HUBS))
def test_a_page_and_its_translation_have_the_same_parts(name: str) -> None:
    other = name.replace(".vi.md", ".md") if name.endswith(".vi.md") else name.replace(".md", ".vi.md")

    def shape(file: str) -> list[str]:
        """Headings and pictures, in their order."""
        text = re.sub(r"```.*?```", "", (GUIDE / file).read_text(), flags=re.DOTALL)
        return re.findall(r"^#+(?= )|!\[[^\]]*\]\((?:[^)]+)\)", re.sub(r"!\[[^\]]*\]", "![]", text), re.MULTILINE)

    assert shape(name) == shape(other)


def test_the_pictures_of_the_guide_are_small() -> None:
    pictures = {
        picture for path in GUIDE.glob("*.md") for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", path.read_text())
    }
    large = [name for name in pictures if (GUIDE / name).stat().st_size > LARGEST_PICTURE]
    assert large == []
