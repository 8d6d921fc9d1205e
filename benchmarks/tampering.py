"""Every way to tamper with an export that somebody without the home's key has, one function each.

`RAW` works on the bytes of the zip; `FILES` on what is in it, and the zip is made anew around that exactly as the engine
makes it, so that its wrapping tells nothing. "Listed" means that the table of contents was brought up to date.
"""

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
import hashlib
import json
from pathlib import Path
import random
from typing import Any
import zipfile

from mat_than_engine.keeping.export_index import seal
from mat_than_engine.keeping.export_writer import ExportWriter
from mat_than_engine.keeping.manifest import signing_key

INDEX, SEAL, COVER = "index.json", "seal.jws", "cover.html"
FORGER = bytes(range(99, 131))  # somebody else's key

type Files = dict[str, bytes]
type Kind = Callable[[Files, random.Random], Files]


def unpacked(export: Path) -> Files:
    """All files of an export, in their order."""
    with zipfile.ZipFile(export) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, target: Path) -> Path:
    """The zip around files, byte for byte as the engine makes it."""
    with ExportWriter(target, lambda _: None) as out:
        for path, data in files.items():
            out.add(path, data)
    return target


# On the zip as it is.


def _flip_anywhere(data: bytes, chance: random.Random) -> bytes:
    return _flipped(data, chance)


def _cut_zip(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def _cut_middle(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) - 1)
    return data[:start] + data[chance.randrange(start + 1, len(data)) :]


def _add_behind(data: bytes, chance: random.Random) -> bytes:
    return data + chance.randbytes(chance.randrange(1, 100))


RAW: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "a byte of the zip flipped": _flip_anywhere,
    "the zip cut short": _cut_zip,
    "a piece of the zip cut out": _cut_middle,
    "bytes added behind the zip": _add_behind,
}

# On its files, the zip made anew around them.


def _flip_clip(files: Files, chance: random.Random) -> Files:
    path = _one(files, chance, ".mp4")
    return {**files, path: _flipped(files[path], chance)}


def _flip_any(files: Files, chance: random.Random) -> Files:
    path = chance.choice(list(files))
    return {**files, path: _flipped(files[path], chance)}


def _flip_and_relist(files: Files, chance: random.Random) -> Files:
    return _relisted(_flip_clip(files, chance))


def _cut_clip(files: Files, chance: random.Random) -> Files:
    path = _one(files, chance, ".mp4")
    return {**files, path: files[path][: chance.randrange(len(files[path]))]}


def _cut_clip_and_relist(files: Files, chance: random.Random) -> Files:
    return _relisted(_cut_clip(files, chance))


def _swap_clips(files: Files, chance: random.Random) -> Files:
    one, two = chance.sample([path for path in files if path.endswith(".mp4")], 2)
    return {**files, one: files[two], two: files[one]}


def _swap_clips_and_relist(files: Files, chance: random.Random) -> Files:
    return _relisted(_swap_clips(files, chance))


def _swap_clips_with_manifests(files: Files, chance: random.Random) -> Files:
    one, two = chance.sample([path for path in files if path.endswith(".mp4")], 2)
    swapped = {one: files[two], two: files[one], f"{one}.jws": files[f"{two}.jws"], f"{two}.jws": files[f"{one}.jws"]}
    return _relisted({**files, **swapped})


def _remove_clip(files: Files, chance: random.Random) -> Files:
    path = _one(files, chance, ".mp4")
    return {name: data for name, data in files.items() if name != path}


def _remove_clip_and_all_of_it(files: Files, chance: random.Random) -> Files:
    path = _one(files, chance, ".mp4")
    left = {name: data for name, data in files.items() if name not in {path, f"{path}.jws"}}
    return _reindexed(left, lambda index: index.update(clips=[c for c in index["clips"] if c["path"] != path]))


def _remove_anything(files: Files, chance: random.Random) -> Files:
    path = chance.choice(list(files))
    return {name: data for name, data in files.items() if name != path}


def _hide_what_is_gone(files: Files, _: random.Random) -> Files:
    left = {name: data for name, data in files.items() if not name.startswith("gone/")}
    return _reindexed(left, lambda index: index.update(absent=[]))


def _change_manifest(files: Files, chance: random.Random) -> Files:
    path = _one(files, chance, ".jws")
    head, body, signature = files[path].decode().strip().split(".")
    payload = json.loads(base64.urlsafe_b64decode(body + "=="))
    name = chance.choice([name for name, value in payload.items() if isinstance(value, (int, float, str))])
    value = payload[name]
    payload[name] = f"{value}x" if isinstance(value, str) else value + chance.randrange(1, 100)
    text = json.dumps(payload, separators=(",", ":"), ensure_ascii=False)
    changed = base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()
    return _relisted({**files, path: f"{head}.{changed}.{signature}\n".encode()})


def _move_clock(files: Files, chance: random.Random) -> Files:
    by = timedelta(seconds=chance.choice([-3600, -60, 1, 60, 3600, 86_400]))

    def move(index: dict[str, Any]) -> None:
        for clip in index["clips"]:
            for name in ("started_at", "ended_at"):
                moment = datetime.fromisoformat(clip[name]) + by
                clip[name] = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    return _reindexed(files, move)


