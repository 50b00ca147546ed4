"""What a month's results come to, read a second time: successors of segments, pooled rates with Wilson intervals, contacts still needed.

    python3 test/oracle/review.py MONTH1 MONTH2 …   closed months in order, the last one is told; each a folder as months.py reads it,
                                                    contacts.csv beside them; prints JSON

Rates are over the people contacted; a count that is blank or above them is in no rate of its kind. The last three months that end with the
newest month of results are pooled. Results of months up to the closed one stand under the names of then.
"""

from __future__ import annotations

import datetime
import json
import math
import sys
from pathlib import Path
from statistics import NormalDist

import evidence
import reading
from cells import fold
from lists import bind_rules, read_accounts
from months import load
from plan import read_plan, read_settings

OUTCOMES = {"Reply": "Replies", "Meeting": "Meetings", "Opportunity": "Opportunities", "Won": "Won", "Bounce": "Bounced"}
TAKEN = 0.9
POOLED = 3
quantile = NormalDist().inv_cdf


# ---------------------------------------------------------------- segments then and now


def questions(plan: dict, name: str) -> frozenset:
    """What its rules ask: field, operator and values in any order; `is` asks as `in` with one value."""
    asked = [row for row in plan["rules"] if fold(row["For"]) == fold(name)]
    return frozenset(
        (fold(row["Field"]), "in" if fold(row["Operator"]) == "is" else fold(row["Operator"]),
         frozenset(fold(value) for value in str(row["Value"]).split(";")), fold(row.get("Type", "Include")))
        for row in asked
    )


def takers(folder: str) -> dict[str, set[str]]:
    """Keys of the accounts that meet each segment's rules, whatever their tier."""
    accounts, data, day = load(folder)
    plan = read_plan(data)
    settings = read_settings(plan.settings)
    listed = read_accounts(accounts, plan)
    bind_rules(plan, listed)
    everyone = [reading.judge(account, listed, plan, settings, day) for account in listed.accounts]
    return {
        segment.name: {scored.account.key for scored in everyone if reading.fits_segment(scored, segment)}
        for segment in plan.segments
    }


def keys(folder: str) -> set[str]:
    accounts, data, _ = load(folder)
    return {account.key for account in read_accounts(accounts, read_plan(data)).accounts}


def successors(before: str, after: str) -> dict[str, tuple[str, str]]:
    old_plan, new_plan = load(before)[1], load(after)[1]
    old, new = takers(before), takers(after)
    asked_then = {questions(old_plan, name) for name in old}
    found = {}
    for name in old:
        same = [other for other in new if questions(new_plan, other) == questions(old_plan, name)]
        if name in same:
            continue
        if len(same) == 1:
            found[name] = (same[0], "the same")
        if same or name in new:
            continue
        listed = old[name] & keys(after)
        best = max(
            (other for other in new if questions(new_plan, other) not in asked_then),
            key=lambda other: len(listed & new[other]), default=None,
        )
        if best is not None and listed and len(listed & new[best]) / len(listed) >= TAKEN:
            found[name] = (best, f"{len(listed & new[best])} of {len(listed)}")
    return found


# ---------------------------------------------------------------- rates


def month_of(text: str) -> int:
    year, month = text.split("-")
    return 12 * int(year) + int(month) - 1


