#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check characters of ISO 7064 MOD 37,36 for tests/domain, worked out apart from the program.

Usage: generate.py > mod37_36.json

Rather than running the standard's recursion forwards to a result, each character of the alphabet is tried at the end
and the one is taken for which the whole string checks: after the last character the sum modulo 36 must be 1.
The published GRid A12425GABC1234002M is checked first.
"""
import json
import random
import string
import sys

ALPHABET = string.digits + string.ascii_uppercase


def holds(text: str) -> bool:
    carried = 36
    for place, character in enumerate(text):
        total = carried + ALPHABET.index(character)
        total = total - 36 if total > 36 else total
        if place == len(text) - 1:
            return total % 36 == 1
        carried = (total * 2) % 37
    return False


def check_character(text: str) -> str:
    fitting = [character for character in ALPHABET if holds(text + character)]
    assert len(fitting) == 1, (text, fitting)
    return fitting[0]


def main() -> int:
    assert check_character("A12425GABC1234002") == "M"
    rng = random.Random(7064)
    numbers = []
    halls = ["JT62", "JT6201", "JT620102", "YL"]
    stations = ["W01", "W03", "W03B", "W17", "K99Z", "A00"]
    for _ in range(600):
        day = f"{rng.randint(2018, 2099)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
        serial = rng.choice([rng.randint(1, 9999), rng.randint(10000, 999999999)])
        parts = [rng.choice(halls), rng.choice(stations), day, f"{serial:04}"]
        numbers.append({"number": "-".join(parts + [check_character("".join(parts))]), "hall": parts[0],
                        "station": parts[1], "day": day, "serial": serial})
    strings = []
    for length in range(1, 41):
        for _ in range(10):
            text = "".join(rng.choice(ALPHABET) for _ in range(length))
            strings.append([text, check_character(text)])
    example = check_character("JT62W03202611230007")
    training = check_character("YLW03202611230007")
    json.dump({"published": [["A12425GABC1234002", "M"]],
               "examples": [f"JT62-W03-20261123-0007-{example}", f"YL-W03-20261123-0007-{training}"],
               "numbers": numbers, "strings": strings}, sys.stdout, indent=0)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
