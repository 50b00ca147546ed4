"""What one cell says: blank, text, list, number or range, date, yes or no, domain.

Implements "One rule grammar" (§3) and the edges Blank, Numbers, True and false, Account key.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

BLANK_WORDS = {
    "n/a", "na", "n.a.", "n/d", "n.d.", "<na>", "nan", "nil", "none", "null", "undefined", "unknown", "select", "missing",
    "not available", "not applicable", "not specified", "not provided", "(blank)", "(none)", "(empty)", "\\n", "[]", "{}",
}
DASHES = "-\u2010\u2011\u2012–—―"
ERROR_VALUES = {
    "#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!", "#error!",
    "#nv", "#bezug!", "#wert!", "#nom?", "#valeur!", "#n/d", "#¡ref!", "#¡valor!", "#¿nombre?", "#н/д", "#ссылка!",
}
TRUE_WORDS = {"true", "yes", "y", "1", "x", "✓"}
FALSE_WORDS = {"false", "no", "n", "0"}
MULTIPLIERS = {
    "k": 1000, "m": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "%": Fraction(1, 100), "bps": Fraction(1, 10**4), "": 1,
}
# MODEL §4, scale words, without their accents.
SCALE_WORDS = {
    1000: "thousand tsd tausend mille tys tis duizend tusen тыс тис ribu bin",
    10**5: "lakh lac",
    10**6: "million millions mio mln mn millionen milhoes milhao millones millon milioni miljoen miljoner milionow milyon juta млн",
    10**7: "crore cr",
    10**9: "billion billions bil bi mrd mld mia milliarden milliards bilhoes miliardi miljard miliardow milyar миллиард млрд",
    10**12: "trillion tril tn трлн",
}
MULTIPLIERS.update({word: factor for factor, words in SCALE_WORDS.items() for word in words.split()})
TRAILING_WORDS = {
    "employees", "employee", "staff", "people", "persons", "workers", "users", "customers", "salaries", "mitarbeiter",
    "empleados", "dipendenti", "medewerkers", "anstallda", "pracownikow", "сотрудников", "total", "worldwide", "est",
}
FREE_MAIL = {
    "gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "live.com", "msn.com", "aol.com",
    "icloud.com", "me.com", "gmx.com", "gmx.de", "web.de", "proton.me", "protonmail.com", "mail.com",
    "yandex.ru", "zoho.com", "qq.com", "163.com", "yahoo.co.uk", "hotmail.co.uk",
}
SHARED_HOSTS = {
    "facebook.com", "linkedin.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "google.com",
    "wordpress.com", "blogspot.com", "wixsite.com", "weebly.com", "github.io", "github.com", "medium.com",
    "linktr.ee", "notion.site", "squarespace.com", "myshopify.com", "tumblr.com",
}
REGISTRIES = {"uk.com", "us.com", "eu.com", "de.com", "br.com", "za.com", "co.com", "gb.net", "com.de"}
SECOND_LEVEL = {"co", "com", "net", "org", "gov", "ac", "or", "ne", "edu", "go", "gob", "gen"}


def fold(text: str) -> str:
    """§3: text compares NFKC, trimmed, case-folded."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def is_blank(cell: str, is_identity: bool = False) -> bool:
    """Edges, Blank. White space and errors always; the words nowhere in Account ID or Account name."""
    text = fold(cell)
    if text == "" or text in ERROR_VALUES:
        return True
    return not is_identity and (text in BLANK_WORDS or text.strip(DASHES) == "" or is_dashed_none(text))


def is_dashed_none(text: str) -> bool:
    """`--None--` as pick lists print it."""
    bare = text.strip(DASHES)
    return bare.strip() == "none" and text[0] in DASHES and text[-1] in DASHES


def unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    kept = "".join(letter for letter in parts if not "\u0300" <= letter <= "\u036f")
    return unicodedata.normalize("NFC", kept.replace("ł", "l"))


# ---------------------------------------------------------------- numbers, ranges


class Span(NamedTuple):
    """A number (low = high) or a range; an open end does not belong to it."""

    low: Fraction | float
    high: Fraction | float
    low_open: bool = False
    high_open: bool = False