def month_name(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"


def wilson(successes: int, trials: int, confidence: float = 0.95) -> list[float]:
    z = quantile((1 + confidence) / 2)
    share = successes / trials
    middle = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return [share, max(0.0, middle - half), min(1.0, middle + half)]


def told_apart(first: float, second: float, trials: int, level: float) -> bool:
    """Both groups of so many people, the first rate moved toward the second by what one draw of five takes."""
    error = math.sqrt((first * (1 - first) + second * (1 - second)) / trials)
    moved = min(1.0, max(0.0, first + math.copysign(quantile(0.8) * error, second - first)))
    if (moved > second) != (first > second) or moved == second:
        return False
    return evidence.against_ratio((moved * trials, trials), (second * trials, trials), 1) >= -math.log(level)


def needed(first: float, second: float, level: float) -> int | None:
    """In each of two groups, to tell them apart at every look, four times in five."""
    if first == second:
        return None
    most = 1
    while not told_apart(first, second, most, level):
        most *= 2
        if most > 2**24:
            return None
    least = most // 2
    while most - least > 1:
        middle = (least + most + 1) // 2
        least, most = (least, middle) if told_apart(first, second, middle, level) else (middle, most)
    return most


def count(row: dict, header: str) -> int | None:
    value = row.get(header)
    return value if isinstance(value, int) and value <= row["Contacted"] else None


def rates(rows: list[dict]) -> dict:
    told = {"Contacted": sum(row["Contacted"] for row in rows)}
    for name, header in OUTCOMES.items():
        known = [row for row in rows if count(row, header) is not None]
        trials = sum(row["Contacted"] for row in known)
        told[name] = wilson(sum(count(row, header) for row in known), trials) if trials else None
    return told


def named(rows: list[dict], older: dict[str, str], present: list[str], closed: int | None) -> list[dict]:
    names = {fold(name): name for name in present}
    old = {fold(name): now for name, now in older.items()}
    told = []
    for row in rows:
        key = fold(row["Segment"])
        order = [old, names] if closed is not None and month_of(row["Month"]) <= closed else [names, old]
        name = order[0].get(key) or order[1].get(key) or row["Segment"]
        told.append({**row, "Segment": name, "at": month_of(row["Month"])})
    return told


def still(rows: list[dict], others: list[dict], level: float) -> int | None:
    mine, rest = rates(rows)["Reply"], rates(others)["Reply"]
    wanted = None if mine is None or rest is None else needed(mine[0], rest[0], level)
    return None if wanted is None else max(0, wanted - rates(rows)["Contacted"])


def ratio(after: list[float] | None, before: list[float] | None) -> float | None:
    return None if after is None or before is None or before[0] == 0 else after[0] / before[0]


def told(folders: list[str]) -> dict:
    older: dict[str, str] = {}
    newest: dict[str, tuple[str, str]] = {}
    for before, after in zip(folders, folders[1:]):
        newest = successors(before, after)
        to = {name: now for name, (now, _) in newest.items()}
        older = {**{name: to.get(now, now) for name, now in older.items()}, **to}
    accounts, plan, day = load(folders[-1])
    older = {name: now for name, now in older.items() if now in takers(folders[-1])}
    closed = month_of(load(folders[-2])[2].isoformat()[:7]) if len(folders) > 1 else None
    present = [row["Segment"] for row in plan["segments"]]
    rows = [row for row in named(plan.get("results", []), older, present, closed) if row["at"] <= 12 * day.year + day.month - 1]
    last = max((row["at"] for row in rows), default=None)
    pool = [] if last is None else [row for row in rows if last - POOLED < row["at"] <= last]
    contacts = Path(accounts).parent.parent / "contacts.csv"
    report, everyone = reading.run(accounts, plan, str(contacts), day)
    return {
        "successors": {name: list(value) for name, value in newest.items()},
        "segments": {
            name: {**rates([row for row in pool if row["Segment"] == name]),
                   "more": still([row for row in rows if row["Segment"] == name],
                                 [row for row in rows if row["Segment"] not in ("", name)], 0.05 / 5 / len(present))}
            for name in [*present, *dict.fromkeys(row["Segment"] for row in pool if row["Segment"] not in present)]
        },
        "tiers": {tier: rates(own) for tier in reading.TIER_NAMES[:4] if (own := [row for row in pool if row.get("Tier") == tier])},
        "months": {month_name(at): rates([row for row in rows if row["at"] == at]) for at in sorted({row["at"] for row in rows})},
        "segmentMonths": segment_months(rows),
        "variants": variants(pool, rows),
        "change": change(folders, rows),
        "review": review_rows(report, everyone, pool),
    }


def segment_months(rows: list[dict]) -> dict:
    """Told where there are two segments and two months at least."""
    if len({row["Segment"] for row in rows}) < 2 or len({row["at"] for row in rows}) < 2:
        return {}
    return {f'{segment or "No segment"}: {month_name(at)}': rates([row for row in rows if row["Segment"] == segment and row["at"] == at])
            for segment, at in sorted({(row["Segment"], row["at"]) for row in rows})}


def variants(pool: list[dict], rows: list[dict]) -> dict:
    """Rates of the months pooled; what is still needed, from all rows."""
    told = {}
    for segment in dict.fromkeys(row["Segment"] for row in pool if row.get("Variant")):
        past = [row for row in rows if row["Segment"] == segment and row.get("Variant")]
        shown = [row for row in pool if row["Segment"] == segment and row.get("Variant")]
        for variant in dict.fromkeys(row["Variant"] for row in shown):
            mine = [row for row in past if row["Variant"] == variant]
            rest = [row for row in past if row["Variant"] != variant]
            told[f"{segment}: {variant}"] = {**rates([row for row in shown if row["Variant"] == variant]),
                                             "more": still(mine, rest, 0.05)}
    return told


def change(folders: list[str], rows: list[dict]) -> dict | None:
    """Before and since the newest month whose ICP is not that of the month before, with results on both sides."""
    parts = ["Dimension", "Field", "Operator", "Value", "Importance", "Type", "If blank", "Active"]
    shapes = [[[str(row.get(part, "")) for part in parts] for row in load(folder)[1]["icp"]] for folder in folders]
    for place in range(len(folders) - 1, 0, -1):
        day: datetime.date = load(folders[place])[2]
        since = 12 * day.year + day.month - 1
        before, after = [row for row in rows if row["at"] < since], [row for row in rows if row["at"] >= since]
        if shapes[place] != shapes[place - 1] and before and after:
            then, now = rates(before), rates(after)
            return {"since": month_name(since), "before": then, "after": now,
                    "reply": like(before, after, "Reply"), "meeting": like(before, after, "Meeting"),
                    "replyOfAll": ratio(now["Reply"], then["Reply"]), "meetingOfAll": ratio(now["Meeting"], then["Meeting"])}
    return None


def like(before: list[dict], after: list[dict], name: str) -> float | None:
    """Since ÷ before, each segment and tier weighed by its people before; those on one side alone are left out."""
    came = comes = 0.0
    for key in {(row["Segment"], row.get("Tier") or "") for row in before}:
        own = [[row for row in rows if (row["Segment"], row.get("Tier") or "") == key and count(row, OUTCOMES[name]) is not None]
               for rows in (before, after)]
        people = [sum(row["Contacted"] for row in rows) for rows in own]
        events = [sum(count(row, OUTCOMES[name]) for row in rows) for rows in own]
        if 0 in people:
            continue
        came += events[0]
        comes += people[0] * events[1] / people[1]
    return comes / came if came else None


def rate_cells(pooled: dict) -> dict:
    return {f"{rate} rate": pooled[rate] and pooled[rate][0] for rate in ["Reply", "Meeting", "Opportunity", "Won"]}


def review_rows(report: dict, everyone: list, pool: list[dict]) -> dict:
    whole = rates(pool)
    rows = {"": {"Matches": report["market"]["icp"]["accounts"], "Assigned": sum(each["assigned"] for each in report["segments"]),
                 "Contacted": whole["Contacted"], **rate_cells(whole)}}
    for each in report["segments"]:
        name = each["segment"]
        own = [row for row in pool if row["Segment"] == name]
        pooled = rates(own)
        top = [scored for scored in everyone if scored.segment and scored.segment.name == name and scored.tier in reading.TIER_NAMES[:2]]
        rows[name] = {
            "Verdict": each["verdict"], "Matches": each["matches"], "Assigned": each["assigned"], "Tier 1–2": len(top),
            "Coverage": each["coverage"], "Reachable": each["reachable"], "Score": each["score"], "Contacted": pooled["Contacted"],
            **rate_cells(pooled),
        }
    return rows


if __name__ == "__main__":
    print(json.dumps(told(sys.argv[1:]), default=reading.as_number, ensure_ascii=False))
