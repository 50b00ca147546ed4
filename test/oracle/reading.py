"""A second, literal reading of the design (docs/MODEL.md), written without sight of the product's source.

    python3 reading.py ACCOUNTS.csv --plan plan.json [--contacts contacts.csv] [--as-of YYYY-MM-DD]
                       --json OUT.json --scores OUT.csv

Exit 0: both files written. Exit 2: the design refuses; one sentence on standard error, nothing written.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import math
import re
import sys
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from cells import fold, months_before, read_date, read_number, read_share
from lists import Account, AccountList, bind_rules, join_contacts, matches, read_accounts, read_verified_column
from work import (
    Room, contacted_day, falling, fit_moves, handed_back, is_since, main_currency, mark_statuses, own_rate, pooled_results, read_owners, segment_rates, size_field,
    size_of,
)
from plan import FIT_DIMENSIONS, Plan, Refused, Rule, Segment, Settings, read_plan, read_settings, text_of

WORD = r"[^\W_]+"
TIER_NAMES = ["Tier 1", "Tier 2", "Tier 3", "Tier 4", "Needs data", "Excluded"]
STEPS = ["Customers", "Opportunities", "Meetings", "Replies", "Emails", "Emails per month", "Emails per business day"]
LEVEL_VALUES = {"High": Fraction(1), "Medium": Fraction(6, 10), "Low": Fraction(3, 10)}
REVERSED = {"High": "Low", "Medium": "Medium", "Low": "High"}
WEIGHTS = {"fit": 30, "urgency": 10, "reachable": 12, "coverage": 18, "competition": 30}


def half_up(value: Fraction, digits: int) -> Fraction:
    scale = 10**digits
    return Fraction(math.floor(value * scale + Fraction(1, 2)), scale)


def score_of(part: Fraction, whole: Fraction) -> Fraction:
    """§4: 100·part/whole, rounded half-up to 4 decimals before any cut."""
    return half_up(100 * part / whole, 4)


# ---------------------------------------------------------------- §4 scores


@dataclass
class Scored:
    """One account, judged."""

    account: Account
    met: dict[int, bool | None]  # by rule identity
    fit: Fraction | None = None
    signal: Fraction | None = None
    basis: Fraction | None = None
    known: Fraction = Fraction(0)
    low: Fraction | None = None
    high: Fraction | None = None
    tier: str = ""
    in_tam: bool = True
    is_overridden: bool = False
    has_unknown_gate: bool = False
    segments: list[Segment] = field(default_factory=list)
    segment: Segment | None = None
    rank: int = 0
    this_month: bool = False

    def m(self, rule: Rule) -> bool | None:
        return self.met[id(rule)]


def weigh(scored: Scored, rules: list[Rule]) -> tuple[Fraction, Fraction, Fraction]:
    """(met, known, whole) weight of a set of rules: Σ_K w·m, Σ_K w, Σ w."""
    met = sum((rule.weight for rule in rules if scored.m(rule) is True), Fraction(0))
    known = sum((rule.weight for rule in rules if scored.m(rule) is not None), Fraction(0))
    return met, known, sum((rule.weight for rule in rules), Fraction(0))


def group_score(scored: Scored, rules: list[Rule]) -> Fraction | None:
    """§4 fit, signal, all: blank when nothing of weight is known."""
    met, known, _ = weigh(scored, rules)
    return score_of(met, known) if known else None


def weighted_rules(plan: Plan) -> list[Rule]:
    """Each Score rule, and each Must with an Importance, that has a column and a positive weight."""
    return [rule for rule in plan.icp if rule.column is not None and rule.weight]


def basis_rules(weighted: list[Rule], settings: Settings) -> list[Rule]:
    """§4: the setting's group, or the one group that has rules."""
    fit = [rule for rule in weighted if rule.dimension in FIT_DIMENSIONS]
    return weighted if settings.tiers_by == "all rules" or not fit else fit


