"""Reads an exported CSV as each tool would, by the rules the tool publishes (docs/EXPORTS.md); prints what it would refuse, a line each.

Usage: tools.py TOOL FILE
"""

import csv
import re
import sys

DOMAIN = re.compile(r"^(?!www\.)[^\s/:@?#]+\.[^\s/:@?#.]+$")
EMAIL = re.compile(r"^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$")
WHOLE = re.compile(r"^\d+$")
DECIMAL = re.compile(r"^\d+(\.\d+)?$")
TIERS = {"Tier 1", "Tier 2", "Tier 3", "Tier 4"}

# Most rows, most columns, one of these must be filled, and what fills a column.
TOOLS = {
    "HubSpot": (1_048_576, 999, ["Company domain name", "Company name"],
                {"Company domain name": DOMAIN, "Number of employees": WHOLE, "Fit score": DECIMAL}),
    "Salesforce": (50_000, 90, ["Account Name"], {"Website": DOMAIN, "Employees": WHOLE, "Fit Score": DECIMAL}),
    "Apollo": (10_000, 200, ["Account Name", "Account Website"], {"Account Website": DOMAIN}),
    "Outreach": (100_000, 200, ["Email"], {"Email": EMAIL, "Website": DOMAIN}),
    "Salesloft": (10_000, 200, ["Email Address"], {"Email Address": EMAIL, "Company Website": DOMAIN}),
    "Smartlead": (10_000, 200, ["email"], {"email": EMAIL, "website": DOMAIN}),
    "Instantly": (10_000, 200, ["email"], {"email": EMAIL, "website": DOMAIN}),
    "lemlist": (10_000, 200, ["email"], {"email": EMAIL, "companyDomain": DOMAIN}),
}
# Fixed lists of a tool, which refuse any other value: nothing of ours may go there.
FIXED_LISTS = {"HubSpot": {"Industry"}}


def refused(tool: str, path: str) -> list[str]:
    most, widest, needed, shapes = TOOLS[tool]
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file, strict=True))
    wrong = [f"{len(rows)} rows"] * (len(rows) > most) + [f"{len(header)} columns"] * (len(header) > widest)
    wrong += [f"header {name!r} twice or blank" for name in header if header.count(name) > 1 or not name.strip()]
    wrong += [f"{name!r} is a list of fixed values" for name in FIXED_LISTS.get(tool, set()) & set(header)]
    wrong += [f"no column {name!r}" for name in shapes if name not in header]
    seen: set[str] = set()
    for number, cells in enumerate(rows, start=2):
        row = dict(zip(header, cells))
        if len(cells) != len(header):
            wrong.append(f"row {number}: {len(cells)} cells")
        if not any(row.get(name) for name in needed):
            wrong.append(f"row {number}: none of {needed} is filled")
        for name, shape in shapes.items():
            if row.get(name) and not shape.match(row[name]):
                wrong.append(f"row {number}: {name} {row[name]!r}")
        key = row.get(needed[0], "").casefold()
        if needed[0] in shapes and key in seen:
            wrong.append(f"row {number}: {key!r} twice")
        seen.update({key} - {""})
        tier = next((row[name] for name in ("Tier", "tier", "ICP tier", "ICP Tier") if name in row), "")
        if tier not in TIERS:
            wrong.append(f"row {number}: tier {tier!r}")
        if any(cell.startswith(("=", "+", "@")) or len(cell) > 4_000 for cell in cells):
            wrong.append(f"row {number}: a formula or an endless cell")
    return wrong


if __name__ == "__main__":
    print("\n".join(refused(sys.argv[1], sys.argv[2])))
