"""Random lists and plans the design decides: python3 random_cases.py --seed N --out DIR

Writes accounts.csv, plan.json, as_of.txt, sometimes contacts.csv, and refused.txt (why) where the design refuses
the plan. The same seed writes the same files. Cells the design leaves open (dates other than ISO, numbers that
depend on a locale, mixed currencies) are never made.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import random
from pathlib import Path

from foreign import FOREIGN

BLANKS = ["", "", "", " ", "-", "–", "n/a", "N/A", "na", "None", "null", "Unknown", "select", "missing",
          "Not available", "#N/A", "#REF!", "\u00a0", "—", "--", "nan", "--None--", "N.A.", "(blank)", "undefined", "\\N", "[]",
          "#NV", "#BEZUG!", "#NOM?", "#N/D", "#¡REF!"]
INDUSTRIES = ["SaaS", "saas", " Fintech ", "Fintech", "Retail", "Healthcare", "Food, Beverage", "ＳａａＳ",
              "SaaS; Fintech", "Retail | Healthcare", "Media\nRetail"]
INDUSTRY_VALUES = ["SaaS", "fintech", "Retail", "Healthcare", "Food, Beverage"]
COUNTRIES = [
    "United States", "USA", "U.S.", "us", "Canada", "UK", "England", "GB", "United Kingdom", "Germany", "DE",
    "DEU", "Austria", "Switzerland", "France", "Netherlands", "BE", "Luxembourg", "Sweden", "Norway",
    "Denmark", "Finland", "ISL", "Spain", "Ireland", "Brazil", "Argentina", "Colombia", "India", "Japan",
    "Australia", "Singapore", "South Africa", "Egypt", "Israel", "UAE", "Atlantis",
]
COUNTRY_VALUES = ["DACH", "EMEA", "NA", "LATAM", "APAC", "Nordics", "Benelux", "United States", "GB", "Germany", "FRA",
                  "Sweden", "Atlantis", "India"]
EMPLOYEES = ["1", "9", "10", "49", "50", "51", "75", "100", "120", "199", "200", "201", "500", "501", "1000", "1,500",
             "10,001", "12,345", "51-200", "201-500", "11-50", "1-10", "501-1,000", "10,001+", "50+", "<50", "<10",
             "1.2k", "2k", "120 employees", "51-200 employees", "51–200", "about fifty", "200-51", "0",
             "3 dozen", "2 hundred employees", "1 thousand employees", "2 tys.", "40 salariés", "51-200 staff", "60 Mitarbeiter", "7 stars"]
REVENUES = ["€10M", "€2.5M", "£1M-£10M", "€<5", "$10M", "$2.5M", "500k", "$500K", "1B", "$1.5bn", "3 million", "2 billion", "10MM", "$10-50M", "$1M-$10M",
            "$50M+", "1,000,000", "25000000", "<$1M", "$500-1M", "undisclosed",
            "$10 mil. - $25 mil.", "$1 mil. - $5 mil.", "3 milhões", "2 Mrd", "€4 Mio.", "5 mld", "2 miljoen", "1 млн", "30 lakh", "2 crore",
            "7 gazillion", "5 grosses"]
GROWTH = ["5%", "20%", "25 %", "-5%", "0%", "10-20%", "0.3", "0.15", "100%", "flat", "500 bps", "3 pp"]
COUNTS = ["0", "1", "2", "3", "4", "5", "10", "25", "3+", "2-4", "5-10", "many"]
YEARS = ["1998", "2005", "2010", "2015", "2019", "2021", "2023"]
STAGES = ["Seed", "Series A", "series b", "Series B", "Series C", "Private equity"]
TOOLS = ["Salesforce", "HubSpot", "Slack", "Outreach.io", "Marketo", "AWS", "Intercom"]
WORDS = ["cloud", "b2b", "payments", "logistics", "AI", "security"]
STATES = ["California", "Texas", "Bavaria", "Ontario", "New York"]
CITIES = ["Berlin", "San Francisco", "London", "Paris", "Austin"]
STATUSES = ["Prospect", "Customer", "Open deal", "Lost", "Former customer", "Closed Won", "Negotiation", "Bestandskunde", "Do not contact", "Lead"]
OWNERS = ["Ana", "Bo", "Chris"]
SELLS_TO = ["Fintech", "Retail", "Health", "Fintech, Retail", "Retail, Health", "Health, Fintech, Retail", '["Fintech","Health"]', "{Retail,Health}"]
YES_NO = ["yes", "No", "TRUE", "false", "y", "n", "1", "0", "x", "✓", "maybe"]
PLACES = ["EU; US", "US", "EU | APAC", "LATAM; EU", "APAC", "EU\nUS", "US; APAC; EU"]
TITLES = ["CEO", "CTO", "VP Sales", "Head of IT", "Director of Marketing", "Sales Manager", "Chief Technology Officer",
          "VP Engineering", "Regional VP Sales", "Engineer"]
EMAIL_STATUSES = ["Verified", "verified", "verified", "valid", "Deliverable", "guessed", "catch-all",
                  "unverified", "", "invalid"]
NAMES = ["Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark", "Wayne", "Wonka", "Cyberdyne", "Tyrell", "Soylent",
         "Vandelay", "Massive", "Pied Piper", "Duff", "Oscorp", "Aperture", "Zorg", "Monarch", "Gringotts"]
ENDINGS = ["com", "io", "de", "co.uk", "com.au", "org", "uk.com", "com.de", "eu.com"]
TITLES_ABOVE = [["Accounts"], ["Accounts", "", "Export of 2024"], [], ["Report: all accounts"], [""]]
TOTALS = ["Total", "Totals", "Grand Total", "Gesamt", "Summe", "Total général", "合計", "Total records: 12", "Count: 5"]
SUBTOTALS = ["Subtotal", "Zwischensumme", "Retail (3 records)", "Total"]
FOOTNOTES = ["Source: CRM", "Exported on 2024-05-01", "Note: without partners"]
TEXT_FIELDS = {"Industry": INDUSTRY_VALUES, "Funding stage": STAGES, "State": STATES, "City": CITIES,
               "Account status": STATUSES, "Account owner": OWNERS, "Places": ["EU", "US", "APAC", "EU; US"], "Sells to": ["Fintech", "Retail", "Health", "Fintech, Retail"]}
LIST_FIELDS = {"Technologies": TOOLS, "Keywords": WORDS}
NUMBER_VALUES = {
    "Employees": ["10", "50", "51", "100", "200", "201", "500", "1,000", "10,001", "1k"],
    "Annual revenue": ["1M", "€10M", "$10M", "500k", "$50M", "1B", "2.5 million", "10MM"],
    "Funding": ["1M", "$10M", "500k", "$50M"],
    "Headcount growth": ["5%", "10 %", "20%", "0.15", "25%"],
    "Open roles": ["1", "2", "3", "5"],
    "Website visits": ["1", "3", "5"],
    "Founded": ["2005", "2010", "2015", "2020"],
}
BETWEEN_VALUES = {
    "Employees": ["50-500", "51 to 200", "50; 500", "1-10", "201-10,000", "1-2k"],
    "Annual revenue": ["$10M-$100M", "€1M-€20M", "1-50M", "500k to 1B", "$1M; $10M"],
    "Funding": ["1-20M", "500k; 5M"],
    "Headcount growth": ["5-20%", "10% to 30%", "0.05; 0.2"],
    "Open roles": ["1-3", "2 to 5"],
    "Website visits": ["1; 4", "3-10"],
    "Founded": ["2005-2015", "2010 to 2021"],
}
DIMENSIONS = ["Firmographic", "Firmographic", "Firmographic", "Technographic", "Technographic", "Behavioral",
              "Situational", "", "intent", "trigger", "technological", "Operational", "Environmental"]
BUYER_ROLES = ["", "CTO", "VP Sales; CEO", "Economic buyer", "Money holder", "Champion; CTO",
               "Engineer; CEO; CTO; Sales Manager; VP Engineering; VP Sales; Head of IT"]
DATE_FIELDS = ["Last funding date", "Last contacted"]
CELLS = {
    "Industry": INDUSTRIES, "Country": COUNTRIES, "Employees": EMPLOYEES, "Annual revenue": REVENUES,
    "Funding": REVENUES, "Headcount growth": GROWTH, "Open roles": COUNTS, "Website visits": COUNTS, "Founded": YEARS,
    "Funding stage": STAGES, "State": STATES, "City": CITIES, "Account status": STATUSES,
    "Account owner": OWNERS, "Uses CRM": YES_NO, "Sells to": SELLS_TO, "Places": PLACES, "Team note": ["ok", "call again", "hot, very"],
    "Verified emails": ["0", "1", "3", "yes", "no", "ann@acme.com"],
}
OTHER_HEADERS = {"Employees": "# Employees", "Domain": "Website", "Account name": "Company name"}
MAPPED_HEADERS = {"Employees": "Crew", "Industry": "Branch", "Country": "Land", "Open roles": "Jobs now"}


class Case:
    """One seeded case: the headers, the as-of day and the random source."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.as_of = datetime.date(2024, 1, 1) + datetime.timedelta(days=self.random.randrange(900))
        self.blank_share = self.random.choice([0, 0.05, 0.2, 0.5])
        self.lost = self.random.choice([0.02, 0.02, 0.3])
        self.tightness = self.random.choice([0.2, 0.5, 0.8])
        self.identity = self.random.choice([
            ["Account ID", "Account name", "Domain"], ["Account name", "Domain"], ["Account name", "Domain"],
            ["Domain"],
            ["Account name"], ["Account ID", "Account name"], ["Account ID"], [],
        ])
        self.headers = self.identity + self.some([*CELLS, *LIST_FIELDS, *DATE_FIELDS], 6, 16)
        self.random.shuffle(self.headers)
        self.is_foreign = self.chance(0.15)
        self.directory = "cluster.example.org" if self.chance(0.08) else ""
        self.has_totals = self.chance(0.2)
        self.columns: list[dict] = []
        self.companies: list[dict] = []

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, values: list):
        return self.random.choice(values)

    def some(self, values: list, low: int, high: int) -> list:
        return self.random.sample(values, min(len(values), self.random.randint(low, high)))

    # ------------------------------------------------------------ accounts

    def cell(self, header: str, company: dict) -> str:
        if header in company:
            return company[header]
        if self.chance(self.blank_share):
            return self.one(BLANKS)
        if header in LIST_FIELDS:
            return self.one([", ", "; ", " | "]).join(self.some(LIST_FIELDS[header], 1, 3))
        if header in DATE_FIELDS:
            return self.day()
        return self.one(CELLS[header])

    def day(self) -> str:
        if self.chance(0.1):
            return self.one(["soon", (self.as_of + datetime.timedelta(days=self.one([1, 40]))).isoformat()])
        if self.chance(0.15):
            return self.as_of.isoformat()
        return (self.as_of - datetime.timedelta(days=self.random.randrange(900))).isoformat()

    def company(self, number: int) -> dict:
        """A company's name, domain and ID, each sometimes blank."""
        name = f"{self.one(NAMES)} {number}"
        domain = f"{name.split()[0].lower()}{number}.{self.one(ENDINGS)}"
        dressed = self.one([domain, f"www.{domain}", f"https://www.{domain}/about", domain.upper(), f"http://{domain}"])
        company = {"Account ID": self.one([f"A-{number:04d}", f"{number:05d}", f"x{number}"]), "Account name": name,
                   "Domain": dressed, "plain": domain}
        if self.chance(0.06):
            company["Account ID"] = self.one(["", " ", "1.23457E+11"])
        if self.directory and not self.chance(0.1):
            company |= {"Domain": f"https://www.{self.directory}/profile/{number}", "plain": self.directory}
        elif self.chance(0.1):
            company |= {"Domain": self.one(["", "n/a", "-"]), "plain": ""}
        elif self.chance(0.05) and "Account name" in self.identity:
            company |= {"Domain": self.one(["gmail.com", "https://www.facebook.com/acme", "outlook.com", "acme.blogspot.de"]), "plain": ""}
        elif self.chance(0.06):
            company["Account name"] = self.one(["", " "])
        elif self.chance(0.02):
            company["Account name"] = self.one(["None", "Unknown"])
        return company

    def account_rows(self) -> list[list[str]]:
        rows = []
        for number in range(self.one([1, 3, 10, 25, 40, 60])):
            if rows and self.chance(0.04):
                rows.append([self.one(["", " "]) for _ in self.headers])
                continue
            again = self.chance(0.08) and self.companies
            company = self.one(self.companies) if again else self.company(number)
            self.companies.append(company)
            rows.append([self.cell(header, company) for header in self.headers])
            if self.chance(0.01):
                rows[-1].append("beyond the headers")
        return rows

    def with_totals(self, rows: list[list[str]]) -> list[list[str]]:
        """Rows with a plain number behind each, totals of it between and below them, and a footnote."""
        counted = [[*(row + [""] * len(self.headers))[: len(self.headers)], str(self.random.randint(1, 90))] for row in rows]
        if self.chance(0.5) and len(counted) > 4:
            place = self.random.randint(2, len(counted) - 2)
            block = sum(int(row[-1]) for row in counted[:place])
            counted.insert(place, self.total(self.one(SUBTOTALS), self.one([block, block, block + 1])))
        if self.chance(0.8):
            counted.append(self.total(self.one([*TOTALS, ""]), sum(int(row[-1]) for row in counted)))
        if self.chance(0.3):
            counted.append(self.total(self.one(FOOTNOTES), ""))
        return counted

    def total(self, label: str, number: int | str) -> list[str]:
        return [label, *[""] * (len(self.headers) - 1), str(number)]

    def written_headers(self) -> list[str]:
        """The header row: mostly canonical, some recognised, mapped, oddly cased or doubled ones."""
        written = []
        for header in self.headers:
            if header in MAPPED_HEADERS and self.chance(0.06):
                self.columns.append({"List": "accounts", "Field": header, "Column": MAPPED_HEADERS[header]})
                header = MAPPED_HEADERS[header]
            elif header in OTHER_HEADERS and self.chance(0.06):
                header = OTHER_HEADERS[header]
            elif self.is_foreign and header.lower() in FOREIGN and self.chance(0.7):
                header = self.one(FOREIGN[header.lower()])
            written.append(self.one([header, header, header, header, header, header.upper(), f" {header}"]))
        return written

    # ------------------------------------------------------------ rules

    def grammar(self) -> dict:
        """Field, Operator and Value of a rule on a column that is there."""
        ruled = [name for name in self.headers if name not in {"Team note", "Verified emails"}]
        header = self.one(ruled or self.headers)
        if self.chance(0.12):
            return {"Field": header, "Operator": self.one(["is known", "is unknown"]), "Value": ""}
        operator, value = self.condition(header)
        return {"Field": self.one([header, header, header, header.lower()]), "Operator": operator, "Value": value}

    def lenient(self) -> dict:
        """A rule most accounts pass, so that Musts, the TAM and segments leave something to count."""
        ruled = [name for name in self.headers if name in {*NUMBER_VALUES, *TEXT_FIELDS, "Country"}]
        header = self.one(ruled or self.headers)
        if header in NUMBER_VALUES:
            return {"Field": header, **self.one([{"Operator": "at least", "Value": NUMBER_VALUES[header][0]},
                                                 {"Operator": "is known"}])}
        values = COUNTRY_VALUES if header == "Country" else TEXT_FIELDS.get(header)
        if not values or self.chance(0.2):
            return {"Field": header, "Operator": "is known", "Value": ""}
        return {"Field": header, "Operator": "is not", "Value": self.one(values)}

    def gate(self, rule_type: str) -> dict:
        is_strict = rule_type == "Exclude" or self.chance(self.tightness)
        return self.grammar() if is_strict else self.lenient()

    def condition(self, header: str) -> tuple[str, str]:
        if header in NUMBER_VALUES:
            return self.number_condition(header)
        if header in DATE_FIELDS:
            return self.date_condition()
        if header == "Uses CRM":
            return self.one(["is true", "is false"]), ""
        if header == "Country":
            return self.text_condition(COUNTRY_VALUES, ["is", "is not", "in", "in", "not in"])
        if header in TEXT_FIELDS:
            return self.text_condition(TEXT_FIELDS[header])
        if header in LIST_FIELDS:
            return self.text_condition(LIST_FIELDS[header])
        return self.one(["is known", "is unknown"]), ""

    def number_condition(self, header: str) -> tuple[str, str]:
        operator = self.one(["at least", "at least", "at most", "between", "between", "is", "is not"])
        values = BETWEEN_VALUES if operator == "between" else NUMBER_VALUES
        value: object = self.one(values[header])
        if operator != "between" and value.isdigit() and self.chance(0.3):
            value = int(value)
        return operator, value

    def date_condition(self) -> tuple[str, str]:
        operator = self.one(["within last", "within last", "within last", "at least", "at most", "between"])
        if operator == "within last":
            return operator, self.one(["1", "1 month", "3", "6 months", "12", "24", 12])
        first = self.as_of - datetime.timedelta(days=self.random.randrange(600))
        if operator != "between":
            return operator, first.isoformat()
        return operator, f"{first}{self.one([' to ', '; '])}{first + datetime.timedelta(days=300)}"

    def text_condition(self, values: list[str], operators: list[str] | None = None) -> tuple[str, str]:
        operator = self.one(operators or ["is", "is not", "in", "in", "not in", "contains", "does not contain"])
        if operator in {"in", "not in"}:
            return operator, self.joined(self.some(values, 1, 4))
        value = self.one(values)
        if operator.endswith(("contains", "contain")) and len(value) > 4 and self.chance(0.4):
            value = value[1:-1].strip()
        return operator, value

    def joined(self, values: list[str]) -> str:
        """Values of `in`; a value that holds a separator is quoted."""
        if any("," in value for value in values) and len(values) > 1 and self.chance(0.4):
            return "; ".join(values)
        quoted = [f'"{value}"' if "," in value or ";" in value else value for value in values]
        return self.one([", ", "; "]).join(quoted)

    def icp_rule(self, number: int) -> dict:
        rule_type = self.one(["Score"] * 9 + ["", "", "Must", "Exclude"])
        grammar = self.gate(rule_type) if rule_type == "Must" else self.grammar()
        rule = {"Rule": self.one([f"Rule {number}", f"Rule {number}", ""]), **grammar, "Type": rule_type}
        rule["Dimension"] = self.one(DIMENSIONS)
        rule["Importance"] = self.one(["Critical", "Very high", "high", "Medium", "", "0", "1.5", 2, 0.7, "3"])
        if rule_type == "Must":
            rule["Importance"] = self.one(["", "", "High", "2.5", "0"])
        rule["If blank"] = self.one(["", "", "", "unknown", "no", "yes"])
        rule["Active"] = self.one(["", "", "Yes", "Yes", "No"])
        if self.chance(self.lost) and rule_type in {"Score", ""}:
            rule["Field"] = "Moon phase"
        return {key: value for key, value in rule.items() if value != "" or self.chance(0.5)}

    def icp(self) -> list[dict]:
        rules = [self.icp_rule(number) for number in range(self.one([1, 2, 3, 4, 5, 6, 9, 12]))]
        if self.chance(0.06):
            rules = [{**rule, **self.lenient(), "Type": "Must", "Importance": self.one(["", "0"])}
                     for rule in rules[:3]]
        if not any(self.counts(rule) for rule in rules):
            rules.append({"Rule": "Anchor", **self.grammar(), "Importance": "High", "Type": "Score"})
        return rules

    def counts(self, rule: dict) -> bool:
        """Is it an active rule with a column that weighs, or a Must?"""
        if rule.get("Active") == "No" or rule["Field"] == "Moon phase":
            return False
        kind = rule.get("Type") or "Score"
        return kind == "Must" or (kind == "Score" and rule.get("Importance") != "0")

    def plan_rule(self, owner: str) -> dict:
        rule_type = self.one(["Include", "Include", "", "Exclude"])
        return {"For": owner, **self.gate(rule_type), "Type": rule_type}

    def plan_rules(self, segments: list[dict]) -> list[dict]:
        rules = []
        if self.chance(0.4):
            rules = [self.plan_rule(self.one(["TAM", "TAM", "tam"])) for _ in range(self.one([1, 1, 2]))]
        for segment in segments:
            for _ in range(self.one([0, 1, 1, 2, 3])):
                rules.append(self.plan_rule(segment["Segment"]))
            if self.chance(0.15):
                rules += [self.plan_rule(segment["Segment"]) | {"Type": "Exclude"}]
            if segment.get("Active") == "No" and self.chance(0.5):
                rules.append({"For": segment["Segment"], "Field": "Moon phase", "Operator": "is", "Value": "full"})
        self.random.shuffle(rules)
        return rules

    # ------------------------------------------------------------ the other tables

    def segments(self) -> list[dict]:
        names = ["Fintech EU", "Enterprise", "Mid-market", "Hiring now", "__proto__", "Everyone else", "constructor"]
        rows = []
        for name in names[: self.one([0, 1, 2, 3, 4, 5, 7])]:
            rows.append({
                "Segment": name, "Priority": self.one(["", 1, 1, 2, "2", 3, 10]),
                "Pain point": self.one(["", "Slow onboarding", "n/a", "Costly audits"]),
                "Buyer roles": self.one(BUYER_ROLES),
                "Urgency": self.one(["", 1, 3, "5", 8, 10]), "Competition": self.one(["", "Low", "medium", "High"]),
                "Active": self.one(["", "Yes", "Yes", "No"]),
            })
        return rows

    def personas(self) -> list[dict]:
        return [
            {"Persona": "Money holder", "Role": "Economic buyer",
             "Titles": self.one(["CEO; VP Sales", "CEO", "Chief"])},
            {"Persona": "Doer", "Role": "Champion", "Titles": "Sales Manager; Engineer"},
        ][: self.one([1, 2, 2])]

    def overrides(self) -> list[dict]:
        """For accounts of the list, under their keys; sometimes several of one key."""
        keys = [self.key(company) for company in self.companies]
        keys = [key for key in keys if key]
        tiers = ["Tier 1", "Tier 2", "Tier 3", "Tier 4", "Excluded"]
        keys += ["nobody.example"] if self.chance(0.2) else []
        return [{"Account key": self.one(keys), "Tier": self.one(tiers), "Reason": self.one(["known", "known", ""])}
                for _ in range(self.one([0, 1, 4]))] if keys else []

    def key(self, company: dict) -> str:
        given = {"Account ID": company["Account ID"].strip(), "Domain": company["plain"],
                 "Account name": company["Account name"].strip().lower()}
        order = [name for name in ["Account ID", "Domain", "Account name"] if name in self.identity]
        return next((given[name] for name in order if given[name]), "")

    def named(self) -> str:
        """Best customers: keys and names, some of nobody."""
        keys = [key for key in map(self.key, self.companies) if key]
        names = [company["Account name"].strip() for company in self.companies]
        some = [one for one in self.some(keys + names, 1, 4) if one] + self.one([[], ["nobody.example"]])
        return "; ".join(f'"{one}"' if "," in one else one for one in some)

    def results(self, segments: list[dict]) -> list[dict]:
        """Counts that fall from step to step, some steps blank; some rows of nobody's segment."""
        names = [row["Segment"] for row in segments] + ["", "Gone"]
        rows = []
        for back in range(self.one([1, 3, 5])):
            months = self.as_of.year * 12 + self.as_of.month - 1 - back + self.one([0, 0, 0, 1])
            for name in self.some(names, 1, 4):
                rows.append({"Month": f"{months // 12}-{months % 12 + 1:02d}", "Segment": name, **self.counts_of_people()})
        return rows

    def counts_of_people(self) -> dict:
        contacted = self.one([10, 60, 200, 400])
        counts = {"Contacted": contacted, "Bounced": self.random.randint(0, contacted // 5)}
        left, blank_from = contacted, self.one([1, 2, 4, 4])
        for step, header in enumerate(["Replies", "Meetings", "Opportunities", "Won"]):
            left = self.random.randint(0, left)
            counts[header] = left if step < blank_from else ""
        return counts

    def settings(self) -> list[dict]:
        offered = [
            ("Tiers by", ["fit", "all rules"]), ("Tier 1 from", ["80", "90", 95]), ("Tier 2 from", ["60", "70", 50]),
            ("Tier 3 from", ["40", "30", 45]), ("Tier 1 needs a signal", ["Yes", "No"]),
            ("Needs data below", ["50 %", "30%", "0.7", "60"]), ("Segments draw from", ["ICP", "Tier 3 and up"]),
            ("The list was already filtered", ["Yes", "No"]), ("ICP share of TAM alarm", ["2%"]),
            ("ICP share of TAM broad", ["20", "30%"]), ("Reverse funnel rounding", ["article", "each step", "none"]),
            ("Business days per month", ["21", "21.45", 20]), ("Coverage low", ["30 %", "40"]),
            ("Coverage wanted", ["60%", "0.7"]), ("As of", ["2024-06-30"]), ("Tier 2 needs a signal", ["Yes", "No", "yes"]),
            ("Signal high from", ["80", 50]), ("Signal medium from", ["0", 40, "50"]), ("Best customers", [self.named()]),
            ("Months pooled", [1, 2, "6"]), ("Accounts per month", [2, 5, "10", 40]), ("Accounts per month", [8]),
            ("Accounts per month by owner", ["Ana 1; Bo 2", "ana 0", "Chris 3, Bo 1"]),
            ("Size field", ["Employees", "Annual revenue", "Open roles", "Moon phase"]),
        ]
        rows = [{"Setting": name, "Value": self.one(values)} for name, values in offered if self.chance(0.3)]
        if self.chance(0.7):
            rows.append({"Setting": "Smallest segment", "Value": self.one([1, 1, "2"])})
            rows.append({"Setting": "Small segment", "Value": self.one([3, 4, "8"])})
        return rows

    def tam(self) -> list[dict]:
        if self.chance(0.3):
            return []
        offered = [
            ("Companies in the market", ["100,000", 20000, "10k"]),
            ("Average contract value", ["$12,000", "12k", 5000]),
            ("Serviceable companies", ["20,000", 4000]), ("Winnable share", ["2%", "0.05", "10 %"]),
            ("Revenue target", ["$5M", 1000000, "250k"]),
        ]
        rates = [("Close rate", ["20%", "0.25"]), ("Meeting to opportunity rate", ["40%", "0.5"]),
                 ("Reply to meeting rate", ["30 %"]), ("Reply rate", ["15%", "5%", "0.03"])]
        offered = [pair for pair in offered if self.chance(0.85)] + (rates if self.chance(0.8) else [])
        return [{"Item": name, "Value": self.one(values)} for name, values in offered]

    def plan(self) -> dict:
        segments = self.segments()
        plan = {"format": 1, "icp": self.icp(), "tam": self.tam(), "segments": segments,
                "rules": self.plan_rules(segments), "personas": self.personas() if self.chance(0.6) else [],
                "settings": self.settings(), "columns": self.columns, "results": self.results(segments) if self.chance(0.5) else [],
                "overrides": self.overrides() if self.chance(0.5) else []}
        return plan

    # ------------------------------------------------------------ contacts

    def contact_rows(self) -> tuple[list[str], list[list[str]]]:
        headers = ["First name", "Email", "Email status", "Title"]
        headers += ["Domain"] if self.chance(0.5) else []
        headers += ["Account ID"] if "Account ID" in self.identity and self.chance(0.6) else []
        companies = [company for company in self.companies if company["plain"]]
        rows = [self.contact(headers, self.one(companies)) for _ in range(self.one([2, 4, 6]) * len(companies))]
        return headers, rows

    def contact(self, headers: list[str], company: dict) -> list[str]:
        host = self.one([company["plain"], company["plain"], f"mail.{company['plain']}", "gmail.com"])
        values = {
            "First name": "Sam", "Email": self.one([f"sam@{host}", f"sam@{host}", f"sam@{host}", ""]),
            "Email status": self.one(EMAIL_STATUSES), "Title": self.one(TITLES),
            "Domain": self.one([company["plain"], f"www.{company['plain']}", ""]),
            "Account ID": self.one([company["Account ID"], ""]),
        }
        return [values[header] for header in headers]

    # ------------------------------------------------------------ refusals

    def spoil(self, plan: dict) -> str:
        """Make one fault the design refuses, and say which."""
        good = {"Rule": "Spoilt", "Field": self.headers[0], "Operator": "is known", "Value": "", "Type": "Score"}
        segment = {"Segment": "Lane", "Active": "Yes"}
        faults = {
            "unknown operator": ("icp", good | {"Operator": "matches", "Value": "x"}),
            "Must without a column": ("icp", good | {"Field": "Moon phase", "Type": "Must"}),
            "Exclude without a column": ("icp", good | {"Field": "Moon phase", "Type": "Exclude"}),
            "TAM rule without a column": ("rules", {"For": "TAM", "Field": "Moon phase", "Operator": "is known"}),
            "segment rule without a column": ("rules", {"For": "Lane", "Field": "Moon phase", "Operator": "is known"}),
            "rule for an unknown segment": ("rules", good | {"For": "Nowhere", "Type": ""}),
            "reversed between": ("icp", good | {"Operator": "between", "Value": "500-50"}),
            "Type outside the list": ("icp", good | {"Type": "Maybe"}),
            "Dimension outside the list": ("icp", good | {"Dimension": "Astral"}),
            "If blank outside the list": ("icp", good | {"If blank": "perhaps"}),
            "Importance outside the list": ("icp", good | {"Importance": "Enormous"}),
            "negative Importance": ("icp", good | {"Importance": "-1"}),
            "override tier outside the list": ("overrides", {"Account key": "acme.com", "Tier": "Tier 9"}),
            "Competition outside the list": ("segments", segment | {"Segment": "Spoilt", "Competition": "Fierce"}),
            "nothing weighs": ("icp", None),
        }
        reason = self.one(list(faults))
        table, row = faults[reason]
        if reason == "nothing weighs":
            plan["icp"] = [rule | {"Importance": "0", "Type": self.one(["Score", "Exclude"])} for rule in plan["icp"]]
        else:
            plan[table].append(row)
        if reason == "segment rule without a column":
            plan["segments"].append(segment)
        return reason


def write_csv(path: Path, rows: list[list[str]], encoding: str) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def write_case(seed: int, out: Path) -> None:
    case = Case(seed)
    out.mkdir(parents=True, exist_ok=True)
    for old in ["contacts.csv", "refused.txt"]:
        (out / old).unlink(missing_ok=True)
    rows = case.account_rows()
    encoding = case.one(["utf-8", "utf-8", "utf-8-sig"])
    above = [case.one(TITLES_ABOVE) for _ in range(case.one([1, 2, 3]))] if case.chance(0.12) and len(case.headers) > 5 else []
    headers = case.written_headers()
    if case.has_totals:
        headers, rows = [*headers, "Seats"], case.with_totals(rows)
    write_csv(out / "accounts.csv", [*above, headers, *rows], encoding)
    plan = case.plan()
    if case.chance(0.6):
        headers, contacts = case.contact_rows()
        if contacts:
            write_csv(out / "contacts.csv", [headers, *contacts], encoding)
    if case.chance(1 / 12):
        (out / "refused.txt").write_text(case.spoil(plan) + "\n", encoding="utf-8")
    (out / "plan.json").write_text(json.dumps(plan, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (out / "as_of.txt").write_text(case.as_of.isoformat() + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(arguments)
    write_case(args.seed, args.out)


if __name__ == "__main__":
    main()
