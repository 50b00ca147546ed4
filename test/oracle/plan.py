"""plan.json, read literally: §2 closed lists, defaults and settings, §3 values, Edges Defaults.

`Refused` is raised, with one sentence, wherever the design refuses a plan.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from fractions import Fraction

from cells import fold, is_blank, read_between, read_date, read_months, read_number, read_share, values_of_in

OPERATORS = {
    "is", "is not", "in", "not in", "contains", "does not contain", "at least", "at most", "between",
    "within last", "is known", "is unknown", "is true", "is false",
}
WITHOUT_VALUE = {"is known", "is unknown", "is true", "is false"}
DIMENSIONS = {
    "firmographic": "Firmographic", "technographic": "Technographic", "behavioral": "Behavioral",
    "situational": "Situational", "technological": "Technographic", "operational": "Situational",
    "trigger": "Situational", "environmental": "Situational", "intent": "Behavioral",
}
IMPORTANCE = {"critical": 4, "very high": 3, "high": 2, "medium": 1}
LEVELS = {"high": "High", "medium": "Medium", "low": "Low"}
ROLES = {"economic buyer", "technical buyer", "user buyer", "champion"}
TIERS = {"tier 1": "Tier 1", "tier 2": "Tier 2", "tier 3": "Tier 3", "tier 4": "Tier 4", "excluded": "Excluded"}
FIT_DIMENSIONS = {"Firmographic", "Technographic"}


class Refused(Exception):
    """The design refuses this plan; the message says why."""


@dataclass
class Rule:
    name: str
    field: str
    operator: str
    value: str
    type: str  # Score, Must, Exclude (ICP); Include, Exclude (TAM, segments)
    if_blank: str  # unknown, no, yes
    dimension: str = ""
    weight: Fraction | None = None  # None: does not weigh
    column: int | None = None  # found later, in the list

    @property
    def is_signal(self) -> bool:
        return self.dimension in {"Behavioral", "Situational"} and self.type != "Exclude"


@dataclass
class Segment:
    name: str
    order: int
    priority: Fraction | None
    pain_point: str
    buyer_roles: str
    urgency: Fraction | None
    competition: str | None
    rules: list[Rule] = field(default_factory=list)


@dataclass
class Plan:
    icp: list[Rule]
    tam_rules: list[Rule]
    segments: list[Segment]
    personas: list[dict]
    overrides: dict[str, str]
    override_rows: list[dict]
    results: list[dict]
    columns: list[dict]
    tam: dict[str, str]
    settings: dict[str, str]


def said_in(row: dict, key: str) -> str:
    """A cell of free text; one that holds only a word for nothing is blank (Edges, Blank)."""
    text = text_of(row, key)
    return "" if is_blank(text) else text


def text_of(row: dict, key: str) -> str:
    """A plan cell as trimmed text; missing keys are blank."""
    value = row.get(key)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value).strip()


def word_of(row: dict, key: str, words: dict[str, str], default: str) -> str:
    """§2 Closed lists: a word outside the list refuses."""
    text = text_of(row, key)
    if text == "":
        return default
    if fold(text) not in words:
        raise Refused(f"{key} {text!r} is none of {', '.join(words)}.")
    return words[fold(text)]


def is_active(row: dict) -> bool:
    return word_of(row, "Active", {"yes": "Yes", "no": "No"}, "Yes") == "Yes"


# ---------------------------------------------------------------- rules


def read_operator(row: dict) -> str:
    operator = fold(text_of(row, "Operator"))
    if operator not in OPERATORS:
        raise Refused(f"Operator {operator!r} is not one of the grammar's.")
    return operator


def check_value(operator: str, value: str) -> None:
    """§3: a Value its operator cannot read refuses (reversed ends among them)."""
    if operator in WITHOUT_VALUE:
        return
    if value == "" or (operator in {"in", "not in"} and not values_of_in(value)):
        raise Refused(f"{operator} needs a Value.")
    if operator in {"at least", "at most"} and read_number(value) is None and read_date(value) is None:
        raise Refused(f"{operator} cannot read {value!r}.")
    if operator == "between" and read_between(value) is None:
        raise Refused(f"between cannot read {value!r}.")
    if operator == "within last":
        if read_months(value) is None:
            raise Refused(f"within last takes a number of months, not {value!r}.")


def default_if_blank(operator: str, dimension: str) -> str:
    """§3: `no` for Behavioral and Situational rules and for `within last`, else unknown."""
    return "no" if operator == "within last" or dimension in {"Behavioral", "Situational"} else "unknown"


def read_weight(row: dict, rule_type: str) -> Fraction | None:
    """Edges, Defaults: blank is Medium for a Score, none for a Must; an Exclude never weighs."""
    text = text_of(row, "Importance")
    if text == "":
        weight = Fraction(1) if rule_type == "Score" else None
    elif fold(text) in IMPORTANCE:
        weight = Fraction(IMPORTANCE[fold(text)])
    else:
        weight = read_number(text)
        if weight is None or weight < 0:
            raise Refused(f"Importance {text!r} is neither a level nor a number of 0 or more.")
    return None if rule_type == "Exclude" else weight


def rule_parts(row: dict) -> dict:
    operator, value = read_operator(row), text_of(row, "Value")
    check_value(operator, value)
    named = " ".join(part for part in [text_of(row, "Field"), text_of(row, "Operator"), value] if part)
    return {"name": text_of(row, "Rule") or named, "field": text_of(row, "Field"), "operator": operator, "value": value}


def read_icp_rule(row: dict) -> Rule:
    parts = rule_parts(row)
    rule_type = word_of(row, "Type", {"score": "Score", "must": "Must", "exclude": "Exclude"}, "Score")
    dimension = word_of(row, "Dimension", DIMENSIONS, "Firmographic")
    words = {"unknown": "unknown", "no": "no", "yes": "yes"}
    if_blank = word_of(row, "If blank", words, default_if_blank(parts["operator"], dimension))
    return Rule(**parts, type=rule_type, if_blank=if_blank, dimension=dimension, weight=read_weight(row, rule_type))


def read_plan_rule(row: dict) -> Rule:
    """A row of `Plan Rules`; these have neither Dimension nor If blank."""
    parts = rule_parts(row)
    rule_type = word_of(row, "Type", {"include": "Include", "exclude": "Exclude"}, "Include")
    return Rule(**parts, type=rule_type, if_blank=default_if_blank(parts["operator"], ""))


# ---------------------------------------------------------------- the other tables


def read_segment(row: dict, order: int) -> Segment:
    return Segment(
        name=text_of(row, "Segment"),
        order=order,
        priority=read_number(text_of(row, "Priority")),
        pain_point=said_in(row, "Pain point"),
        buyer_roles=said_in(row, "Buyer roles"),
        urgency=read_number(text_of(row, "Urgency")),
        competition=word_of(row, "Competition", LEVELS, "") or None,
    )


def share_out_rules(rows: list[dict], segment_rows: list[dict], segments: list[Segment]) -> list[Rule]:
    """Give each segment its rules and return the TAM's. Inactive segments' rules are ignored (Edges, Defaults)."""
    active = {fold(segment.name): segment for segment in segments}
    declared = {fold(text_of(row, "Segment")) for row in segment_rows}
    tam = []
    for row in rows:
        owner = fold(text_of(row, "For"))
        if owner == "tam":
            tam.append(read_plan_rule(row))
        elif owner in active:
            active[owner].rules.append(read_plan_rule(row))
        elif owner not in declared:
            raise Refused(f"A rule is for {owner!r}, which is no segment.")
    return tam


def read_overrides(rows: list[dict]) -> dict[str, str]:
    """Edges, Overrides: the last row of a key wins."""
    return {text_of(row, "Account key"): word_of(row, "Tier", TIERS, "") for row in rows if text_of(row, "Tier")}


def read_personas(rows: list[dict]) -> list[dict]:
    for row in rows:
        word_of(row, "Role", {role: role for role in ROLES}, "")
    return rows


def by_name(rows: list[dict], key: str) -> dict[str, str]:
    return {fold(text_of(row, key)): text_of(row, "Value") for row in rows}


def refuse_empty(icp: list[Rule]) -> None:
    """§3: no positive weight and no Must refuses."""
    if not any(rule.type == "Must" or (rule.weight or 0) > 0 for rule in icp):
        raise Refused("No rule has a positive weight and there is no Must.")


def read_plan(data: dict) -> Plan:
    icp = [read_icp_rule(row) for row in data.get("icp", []) if is_active(row)]
    refuse_empty(icp)
    segment_rows = data.get("segments", [])
    active_rows = [row for row in segment_rows if is_active(row)]
    segments = [read_segment(row, order) for order, row in enumerate(active_rows)]
    tam_rules = share_out_rules(data.get("rules", []), segment_rows, segments)
    return Plan(
        icp, tam_rules, segments, read_personas(data.get("personas", [])), read_overrides(data.get("overrides", [])), data.get("overrides", []),
        data.get("results", []),
        data.get("columns", []), by_name(data.get("tam", []), "Item"), by_name(data.get("settings", []), "Setting"),
    )


# ---------------------------------------------------------------- settings


@dataclass
class Settings:
    """§2 Settings, each with its default."""

    tiers_by: str
    cuts: list[Fraction]
    needs_signal: bool
    tier2_needs_signal: bool
    signal_high: Fraction
    signal_medium: Fraction
    size_field: str
    best_customers: list[str]
    months_pooled: int
    accounts_per_month: int | None
    by_owner: str
    needs_data_below: Fraction
    draw_from: str
    already_filtered: bool
    share_bounds: list[Fraction]
    smallest: Fraction
    small: Fraction
    coverage_low: Fraction
    coverage_wanted: Fraction
    rounding: str
    business_days: Fraction
    as_of: datetime.date | None


def read_settings(values: dict[str, str]) -> Settings:
    def typed(name: str, default: str) -> str:
        return values.get(fold(name), "") or default

    def choice(name: str, words: list[str]) -> str:
        text = fold(typed(name, words[0]))
        if text not in {fold(word) for word in words}:
            raise Refused(f"The setting {name} is none of {', '.join(words)}.")
        return text

    def number(name: str, default: str) -> Fraction:
        return must_read(name, read_number(typed(name, default)))

    def share(name: str, default: str) -> Fraction:
        return must_read(name, read_share(typed(name, default)))

    return Settings(
        tiers_by=choice("Tiers by", ["fit", "all rules"]),
        cuts=[number("Tier 1 from", "90"), number("Tier 2 from", "70"), number("Tier 3 from", "50")],
        needs_signal=choice("Tier 1 needs a signal", ["Yes", "No"]) == "yes",
        tier2_needs_signal=choice("Tier 2 needs a signal", ["No", "Yes"]) == "yes",
        signal_high=number("Signal high from", "60"),
        signal_medium=number("Signal medium from", "30"),
        size_field=typed("Size field", ""),
        best_customers=values_of_in(typed("Best customers", "")),
        accounts_per_month=int(typed("Accounts per month", "")) if typed("Accounts per month", "") else None,
        by_owner=typed("Accounts per month by owner", ""),
        months_pooled=int(number("Months pooled", "3")),
        needs_data_below=share("Needs data below", "50%"),
        draw_from=choice("Segments draw from", ["ICP", "Tier 3 and up"]),
        already_filtered=choice("The list was already filtered", ["No", "Yes"]) == "yes",
        share_bounds=[
            share("ICP share of TAM alarm", "1%"), share("ICP share of TAM narrow", "5%"),
            share("ICP share of TAM broad", "15%"), share("ICP share of TAM no filter", "50%"),
        ],
        smallest=number("Smallest segment", "50"),
        small=number("Small segment", "100"),
        coverage_low=share("Coverage low", "50%"),
        coverage_wanted=share("Coverage wanted", "80%"),
        rounding=choice("Reverse funnel rounding", ["article", "each step", "none"]),
        business_days=number("Business days per month", "21.45"),
        as_of=read_date(typed("As of", "")),
    )


def must_read(name: str, value: Fraction | None) -> Fraction:
    if value is None:
        raise Refused(f"The setting {name} cannot be read.")
    return value

