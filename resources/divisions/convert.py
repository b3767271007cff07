#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes gansu.inc, the divisions compiled into the domain, from the list in force and the former codes.

Usage: convert.py DIVISIONS.json > gansu.inc

DIVISIONS.json holds divisions[] of {code, name, level, parent, official_mca_code?} and historic[] of the same.
historic.tsv beside this script holds code and name of what GB/T 2260 named between 1984 and 2016; a code that is
still in force is taken from DIVISIONS.json.
"""
import json
import pathlib
import sys


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as file:
        source = json.load(file)
    rows = {}
    for line in (pathlib.Path(__file__).parent / "historic.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name = line.split("\t")
            rows[code] = (name, "620000" if code.endswith("00") else code[:4] + "00", "Historic")
    for division in source["historic"]:
        rows[division["code"]] = (division["name"], division["parent"], "Historic")
    for division in source["divisions"]:
        status = "Current" if division.get("official_mca_code", True) else "Statistical"
        if status == "Statistical" and division["code"] in rows:
            continue  # once a code of GB/T 2260: it lives on in ID numbers
        rows[division["code"]] = (division["name"], division["parent"] or "0", status)
    print("// SPDX-License-Identifier: GPL-3.0-or-later")
    print("// Made by resources/divisions/convert.py; do not edit. Code, name, parent, status; by code.")
    for code in sorted(rows):
        name, parent, status = rows[code]
        assert parent == "0" or parent in rows, f"{code} has no parent {parent}"
        print(f'{{ {code}, u"{name}", {parent}, DivisionStatus::{status} }},')
    return 0


if __name__ == "__main__":
    sys.exit(main())