def score(scored: Scored, plan: Plan, settings: Settings) -> None:
    weighted = weighted_rules(plan)
    if not weighted:
        score_by_musts(scored, [rule for rule in plan.icp if rule.type == "Must"])
        return
    basis = basis_rules(weighted, settings)
    scored.fit = group_score(scored, [rule for rule in weighted if rule.dimension in FIT_DIMENSIONS])
    scored.signal = group_score(scored, [rule for rule in weighted if rule.dimension not in FIT_DIMENSIONS])
    scored.basis = group_score(scored, basis)
    met, known, whole = weigh(scored, basis)
    scored.known = known / whole
    scored.low = score_of(met, whole)
    scored.high = score_of(met + whole - known, whole)


def score_by_musts(scored: Scored, musts: list[Rule]) -> None:
    """Edges, known/low/high without weighted rules: fit 0 on a failed Must, blank on an unknown one, else 100."""
    answers = [scored.m(rule) for rule in musts]
    if not answers:
        return
    unknown = False not in answers and None in answers
    scored.fit = scored.basis = None if unknown else Fraction(0 if False in answers else 100)
    scored.known = Fraction(0 if unknown else 1)
    scored.low = Fraction(0 if False in answers or None in answers else 100)
    scored.high = Fraction(0 if False in answers else 100)


# ---------------------------------------------------------------- §4 tiers


def tier_number(value: Fraction, cuts: list[Fraction]) -> int:
    """By the cuts, closed below."""
    return next((number for number, cut in enumerate(cuts, start=1) if value >= cut), 4)


def fails_tam(scored: Scored, plan: Plan) -> bool:
    """§5 TAM of the list: an Include that fails or an Exclude that is met; unknown stays in."""
    return any(scored.m(rule) is (rule.type == "Exclude") for rule in plan.tam_rules)


def is_excluded(scored: Scored, plan: Plan) -> bool:
    """§4 Excluded: a met Exclude, a failed Must, or outside the TAM."""
    exclude = any(scored.m(rule) is True for rule in plan.icp if rule.type == "Exclude")
    failed = any(scored.m(rule) is False for rule in plan.icp if rule.type == "Must")
    return exclude or failed or not scored.in_tam


def computed_tier(scored: Scored, plan: Plan, settings: Settings) -> str:
    """§4 Tier, in the design's order, before override and exclusion."""
    if scored.basis is None or scored.known < settings.needs_data_below:
        return "Needs data"
    number = tier_number(scored.basis, settings.cuts)
    number = max(number, tier_number(scored.low, settings.cuts) - 1)
    signals = signal_rules(plan)
    lacks_signal = bool(signals) and not any(scored.m(rule) is True for rule in signals)
    if number == 1 and lacks_signal and settings.needs_signal:
        number = 2
    if number == 1 and is_half_left_out(plan):
        number = 2
    if number == 2 and lacks_signal and settings.tier2_needs_signal:
        number = 3
    return f"Tier {number}"


def signal_rules(plan: Plan) -> list[Rule]:
    """Edges, Signal rule: an active Behavioral or Situational Score or Must with a column, whatever its weight."""
    return [rule for rule in plan.icp if rule.is_signal and rule.column is not None]


def is_half_left_out(plan: Plan) -> bool:
    """§3: the Score rules without a column hold half of the weight of all Score rules, or more."""
    scores = [rule for rule in plan.icp if rule.type == "Score"]
    left = sum((rule.weight for rule in scores if rule.column is None), Fraction(0))
    return left > 0 and 2 * left >= sum((rule.weight for rule in scores), Fraction(0))


def give_tier(scored: Scored, plan: Plan, settings: Settings) -> None:
    scored.in_tam = not fails_tam(scored, plan)
    gates = [rule for rule in plan.icp if rule.type in {"Must", "Exclude"}]
    scored.has_unknown_gate = any(scored.m(rule) is None for rule in gates)
    override = plan.overrides.get(scored.account.key, "")
    scored.is_overridden = override != ""
    scored.tier = override or computed_tier(scored, plan, settings)
    if is_excluded(scored, plan):
        scored.tier = "Excluded"


