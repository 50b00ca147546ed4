"""The accounts and contacts lists: reading CSV, finding columns, keying rows, matching a rule to a row.

Implements §3, §4 Account key, and the edges Blank, Rows, Columns, List column, Country, Contacts.
"""

from __future__ import annotations

import csv
import datetime
import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from cells import (
    FALSE_WORDS, TRUE_WORDS, Span, currency_of, email_domain, fold, holds_list_mark, is_blank, joins_choices, list_items, months_before,
    read_between, read_date, read_months, read_number, read_span, registrable_domain, values_of_in,
)
from countries import countries_meant, country_code
from foreign import FOREIGN
from plan import Plan, Refused, Rule, text_of
from table import split_titles, without_totals

RECOGNISED = {
    "account id": ["company id", "apollo account id", "zoominfo company id", "record id", "crm id"],
    "account name": ["company name", "company", "account", "name", "organization name", "organization"],
    "domain": ["website", "url", "company domain", "company domain name", "company website", "website url"],
    "industry": ["industries", "primary industry", "sector", "company industry"],
    "employees": ["# employees", "number of employees", "employee count", "team size", "headcount", "company size"],
    "annual revenue": ["revenue", "annual revenue (usd)", "estimated revenue"],
    "country": ["company country", "hq country", "billing country", "country/region"],
    "state": ["company state", "state/region", "billing state"],
    "city": ["company city", "billing city"],
    "founded": ["founded year", "year founded", "founded date", "year established"],
    "technologies": ["tech stack", "technology", "web technologies"],
    "keywords": ["tags", "company keywords"],
    "funding": ["total funding", "total funding amount"],
    "funding stage": ["latest funding", "last funding type", "stage of funding"],
    "last funding date": ["last raised at", "latest funding date", "recent funding date"],
    "headcount growth": ["employee growth", "headcount growth rate"],
    "open roles": ["job openings", "open jobs", "open positions"],
    "website visits": ["monthly visits", "visits"],
    "account status": ["status", "account stage", "lifecycle stage"],
    "last contacted": ["last contacted date", "last activity date"],
    "account owner": ["owner", "company owner"],
    "verified emails": ["verified email", "verified contacts"],
    "email": ["email address", "work email", "e-mail"],
    "email status": ["email verification", "email verification status", "verification status"],
    "title": ["job title"],
}
VERIFIED_WORDS = {"verified", "valid", "deliverable"}

BLANK, STRADDLES = "blank or unusable", "straddling range"


@dataclass
class Table:
    """Headers and rows of a CSV; each row with its sheet row number, row 1 being the headers."""

    headers: list[str]
    rows: list[tuple[int, list[str]]]
    mapping: dict[str, str] = field(default_factory=dict)

    def column(self, name: str) -> int | None:
        """Edges, Columns: the team's mapping, then an exact header, then a recognised one; the first of equals."""
        wanted = fold(name)
        if wanted in self.mapping:
            return self._header(self.mapping[wanted])
        exact = self._header(wanted)
        if exact is not None:
            return exact
        known = [*RECOGNISED.get(wanted, []), *map(fold, FOREIGN.get(wanted, []))]
        return next((index for index, header in enumerate(self.headers) if header in known), None)

    def _header(self, folded: str) -> int | None:
        return self.headers.index(folded) if folded in self.headers else None

    def cell(self, row: list[str], column: int | None) -> str:
        return row[column] if column is not None and column < len(row) else ""


def read_csv(path: str, mapping: dict[str, str]) -> Table:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.reader(file))
    first, cells = split_titles(records)
    return Table([fold(header) for header in cells], list(enumerate(records[first:], start=first + 1)), mapping)


def mapping_of(plan: Plan, which: str) -> dict[str, str]:
    """The `Columns` table for one list: folded field → folded header. A blank List means accounts."""
    return {
        fold(text_of(row, "Field")): fold(text_of(row, "Column"))
        for row in plan.columns
        if (fold(text_of(row, "List")) or "accounts") == which and text_of(row, "Column")
    }


# ---------------------------------------------------------------- accounts