def _move_clock_by_dating_anew(files: Files, chance: random.Random) -> Files:
    seconds = float(chance.randrange(1, 100_000))
    return _reindexed(files, lambda index: [clip.update(dated_anew_s=seconds) for clip in index["clips"]])


def _rename(files: Files, chance: random.Random) -> Files:
    path = chance.choice(list(files))
    return {(f"{name[:-4]}x{name[-4:]}" if name == path else name): data for name, data in files.items()}


def _rename_and_relist(files: Files, chance: random.Random) -> Files:
    path = _one(files, chance, ".mp4")
    renamed = path.replace("T02", "T03")
    left = {(renamed if name == path else name): data for name, data in files.items()}

    def name(index: dict[str, Any]) -> None:
        for clip in index["clips"]:
            clip["path"] = renamed if clip["path"] == path else clip["path"]

    return _reindexed(left, name)


def _add_file(files: Files, chance: random.Random) -> Files:
    return {f"clips/{chance.randrange(10**9)}.mp4": chance.randbytes(500), **files}


def _add_file_and_list_it(files: Files, chance: random.Random) -> Files:
    return _relisted(_add_file(files, chance))


def _edit_cover(files: Files, chance: random.Random) -> Files:
    page = files[COVER]
    digits = [place for place in range(page.index(b"<dl>"), len(page)) if page[place : place + 1].isdigit()]
    place = chance.choice(digits)
    digit = str((int(page[place : place + 1]) + chance.randrange(1, 10)) % 10).encode()
    return {**files, COVER: page[:place] + digit + page[place + 1 :]}


def _edit_cover_and_relist(files: Files, chance: random.Random) -> Files:
    return _relisted(_edit_cover(files, chance))


def _edit_ledger(files: Files, chance: random.Random) -> Files:
    path = chance.choice([path for path in files if path.startswith("ledger/")])
    return _relisted({**files, path: files[path].replace(b'"absent"', b'"watched"').replace(b"T02", b"T03") + b" "})


def _take_seal(files: Files, _: random.Random) -> Files:
    return {name: data for name, data in files.items() if name != SEAL}


def _take_key_and_seal(files: Files, _: random.Random) -> Files:
    left = {name: data for name, data in files.items() if name != SEAL}
    return _reindexed(left, lambda index: index.pop("key"))


def _reseal(files: Files, chance: random.Random) -> Files:
    """The best that somebody without the key can do: change a clip, list it, seal everything with a key of his own."""
    key, _ = signing_key(FORGER)
    mine = {"kty": key.kty, "crv": key.crv, "x": key.x}
    changed = _reindexed(_flip_clip(files, chance), lambda index: index.update(key=mine))
    return {**changed, SEAL: seal(changed[INDEX], datetime.fromisoformat("2026-11-22T03:00:00+00:00"), FORGER)}


FILES: dict[str, Kind] = {
    "a byte of a clip flipped": _flip_clip,
    "a byte of a clip flipped, listed": _flip_and_relist,
    "a byte of any file flipped": _flip_any,
    "a clip cut": _cut_clip,
    "a clip cut, listed": _cut_clip_and_relist,
    "two clips swapped": _swap_clips,
    "two clips swapped, listed": _swap_clips_and_relist,
    "two clips swapped with their manifests, listed": _swap_clips_with_manifests,
    "a clip taken out": _remove_clip,
    "a clip and all that names it taken out": _remove_clip_and_all_of_it,
    "any file taken out": _remove_anything,
    "what was deleted is hidden": _hide_what_is_gone,
    "a manifest changed, listed": _change_manifest,
    "the clock moved in the list": _move_clock,
    "the clock moved by dating anew": _move_clock_by_dating_anew,
    "a file renamed": _rename,
    "a clip renamed, listed": _rename_and_relist,
    "a file added": _add_file,
    "a file added, listed": _add_file_and_list_it,
    "a figure of the cover sheet edited": _edit_cover,
    "a figure of the cover sheet edited, listed": _edit_cover_and_relist,
    "the gap ledger edited, listed": _edit_ledger,
    "the seal taken out": _take_seal,
    "key and seal taken out": _take_key_and_seal,
    "a clip changed and all sealed by another key": _reseal,
}


def _flipped(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def _one(files: Files, chance: random.Random, ending: str) -> str:
    return chance.choice([path for path in files if path.endswith(ending) and path != SEAL])


def _relisted(files: Files) -> Files:
    return _reindexed(files, lambda _: None)


def _reindexed(files: Files, change: Callable[[dict[str, Any]], object]) -> Files:
    """Files with their table of contents brought up to date, as somebody without the key would."""
    index = json.loads(files[INDEX])
    change(index)
    index["files"] = [
        {"path": path, "size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in files.items()
        if path not in {INDEX, SEAL}
    ]
    return {**files, INDEX: json.dumps(index, ensure_ascii=False, indent=1).encode() + b"\n"}
