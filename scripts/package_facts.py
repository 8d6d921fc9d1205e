"""What must agree between files that no type checker reads: manifest, hacs.json, icons, translations, lock files.

`python -m scripts.package_facts` prints each disagreement and ends with 1 when there is one.
"""

from collections.abc import Iterator
import json
from pathlib import Path
import re
import subprocess
import sys
from typing import Any

ROOT = Path(__file__).parents[1]
INTEGRATION = ROOT / "custom_components/mat_than"
MANIFEST_KEYS = {"codeowners", "documentation", "domain", "issue_tracker", "name", "version"}
HACS_KEYS = {
    "content_in_root",
    "country",
    "filename",
    "hacs",
    "hide_default_branch",
    "homeassistant",
    "name",
    "persistent_directory",
    "render_readme",
    "zip_release",
}
# A lock file or a script that names a registry ties everybody to that one.
REGISTRY = re.compile(r"https?://[\w.-]*(?:registry|pypi|artifactory|nexus)[\w.-]*", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\{(\w+)\}")

type Tree = dict[str, Any]


def leaves(tree: Tree, path: str = "") -> dict[str, str]:
    """Every text by its place."""
    found: dict[str, str] = {}
    for key, value in tree.items():
        place = f"{path}.{key}" if path else key
        found |= leaves(value, place) if isinstance(value, dict) else {place: value}
    return found


def manifest_faults() -> Iterator[str]:
    """What HACS and Home Assistant ask of manifest.json and hacs.json."""
    manifest: Tree = json.loads((INTEGRATION / "manifest.json").read_text())
    if missing := MANIFEST_KEYS - manifest.keys():
        yield f"manifest.json lacks {', '.join(sorted(missing))}"
    order = ["domain", "name", *sorted(manifest.keys() - {"domain", "name"})]
    if list(manifest) != order:
        yield "manifest.json: domain, name, then the rest by the alphabet"
    if manifest["domain"] != INTEGRATION.name:
        yield "manifest.json: the domain is the folder's name"
    hacs: Tree = json.loads((ROOT / "hacs.json").read_text())
    if unknown := hacs.keys() - HACS_KEYS:
        yield f"hacs.json: HACS knows no {', '.join(sorted(unknown))}"
    if hacs.get("zip_release") and not hacs.get("filename"):
        yield "hacs.json: zip_release needs a filename"
    if f'version = "{manifest["version"]}"' not in (ROOT / "pyproject.toml").read_text():
        yield "pyproject.toml and manifest.json give different versions"


def translation_faults() -> Iterator[str]:
    """The same keys and placeholders in every language, and nothing that Home Assistant's own check refuses."""
    texts = {path.stem: leaves(json.loads(path.read_text())) for path in (INTEGRATION / "translations").glob("*.json")}
    english = texts["en"]
    for language, found in texts.items():
        for key in sorted(english.keys() ^ found.keys()):
            yield f"translations/{language}.json: {key} is in one language only"
        for key in english.keys() & found.keys():
            if set(PLACEHOLDER.findall(english[key])) != set(PLACEHOLDER.findall(found[key])):
                yield f"translations/{language}.json: {key} has other placeholders than English"
        for key, text in found.items():
            if text != text.strip() or not text or "[%key:" in text or "://" in text:
                yield f"translations/{language}.json: {key} is empty, has blanks at an end, a reference or an address"


def icon_faults() -> Iterator[str]:
    """Material Design icons only."""
    for key, icon in leaves(json.loads((INTEGRATION / "icons.json").read_text())).items():
        if not icon.startswith("mdi:"):
            yield f"icons.json: {key} is no mdi: icon"


def registry_faults() -> Iterator[str]:
    """No committed text names a package registry."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.suffix in {".mp4", ".png", ".jpg", ".woff2", ".ico"} or not path.is_file() or path == Path(__file__):
            continue
        if found := REGISTRY.search(path.read_text(errors="ignore")):
            yield f"{name}: names the registry {found[0]}"


def main() -> int:
    """Print every fault."""
    checks = (manifest_faults, translation_faults, icon_faults, registry_faults)
    faults = [fault for check in checks for fault in check()]
    print("\n".join(faults) or "package facts agree")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
