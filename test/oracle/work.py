"""Who can be worked and in which order: MODEL §11 Available, §16 Work list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from cells import currency_of, fold, read_span
from lists import Account, AccountList

CUSTOMER_WORDS = {"customer", "customers", "client", "clients", "won", "cliente", "clientes", "clienti", "klant", "klanten", "klient",
                  "kund", "müşteri"}
OPEN_WORDS = {"opportunity", "opportunities", "negotiation", "proposal", "pipeline", "partner"}
DENIED_WORDS = {"lost", "former", "formerly", "ex", "not", "no", "non", "past", "previous", "prior", "lapsed", "dead", "churn", "churned",
                "canceled", "cancelled", "ancien", "ancienne", "não", "pas"}
DENIED_STARTS = ("prospect", "potent", "potenz", "ehemal", "kein")
OFF_LIMITS = ["do not contact", "do not prospect", "do not call", "do not email", "do not e mail", "dnc", "opted out", "unsubscribed"]
KEPT_OFF = ["Customer", "Best customer", "Open deal", "Do not contact"]
TIER_ORDER = ["Tier 1", "Tier 2", "Tier 3", "Tier 4", "Needs data", "Excluded"]


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


def mark_statuses(listed: AccountList, best_customers: list[str]) -> None:
    """Of the rows of one key all have the strongest status."""
    table = listed.table
    status_column, name_column = table.column("Account status"), table.column("Account name")
    named = {fold(name) for name in best_customers}
    by_key: dict[str, list[str]] = {}
    for account in listed.accounts:
        cell = table.cell(account.row, status_column)
        said = "" if listed.is_blank(account, status_column) else status_of(cell)
        is_best = account.key in best_customers or account.key in named or fold(table.cell(account.row, name_column)) in named
        by_key.setdefault(account.key, []).extend([said, "Best customer" if is_best else ""])
    for account in listed.accounts:
        account.status = strongest(by_key[account.key])


# ---------------------------------------------------------------- work order


def size_of(account: Account, listed: AccountList, field: str, currency: str | None) -> Fraction | float | None:
    """A band by its lower end; another currency as a blank."""
    column = listed.table.column(field)
    cell = listed.table.cell(account.row, column)
    span = None if column is None or listed.is_blank(account, column) else read_span(cell)
    if span is None or currency_of(cell) not in (None, currency):
        return None
    return span.low


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
