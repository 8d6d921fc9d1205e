"""An answer as text for people, or as JSON for programs. What a file says of itself is never sent to the terminal raw."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
import json

from .findings import Answer, Facts, Gravity, Verdict
from .words import Words

MOST_OF_ONE_KIND = 20  # sentences of one kind; the others are counted
_ORDER = [Gravity.CHANGED, Gravity.UNPROVEN, Gravity.REPACKED, Gravity.NOTE]


def as_text(name: str, answer: Answer, said: Words) -> str:
    """What a person reads."""
    lines = [plain(name), f"  {said.verdicts[answer.verdict]}", ""]
    lines += [f"  {line}" for line in _findings(answer, said)]
    lines += [f"  {line}" for line in _facts(answer.facts, said)]
    if answer.facts.thumbprint is not None and answer.verdict is not Verdict.UNREADABLE:
        source = said.paper if answer.facts.kind == "paper" else said
        lines += ["", f"  {source.proves}", f"  {source.proves_not}"]
    return "\n".join(lines) + "\n"


def as_json(name: str, answer: Answer) -> str:
    """What a program reads; the codes of the findings stay the same in every language."""
    findings = [
        {"code": finding.code, "gravity": finding.gravity.value, "subject": finding.subject}
        for finding in answer.findings
    ]
    facts = asdict(answer.facts)
    value = {"file": name, "verdict": answer.verdict.name.lower(), "facts": facts, "findings": findings}
    return json.dumps(value, ensure_ascii=False)


def plain(text: str) -> str:
    """The text without what would steer a terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _findings(answer: Answer, said: Words) -> Iterator[str]:
    ordered = sorted(answer.findings, key=lambda finding: (_ORDER.index(finding.gravity), finding.code))
    for code, group in groupby(ordered, key=lambda finding: finding.code):
        members = list(group)
        sentence = said.unreadable if code == "unreadable" else said.findings[code]
        for finding in members[:MOST_OF_ONE_KIND]:
            yield "- " + sentence.format(subject=plain(finding.subject))
        if len(members) > MOST_OF_ONE_KIND:
            yield "  " + said.more.format(count=len(members) - MOST_OF_ONE_KIND)
    if ordered:
        yield ""


def _paper(facts: Facts, said: Words) -> Iterator[str]:
    """What was signed, in the words and the order of the paper."""
    yield said.paper.titles.get(facts.title, plain(facts.title))
    for name, value in facts.lines:
        yield f"{said.paper.name(name)}: {said.paper.value(name, plain(value))}"
    yield said.compared if facts.compared else said.paper.compare


def _facts(facts: Facts, said: Words) -> Iterator[str]:
    if facts.kind == "paper":
        yield from _paper(facts, said)
        return
    for name in ("title", "place", "span", "exported_at"):
        if value := getattr(facts, name):
            yield f"{said.facts[name]}: {plain(value)}"
    if facts.kind == "export":
        size = f"{facts.size_bytes / 1e6:.1f} MB"
        contents = said.export.format(cameras=facts.cameras, clips=facts.clips, files=facts.files, size=size)
        yield f"{said.facts['contents']}: {contents}"
    for name, value in facts.lines:
        yield f"{plain(name)}: {plain(value)}"
    if facts.thumbprint is not None:
        yield f"{said.facts['key']}: {plain(facts.thumbprint)}"
        yield said.compared if facts.compared else said.compare
