#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dependency rule of the house, read from #include lines and from CMake link lines.

domain <- {record, pipe}; record <- {catalogue, ledger, capture, papers, devices} <- sync <- desk <- {ui, ctl}
Those in braces do not include each other; pipe is for capture and devices, who keep helper processes; the centre uses domain, record and catalogue only. No widgets below ui/,
SQL in ledger and center only, HTTP in sync and center only, no QPrinter (papers go to CUPS as they are, through devices).
Prints each breach as file:line and exits 1 when there is one. `--self-test` breaks the rule in memory and must see it.
"""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
MIDDLE = {"catalogue", "ledger", "capture", "papers", "devices"}
CORE = {"domain", "record"}
ALLOWED = {
    "domain": set(),
    "record": {"domain"},
    "pipe": {"domain"},
    **{room: CORE for room in MIDDLE},
    "capture": CORE | {"pipe"},
    "devices": CORE | {"pipe"},
    "sync": CORE | MIDDLE,
    "desk": CORE | MIDDLE | {"sync"},
    "ctl": {"desk", "domain", "record", "catalogue", "ledger", "capture", "papers", "sync"},
    "center": CORE | {"catalogue"},
    "ui": {"desk", "domain", "catalogue"},
}
# ui/main.cpp and app/ctl are composition roots: they build what the others only use.
ROOTS = {"ui/main.cpp": {"record", "sync", "capture", "ledger", "papers"}}
WIDGETS = re.compile(r"^Q(Widget|Application|MessageBox|Dialog|MainWindow|PushButton|LineEdit|Label|tWidgets|Printer|PrintDialog|(List|Table|Tree|Header|Column|AbstractItem|Graphics|Pdf)View$)")
SQL = re.compile(r"^(QSql.*|QtSql.*|sqlite3\.h)$")
HTTP = re.compile(r"^(QNetwork.*|QSsl.*|QtNetwork.*|boost/beast.*|boost/asio.*)$")
PRINT = re.compile(r"^(QPrint.*|QtPrintSupport.*)$")
LINK_WIDGETS = re.compile(r"Qt6::(Widgets|PrintSupport|PdfWidgets|SvgWidgets)")
LINK_SQL = re.compile(r"Qt6::Sql|SQLite::SQLite3")
LINK_HTTP = re.compile(r"Qt6::Network|Boost::")


def room_of(path):
    parts = path.parts
    return parts[1] if parts[0] == "app" else parts[0]


def breaches_of_source(path, text):
    room = room_of(path)
    allowed = ALLOWED[room] | {room} | ROOTS.get(path.as_posix(), set())
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        name = match.group(2)
        first = name.split("/")[0]
        if match.group(1) == '"' and "/" in name and first in ALLOWED and first not in allowed:
            yield f"{path}:{number}: {room} must not include {first} ({name})"
        plain = name.split("/")[-1]
        if room != "ui" and WIDGETS.match(plain) and not name.startswith("catch2"):
            yield f"{path}:{number}: widgets below ui/ ({name})"
        if room not in ("ledger", "center") and SQL.match(name):
            yield f"{path}:{number}: SQL outside ledger and center ({name})"
        if room not in ("sync", "center") and HTTP.match(name):
            yield f"{path}:{number}: HTTP outside sync and center ({name})"
        if PRINT.match(name):
            yield f"{path}:{number}: QPrinter draws papers anew ({name})"


def breaches_of_cmake(path, text):
    room = room_of(path)
    allowed = ALLOWED[room] | {room}
    if room in ("ui",):
        allowed |= {"record", "sync", "capture", "ledger", "papers", "words"}
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("#")[0]
        for target in re.findall(r"ow::([a-z_]+)|ow_([a-z_]+)", code):
            other = (target[0] or target[1]).split("_")[0]
            if other in ALLOWED and other not in allowed:
                yield f"{path}:{number}: {room} must not link ow::{other}"
        if room != "ui" and LINK_WIDGETS.search(code):
            yield f"{path}:{number}: {room} must not link widgets"
        if room not in ("ledger", "center") and LINK_SQL.search(code):
            yield f"{path}:{number}: {room} must not link a database"
        if room not in ("sync", "center") and LINK_HTTP.search(code):
            yield f"{path}:{number}: {room} must not link a network library"


def all_breaches():
    found = []
    for folder in ("app", "ui", "center"):
        for path in sorted((TOP / folder).rglob("*")):
            rest = path.relative_to(TOP)
            if path.name == "CMakeLists.txt" and len(rest.parts) > (2 if folder == "app" else 1):
                found += breaches_of_cmake(rest, path.read_text(encoding="utf-8"))
            elif path.suffix in (".h", ".cpp"):
                found += breaches_of_source(rest, path.read_text(encoding="utf-8"))
    return found


def self_test():
    bad = [
        ("app/domain/x.cpp", '#include "record/entry.h"'),
        ("app/ledger/x.cpp", '#include "papers/paperrequest.h"'),
        ("app/papers/x.cpp", '#include "pipe/frames.h"'),
        ("app/pipe/x.cpp", '#include "record/entry.h"'),
        ("app/desk/x.cpp", "#include <QWidget>"),
        ("app/desk/x.cpp", "#include <QSqlQuery>"),
        ("app/papers/x.cpp", "#include <QNetworkReply>"),
        ("ui/cases/x.cpp", '#include "ledger/ledger.h"'),
        ("ui/cases/x.cpp", "#include <QPrinter>"),
        ("center/x.cpp", '#include "ledger/ledger.h"'),
    ]
    missed = [b for b in bad if not list(breaches_of_source(pathlib.PurePosixPath(b[0]), b[1]))]
    cmake = [("app/domain/CMakeLists.txt", "    PUBLIC ow::ledger"), ("app/desk/CMakeLists.txt", "Qt6::Widgets")]
    missed += [b for b in cmake if not list(breaches_of_cmake(pathlib.PurePosixPath(b[0]), b[1]))]
    for breach in missed:
        print("not seen:", *breach)
    return 1 if missed else 0


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        sys.exit(self_test())
    result = all_breaches()
    print("\n".join(result) if result else "layers: the rule holds")
    sys.exit(1 if result else 0)
