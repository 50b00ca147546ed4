"""Compare the oracle's output with the product's: one line a difference, exit 1 when there is any.

    python3 compare.py OUR.json OUR_scores.csv THEIR.json THEIR_scores.csv

Numbers agree to 1e-9 (relative above 1); the 4-decimal scores of the CSV exactly. Keys the oracle leaves out
are ignored. Tiers, segments and checklist entries are paired by name, not by place. Outreach steps are paired
by place and their wording is not compared, nor is the spelling of check ids (`pain point` = `painPoint`).
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

EXACT_COLUMNS = {"fit", "signal", "low", "high"}
NUMBER_COLUMNS = {"known"}


def letters(text: object) -> str:
    return re.sub(r"[^a-z0-9]", "", str(text).casefold())


def name_of(path: str, row: dict) -> str | None:
    """By what the rows of a list are paired; None: by place."""
    if path == "tiers":
        return str(row.get("tier"))
    if path == "segments":
        return str(row.get("segment"))
    if path == "checklist":
        return f"{row.get('segment')} / {letters(row.get('id'))}"
    return None


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def close(ours: float, theirs: float) -> bool:
    return abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours), abs(theirs))


def differences(path: str, ours: object, theirs: object) -> Iterator[str]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        yield from dict_differences(path, ours, theirs)
    elif isinstance(ours, list) and isinstance(theirs, list):
        yield from list_differences(path, ours, theirs)
    elif is_number(ours) and is_number(theirs):
        if not close(ours, theirs):
            yield f"{path}: {ours!r} | {theirs!r}"
    elif ours != theirs or type(ours) is not type(theirs):
        yield f"{path}: {ours!r} | {theirs!r}"


def dict_differences(path: str, ours: dict, theirs: dict) -> Iterator[str]:
    for key, value in ours.items():
        is_wording = path.startswith("outreach[") and key == "step" or path.startswith("checklist[") and key == "id"
        if is_wording:
            continue
        inner = f"{path}.{key}" if path else key
        if key in theirs:
            yield from differences(inner, value, theirs[key])
        else:
            yield f"{inner}: {value!r} | absent"


def list_differences(path: str, ours: list, theirs: list) -> Iterator[str]:
    if ours and name_of(path, ours[0]) is not None or path in {"tiers", "segments"}:
        yield from named_differences(path, ours, theirs)
        return
    if path != "checklist" and len(ours) != len(theirs):
        yield f"{path}.length: {len(ours)} | {len(theirs)}"
    for index, (one, other) in enumerate(zip(ours, theirs)):
        yield from differences(f"{path}[{index}]", one, other)


def named_differences(path: str, ours: list, theirs: list) -> Iterator[str]:
    """Pair by name; of equal names the first with the first. Their further checks are theirs alone."""
    waiting: dict[str | None, list] = {}
    for row in theirs:
        waiting.setdefault(name_of(path, row), []).append(row)
    for row in ours:
        name = name_of(path, row)
        if waiting.get(name):
            yield from differences(f"{path}[{name}]", row, waiting[name].pop(0))
        else:
            yield f"{path}[{name}]: {row!r} | absent"
    if path != "checklist":
        for name, rows in waiting.items():
            for row in rows:
                yield f"{path}[{name}]: absent | {row!r}"


# ---------------------------------------------------------------- scores


def read_rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def cells_agree(column: str, ours: str, theirs: str) -> bool:
    if ours == theirs:
        return True
    if ours == "" or theirs == "" or column not in EXACT_COLUMNS | NUMBER_COLUMNS:
        return False
    try:
        if column in EXACT_COLUMNS:
            return Decimal(ours) == Decimal(theirs)
        return close(float(ours), float(theirs))
    except (InvalidOperation, ValueError):
        return False


def score_differences(ours: list[dict], theirs: list[dict]) -> Iterator[str]:
    if len(ours) != len(theirs):
        yield f"scores.length: {len(ours)} | {len(theirs)}"
    for index, (one, other) in enumerate(zip(ours, theirs)):
        for column, value in one.items():
            found = other.get(column)
            if found is None or not cells_agree(column, value, found):
                yield f"scores[{index}] {one['account_key']} {column}: {value!r} | {found!r}"


def main(arguments: list[str]) -> int:
    if len(arguments) != 4:
        print("compare.py OUR.json OUR_scores.csv THEIR.json THEIR_scores.csv", file=sys.stderr)
        return 2
    our_json, our_scores, their_json, their_scores = arguments
    ours, theirs = (json.loads(Path(path).read_text(encoding="utf-8-sig")) for path in [our_json, their_json])
    found = [*differences("", ours, theirs), *score_differences(read_rows(our_scores), read_rows(their_scores))]
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
