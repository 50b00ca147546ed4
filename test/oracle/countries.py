"""Countries and sales regions, for "Edges, Country" of the design.

A table of about ninety countries, written for this oracle alone: ISO code of two letters, of three,
the regions it belongs to, and the names people type. A name that is not here stays plain text.
"""

from __future__ import annotations

import unicodedata

# code | three letters | regions | names, separated by a slash
_TABLE = """
US|USA|NA|United States/United States of America/U.S./U.S.A./America
CA|CAN|NA|Canada
MX|MEX|LATAM|Mexico
GB|GBR|EMEA|United Kingdom/UK/U.K./Great Britain/Britain/England/Scotland/Wales/Northern Ireland
IE|IRL|EMEA|Ireland/Republic of Ireland
DE|DEU|EMEA DACH|Germany/Deutschland
AT|AUT|EMEA DACH|Austria
CH|CHE|EMEA DACH|Switzerland
FR|FRA|EMEA|France
NL|NLD|EMEA BENELUX|Netherlands/The Netherlands/Holland
BE|BEL|EMEA BENELUX|Belgium
LU|LUX|EMEA BENELUX|Luxembourg
SE|SWE|EMEA NORDICS|Sweden
NO|NOR|EMEA NORDICS|Norway
DK|DNK|EMEA NORDICS|Denmark
FI|FIN|EMEA NORDICS|Finland
IS|ISL|EMEA NORDICS|Iceland
ES|ESP|EMEA|Spain
PT|PRT|EMEA|Portugal
IT|ITA|EMEA|Italy
GR|GRC|EMEA|Greece
MT|MLT|EMEA|Malta
CY|CYP|EMEA|Cyprus
PL|POL|EMEA|Poland
CZ|CZE|EMEA|Czech Republic/Czechia
SK|SVK|EMEA|Slovakia
HU|HUN|EMEA|Hungary
RO|ROU|EMEA|Romania
BG|BGR|EMEA|Bulgaria
HR|HRV|EMEA|Croatia
SI|SVN|EMEA|Slovenia
RS|SRB|EMEA|Serbia
UA|UKR|EMEA|Ukraine
EE|EST|EMEA|Estonia
LV|LVA|EMEA|Latvia
LT|LTU|EMEA|Lithuania
TR|TUR|EMEA|Turkey/Türkiye
RU|RUS|EMEA|Russia/Russian Federation
IL|ISR|EMEA|Israel
AE|ARE|EMEA|United Arab Emirates/UAE/U.A.E.
SA|SAU|EMEA|Saudi Arabia
QA|QAT|EMEA|Qatar
KW|KWT|EMEA|Kuwait
BH|BHR|EMEA|Bahrain
OM|OMN|EMEA|Oman
JO|JOR|EMEA|Jordan
LB|LBN|EMEA|Lebanon
EG|EGY|EMEA|Egypt
MA|MAR|EMEA|Morocco
TN|TUN|EMEA|Tunisia
DZ|DZA|EMEA|Algeria
ZA|ZAF|EMEA|South Africa
NG|NGA|EMEA|Nigeria
KE|KEN|EMEA|Kenya
GH|GHA|EMEA|Ghana
ET|ETH|EMEA|Ethiopia
TZ|TZA|EMEA|Tanzania
UG|UGA|EMEA|Uganda
RW|RWA|EMEA|Rwanda
SN|SEN|EMEA|Senegal
BR|BRA|LATAM|Brazil/Brasil
AR|ARG|LATAM|Argentina
CL|CHL|LATAM|Chile
CO|COL|LATAM|Colombia
PE|PER|LATAM|Peru
UY|URY|LATAM|Uruguay
PY|PRY|LATAM|Paraguay
BO|BOL|LATAM|Bolivia
EC|ECU|LATAM|Ecuador
VE|VEN|LATAM|Venezuela
CR|CRI|LATAM|Costa Rica
PA|PAN|LATAM|Panama
GT|GTM|LATAM|Guatemala
DO|DOM|LATAM|Dominican Republic
IN|IND|APAC|India
CN|CHN|APAC|China
HK|HKG|APAC|Hong Kong
TW|TWN|APAC|Taiwan
JP|JPN|APAC|Japan
KR|KOR|APAC|South Korea/Republic of Korea/Korea
SG|SGP|APAC|Singapore
MY|MYS|APAC|Malaysia
ID|IDN|APAC|Indonesia
TH|THA|APAC|Thailand
VN|VNM|APAC|Vietnam/Viet Nam
PH|PHL|APAC|Philippines
AU|AUS|APAC|Australia
NZ|NZL|APAC|New Zealand
PK|PAK|APAC|Pakistan
BD|BGD|APAC|Bangladesh
LK|LKA|APAC|Sri Lanka
"""


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _read_table() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    codes: dict[str, str] = {}
    regions: dict[str, set[str]] = {}
    for line in _TABLE.strip().splitlines():
        code, three, belongs, names = line.split("|")
        for name in [code, three, *names.split("/")]:
            codes[_fold(name)] = code
        for region in belongs.split():
            regions.setdefault(_fold(region), set()).add(code)
    return codes, {name: frozenset(members) for name, members in regions.items()}


CODES, REGIONS = _read_table()


def country_code(text: str) -> str | None:
    """The ISO code of a typed country, or None."""
    return CODES.get(_fold(text))


def countries_meant(text: str) -> frozenset[str] | None:
    """The countries a rule's value stands for: a region's members, or the one country; None if unknown."""
    region = REGIONS.get(_fold(text))
    if region is not None:
        return region
    code = country_code(text)
    return None if code is None else frozenset([code])
