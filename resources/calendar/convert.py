#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes holidays.json, the calendar the program ships, from a list of the State Council's holiday notices.

Usage: convert.py NOTICES.json [VERSION] > holidays.json

NOTICES.json holds meta.years and days[] of {date, name, type: holiday|workday}. The administrator's import takes
the same form as the output, so next year's notice can be prepared with this script.
"""
import datetime
import json
import sys


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as file:
        source = json.load(file)
    version = int(sys.argv[2]) if len(sys.argv) == 3 else 1
    lists = {"holiday": [], "workday": []}
    for day in sorted(source["days"], key=lambda entry: entry["date"]):
        date = datetime.date.fromisoformat(day["date"])
        if day["type"] == "workday" and date.weekday() < 5:
            raise SystemExit(f"{date} is a make-up workday, but no Saturday or Sunday")
        lists[day["type"]].append({"date": day["date"], "name": day["name"]})

    def rows(name: str) -> str:
        return ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in lists[name])

    print("{")
    print('  "format": "onewindow-calendar/1",')
    print(f'  "version": {version},')
    print(f'  "years": {json.dumps(sorted(source["meta"]["years"]))},')
    print(f'  "holidays": [\n{rows("holiday")}\n  ],')
    print(f'  "workdays": [\n{rows("workday")}\n  ]')
    print("}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
