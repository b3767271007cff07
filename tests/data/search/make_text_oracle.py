#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plain scan finds: for every character and every pair of neighbours in the names, short names and aliases of
the built-in guides the codes of all guides that hold it. Written once to text_oracle.json, compared by the tests.

    make_text_oracle.py GUIDES_FOLDER OUT.json
"""
import json
import pathlib
import sys


def main(folder, out):
    terms = {}
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        guide = json.loads(path.read_text(encoding="utf-8"))
        kept = ["".join(c for c in term.lower() if c.isalnum())
                for term in [guide["name"], guide["shortName"], *guide["aliases"]]]
        terms[guide["code"]] = kept
    chinese = lambda text: all(c >= "\u3400" for c in text)
    queries = {t[i:i + n] for ts in terms.values() for t in ts for n in (1, 2) for i in range(len(t) - n + 1)}
    oracle = {query: sorted(code for code, ts in terms.items() if any(query in t for t in ts))
              for query in sorted(filter(chinese, queries))}
    lines = ",\n".join(f" {json.dumps(q, ensure_ascii=False)}: {json.dumps(codes)}" for q, codes in oracle.items())
    pathlib.Path(out).write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    print(len(oracle), "queries")


main(*sys.argv[1:])