@dataclass
class Account:
    key: str
    row: list[str]
    id: str | None
    domain: str | None
    is_duplicate: bool = False
    has_email: bool | None = None  # None: nobody knows
    contact_titles: list[str] = field(default_factory=list)  # of verified contacts
    contacts: int = 0
    status: str = ""  # what keeps it off prospect lists; '' for nothing


@dataclass
class AccountList:
    table: Table
    accounts: list[Account]
    read: int
    errors: int
    identity: set[int]  # the columns where blank words are names
    list_columns: set[int]

    def is_blank(self, account: Account, column: int | None) -> bool:
        return is_blank(self.table.cell(account.row, column), column in self.identity)


def identity_columns(table: Table) -> set[int]:
    return {column for column in [table.column("Account ID"), table.column("Account name")] if column is not None}


def is_wholly_blank(row: list[str], identity: set[int]) -> bool:
    return all(is_blank(cell, index in identity) for index, cell in enumerate(row))


def find_list_columns(table: Table, rows: list[list[str]], identity: set[int]) -> set[int]:
    """Edges, List column: more than half of the filled cells hold a mark; Technologies and Keywords always."""
    found = {column for column in [table.column("Technologies"), table.column("Keywords")] if column is not None}
    for column in range(len(table.headers)):
        cells = [table.cell(row, column) for row in rows]
        filled = [cell for cell in cells if not is_blank(cell, column in identity)]
        if 2 * sum(map(holds_list_mark, filled)) > len(filled):
            found.add(column)
        elif is_plain_text(table.headers[column]) and joins_choices(filled):
            found.add(column)
    return found


def is_plain_text(header: str) -> bool:
    """MODEL §4, Lists: places, names, numbers and dates never join choices by comma."""
    return header in {"industry", "funding stage", "account status", "account owner", "sells to", "places", "team note", "branch"}


CUT_ID = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{2,3}")


def shared_domains(table: Table, rows: list[list[str]]) -> set[str]:
    """MODEL §3, Account key: a domain that three or more different names without an ID share is no key."""
    id_column, domain_column, name_column = map(table.column, ["Account ID", "Domain", "Account name"])
    names: dict[str, set[str]] = {}
    for row in rows:
        account_id, name = table.cell(row, id_column).strip(), table.cell(row, name_column)
        has_id = not is_blank(account_id, True) and not CUT_ID.fullmatch(account_id)
        cell = table.cell(row, domain_column)
        domain = None if is_blank(cell) else registrable_domain(cell)
        if domain and not has_id and not is_blank(name, True):
            names.setdefault(domain, set()).add(fold(name))
    return {domain for domain, found in names.items() if len(found) >= 3}


def key_row(table: Table, row: list[str], number: int, shared: set[str]) -> tuple[str, str | None, str | None] | None:
    """§4 Account key and Edges, Rows: (key, ID, domain), or None for a row that is an error."""
    id_column, domain_column, name_column = map(table.column, ["Account ID", "Domain", "Account name"])
    account_id = table.cell(row, id_column).strip()
    account_id = None if is_blank(account_id, True) or CUT_ID.fullmatch(account_id) else account_id
    domain_cell = table.cell(row, domain_column)
    domain = None if is_blank(domain_cell) else registrable_domain(domain_cell)
    domain = None if account_id is None and domain in shared else domain
    name = table.cell(row, name_column)
    if id_column is None and domain_column is None and name_column is None:
        return f"row {number}", None, None
    key = account_id or domain or (None if is_blank(name, True) else fold(name))
    return None if key is None else (key, account_id, domain)


def read_accounts(path: str, plan: Plan) -> AccountList:
    table = read_csv(path, mapping_of(plan, "accounts"))
    identity = identity_columns(table)
    rows = without_totals([(number, row) for number, row in table.rows if any(cell.strip() for cell in row)])
    rows = [(number, row) for number, row in rows if not is_wholly_blank(row, identity)]
    shared = shared_domains(table, [row for _, row in rows])
    accounts = []
    for number, row in rows:
        keyed = key_row(table, row, number, shared)
        if keyed is not None:
            accounts.append(Account(keyed[0], row, keyed[1], keyed[2]))
    part_by_country(table, accounts)
    mark_duplicates(table, accounts)
    list_columns = find_list_columns(table, [row for _, row in rows], identity)
    return AccountList(table, accounts, len(rows), len(rows) - len(accounts), identity, list_columns)


