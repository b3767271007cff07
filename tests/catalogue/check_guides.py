#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The committed guides are what the converter wrote, and keep its promises. Runs nothing, needs no network.

    check_guides.py GUIDES_FOLDER DATA_FOLDER [--record]

DATA_FOLDER holds digests.txt (SHA-256), sm3.json (openssl) and tolerance_pairs.json; --record writes them after a run
of resources/guides/convert.py.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys


def beyond_promise(guide):
    """Pairs of situation and material whose own days outlast the promise; one axis moves at a time."""
    materials = guide["materials"]
    standard = {axis["id"]: axis["default"] for axis in guide["axes"]}
    choices = [standard]
    for axis in guide["axes"]:
        choices += [standard | {axis["id"]: s["id"]} for s in axis["situations"] if s["id"] != axis["default"]]
    pairs = 0
    for choice in choices:
        chosen = [s for axis in guide["axes"] for s in axis["situations"] if s["id"] == choice[axis["id"]]]
        add = {m for s in chosen for m in s.get("add", [])}
        drop = {m for s in chosen for m in s.get("drop", [])}
        limits = [s["promisedDays"] for s in chosen if "promisedDays" in s]
        limit = max(limits) if limits else guide["promisedDays"]
        due = [m for m in materials if (m["base"] or m["id"] in add) and m["id"] not in drop]
        pairs += sum(1 for m in due if m["tolerable"] and m["tolerableDays"] > limit)
    return pairs


def record(folder, data, guides, digests, pairs):
    (data / "digests.txt").write_text(digests)
    sm3 = {guide["code"]: subprocess.run(["openssl", "dgst", "-sm3", "-r", f"{folder}/{name}"], check=True,
                                         capture_output=True, text=True).stdout.split()[0]
           for name, guide in guides.items()}
    (data / "sm3.json").write_text(json.dumps(sm3, indent=1) + "\n")
    (data / "tolerance_pairs.json").write_text(json.dumps({"pairs": pairs}) + "\n")


def main(folder, data, *options):
    paths = sorted(pathlib.Path(folder).glob("*.json"))
    guides = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    digests = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)
    pairs = sum(map(beyond_promise, guides.values()))
    data = pathlib.Path(data)
    if options == ("--record",):
        record(folder, data, guides, digests, pairs)
    assert len(guides) == 63, len(guides)
    assert (data / "digests.txt").read_text() == digests, "the guides are not those the converter wrote"
    assert json.loads((data / "tolerance_pairs.json").read_text())["pairs"] == pairs == 147, pairs
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert "http" not in text, f"{path.name}: a link to a source"
        for value in re.findall(r'"((?:[^"\\]|\\.)*)"', text):
            assert not re.search(r"[一-龥][()]|[()][一-龥]", value), f"{path.name}: half-width brackets in {value}"
    print("63 guides,", pairs, "pairs")


main(*sys.argv[1:])
