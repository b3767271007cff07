#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values for `onewindow-ctl check`, with check digits worked out here and not by the program.

Usage: make_identifiers.py > identifiers.tsv

Columns: kind, value, valid, code of the reason ("-" = none). Check digits by GB 11643 (ISO 7064 MOD 11-2), GB 32100
(modulo 31) and GB 16735 (ISO 3779, modulo 11).
"""

USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
VIN = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4,
                                                     5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9]))
VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]


def person(first17: str) -> str:
    total = sum(int(d) * pow(2, 17 - n, 11) for n, d in enumerate(first17))
    return first17 + "10X98765432"[total % 11]


def body(first17: str) -> str:
    total = sum(USCC.index(c) * pow(3, n, 31) for n, c in enumerate(first17))
    return first17 + USCC[(31 - total % 31) % 31]


def vin(text: str) -> str:
    rest = sum(VIN[c] * w for c, w in zip(text, VIN_WEIGHTS)) % 11
    return text[:8] + "0123456789X"[rest] + text[9:]


def wrong(text: str, place: int, alphabet: str) -> str:
    return text[:place] + alphabet[(alphabet.index(text[place]) + 1) % len(alphabet)] + text[place + 1:]


def main() -> None:
    rows = []
    for first in ("11010519491231002", "62010219900307781", "62272219850101001", "44052418800101001",
                  "62010220000229123", "65010419751130444"):
        number = person(first)
        born = int(first[6:10])
        rows.append(("id18", number, born >= 1900, "-" if born >= 1900 else "id18.before_1900"))
    good = person("62010219900307781")
    rows += [
        ("id18", wrong(good, 17, "0123456789X"), False, "id18.check_digit"),
        ("id18", wrong(good, 9, "0123456789"), False, "id18.check_digit"),
        ("id18", "11010519491231002x", True, "-"),
        ("id18", good[:6] + " " + good[6:14] + " " + good[14:], True, "-"),
        ("id18", good[:17], False, "id18.length"),
        ("id18", good + "1", False, "id18.length"),
        ("id18", "620102900307781", False, "id18.old15"),
        ("id18", "6201021990O3077812", False, "id18.character"),
        ("id18", person("99010219900307781"), False, "id18.region"),
        ("id18", person("62010219900230781"), False, "id18.date"),
        ("id18", person("62010219010229123"), False, "id18.date"),
        ("id18", person("62010220990307781"), False, "id18.future"),
        ("id18", "", False, "empty"),
    ]
    for first in ("11321281014422263", "91100000100003962", "91620000MA71ABCD1", "12620000438001234",
                  "92620102MA74ABCD2", "52620000MJX123456"):
        rows.append(("uscc", body(first), True, "-"))
    code = body("91620000MA71ABCD1")
    rows += [
        ("uscc", wrong(code, 17, USCC), False, "uscc.check_character"),
        ("uscc", wrong(code, 11, USCC), False, "uscc.check_character"),
        ("uscc", code.lower(), True, "-"),
        ("uscc", code[:17], False, "uscc.length"),
        ("uscc", "620100000012345", False, "uscc.old15"),
        ("uscc", code[:9] + "O" + code[10:], False, "uscc.character"),
        ("uscc", body("B1321281014422263"), False, "uscc.authority"),
        ("uscc", body("11991281014422263"), False, "uscc.region"),
        ("uscc", "", False, "empty"),
    ]
    for plate in ("甘A12345", "甘AB12C3", "甘AD12345", "甘A12345D", "甘A1234挂", "甘A1234学", "甘O1234警",
                  "粤Z1234港", "使224578", "沪A0023领", "甘a·1 2345"):
        rows.append(("plate", plate, True, "-"))
    rows += [
        ("plate", "甘A1234", False, "plate.length"),
        ("plate", "干A12345", False, "plate.province"),
        ("plate", "AA12345", False, "plate.province"),
        ("plate", "甘I12345", False, "plate.letter"),
        ("plate", "甘112345", False, "plate.letter"),
        ("plate", "甘A1O345", False, "plate.character"),
        ("plate", "甘A1234567", False, "plate.length"),
        ("plate", "", False, "empty"),
    ]
    for text in ("1M8GDM9A0KP042788", "LSVAM4180C2184847", "LFV2A21K0A3000001", "11111111111111111"):
        rows.append(("vin", vin(text), True, "-"))
    number = vin("LSVAM4180C2184847")
    rows += [
        ("vin", wrong(number, 8, "0123456789X"), True, "vin.check_digit"),
        ("vin", wrong(number, 16, "0123456789"), True, "vin.check_digit"),
        ("vin", number.lower(), True, "-"),
        ("vin", number[:16], False, "vin.length"),
        ("vin", number[:3] + "I" + number[4:], False, "vin.character"),
        ("vin", number[:3] + "Q" + number[4:], False, "vin.character"),
        ("vin", "", False, "empty"),
    ]
    rows += [("mobile", value, True, "-") for value in
             ("13993100001", "19912345678", "+8613993100001", "139-9310-0001", "１３９９３１００００１")]
    rows += [
        ("mobile", "1399310000", False, "mobile.length"),
        ("mobile", "139931000011", False, "mobile.length"),
        ("mobile", "12993100001", False, "mobile.prefix"),
        ("mobile", "23993100001", False, "mobile.prefix"),
        ("mobile", "1399310000A", False, "mobile.character"),
        ("mobile", "", False, "empty"),
    ]
    print("# kind\tvalue\tvalid\tcode; made by make_identifiers.py")
    for kind, value, valid, reason in rows:
        print(kind, value, "yes" if valid else "no", reason, sep="\t")


if __name__ == "__main__":
    main()