def is_icp(scored: Scored) -> bool:
    return scored.tier in {"Tier 1", "Tier 2"}


def is_confirmed(scored: Scored, plan: Plan, settings: Settings) -> bool:
    """§4 ICP: within the ICP, low at the Tier 2 cut or above, no unknown Must or Exclude; §3: none with half left out."""
    return not is_half_left_out(plan) and is_icp(scored) and scored.low is not None and scored.low >= settings.cuts[1] and not scored.has_unknown_gate


def is_possible(scored: Scored, settings: Settings) -> bool:
    """§4 ICP: not ICP, not excluded, high at the Tier 2 cut or above; an overridden account never."""
    left_out = is_icp(scored) or scored.tier == "Excluded" or scored.is_overridden
    return not left_out and scored.high is not None and scored.high >= settings.cuts[1]


# ---------------------------------------------------------------- §4 grid


def grid_cell(scored: Scored, settings: Settings) -> tuple[str, str] | None:
    """Fit by its cut alone, signal by its bands; None for an account beside the grid."""
    if scored.tier == "Excluded" or scored.fit is None or scored.known < settings.needs_data_below:
        return None
    signal = scored.signal or Fraction(0)
    band = "High" if signal >= settings.signal_high else "Medium" if signal >= settings.signal_medium else "Low"
    return str(tier_number(scored.fit, settings.cuts)), "None" if signal == 0 else band


def grid(everyone: list[Scored], plan: Plan, settings: Settings) -> list[dict]:
    if not signal_rules(plan):
        return []
    cells = [grid_cell(scored, settings) for scored in everyone]
    free = [cell for cell, scored in zip(cells, everyone) if not scored.account.status]
    return [
        {"fit": fit, "signal": signal, "accounts": cells.count((fit, signal)), "available": free.count((fit, signal))}
        for fit in ["1", "2", "3", "4"] for signal in ["High", "Medium", "Low", "None"]
    ]


# ---------------------------------------------------------------- §5 market


def amount(plan: Plan, item: str) -> Fraction | None:
    return read_number(plan.tam.get(fold(item), ""))


def times(*factors: Fraction | None) -> Fraction | None:
    """§5: missing money is null."""
    return None if None in factors else math.prod(factors, start=Fraction(1))


def share_verdict(share: Fraction | None, settings: Settings) -> str:
    """§5 Share of TAM; both ends of healthy belong to it."""
    if share is None or settings.already_filtered:
        return "not judged"
    alarm, narrow, broad, no_filter = settings.share_bounds
    if share < alarm:
        return "alarm"
    if share < narrow:
        return "narrow"
    if share >= no_filter:
        return "no filter"
    return "broad" if share > broad else "healthy"


def market(everyone: list[Scored], plan: Plan, settings: Settings) -> dict:
    listed = sum(scored.in_tam for scored in everyone)
    icp = sum(map(is_icp, everyone))
    share = Fraction(icp, listed) if listed else None
    companies, serviceable = amount(plan, "Companies in the market"), amount(plan, "Serviceable companies")
    value = amount(plan, "Average contract value")
    winnable = read_share(plan.tam.get("winnable share", ""))
    return {
        "listed": listed,
        "tam": {"companies": companies, "value": times(companies, value)},
        "sam": {"companies": serviceable, "value": times(serviceable, value)},
        "som": {"customers": times(serviceable, winnable), "value": times(serviceable, value, winnable)},
        "icp": {
            "accounts": icp,
            "confirmed": sum(is_confirmed(scored, plan, settings) for scored in everyone),
            "possible": sum(is_possible(scored, settings) for scored in everyone),
            "shareOfTam": share,
            "verdict": share_verdict(share, settings),
            "estimate": None if settings.already_filtered else times(share, companies),
        },
    }


