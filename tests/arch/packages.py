#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the packages promise agrees with the programs: one version everywhere, every command and option of a program in
its manual page, icons of the size they say, a service whose settings and user exist.
`packages.py BIN` asks the programs in the folder BIN; `packages.py` alone leaves the manual pages out."""
import configparser
import os
import pathlib
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as xml

TOP = pathlib.Path(__file__).resolve().parents[2]
INSTALLER = TOP / "installer"
APP = "cn.gov.gansu.onewindow"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
PAGES = {"onewindow": "onewindow.1", "onewindow-ctl": "onewindow-ctl.1", "onewindow-center": "onewindow-center.8"}
# Of Qt itself, in every program alike.
EVERYWHERE = {"--help", "--help-all"}


def versions():
    project = re.search(r"project\(onewindow VERSION (\S+)", (TOP / "CMakeLists.txt").read_text())[1]
    changelog = re.match(r"onewindow \((\S+)\)", (INSTALLER / "debian/changelog").read_text())
    release = xml.parse(INSTALLER / f"desktop/{APP}.metainfo.xml").find("releases/release")
    for where, found in (("debian/changelog", changelog and changelog[1]), ("metainfo.xml", release.get("version"))):
        if found != project:
            yield f"{where}: version {found}, the project has {project}"


def desktop():
    parser = configparser.RawConfigParser(delimiters="=", comment_prefixes="#")
    parser.optionxform = str
    parser.read_string((INSTALLER / f"desktop/{APP}.desktop").read_text(encoding="utf-8"))
    entry = parser["Desktop Entry"]
    if entry.get("Name[zh_CN]") != "陇运一窗" or entry.get("Exec") != "onewindow" or entry.get("Icon") != APP:
        yield "desktop file: name, program or icon is another's"
    root = xml.parse(INSTALLER / f"desktop/{APP}.metainfo.xml").getroot()
    if root.findtext("id") != APP or root.findtext("launchable") != f"{APP}.desktop":
        yield "metainfo.xml: names another desktop file"
    if f'setDesktopFileName(QStringLiteral("{APP}"))' not in (TOP / "ui/main.cpp").read_text(encoding="utf-8"):
        yield "ui/main.cpp: the window names another desktop file"
    for size in SIZES:
        picture = INSTALLER / f"desktop/icons/{size}/{APP}.png"
        head = picture.read_bytes()[:24] if picture.exists() else b""
        if head[:8] != b"\x89PNG\r\n\x1a\n" or struct.unpack(">II", head[16:24]) != (size, size):
            yield f"icons/{size}: no picture of that size"


def service():
    unit = (INSTALLER / "center/onewindow-center.service").read_text()
    settings = re.findall(r"^(\w+)=", (INSTALLER / "center/center.conf").read_text(), re.M)
    for name in set(re.findall(r"\$\{?(ONEWINDOW_\w+)", unit)) ^ set(settings):
        yield f"center.conf and the unit do not agree on {name}"
    file = re.search(r"^EnvironmentFile=-?(\S+)$", unit, re.M)[1]
    if file not in (INSTALLER / "debian/conffiles").read_text().split():
        yield f"debian/conffiles: lacks {file}"
    user = re.search(r"^User=(\S+)$", unit, re.M)[1]
    for name in ("sysusers", "tmpfiles"):
        if not re.search(rf"\b{user}\b", (INSTALLER / f"center/onewindow-center.{name}").read_text()):
            yield f"onewindow-center.{name}: knows no {user}"


def words_of(program, *arguments):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COLUMNS": "200"}
    ran = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, env=environment)
    return ran.stdout + ran.stderr


def said_by(folder, name):
    """Commands and options of a program, in its own words."""
    program = folder / name
    if name != "onewindow-center":
        text = words_of(program, "--help")
        commands = re.findall(r"^  ([a-z][a-z-]*(?: \| [a-z][a-z-]*)?) ", text, re.M) if name == "onewindow-ctl" else []
        return [one for group in commands for one in group.split(" | ")], re.findall(r"--[a-z][a-z-]*", text)
    commands = re.findall(r"^  ([a-z][a-z-]*(?: [a-z]+)?)  ", words_of(program), re.M)
    text = "".join(words_of(program, *command.split(), "--help") for command in commands)
    return commands, re.findall(r"^  (?:-\w, )?(--[a-z][a-z-]*)", text, re.M)


def manuals(folder):
    for name, page in PAGES.items():
        # Without changes of the font, and hyphens as they are typed.
        text = re.sub(r"\\f.", "", (TOP / "docs/man" / page).read_text(encoding="utf-8")).replace("\\-", "-")
        commands, options = said_by(folder, name)
        if not options or (name != "onewindow" and len(commands) < 5):
            yield f"{name}: says nothing of what it can do"
        for word in sorted(set(commands) | set(options) - EVERYWHERE):
            if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
                yield f"docs/man/{page}: lacks {word}"


if __name__ == "__main__":
    found = [*versions(), *desktop(), *service()]
    if len(sys.argv) > 1:
        found += manuals(pathlib.Path(sys.argv[1]))
    print("\n".join(found) if found else "packages: in order")
    sys.exit(1 if found else 0)
