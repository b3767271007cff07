#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the tour did against what window and centre say they have, by their own exports; completes tour.json.

compare.py TOUR.json EXPORT.jsonl CASES.json: every case of the tour must be once at the window and once at the centre,
with the same state, and neither may have any other.
"""
import collections
import json
import sys


def main(tour_path, export_path, cases_path):
    with open(tour_path, encoding="utf-8") as file:
        tour = json.load(file)
    centre = collections.Counter()
    states = {}
    with open(export_path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if "number" in row:
                centre[row["number"]] += 1
                states[row["number"]] = row.get("state")
    with open(cases_path, encoding="utf-8") as file:
        listed = json.load(file)["cases"]
    window = collections.Counter(row["number"] for row in listed)
    faults = []
    for case in tour["cases"]:
        number = case["number"]
        case["window"] = window[number]
        case["centre"] = centre[number]
        if window[number] != 1 or centre[number] != 1:
            faults.append(f"{number}: {window[number]} at the window, {centre[number]} at the centre")
        local = next((row["state"] for row in listed if row["number"] == number), None)
        if local != states.get(number):
            faults.append(f"{number}: {local} at the window, {states.get(number)} at the centre")
    known = {case["number"] for case in tour["cases"]}
    for number in (set(window) | set(centre)) - known:
        faults.append(f"{number}: not of the tour")
    with open(tour_path, "w", encoding="utf-8") as file:
        json.dump(tour, file, ensure_ascii=False, indent=2)
        file.write("\n")
    print(json.dumps(tour, ensure_ascii=False))
    for fault in faults:
        print("tour:", fault, file=sys.stderr)
    return 1 if faults or not tour["cases"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