_END = re.compile(
    r"(?P<sign>[-+]?)\s*[$€£]?\s*(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?"
    r"\s*(?P<suffix>%|[^\W\d_]+\.?)?",
)
_WORD = re.compile(r"(?<=[\d%+.\w])\s+([^\W\d_]+)$")


def _end(text: str) -> tuple[Fraction, str] | None:
    """One end of a range: the digits as typed and the suffix, not yet multiplied."""
    found = _END.fullmatch(text.strip())
    if not found:
        return None
    suffix = (found["suffix"] or "").rstrip(".")
    if suffix == "mil" and "$" in text and text.strip().endswith("mil."):
        suffix = "million"  # a thousand elsewhere: without a sign of which, unusable
    if suffix not in MULTIPLIERS:
        return None
    value = Fraction(found["digits"].replace(",", "") + (found["fraction"] or ""))
    return (-value if found["sign"] == "-" else value), suffix


CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP"}


def currency_of(text: str) -> str | None:
    """MODEL §4: the currency an amount names; None when it names none (two make no amount)."""
    return next((CURRENCIES[mark] for mark in text if mark in CURRENCIES), None)


def _pair(low_text: str, high_text: str) -> Span | None:
    """Edges, Numbers: the upper end's suffix serves a bare, smaller lower end; reversed is unusable."""
    low, high = _end(low_text), _end(high_text)
    if low is None or high is None:
        return None
    low_suffix = low[1]
    if low_suffix == "" and low[0] < high[0]:
        low_suffix = high[1]
    first, last = low[0] * MULTIPLIERS[low_suffix], high[0] * MULTIPLIERS[high[1]]
    return Span(first, last) if first <= last else None


def _span(text: str) -> Span | None:
    infinity = float("inf")
    one = _end(text)
    if one is not None:
        value = one[0] * MULTIPLIERS[one[1]]
        return Span(value, value)
    if text.startswith(("<=", "≤", ">=", "≥", "<", ">")):
        sign = re.match(r"<=|>=|[≤≥<>]", text)[0]
        end = _span(text[len(sign):].strip())
        if end is None or end.low != end.high:
            return None
        is_open = sign in "<>"
        if sign[0] in "<≤":
            return Span(-infinity, end.low, False, is_open)
        return Span(end.low, infinity, is_open, False)
    if text.endswith("+"):
        end = _end(text[:-1])
        return None if end is None else Span(end[0] * MULTIPLIERS[end[1]], infinity)
    for divider in (r"[-–—]", r"\bto\b"):
        for found in re.finditer(divider, text):
            pair = _pair(text[: found.start()], text[found.end():])
            if pair is not None:
                return pair
    return None


def read_span(text: str) -> Span | None:
    """A number or range (`51-200`, `10,001+`, `<50`, `$10-50M`, `120 employees`), or None."""
    folded = unaccented(fold(text))
    if len({mark for mark in folded if mark in CURRENCIES}) > 1:
        return None
    span = _span(folded)
    trailing = _WORD.search(folded)
    if span is None and trailing and trailing[1] in TRAILING_WORDS:
        span = _span(_WORD.sub("", folded))
    return span


def read_number(text: str) -> Fraction | None:
    """A plain number; a range is none."""
    span = read_span(text)
    return span.low if span is not None and span.low == span.high else None


def read_share(text: str) -> Fraction | None:
    """Edges, Numbers: in a percent setting a bare number of 1 or more is percent."""
    value = read_number(text)
    if value is not None and "%" not in text and value >= 1:
        return value / 100
    return value


def read_between(text: str) -> tuple | None:
    """§3: `50-500`, `50 to 500` or `50; 500`; the ends numbers or dates. None when it cannot be read."""
    if len({mark for mark in text if mark in CURRENCIES}) > 1:
        return None
    for divider in (r"\s*;\s*", r"\s+to\s+"):
        ends = re.split(divider, text.strip())
        if len(ends) == 2:
            dates = read_date(ends[0]), read_date(ends[1])
            if None not in dates:
                return dates if dates[0] <= dates[1] else None
            pair = _pair(unaccented(fold(ends[0])), unaccented(fold(ends[1])))
            return None if pair is None else (pair.low, pair.high)
    span = read_span(text)
    if span is None or abs(span.low) == float("inf") or span.high == float("inf"):
        return None
    return span.low, span.high


# ---------------------------------------------------------------- dates


