"""The difference of two months, read a second time: tiers by data, plan, override and time, new and gone accounts, moves, stability.

    python3 test/oracle/months.py BEFORE AFTER     folders with accounts.csv, plan.json and as-of.txt; prints JSON

Every account that stands in both lists goes one way from its old tier to its new one: first the day changes, then its facts, then the
plan, then the overrides. What each step moves is that cause's part, so the parts sum to the whole. Tiers come from `reading.py`, which was
written from the design's page and never from the product. Stability is Σ (now − then)·ln(now ÷ then) over the shares of bins, half an
account more in each bin: tenths of the earlier month for numbers and days, the nine most frequent words and the rest otherwise, blanks apart.
"""

from __future__ import annotations

import csv
import datetime
import json
import math
import sys
from collections import Counter
from pathlib import Path

import reading
from cells import fold, is_blank, read_date, read_span

TIERS = ["Tier 1", "Tier 2", "Tier 3", "Tier 4", "Needs data", "Excluded"]
CAUSES = ["time", "data", "plan", "override"]


def load(folder: str) -> tuple[str, dict, datetime.date]:
    place = Path(folder)
    plan = json.loads((place / "plan.json").read_text(encoding="utf-8"))
    return str(place / "accounts.csv"), plan, datetime.date.fromisoformat((place / "as-of.txt").read_text().strip())


def tiers(accounts: str, plan: dict, day: datetime.date) -> dict[str, str]:
    _, everyone = reading.run(accounts, plan, None, day)
    return {scored.account.key: scored.tier for scored in everyone}


def ways(before: str, after: str) -> tuple[dict[str, list[str]], dict[str, str], dict[str, str]]:
    """The tiers of each account that stayed, step by step; and all tiers then and now."""
    old_list, old_plan, old_day = load(before)
    new_list, new_plan, new_day = load(after)
    then, now = tiers(old_list, old_plan, old_day), tiers(new_list, new_plan, new_day)
    steps = [
        then,
        tiers(old_list, old_plan, new_day),
        tiers(new_list, old_plan, new_day),
        tiers(new_list, {**new_plan, "overrides": old_plan.get("overrides", [])}, new_day),
        now,
    ]
    return {key: [step[key] for step in steps] for key in then if key in now}, then, now


def counted(names) -> list[int]:
    counts = Counter(names)
    return [counts[tier] for tier in TIERS]


def difference(before: str, after: str) -> dict:
    paths, then, now = ways(before, after)
    net = {cause: [0] * len(TIERS) for cause in CAUSES}
    for path in paths.values():
        for step, cause in enumerate(CAUSES):
            net[cause][TIERS.index(path[step])] -= 1
            net[cause][TIERS.index(path[step + 1])] += 1
    moves = {
        key: [path[0], path[-1], [cause for step, cause in enumerate(CAUSES) if path[step] != path[step + 1]]]
        for key, path in paths.items() if len(set(path)) > 1
    }
    migration = Counter(f"{path[0]} → {path[-1]}" for path in paths.values())
    return {
        "before": counted(then.values()), "after": counted(now.values()), "net": net,
        "new": counted(tier for key, tier in now.items() if key not in then),
        "gone": counted(tier for key, tier in then.items() if key not in now),
        "migration": dict(sorted(migration.items())), "moves": dict(sorted(moves.items())),
        "stability": stability(before, after),
    }


def column(folder: str, header: str) -> list[str]:
    with (Path(folder) / "accounts.csv").open(encoding="utf-8", newline="") as file:
        return [fold(row[header]) for row in csv.DictReader(file)]


def as_number(cell: str) -> float | None:
    """A day, or the lower end of a number or range; the upper end where the lower is open."""
    day = read_date(cell)
    if day is not None:
        return float(day.toordinal())
    span = read_span(cell)
    if span is None:
        return None
    return float(span.low if math.isfinite(span.low) else span.high)


def binning(cells: list[str]):
    filled = [cell for cell in cells if not is_blank(cell)]
    numbers = sorted(number for cell in filled if (number := as_number(cell)) is not None)
    if numbers and 2 * len(numbers) >= len(filled):
        cuts = [numbers[-(-tenth * len(numbers) // 10) - 1] for tenth in range(1, 10)]

        def tenth_of(cell: str) -> str:
            number = as_number(cell)
            if is_blank(cell) or number is None:
                return "blank" if is_blank(cell) else "no number"
            return str(sum(number > cut for cut in cuts))

        return tenth_of
    ranked = sorted(Counter(filled).items(), key=lambda pair: (-pair[1], pair[0]))
    words = {word for word, _ in ranked[:9]}
    return lambda cell: "" if is_blank(cell) else cell if cell in words else "the rest"


def stability(before: str, after: str) -> dict[str, float]:
    plan = load(after)[1]
    fields = dict.fromkeys(rule["Field"] for rule in plan["icp"] + plan.get("rules", []))
    return {field: index(column(before, field), column(after, field)) for field in fields}


def index(then: list[str], now: list[str]) -> float:
    bin_of = binning(then)
    old, new = Counter(map(bin_of, then)), Counter(map(bin_of, now))
    bins = set(old) | set(new)
    share = lambda counts, size, each: (counts[each] + 0.5) / (size + 0.5 * len(bins))
    return math.fsum(
        (share(new, len(now), each) - share(old, len(then), each))
        * math.log(share(new, len(now), each) / share(old, len(then), each))
        for each in bins
    )


if __name__ == "__main__":
    print(json.dumps(difference(sys.argv[1], sys.argv[2]), ensure_ascii=False))