def outreach(plan: Plan, settings: Settings, results: list[dict]) -> list[dict] | None:
    """§5 The reverse funnel (S3.27): customers, opportunities, meetings, replies, emails, a month, a business day."""
    target, value = amount(plan, "Revenue target"), amount(plan, "Average contract value")
    names = ["Close rate", "Meeting to opportunity rate", "Reply to meeting rate", "Reply rate"]
    steps = [("Won", "Opportunities"), ("Opportunities", "Meetings"), ("Meetings", "Replies"), ("Replies", "Contacted")]
    typed = [read_share(plan.tam.get(fold(name), "")) for name in names]
    rates = [own_rate(results, *step) if rate is None else rate for rate, step in zip(typed, steps)]
    days = amount(plan, "Business days per month") or settings.business_days
    if not target or not value or not all(rates):
        return None
    values = chain(target / value, [*rates, Fraction(12), days], settings.rounding)
    return [{"step": step, "value": number} for step, number in zip(STEPS, values)]


def chain(customers: Fraction, divisors: list[Fraction], rounding: str) -> list[Fraction]:
    """article: up once at customers, carried unrounded, shown half-up. each step: then half-up at each. none: never."""
    current = customers if rounding == "none" else Fraction(math.ceil(customers))
    values = [current]
    for divisor in divisors:
        current = current / divisor
        if rounding == "each step":
            current = half_up(current, 0)
        values.append(current)
    return [half_up(value, 0) for value in values] if rounding == "article" else values


# ---------------------------------------------------------------- §5 segments


def fits_segment(scored: Scored, segment: Segment) -> bool:
    """All Includes match, no Exclude is met; without a rule nothing; only Excludes take all others."""
    includes = [scored.m(rule) for rule in segment.rules if rule.type == "Include"]
    excludes = [scored.m(rule) for rule in segment.rules if rule.type == "Exclude"]
    return bool(segment.rules) and all(answer is True for answer in includes) and True not in excludes


def lacks_data(scored: Scored, segment: Segment) -> bool:
    """Edges, Segments, data missing: no Include failed, no Exclude met, and an Include unknown."""
    includes = [scored.m(rule) for rule in segment.rules if rule.type == "Include"]
    excludes = [scored.m(rule) for rule in segment.rules if rule.type == "Exclude"]
    return False not in includes and True not in excludes and None in includes


def by_priority(segment: Segment) -> tuple:
    """By Priority, blank last, ties by plan order."""
    return segment.priority is None, segment.priority or 0, segment.order


def draw(everyone: list[Scored], settings: Settings) -> list[Scored]:
    tiers = {"Tier 1", "Tier 2"} | ({"Tier 3"} if settings.draw_from == "tier 3 and up" else set())
    return [scored for scored in everyone if scored.tier in tiers]


def assign(drawn: list[Scored], plan: Plan) -> dict:
    """Give each drawn account its segments and split the unassigned."""
    ordered = sorted(plan.segments, key=by_priority)
    for scored in drawn:
        scored.segments = [segment for segment in ordered if fits_segment(scored, segment)]
        scored.segment = scored.segments[0] if scored.segments else None
    left = [scored for scored in drawn if scored.segment is None]
    missing = sum(any(lacks_data(scored, segment) for segment in plan.segments) for scored in left)
    return {"noLane": len(left) - missing, "dataMissing": missing}


# ---------------------------------------------------------------- §5 coverage and reach


def wanted_titles(buyer_roles: str, personas: list[dict]) -> list[str]:
    """Edges, Contacts: a role or persona name stands for its Titles."""
    wanted = []
    for role in split_list(buyer_roles):
        named = [row for row in personas if fold(role) in {fold(text_of(row, "Persona")), fold(text_of(row, "Role"))}]
        titles = [title for row in named for title in split_list(text_of(row, "Titles"))]
        wanted += titles or [role]
    return wanted


