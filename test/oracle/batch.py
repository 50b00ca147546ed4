"""Random cases with the oracle's answers, many in one process.

    python3 batch.py --from 0 --to 300 --out DIR

writes DIR/<seed>/ with accounts.csv, plan.json, as_of.txt, sometimes contacts.csv, and either oracle.json and
oracle.csv or refused.txt.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from pathlib import Path

import random_cases
import reading


def read_case(folder: Path) -> None:
    """The oracle's reading of one case; a plan it refuses leaves no answer."""
    contacts = folder / "contacts.csv"
    arguments = [str(folder / "accounts.csv"), "--plan", str(folder / "plan.json")]
    if contacts.exists():
        arguments += ["--contacts", str(contacts)]
    arguments += ["--as-of", (folder / "as_of.txt").read_text().strip()]
    arguments += ["--json", str(folder / "oracle.json"), "--scores", str(folder / "oracle.csv")]
    arguments += ["--work", str(folder / "oracle_work.csv")]
    with contextlib.redirect_stderr(io.StringIO()):
        with contextlib.suppress(SystemExit):
            reading.main(arguments)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--from", dest="first", type=int, required=True)
    parser.add_argument("--to", dest="last", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    for seed in range(given.first, given.last):
        folder = given.out / str(seed)
        folder.mkdir(parents=True, exist_ok=True)
        random_cases.main(["--seed", str(seed), "--out", str(folder)])
        read_case(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
