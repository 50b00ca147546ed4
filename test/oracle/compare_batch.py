"""Compare a folder of cases: each holds oracle.json and oracle.csv, ours.json and ours.csv, or a refusal on both sides.

    python3 compare_batch.py DIR

Prints `CASE path: oracle | product` for each difference; exit 1 when there is any.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from compare import differences, read_rows, score_differences


def case_differences(folder: Path) -> list[str]:
    refused = (folder / "refused.txt").exists()
    refusal = folder / "ours_refused.txt"
    if refused or refusal.exists():
        if refused and refusal.exists():
            return []
        said = refusal.read_text() if refusal.exists() else "nothing"
        return [f"refused: {refused} | {said}"]
    ours, theirs = (json.loads((folder / name).read_text(encoding="utf-8")) for name in ["oracle.json", "ours.json"])
    rows = [read_rows(str(folder / name)) for name in ["oracle.csv", "ours.csv"]]
    work = [read_rows(str(folder / name)) for name in ["oracle_work.csv", "ours_work.csv"]]
    return [*differences("", ours, theirs), *score_differences(rows[0], rows[1]), *score_differences(work[0], work[1])]


def main(arguments: list[str]) -> int:
    found = 0
    for folder in sorted(Path(arguments[0]).iterdir(), key=lambda path: int(path.name)):
        for line in case_differences(folder):
            print(f"{folder.name} {line}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