def split_list(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;|,\r\n]", text) if part.strip()]


def contains_words(title: str, wanted: str) -> bool:
    """The wanted words stand in the title as whole words, together."""
    return spaced_words(wanted) in spaced_words(title)


def spaced_words(text: str) -> str:
    return f" {' '.join(re.findall(WORD, fold(text)))} "


def is_reachable(scored: Scored, titles: list[str]) -> bool:
    return any(contains_words(title, wanted) for title in scored.account.contact_titles for wanted in titles)


@dataclass
class Measured:
    """A segment's figures. Coverage and reachable are over available matches, the mean fit over matches; null when there are none."""

    segment: Segment
    matches: list[Scored]
    available: list[Scored]
    assigned: list[Scored]
    coverage: Fraction | None
    reachable: Fraction | None
    reachable_assigned: int  # reachable Tier 1-2 among the available assigned; their number where reachable is null


def measure(segment: Segment, drawn: list[Scored], plan: Plan, has_contacts: bool) -> Measured:
    matched = [scored for scored in drawn if segment in scored.segments]
    available = [scored for scored in matched if not scored.account.status]
    assigned = [scored for scored in drawn if scored.segment is segment]
    work = [scored for scored in assigned if not scored.account.status]
    titles = wanted_titles(segment.buyer_roles, plan.personas)
    coverage = reachable = None
    if available and available[0].account.has_email is not None:
        coverage = Fraction(sum(scored.account.has_email for scored in available), len(available))
    if available and has_contacts and titles:
        reachable = Fraction(sum(is_reachable(scored, titles) for scored in available), len(available))
    count = sum(is_icp(scored) and is_reachable(scored, titles) for scored in work)
    return Measured(segment, matched, available, assigned, coverage, reachable, len(work) if reachable is None else count)


# ---------------------------------------------------------------- §5 checks, score, rank


def against(value: Fraction | None, low: Fraction, wanted: Fraction) -> str:
    """Strictly above the upper bound passes, below the lower fails."""
    if value is None:
        return "Not known"
    return "Pass" if value > wanted else "Fail" if value < low else "Check"


def checks(measured: Measured, settings: Settings) -> dict[str, str]:
    segment = measured.segment
    competition = {None: "Not known", "Low": "Pass", "Medium": "Pass", "High": "Fail"}
    return {
        "size": against(Fraction(len(measured.available)), settings.smallest, settings.small),
        "coverage": against(measured.coverage, settings.coverage_low, settings.coverage_wanted),
        "pain point": "Pass" if segment.pain_point else "Fail",
        "buyer roles": "Pass" if segment.buyer_roles else "Fail",
        "competition": competition[segment.competition],
    }


def verdict(statuses: list[str]) -> str:
    """The worst, Not known as Check."""
    if "Fail" in statuses:
        return "Fail"
    return "Check" if "Check" in statuses or "Not known" in statuses else "Pass"


def level_value(share: Fraction | None) -> Fraction | None:
    """Measured shares become High ≥ 80 %, Medium ≥ 50 %, Low."""
    if share is None:
        return None
    return LEVEL_VALUES["High" if share >= Fraction(8, 10) else "Medium" if share >= Fraction(1, 2) else "Low"]


def segment_score(measured: Measured, move: Fraction) -> Fraction | None:
    """§5 Segment score: unknown inputs are left out and the weights shared out again; results move fit within 0 and 1."""
    fits = [scored.fit for scored in measured.matches if scored.fit is not None]
    segment = measured.segment
    inputs = {
        "fit": min(Fraction(1), max(Fraction(0), sum(fits) / len(fits) / 100 + move)) if fits else None,
        "urgency": None if segment.urgency is None else segment.urgency / 10,
        "reachable": level_value(measured.reachable),
        "coverage": level_value(measured.coverage),
        "competition": LEVEL_VALUES[REVERSED[segment.competition]] if segment.competition else None,
    }
    known = {name: value for name, value in inputs.items() if value is not None}
    if not known:
        return None
    return 100 * sum(WEIGHTS[name] * value for name, value in known.items()) / sum(WEIGHTS[name] for name in known)