def read_date(text: str) -> datetime.date | None:
    """ISO dates only; the other dresses of a date are left to other tests."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        return None
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        return None


def read_months(value: str) -> int | None:
    """§3 within last: whole months, the word month or months behind them or not."""
    match = re.fullmatch(r"(\d{1,4})\s*(?:months?)?", value.strip(), re.I)
    return int(match.group(1)) if match else None


def months_before(day: datetime.date, months: int) -> datetime.date:
    """§3 within last: the same day so many months earlier, clamped to the month's end."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    next_month = datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last_day = (next_month - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last_day))


# ---------------------------------------------------------------- lists


def holds_list_mark(cell: str) -> bool:
    return any(mark in cell for mark in ";|\n\r") or notation(cell) is not None


def notation(cell: str) -> list[str] | None:
    """Edges, List column: `["a","b"]` and `{a,b}`; a record with keys is none."""
    bare = cell.strip()
    if len(bare) < 3 or (bare[0] + bare[-1]) not in {"[]", "{}"} or re.search(r"[\[\]{}]|[\"']\s*:", bare[1:-1]):
        return None
    return [part.strip().strip("\"'") for part in bare[1:-1].split(",") if part.strip().strip("\"'")]


def joins_choices(cells: list[str]) -> bool:
    """Edges, List column: at least 3 cells hold commas, and 80 % of the parts of the distinct ones stand in other distinct cells."""
    with_comma = [cell for cell in cells if "," in cell and not re.search(r"\d,\d", cell)]
    if len(with_comma) < 3:
        return False
    parts_of = {text: choices_in(text) for text in map(fold, cells)}
    parts = [(text, part) for text, parts in parts_of.items() if len(parts) > 1 for part in parts]
    recur = sum(any(part in others for other, others in parts_of.items() if other != text) for text, part in parts)
    return bool(parts) and recur * 5 >= 4 * len(parts)


def choices_in(text: str) -> set[str]:
    if "," not in text or re.search(r"\d,\d", text):
        return {text}
    return set(notation(text) or (part.strip() for part in text.split(",") if part.strip()))


def list_items(cell: str, is_list_column: bool) -> list[str]:
    """§3 and Edges, List column: the items of the cell, and the whole cell itself."""
    written = notation(cell)
    if written is not None:
        return [*written, cell]
    marks = r"[;|\r\n,]" if is_list_column else r"[;|\r\n]"
    items = [item for item in re.split(marks, cell) if item.strip()]
    return items + [cell] if items != [cell] else items


def values_of_in(value: str) -> list[str]:
    """§3: an unquoted `;` makes `;` the only separator, else `,`; quotes keep a separator."""
    unquoted = re.sub(r'"[^"]*"', "", value)
    separator = ";" if ";" in unquoted else ","
    parts, part, is_quoted = [], "", False
    for letter in value:
        if letter == '"':
            is_quoted = not is_quoted
        elif letter == separator and not is_quoted:
            parts.append(part)
            part = ""
        else:
            part += letter
    return [text.strip() for text in [*parts, part] if text.strip()]


# ---------------------------------------------------------------- domains


def registrable_domain(text: str) -> str | None:
    """§4 Account key: scheme, path, port and subdomains off. Free mail and shared hosts are no key."""
    host = re.sub(r"^[a-z][a-z0-9+.-]*://", "", fold(text))
    host = re.split(r"[/?#]", host)[0].split("@")[-1].split(":")[0].strip(".")
    labels = host.split(".")
    if len(labels) < 2 or not all(re.fullmatch(r"[^\W_](?:[\w-]*[^\W_])?", label) for label in labels):
        return None
    if ".".join(labels) in REGISTRIES:
        return None
    has_two_part_ending = len(labels) > 2 and (
        (len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL) or ".".join(labels[-2:]) in REGISTRIES
    )
    domain = ".".join(labels[-3:] if has_two_part_ending else labels[-2:])
    is_blog = domain.startswith("blogspot.")
    return None if domain in FREE_MAIL or domain in SHARED_HOSTS or is_blog else domain


def email_domain(text: str) -> str | None:
    """Edges, Contacts: the address's domain, unless free mail."""
    return registrable_domain(text.rsplit("@", 1)[1]) if "@" in text else None
