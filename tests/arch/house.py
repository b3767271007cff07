#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file of the house keeps: licence line, length, no junk rooms, no names of places outside it."""
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
JUNK = {"utils", "util", "common", "helpers", "manager", "managers", "misc"}
MAX_LINES = 400
OUTSIDE = re.compile(r"(^|[^.a-z])/(work|farm)/|\.\./(shared)")
STRING_CONNECT = re.compile(r"\b(SIGNAL|SLOT)\s*\(")
WAITS = re.compile(r"processEvents|QEventLoop|waitForFinished\(|BlockingQueuedConnection|\bsetMenu\(")
# Work of the global pool ends when nobody waits for it any more; Workplace::work() is waited for.
NOBODYS_WORK = re.compile(r"QtConcurrent::run\(\s*(?!&m_|&pool\b)")


def files():
    listed = subprocess.run(["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=True).stdout
    return [TOP / name for name in listed.splitlines()]


def faults():
    for path in files():
        rest = path.relative_to(TOP)
        if not path.exists():
            continue
        for part in rest.parts[:-1]:
            if part.lower() in JUNK:
                yield f"{rest}: a junk room"
        if path.suffix in (".h", ".cpp"):
            lines = path.read_text(encoding="utf-8").splitlines()
            if not lines or "SPDX-License-Identifier: GPL-3.0-or-later" not in lines[0]:
                yield f"{rest}: no licence line"
            if len(lines) > MAX_LINES:
                yield f"{rest}: {len(lines)} lines, {MAX_LINES} at most"
            text = "\n".join(lines)
            if path.suffix == ".h" and "#pragma once" not in text:
                yield f"{rest}: no #pragma once"
            if STRING_CONNECT.search(text):
                yield f"{rest}: a connect by strings"
            if rest.parts[0] == "ui" or rest.parts[:2] == ("app", "desk"):
                if NOBODYS_WORK.search(text):
                    yield f"{rest}: work on a pool nobody waits for"
            # A line that waits on a thread of its own says which.
            waiting = [line for line in lines if WAITS.search(line) and "thread of its own" not in line]
            if rest.parts[0] in ("app", "ui") and waiting:
                yield f"{rest}: waits on the GUI thread"
        if path.suffix in (".h", ".cpp", ".py", ".sh", ".md", ".txt", ".cmake", ".json", ".yaml") and rest.name != "house.py":
            if OUTSIDE.search(path.read_text(encoding="utf-8", errors="replace")):
                yield f"{rest}: names a place outside the repository"


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found) if found else "house: in order")
    sys.exit(1 if found else 0)