def rank_key(row: dict) -> tuple:
    """What fails last, then what is to be expected, then score (blank last), then Priority, then plan order."""
    total, measured = row["score"], row["measured"]
    expected = measured.reachable_assigned * row["rate"]
    return row["verdict"] == "Fail", -expected, total is None, -(total or 0), by_priority(measured.segment)


def judge_segments(plan: Plan, settings: Settings, drawn: list[Scored], has_contacts: bool, results: list[dict],
                   history: list[dict]) -> list[dict]:
    rows = []
    names = [segment.name for segment in plan.segments]
    rates, moves = segment_rates(names, results), fit_moves(names, results, history)
    for segment in plan.segments:
        measured = measure(segment, drawn, plan, has_contacts)
        checked = checks(measured, settings)
        rows.append({
            "measured": measured, "checks": checked, "verdict": verdict(list(checked.values())),
            "score": segment_score(measured, moves[segment.name]), "rate": rates[segment.name],
        })
    for rank, row in enumerate(sorted(rows, key=rank_key), start=1):
        row["rank"] = rank
    return rows


def segment_json(row: dict) -> dict:
    measured = row["measured"]
    return {
        "segment": measured.segment.name, "matches": len(measured.matches), "available": len(measured.available),
        "customers": sum("ustomer" in scored.account.status for scored in measured.matches), "assigned": len(measured.assigned),
        "coverage": measured.coverage, "reachable": measured.reachable, "score": row["score"], "rank": row["rank"],
        "verdict": row["verdict"],
    }


# ---------------------------------------------------------------- §5 funnel


def funnel_rules(plan: Plan) -> list[Rule]:
    """TAM, Must, Exclude, Score, in plan order within a type; rules without a column are absent."""
    icp = [rule for kind in ["Must", "Exclude", "Score"] for rule in plan.icp if rule.type == kind]
    return [rule for rule in plan.tam_rules + icp if rule.column is not None]


def funnel(everyone: list[Scored], plan: Plan) -> list[dict]:
    """Each a strict filter: after = before − mismatch − unknown."""
    rows, left = [], everyone
    for rule in funnel_rules(plan):
        wanted = rule.type != "Exclude"
        kept = [scored for scored in left if scored.m(rule) is wanted]
        unknown = sum(scored.m(rule) is None for scored in left)
        rows.append({
            "rule": rule.name, "before": len(left), "after": len(kept),
            "mismatch": len(left) - len(kept) - unknown, "unknown": unknown,
        })
        left = kept
    return rows


# ---------------------------------------------------------------- §3 what is left out


def left_out(plan: Plan, listed: AccountList) -> list[dict]:
    """Score rules without a column; overrides of a key that no account has, or without a reason."""
    keys = {account.key for account in listed.accounts}
    rules = [rule for rule in plan.icp if rule.type == "Score" and rule.column is None]
    rows = [row for row in plan.override_rows if text_of(row, "Account key") not in keys or not text_of(row, "Reason")]
    return [
        *({"kind": "rule", "name": rule.name, "field": rule.field} for rule in rules),
        *({"kind": "override", "name": text_of(row, "Account key"), "field": ""} for row in rows),
    ]


# ---------------------------------------------------------------- the whole report


def judge(account: Account, listed: AccountList, plan: Plan, settings: Settings, as_of: datetime.date) -> Scored:
    rules = plan.icp + plan.tam_rules + [rule for segment in plan.segments for rule in segment.rules]
    met = {id(rule): matches(rule, account, listed, as_of) for rule in rules if rule.column is not None}
    scored = Scored(account, met)
    score(scored, plan, settings)
    give_tier(scored, plan, settings)
    return scored