def part_by_country(table: Table, accounts: list[Account]) -> None:
    """MODEL §3, Account key: a name met with two known countries is a key for each of them."""
    if table.column("Account name") is None:
        return
    by_name: dict[str, list[Account]] = {}
    for account in accounts:
        if account.id is None and account.domain is None:
            by_name.setdefault(account.key, []).append(account)
    for same in by_name.values():
        codes = [country_code(table.cell(account.row, table.column("Country"))) for account in same]
        if len({code for code in codes if code}) > 1:
            for account, code in zip(same, codes):
                account.key = f"{account.key} · {code}" if code else account.key


def mark_duplicates(table: Table, accounts: list[Account]) -> None:
    """MODEL §3, Duplicates: the rows after the first of a key and a name; a blank name is any."""
    earlier: dict[str, list[str]] = {}
    for account in accounts:
        cell = table.cell(account.row, table.column("Account name"))
        name = "" if is_blank(cell, True) else fold(cell)
        names = earlier.setdefault(account.key, [])
        account.is_duplicate = any("" in (name, other) or name == other or fold(account.key) in (name, other) for other in names)
        names.append(name)


def bind_rules(plan: Plan, listed: AccountList) -> None:
    """§3: a Score rule without a column stays out of every sum; any other refuses the run."""
    everything = plan.icp + plan.tam_rules + [rule for segment in plan.segments for rule in segment.rules]
    for rule in everything:
        rule.column = listed.table.column(rule.field)
        if rule.column is None and rule.type != "Score":
            raise Refused(f"The {rule.type} rule {rule.name!r} has no column.")


# ---------------------------------------------------------------- matching


def matches(rule: Rule, account: Account, listed: AccountList, as_of: datetime.date) -> bool | None:
    """§3: m of one rule for one account: True, False or None (unknown), `If blank` applied."""
    column = rule.column
    cell = listed.table.cell(account.row, column)
    blank = listed.is_blank(account, column)
    if rule.operator == "is known":
        return not blank
    if rule.operator == "is unknown":
        return blank
    answer = BLANK if blank else decide(rule, cell, listed, as_of)
    if answer == BLANK:
        return {"unknown": None, "no": False, "yes": True}[rule.if_blank]
    return None if answer == STRADDLES else answer


def decide(rule: Rule, cell: str, listed: AccountList, as_of: datetime.date) -> bool | str:
    operator, value = rule.operator, rule.value
    if operator in {"is", "is not", "in", "not in"}:
        values = [value] if operator.startswith("is") else values_of_in(value)
        return negate_if("not" in operator, is_any_of(cell, values, rule.column, listed))
    if operator in {"contains", "does not contain"}:
        return negate_if(operator != "contains", fold(value) in fold(cell))
    if operator in {"is true", "is false"}:
        return is_word(cell, operator == "is true")
    if operator == "within last":
        return is_within(cell, read_months(value), as_of)
    if read_span(cell) is not None and not is_comparable(cell, value):
        return STRADDLES
    return is_bounded(cell, *bounds(operator, value))


def is_comparable(cell: str, value: str) -> bool:
    """MODEL §4, Money: amounts in two currencies cannot be compared; a bare number is in the other's."""
    return None in (currency_of(cell), currency_of(value)) or currency_of(cell) == currency_of(value)


def negate_if(is_negated: bool, answer: bool | str) -> bool | str:
    return not answer if is_negated and isinstance(answer, bool) else answer


def is_any_of(cell: str, values: list[str], column: int, listed: AccountList) -> bool | str:
    """`is` and `in` look at each item and at the whole cell; one match is enough, a straddle leaves it unknown."""
    items = list_items(cell, column in listed.list_columns)
    is_country = column == listed.table.column("Country")
    is_id = column == listed.table.column("Account ID")
    answers = [equals(item, value, is_country, is_id) for item in items for value in values]
    return True if True in answers else STRADDLES if STRADDLES in answers else False


