#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums of working days for tests/domain, worked out apart from the program.

Usage: generate.py NOTICES.json > workdays.json

NOTICES.json is the list of the State Council's notices that resources/calendar was made from. Every day of the
covered years and of the year after is written down as worked or not; sums are read off that list by position, not
by counting forward as the program does.

sums: [from, working days, due, certain]; between: [from, to, working days after from up to to]; days: every day on
which Monday-Friday would be wrong: [date, worked].
pauses: [accepted, limit, [[from, to], ...], due] by Art. 45: days from the start of a pause to the day before its end
are taken out of the list of workdays before reading off the position.
"""
import bisect
import datetime
import json
import random
import sys

DAY = datetime.timedelta(days=1)


def main() -> int:
    with open(sys.argv[1], encoding="utf-8") as file:
        source = json.load(file)
    kinds = {datetime.date.fromisoformat(d["date"]): d["type"] for d in source["days"]}
    years = source["meta"]["years"]
    start = datetime.date(min(years) - 1, 1, 1)
    end = datetime.date(max(years) + 1, 12, 31)
    covered_from, covered_to = datetime.date(min(years), 1, 1), datetime.date(max(years), 12, 31)

    def worked(day: datetime.date) -> bool:
        return kinds[day] == "workday" if day in kinds else day.weekday() < 5

    every = [start + DAY * n for n in range((end - start).days + 1)]
    workdays = [day for day in every if worked(day)]

    def due(day: datetime.date, count: int) -> datetime.date:
        return day if count == 0 else workdays[bisect.bisect_right(workdays, day) + count - 1]

    def certain(first: datetime.date, last: datetime.date) -> bool:
        return first == last or (first + DAY >= covered_from and last <= covered_to)

    rng = random.Random(82)
    sums = []
    # All days around each holiday, with the periods the law names.
    near = sorted({d + DAY * n for d in kinds for n in range(-6, 3) if covered_from <= d + DAY * n <= covered_to})
    for day in near:
        for count in (5, 10, 20):
            sums.append((day, count))
    for _ in range(800):
        day = covered_from + DAY * rng.randint(0, (covered_to - covered_from).days)
        sums.append((day, rng.choice([0, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90])))
    for offset in range(0, 60):  # running out of the calendar, and before it
        sums.append((covered_to - DAY * offset, rng.choice([1, 5, 20])))
        sums.append((covered_from - DAY * offset, rng.choice([1, 5, 20])))
    rows = [[str(day), count, str(due(day, count)), certain(day, due(day, count))] for day, count in sums]

    between = []
    for _ in range(500):
        a, b = (covered_from + DAY * rng.randint(0, (covered_to - covered_from).days) for _ in range(2))
        count = sum(1 for day in workdays if min(a, b) < day <= max(a, b))
        between.append([str(a), str(b), count if a <= b else -count])

    pauses = []
    for _ in range(300):
        accepted = covered_from + DAY * rng.randint(0, 365 * 7)
        limit = rng.choice([5, 10, 20, 45])
        spans = []
        for _ in range(rng.randint(0, 3)):
            first = accepted + DAY * rng.randint(-10, 80)
            spans.append((first, first + DAY * rng.randint(0, 40)))
        left = [day for day in workdays if day > accepted and not any(a <= day < b for a, b in spans)]
        pauses.append([str(accepted), limit, [[str(a), str(b)] for a, b in spans], str(left[limit - 1])])

    def lines(entries: list) -> str:
        return "[\n" + ",\n".join(json.dumps(entry) for entry in entries) + "\n]"

    odd = [[str(day), worked(day)] for day in every if worked(day) != (day.weekday() < 5)]
    print("{")
    print(f'"sums": {lines(rows)},\n"between": {lines(between)},\n"days": {lines(odd)},\n"pauses": {lines(pauses)}')
    print("}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