def tiers_json(everyone: list[Scored]) -> list[dict]:
    counts = {name: sum(scored.tier == name for scored in everyone) for name in TIER_NAMES}
    total = len(everyone)
    return [
        {"tier": name, "accounts": count, "share": Fraction(count, total) if total else None}
        for name, count in counts.items()
    ]


def accounts_json(listed: AccountList, everyone: list[Scored]) -> dict:
    """§4 Counting: read = scored + excluded + errors; duplicates apart."""
    excluded = sum(scored.tier == "Excluded" for scored in everyone)
    return {
        "read": listed.read, "scored": len(everyone) - excluded, "excluded": excluded, "errors": listed.errors,
        "duplicates": sum(scored.account.is_duplicate for scored in everyone),
    }


def run(accounts: str, plan_data: dict, contacts: str | None, as_of: datetime.date | None) -> tuple[dict, list[Scored]]:
    plan = read_plan(plan_data)
    settings = read_settings(plan.settings)
    listed = read_accounts(accounts, plan)
    bind_rules(plan, listed)
    day = as_of or settings.as_of or datetime.date.today()
    mark_statuses(listed, settings.best_customers, handed_back(plan.override_rows, day))
    if contacts:
        join_contacts(contacts, plan, listed)
    else:
        read_verified_column(listed)
    everyone = [judge(account, listed, plan, settings, day) for account in listed.accounts]
    drawn = draw(everyone, settings)
    unassigned = assign(drawn, plan)
    results = pooled_results(plan.results, settings.months_pooled, day)
    segments = judge_segments(plan, settings, drawn, contacts is not None, results, pooled_results(plan.results, 10**6, day))
    report = {
        "accounts": accounts_json(listed, everyone), "market": market(everyone, plan, settings),
        "outreach": outreach(plan, settings, results), "tiers": tiers_json(everyone),
        "leftOut": left_out(plan, listed), "grid": grid(everyone, plan, settings),
        "segments": [segment_json(row) for row in segments], "unassigned": unassigned,
        "funnel": funnel(everyone, plan),
        "checklist": [
            {"segment": row["measured"].segment.name, "id": name, "status": status}
            for row in segments for name, status in row["checks"].items()
        ],
    }
    mark_work(everyone, plan, settings, listed, segments, contacts is not None, day)
    return report, everyone


# ---------------------------------------------------------------- §16 work list


def wanted_of(scored: Scored, plan: Plan) -> list[str]:
    """Titles wanted of an account: its segment's, any persona's where it has no segment, or one without roles."""
    own = wanted_titles(scored.segment.buyer_roles, plan.personas) if scored.segment else []
    return own or [title for row in plan.personas for title in split_list(text_of(row, "Titles"))]


def reach_of(scored: Scored, plan: Plan) -> int:
    if is_reachable(scored, wanted_of(scored, plan)):
        return 0
    if scored.account.has_email:
        return 1
    return 2 if scored.account.contacts else 3


def mark_work(everyone: list[Scored], plan: Plan, settings: Settings, listed: AccountList, segments: list[dict],
              has_contacts: bool, as_of: datetime.date) -> None:
    """Rank every account and mark those of this month."""
    field_name = size_field(listed, settings.size_field)
    currency = main_currency(listed, field_name)

    def criteria(scored: Scored) -> tuple:
        size = size_of(scored.account, listed, field_name, currency)
        return (TIER_NAMES.index(scored.tier), bool(scored.account.status), falling(scored.signal), reach_of(scored, plan),
                falling(scored.fit), -scored.known, falling(size))

    keyed = [(criteria(scored), scored.account.key.encode("utf-16-be"), place) for place, scored in enumerate(everyone)]
    order = sorted(keyed)
    firsts = [criterion for criterion, _, _ in order]
    for criterion, _, place in order:
        everyone[place].rank = firsts.index(criterion) + 1
    if settings.accounts_per_month is None:
        return
    mark_month([everyone[place] for _, _, place in order], plan, settings, listed, segments, has_contacts, as_of)


