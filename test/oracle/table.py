"""Where a list lies in its file: headers below titles, totals and footnotes that are no accounts (MODEL §3, Columns and rows)."""

from __future__ import annotations

import re
from fractions import Fraction

from cells import fold, is_blank, read_span

TOTAL_WORDS = {
    "total", "totals", "grand total", "grand totals", "subtotal", "subtotals", "sum", "summe", "gesamt", "zwischensumme", "sous-total",
    "total general", "total général", "totale", "totaal", "suma", "合計", "小計",
}
SURE_WORDS = ("subtotal", "grand total", "zwischensumme", "sous-total", "小計")
COUNT_OF_ROWS = re.compile(r"(?:count|record count|anzahl|total records|records|nombre)\s*[:=]\s*\d[\d.,]*|\d[\d.,]* (?:records?|rows?)|.*\(\d[\d.,]* records?\)")
FOOTNOTE = re.compile(r"(?:source|quelle|note|notes)\s*:|(?:exported|generated) (?:on|by|at|from)\b")

Row = tuple[int, list[str]]


def split_titles(records: list[list[str]]) -> tuple[int, list[str]]:
    """Number of the header row and its cells: the first row that fills more than half of the list's width."""
    filled = [(number, row, sum(cell.strip() != "" for cell in row)) for number, row in enumerate(records, start=1)]
    width = max((count for _, _, count in filled), default=0)
    return next(((number, row) for number, row, count in filled if 2 * count > width), (1, []))


def without_totals(rows: list[Row]) -> list[Row]:
    """The rows without totals and footnotes at their end, then without totals between them. One row at least stays."""
    rows = list(rows)
    while len(rows) > 1 and is_no_account_at_end([row for _, row in rows[:-1]], rows[-1][1]):
        rows.pop()
    kept: list[Row] = []
    block: list[list[str]] = []
    above: list[list[str]] = []
    for number, row in rows:
        if is_total_between(row, block, above):
            block = []
        else:
            kept.append((number, row))
            block.append(row)
            above.append(row)
    return kept if kept else rows


def is_no_account_at_end(above: list[list[str]], row: list[str]) -> bool:
    return is_footnote(row) or is_total(row) or is_sum_of_all(above, row)


def filled_cells(row: list[str]) -> list[str]:
    return [cell for cell in row if not is_blank(cell)]


def is_footnote(row: list[str]) -> bool:
    filled = filled_cells(row)
    return len(filled) == 1 and len(row) > 2 and FOOTNOTE.match(fold(filled[0])) is not None


def is_total(row: list[str]) -> bool:
    """A word for totals and numbers, or a count of rows alone."""
    filled = filled_cells(row)
    if not filled:
        return False
    label, others = fold(filled[0]).rstrip(" :"), filled[1:]
    is_count = COUNT_OF_ROWS.fullmatch(label) is not None
    if not others:
        return is_count
    return (label in TOTAL_WORDS or is_count) and all(read_span(cell) is not None for cell in others)


def is_sum_of_all(above: list[list[str]], row: list[str]) -> bool:
    """Nothing but amounts, behind a blank first cell, each the sum of the three rows or more above."""
    places = [index for index, cell in enumerate(row) if not is_blank(cell)]
    if not places or places[0] == 0 or len(above) < 3:
        return False
    return all(is_sum(row, above, place) for place in places)


def is_sum(row: list[str], above: list[list[str]], place: int) -> bool:
    total = amount(row, place)
    return total is not None and total != 0 and sum((amount(one, place) or Fraction(0) for one in above), Fraction(0)) == total


def amount(row: list[str], place: int) -> Fraction | None:
    span = read_span(row[place]) if place < len(row) else None
    return span.low if span is not None and span.low == span.high else None


def is_total_between(row: list[str], block: list[list[str]], above: list[list[str]]) -> bool:
    """Totals under a label no company has, or with a sum of the block or of all accounts above."""
    if not is_total(row):
        return False
    label = fold(filled_cells(row)[0])
    if label.startswith(SURE_WORDS) or COUNT_OF_ROWS.fullmatch(label.rstrip(" :")):
        return True
    return any(is_sum(row, rows, place) for rows in (block, above) if rows for place in range(len(row)))
