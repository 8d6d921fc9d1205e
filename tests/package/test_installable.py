"""Home Assistant OS is Alpine: what the manifest asks for must be there as wheels for musl, with nothing to compile."""

import json
from pathlib import Path
import subprocess
import sys

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("machine", ["aarch64", "x86_64"])
def test_the_requirements_resolve_on_home_assistant_os(machine: str, tmp_path: Path) -> None:
    manifest = json.loads((ROOT / "custom_components/mat_than/manifest.json").read_text())
    wanted = tmp_path / "requirements.in"
    # av and numpy come with Home Assistant's own `stream`, on which the integration depends.
    wanted.write_text("\n".join([*manifest["requirements"], "av", "numpy"]))
    (pins,) = Path(sys.prefix).glob("lib/python*/site-packages/homeassistant/package_constraints.txt")
    platform = f"{machine}-unknown-linux-musl"
    command = ["uv", "pip", "compile", "--quiet", "--python-version", "3.14", "--python-platform", platform]
    command += ["--only-binary", ":all:", "--no-header", "--no-annotate", "--constraint", str(pins), str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "numpy==" in done.stdout
    assert "opencv" not in done.stdout