def mark_month(order: list[Scored], plan: Plan, settings: Settings, listed: AccountList, segments: list[dict],
               has_contacts: bool, as_of: datetime.date) -> None:
    room = Room(settings.accounts_per_month, read_owners(settings.by_owner), listed)
    for scored in order:
        if is_since(contacted_day(scored.account, listed), as_of.replace(day=1), as_of) and not scored.account.is_duplicate:
            room.use(scored.account)
    for scored in launched(order, segments):
        if is_workable(scored, plan, listed, has_contacts, as_of) and room.has(scored.account):
            room.use(scored.account)
            scored.this_month = True


def launched(order: list[Scored], segments: list[dict]) -> list[Scored]:
    """Segments by rank, none that fails unless all do, then the ICP that is in none; without segments all."""
    if not segments:
        return order
    going = [row for row in segments if row["verdict"] != "Fail"] or segments
    lanes = [row["measured"].segment for row in sorted(going, key=lambda row: row["rank"])]
    of_lanes = [scored for lane in lanes for scored in order if scored.segment is lane]
    return of_lanes + [scored for scored in order if scored.segment is None and is_icp(scored)]


def is_workable(scored: Scored, plan: Plan, listed: AccountList, has_contacts: bool, as_of: datetime.date) -> bool:
    account = scored.account
    if scored.tier in {"Needs data", "Excluded"} or account.status or account.is_duplicate:
        return False
    if is_since(contacted_day(account, listed), months_before(as_of, 1), as_of):
        return False
    reach = reach_of(scored, plan)
    return not has_contacts or reach == 0 or (reach == 1 and not wanted_of(scored, plan))


def as_number(value: object) -> object:
    """JSON knows no fractions: a whole one becomes an integer, another the nearest float."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    raise TypeError(type(value))


def score_text(value: Fraction | None) -> str:
    return "" if value is None else f"{int(value * 10000) // 10000}.{int(value * 10000) % 10000:04d}"


def write_scores(path: str, everyone: list[Scored]) -> None:
    """§10 --scores: one row an account, in the list's order."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["account_key", "fit", "signal", "known", "low", "high", "tier", "segment"])
        for scored in everyone:
            scores = [score_text(value) for value in [scored.fit, scored.signal]]
            ends = [score_text(value) for value in [scored.low, scored.high]]
            segment = scored.segment.name if scored.segment else ""
            writer.writerow([scored.account.key, *scores, repr(float(scored.known)), *ends, scored.tier, segment])


def write_work(path: str, everyone: list[Scored]) -> None:
    """MODEL §16: rank, what keeps the account off, and whether it is worked this month."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["account_key", "rank", "status", "this_month"])
        for scored in everyone:
            writer.writerow([scored.account.key, scored.rank, scored.account.status, "Yes" if scored.this_month else ""])


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("accounts")
    parser.add_argument("--plan", required=True)
    parser.add_argument("--contacts")
    parser.add_argument("--as-of", type=read_date)
    parser.add_argument("--json", required=True)
    parser.add_argument("--scores", required=True)
    parser.add_argument("--work")
    args = parser.parse_args(arguments)
    try:
        plan_data = json.loads(Path(args.plan).read_text(encoding="utf-8-sig"))
        report, everyone = run(args.accounts, plan_data, args.contacts, args.as_of)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    Path(args.json).write_text(json.dumps(report, default=as_number, ensure_ascii=False, indent=1), encoding="utf-8")
    write_scores(args.scores, everyone)
    if args.work:
        write_work(args.work, everyone)
    return 0


if __name__ == "__main__":
    sys.exit(main())
