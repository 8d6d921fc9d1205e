"""The documents: their links lead somewhere, the two READMEs say the same, and the walk names files that exist."""

from pathlib import Path
import re
import subprocess

import pytest

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "custom_components/mat_than/lib/mat_than_engine"
HUB = ROOT / "hub/src/mat_than_hub"
FILE = r"`([\w/]+\.py)`"


def documents() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split()]


def links(document: Path) -> list[str]:
    text = re.sub(r"```.*?```", "", document.read_text(), flags=re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", text)


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    inside = [link.partition("#")[0] for link in links(document) if "://" not in link and not link.startswith("#")]
    dead = [link for link in inside if link and not (document.parent / link).exists()]
    assert not dead


def test_both_readmes_lead_to_the_same_places() -> None:
    def places(name: str) -> set[str]:
        return {link for link in links(ROOT / name) if not link.startswith("README")}

    only_english = places("README.md") - places("README.vi.md")
    only_vietnamese = places("README.vi.md") - places("README.md")
    assert only_english == {"docs/guide/home.md", "docs/guide/start.md", "docs/guide/verify.md"}
    assert only_vietnamese == {"docs/guide/home.vi.md", "docs/guide/start.vi.md", "docs/guide/verify.vi.md"}


def test_the_walk_of_a_frame_names_files_that_exist() -> None:
    walk = (ROOT / "docs/architecture.md").read_text().partition("## The walk of a frame")[2].partition("\n## ")[0]
    engine, _, rest = walk.partition("5. ")
    home, _, hub = rest.partition("7. ")
    named = [(ENGINE, name) for name in re.findall(FILE, engine)]
    named += [(ENGINE.parents[1], name) for name in re.findall(FILE, home) if name != "messages.py"]
    named += [(HUB, name) for name in re.findall(FILE, hub) if name != "service.py"]
    assert len(named) > 25
    assert [name for folder, name in named if not (folder / name).exists()] == []


def test_what_stands_beside_the_walk_exists() -> None:
    beside = (ROOT / "docs/architecture.md").read_text().partition("## Beside the walk")[2].partition("\n## ")[0]
    engine, _, home = beside.partition("| Of the integration |")
    named = [(ENGINE, name) for name in re.findall(FILE, engine)]
    named += [(ENGINE.parents[1], name) for name in re.findall(FILE, home)]
    assert len(named) > 25
    assert [name for folder, name in named if not (folder / name).exists()] == []


def commands() -> list[str]:
    """Scripts and modules of this repository that READMEs and documents tell a reader to run."""
    pattern = (
        r"\bscripts/[\w-]+(?=[\s`)\].,;:]|$)|-m (?:scripts|benchmarks|demo)[\w.]*|\bdemo/\w+\.sh\b|`benchmarks/\w+\.py`"
    )
    return sorted({found for document in documents() for found in re.findall(pattern, document.read_text())})


@pytest.mark.parametrize("command", commands())
def test_every_command_of_a_document_exists(command: str) -> None:
    name = command.strip("`")
    if name.startswith("-m "):
        module = ROOT / name.removeprefix("-m ").rstrip(".").replace(".", "/")
        assert module.with_suffix(".py").exists() or (module / "__main__.py").exists()
    else:
        assert (ROOT / name).is_file() or (ROOT / name).is_dir()
