"""Who can be worked and in which order: MODEL §11 Available, §14 Rank, §16 Work list."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable
from fractions import Fraction

import evidence
from cells import currency_of, fold, months_before, read_date, read_span, values_of_in
from lists import Account, AccountList
from plan import text_of

CUSTOMER_WORDS = {"customer", "customers", "client", "clients", "won", "cliente", "clientes", "clienti", "klant", "klanten", "klient",
                  "kund", "müşteri"}
OPEN_WORDS = {"opportunity", "opportunities", "negotiation", "proposal", "pipeline", "partner"}
DENIED_WORDS = {"lost", "former", "formerly", "ex", "not", "no", "non", "past", "previous", "prior", "lapsed", "dead", "churn", "churned",
                "canceled", "cancelled", "ancien", "ancienne", "não", "pas"}
DENIED_STARTS = ("prospect", "potent", "potenz", "ehemal", "kein")
OFF_LIMITS = ["do not contact", "do not prospect", "do not call", "do not email", "do not e mail", "dnc", "opted out", "unsubscribed"]
KEPT_OFF = ["Customer", "Best customer", "Open deal", "Do not contact", "Handed back"]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def says_customer(words: list[str], text: str) -> bool:
    """A word for customer; `kunde` and `kunden` also at the end of a longer word; two words of Japanese anywhere."""
    ends = any(word.endswith(("kunde", "kunden")) for word in words)
    return ends or bool(CUSTOMER_WORDS & set(words)) or "顧客" in text or "取引先" in text


def status_of(text: str) -> str:
    """Customer, Open deal, Do not contact, or '' where nothing keeps the account off."""
    words = words_of(text)
    said = f" {' '.join(words)} "
    if any(f" {phrase} " in said for phrase in OFF_LIMITS):
        return "Do not contact"
    if DENIED_WORDS & set(words) or any(word.startswith(DENIED_STARTS) for word in words) or "見込" in text:
        return ""
    if says_customer(words, text):
        return "Customer"
    return "Open deal" if OPEN_WORDS & set(words) or " open deal " in said else ""


def strongest(statuses: Iterable[str]) -> str:
    return min((status for status in statuses if status), key=KEPT_OFF.index, default="")


def handed_back(rows: list[dict], day: datetime.date) -> set[str]:
    """§8 Hand-back: keys whose last row without a tier still holds."""
    held: dict[str, bool] = {}
    for row in rows:
        reason, until, given = fold(text_of(row, "Reason")), text_of(row, "Until"), text_of(row, "Date")
        if text_of(row, "Tier"):
            continue
        if reason.startswith("not now"):
            holds = not until or day < datetime.date.fromisoformat(until)
        elif reason.startswith("worked through"):
            holds = not given or day < months_before(datetime.date.fromisoformat(given), -3)
        else:
            holds = reason.startswith(("bad data", "poor fit"))
        held[text_of(row, "Account key")] = holds
    return {key for key, holds in held.items() if holds}


def mark_statuses(listed: AccountList, best_customers: list[str], given_back: set[str]) -> None:
    """Of the rows of one key all have the strongest status."""
    table = listed.table
    status_column, name_column = table.column("Account status"), table.column("Account name")
    named = {fold(name) for name in best_customers}
    by_key: dict[str, list[str]] = {}
    for account in listed.accounts:
        cell = table.cell(account.row, status_column)
        said = "" if listed.is_blank(account, status_column) else status_of(cell)
        is_best = account.key in best_customers or account.key in named or fold(table.cell(account.row, name_column)) in named
        by_key.setdefault(account.key, []).extend(
            [said, "Best customer" if is_best else "", "Handed back" if account.key in given_back else ""])
    for account in listed.accounts:
        account.status = strongest(by_key[account.key])


# ---------------------------------------------------------------- §14 rates


STEPS = ["Won", "Opportunities", "Meetings", "Replies"]


def month_number(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def pooled_results(rows: list[dict], months: int, as_of: datetime.date) -> list[dict]:
    """The last months that end with the newest month of results; months after the as-of day's are left out."""
    known = [row for row in rows if month_number(text_of(row, "Month")) <= as_of.year * 12 + as_of.month - 1]
    if not known:
        return []
    newest = max(month_number(text_of(row, "Month")) for row in known)
    return [row for row in known if newest - month_number(text_of(row, "Month")) < max(1, months)]


def count_of(row: dict, header: str) -> int | None:
    text = text_of(row, header)
    return None if text == "" else int(text)


def sums(rows: list[dict], step: str) -> tuple[int, int]:
    """(events, people contacted) of the rows that say the step."""
    said = [row for row in rows if count_of(row, step) is not None]
    return sum(count_of(row, step) for row in said), sum(count_of(row, "Contacted") for row in said)