def equals(item: str, value: str, is_country: bool, is_id: bool) -> bool | str:
    if is_id:
        return item.strip() == value.strip()
    if fold(item) == fold(value):
        return True
    if is_country and country_code(item) and countries_meant(value):
        return country_code(item) in countries_meant(value)
    number, span = read_number(value), read_span(item)
    if number is None or span is None:
        return False
    return place(span, number, number) if is_comparable(item, value) else STRADDLES


def place(span: Span, low: Fraction | float, high: Fraction | float) -> bool | str:
    """§3: wholly inside low…high matches, wholly outside does not, straddling is unknown."""
    if span.low >= low and span.high <= high:
        return True
    is_below = span.high < low or (span.high == low and span.high_open)
    is_above = span.low > high or (span.low == high and span.low_open)
    return False if is_below or is_above else STRADDLES


def bounds(operator: str, value: str) -> tuple:
    if operator == "between":
        return read_between(value)
    bound = read_date(value) or read_number(value)
    if isinstance(bound, datetime.date):
        return (bound, datetime.date.max) if operator == "at least" else (datetime.date.min, bound)
    return (bound, float("inf")) if operator == "at least" else (-float("inf"), bound)


def is_bounded(cell: str, low, high) -> bool | str:
    """Edges, at least: numbers, or dates when both sides are dates; anything else is unusable."""
    if isinstance(low, datetime.date):
        day = read_date(cell)
        return BLANK if day is None else low <= day <= high
    span = read_span(cell)
    return BLANK if span is None else place(span, low, high)


def is_word(cell: str, wanted: bool) -> bool | str:
    text = fold(cell)
    if text in TRUE_WORDS or text in FALSE_WORDS:
        return (text in TRUE_WORDS) == wanted
    return BLANK


def is_within(cell: str, months: int, as_of: datetime.date) -> bool | str:
    """§3 within last: both ends inclusive; a future date is unusable."""
    day = read_date(cell)
    if day is None or day > as_of:
        return BLANK
    return day >= months_before(as_of, months)


# ---------------------------------------------------------------- contacts


def join_contacts(path: str, plan: Plan, listed: AccountList) -> None:
    """Edges, Contacts: by account ID, else registrable domain, else the email's domain unless free mail."""
    table = read_csv(path, mapping_of(plan, "contacts"))
    for account in listed.accounts:
        account.has_email = False
    by_id, by_domain = index_accounts(listed)
    for _, row in table.rows:
        email = table.cell(row, table.column("Email"))
        status = fold(table.cell(row, table.column("Email status")))
        is_verified = "@" in email and status in VERIFIED_WORDS
        for account in find_accounts(table, row, email, by_id, by_domain):
            account.contacts += 1
            if is_verified:
                account.has_email = True
                account.contact_titles.append(table.cell(row, table.column("Title")))


def index_accounts(listed: AccountList) -> tuple[dict, dict]:
    by_id: dict[str, list[Account]] = {}
    by_domain: dict[str, list[Account]] = {}
    for account in listed.accounts:
        if account.id is not None:
            by_id.setdefault(account.id, []).append(account)
        if account.domain is not None:
            by_domain.setdefault(account.domain, []).append(account)
    return by_id, by_domain


def find_accounts(table: Table, row: list[str], email: str, by_id: dict, by_domain: dict) -> list[Account]:
    account_id = table.cell(row, table.column("Account ID")).strip()
    domain = registrable_domain(table.cell(row, table.column("Domain")))
    return by_id.get(account_id) or by_domain.get(domain) or by_domain.get(email_domain(email)) or []


def read_verified_column(listed: AccountList) -> None:
    """§5 Coverage: the accounts tab's own `Verified emails` serves where there is no contacts tab."""
    column = listed.table.column("Verified emails")
    if column is None:
        return
    for account in listed.accounts:
        cell = listed.table.cell(account.row, column)
        span = read_span(cell)
        counts = span is not None and span.low > 0 or fold(cell) in {"yes", "y", "true"} or "@" in cell
        account.has_email = not listed.is_blank(account, column) and counts
