"""`mat-than-verify FILE|FOLDER|ZIP|CODE…`: one answer for each, and an exit code that a script can go by.

0 nothing was changed · 1 something was · 2 wrong arguments · 3 not proven · 4 cannot be read · 5 unchanged files in
another zip. Of several files the gravest counts.
"""

import argparse
from collections.abc import Sequence
import io
import os
from pathlib import Path
import sys

from . import __version__
from .examination import INDEX_NAME, Examination
from .findings import Answer, Facts, Finding, Gravity, Verdict
from .paper import is_code, is_code_file, read_code_file, verify_code
from .parcel import Folder, Zip
from .report import as_json, as_text
from .single import verify_clip, verify_token
from .tokens import NotReadable, b64url, from_b64url, read_json, read_key
from .words import words

_GRAVEST_FIRST = (Verdict.CHANGED, Verdict.UNREADABLE, Verdict.UNPROVEN, Verdict.REPACKED, Verdict.INTACT)
_SHOWN_OF_A_CODE = 24  # characters, in the heading of its answer
_LARGEST_KEY_FILE = 64 * 1024 * 1024  # an index.json is taken too


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify what the arguments name; the exit code."""
    options = _options(arguments)
    said = words(options.language)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console without Vietnamese letters still gets its answer
    answers = []
    for path in options.paths:
        code = is_code(path)
        answer = verify_paper(path, options.key) if code else verify(Path(path), options.key)
        answers.append(answer)
        name = f"{path.strip()[:_SHOWN_OF_A_CODE]}…" if code else path
        _say(as_json(name, answer) if options.json else as_text(name, answer, said))
    found = {answer.verdict for answer in answers}
    return next(verdict.value for verdict in _GRAVEST_FIRST if verdict in found)


def _say(text: str) -> None:
    """Print; whoever stops reading, as `head` does, still gets the exit code."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the process's end


def verify(path: Path, keys: Sequence[str] = ()) -> Answer:
    """The answer for one file or folder; `keys` are fingerprints or keys in base64url."""
    try:
        if path.is_dir():
            with Folder(path) as folder:
                return Examination(folder, keys).answer()
        if path.name == INDEX_NAME:
            return verify(path.parent, keys)
        with path.open("rb") as stream:
            start = stream.read(4)
        if path.suffix == ".jws":
            return verify_token(path, keys)
        if is_code_file(path):
            return verify_code(read_code_file(path), keys)
        if start[:2] != b"PK" and path.suffix.lower() == ".mp4":
            return verify_clip(path, keys)
        with Zip(path) as archive:
            return Examination(archive, keys).answer()
    except NotReadable as err:
        reason = str(err)
    except (OSError, MemoryError) as err:
        reason = getattr(err, "strerror", None) or type(err).__name__
    return _unreadable("export", reason)


def verify_paper(text: str, keys: Sequence[str] = ()) -> Answer:
    """The answer for a printed paper, by the text of its code."""
    try:
        return verify_code(text, keys)
    except NotReadable as err:
        return _unreadable("paper", str(err))


def _unreadable(kind: str, reason: str) -> Answer:
    return Answer(Verdict.UNREADABLE, Facts(kind), (Finding("unreadable", Gravity.CHANGED, reason),))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="mat-than-verify",
        description="Says whether footage that a Mắt Thần home exported was changed, cut, re-ordered or is missing, and "
        "whether a printed consent or receipt is the one that was signed: CODE is the text of its code, MT1:…",
        epilog="exit codes: 0 nothing changed, 1 changed, 2 wrong arguments, 3 not proven, 4 cannot be read, "
        "5 files unchanged in another zip",
    )
    parser.add_argument("paths", nargs="+", metavar="FILE|FOLDER|ZIP|CODE")
    parser.add_argument(
        "--key",
        action="append",
        default=[],
        type=_key,
        help="the home's fingerprint as Home Assistant shows it, its public key, or a file with it; may be repeated",
    )
    parser.add_argument("--language", choices=("vi", "en"), default=_language(), help="of the answer")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of sentences")
    parser.add_argument("--version", action="version", version=f"mat-than-verify {__version__}")
    return parser.parse_args(arguments)


def _language() -> str:
    """Vietnamese where the machine is set to it, as programs of other systems than Windows tell it."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "vi" if next((name for name in names if name), "").startswith("vi") else "en"


def _key(text: str) -> str:
    """A fingerprint or key in base64url; of a file with a JWK, or with an index.json, the key in it."""
    path = Path(text)
    try:
        if path.is_file() and path.stat().st_size <= _LARGEST_KEY_FILE:
            value = read_json(path.read_bytes())
            return b64url(read_key(value.get("key", value)).raw)
        fits = len(from_b64url(text)) == 32
    except (NotReadable, OSError):
        fits = False
    if not fits:
        raise argparse.ArgumentTypeError("neither a fingerprint nor a key nor a file with one")
    return text


if __name__ == "__main__":
    sys.exit(main())