def segment_rates(names: list[str], rows: list[dict]) -> dict[str, Fraction]:
    own = [row for row in rows if fold(text_of(row, "Segment")) in {fold(name) for name in names}]
    step = next((step for step in STEPS if sums(own, step)[0] >= 30), None)
    if step is None:
        return {name: Fraction(1) for name in names}
    pool = Fraction(*sums(own, step))
    rates = {}
    for name in names:
        events, people = sums([row for row in own if fold(text_of(row, "Segment")) == fold(name)], step)
        rates[name] = (events + 50 * pool) / (people + 50)
    return rates


# Rate of a segment over that of the others, and what its fit moves by beyond it.
MOVES = [(2, True, Fraction(2, 10)), (1.25, True, Fraction(1, 10)), (0.5, False, Fraction(-2, 10)), (0.8, False, Fraction(-1, 10))]


def fit_moves(names: list[str], pooled: list[dict], history: list[dict]) -> dict[str, Fraction]:
    """§17 Fit moves with results: which segments move is decided by e-BH at 1.25 and 0.8, how far at the same bound."""
    folded = {fold(name) for name in names}
    step = next((step for step in STEPS if sums([row for row in pooled if fold(text_of(row, "Segment")) in folded], step)[0] >= 30), None)
    if step is None:
        return {name: Fraction(0) for name in names}
    known = [row for row in history if fold(text_of(row, "Segment")) in folded]
    told = {}
    for name in names:
        own = sums([row for row in known if fold(text_of(row, "Segment")) == fold(name)], step)
        rest = sums([row for row in known if fold(text_of(row, "Segment")) != fold(name)], step)
        told[name] = [evidence.beyond_ratio(own, rest, ratio, is_above) for ratio, is_above, _ in MOVES]
    holding = evidence.discovered([max(each[1], each[3]) for each in told.values()], 0.05)
    bound = math.log(len(names) / (0.05 * holding)) if holding else math.inf
    return {name: next((move for each, (_, _, move) in zip(told[name], MOVES) if each >= bound), Fraction(0)) for name in names}


def own_rate(rows: list[dict], after: str, before: str) -> Fraction | None:
    """A blank rate of the market: after over before, of the rows that say both."""
    said = [row for row in rows if count_of(row, after) is not None and count_of(row, before) is not None]
    top, bottom = sum(count_of(row, after) for row in said), sum(count_of(row, before) for row in said)
    return Fraction(top, bottom) if bottom and top <= bottom else None


# ---------------------------------------------------------------- §16 work order and this month


def size_of(account: Account, listed: AccountList, field: str, currency: str | None) -> Fraction | float | None:
    """A band by its lower end; another currency as a blank."""
    column = listed.table.column(field)
    if column is None or listed.is_blank(account, column):
        return None
    cell = listed.table.cell(account.row, column)
    span = read_span(cell)
    return None if span is None or currency_of(cell) not in (None, currency) else span.low


def main_currency(listed: AccountList, field: str) -> str | None:
    column = listed.table.column(field)
    cells = [listed.table.cell(account.row, column) for account in listed.accounts if not listed.is_blank(account, column)]
    named = [currency_of(cell) for cell in cells if read_span(cell) is not None and currency_of(cell) is not None]
    return min(set(named), key=lambda code: (-named.count(code), code), default=None)


def size_field(listed: AccountList, setting: str) -> str:
    if setting:
        return setting
    return "Annual revenue" if listed.table.column("Annual revenue") is not None else "Employees"


def falling(value: Fraction | float | None) -> tuple:
    """The larger first, a blank last."""
    return (value is None, 0 if value is None else -value)


def contacted_day(account: Account, listed: AccountList) -> datetime.date | None:
    column = listed.table.column("Last contacted")
    return None if column is None or listed.is_blank(account, column) else read_date(listed.table.cell(account.row, column))


def is_since(day: datetime.date | None, first: datetime.date, as_of: datetime.date) -> bool:
    return day is not None and first <= day <= as_of


class Room:
    """What the team and its owners can still take."""

    def __init__(self, team: int, owners: dict[str, int], listed: AccountList) -> None:
        self.team, self.owners, self.listed = team, dict(owners), listed

    def owner(self, account: Account) -> str:
        return fold(self.listed.table.cell(account.row, self.listed.table.column("Account owner")))

    def use(self, account: Account) -> None:
        self.team -= 1
        if self.owner(account) in self.owners:
            self.owners[self.owner(account)] -= 1

    def has(self, account: Account) -> bool:
        return self.team > 0 and self.owners.get(self.owner(account), 1) > 0


def read_owners(text: str) -> dict[str, int]:
    """`Ann 40; Bo 60`."""
    items = [item.rsplit(" ", 1) for item in values_of_in(text)]
    return {fold(owner): int(number) for owner, number in items}
