#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts Chinese into translations/onewindow_zh_CN.ts and says what is missing.

fill.py FILE.json...   take over {"Context": {"English": "Chinese"}} (for %n texts the Chinese is the one form)
fill.py --check        exit 1 when a text is unfinished, vanished, empty, still English, loses a %1 place or is not
                       spaced and pointed as the house writes; and, where lupdate is installed (--lupdate=PROGRAM
                       names it), when the sources hold other texts than the .ts
fill.py --self-test    exit 1 when --check would miss one of these
Build the target ow_words_lupdate first, so that the .ts knows the texts of the sources.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

TS = pathlib.Path(__file__).resolve().with_name("onewindow_zh_CN.ts")
TOP = TS.parent.parent
SAYING = ("app", "ui", "center")
HAN = "[\u4e00-\u9fff]"
UNSPACED = re.compile(f"{HAN}[A-Za-z0-9]|[A-Za-z0-9]{HAN}")
HALF_WIDTH = re.compile(f"{HAN}[,;:!?()]")


def places(text):
    return sorted(re.findall(r"%(?:n|\d+)", text))


def messages(root):
    for context in root.iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            yield name, message


def write(tree):
    text = ET.tostring(tree.getroot(), encoding="unicode", short_empty_elements=False)
    TS.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n", encoding="utf-8")


def fill(tree, files):
    known = {}
    for file in files:
        for context, texts in json.loads(pathlib.Path(file).read_text(encoding="utf-8")).items():
            for source, chinese in texts.items():
                known[context, source] = chinese
    used = set()
    for context, message in messages(tree.getroot()):
        key = (context, message.findtext("source"))
        if key not in known:
            continue
        used.add(key)
        translation = message.find("translation")
        target = translation
        if message.get("numerus") == "yes":
            target = translation.find("numerusform")
            if target is None:
                target = ET.SubElement(translation, "numerusform")
        target.text = known[key]
        translation.attrib.pop("type", None)
    for context, source in sorted(set(known) - used):
        print(f"not in the sources: {context}: {source}")


def fault(source, state, text):
    """What is wrong with one text, or None."""
    if state:
        return state
    if not text:
        return "empty"
    if places(source) != places(text):
        return "places differ"
    if not re.search(HAN, text) and re.search("[a-z]{3}", text):
        return "still English"
    if UNSPACED.search(re.sub(r"%\d+", "", text)):  # what stands for %1 may be a name
        return "no space between Chinese and Latin"
    if HALF_WIDTH.search(text):
        return "half-width mark after Chinese"
    return None


def faults(root):
    for context, message in messages(root):
        source = message.findtext("source")
        translation = message.find("translation")
        text = "".join(translation.itertext()).strip()
        found = fault(source, translation.get("type"), text)
        if found:
            yield f"{found}: {context}: {source} -> {text}"


def texts(root):
    return {(context, message.findtext("source"), message.findtext("comment") or "") for context, message in messages(root)}


def reader():
    """lupdate of Qt 6: the one named, else where distributions have it; None when there is none.

    Plain `lupdate` is not asked: it may be that of Qt 5, or choose one by the user's settings.
    """
    for argument in sys.argv[1:]:
        if argument.startswith("--lupdate="):
            return argument.partition("=")[2]
    names = ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate-qt6")
    return next((found for found in map(shutil.which, names) if found), None)


def strays(root, lupdate, top=TOP):
    """Texts that the sources and the .ts do not share, and those no program will ever find."""
    sources = [str(file) for part in SAYING for file in sorted((top / part).rglob("*")) if file.suffix in (".cpp", ".h")]
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder, "fresh.ts")
        fresh.write_text('<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"></TS>', encoding="utf-8")
        project = pathlib.Path(folder, "project.json")
        project.write_text(json.dumps({"projectFile": os.fspath(project), "includePaths": [str(top), str(top / "app")],
                                       "sources": sources, "translations": [str(fresh)]}), encoding="utf-8")
        run = subprocess.run([lupdate, "-project", str(project), "-silent", "-locations", "none"],
                             capture_output=True, text=True, timeout=120, check=False)
        if run.returncode != 0:
            yield f"{lupdate} failed: {run.stderr.strip()}"
            return
        said = texts(ET.parse(fresh).getroot())
    # lupdate takes the namespace for the context then, and nobody asks for the text by that name.
    for line in run.stderr.splitlines():
        if "lacks Q_OBJECT" in line:
            yield f"the context is a namespace and never found: {line.removeprefix(str(top) + '/')}"
    have = texts(root)
    for context, source, _ in sorted(said - have):
        yield f"not in the .ts: {context}: {source}"
    for context, source, _ in sorted(have - said):
        yield f"no longer in the sources: {context}: {source}"


def self_test():
    wrong = [("Accept", "unfinished", "受理"), ("Accept", "vanished", "受理"), ("Accept", None, ""),
             ("%1 of %2", None, "共 %1"), ("Accept it", None, "Accept it"), ("8 days", None, "8天"),
             ("Yes, no", None, "是,否")]
    right = [("Accept", None, "受理"), ("%1 of %2", None, "%2 之 %1"), ("Del", None, "Del"), ("8 days", None, "8 天")]
    missed = [case for case in wrong if fault(*case) is None] + [case for case in right if fault(*case)]
    lupdate = reader()
    if lupdate:
        with tempfile.TemporaryDirectory() as folder:
            part = pathlib.Path(folder, "ui")
            part.mkdir()
            (part / "page.cpp").write_text('void f() { QCoreApplication::translate("Page", "New"); }\n'
                                           'namespace ow { void g() { tr("Lost"); } }\n', encoding="utf-8")
            known = ET.fromstring("<TS><context><name>Page</name><message><source>Old</source></message></context></TS>")
            seen = " ".join(strays(known, lupdate, pathlib.Path(folder)))
            missed += [word for word in ("not in the .ts: Page: New", "sources: Page: Old", "namespace") if word not in seen]
    for case in missed:
        print(f"not judged rightly: {case}")
    return 1 if missed else 0


def main():
    if "--self-test" in sys.argv:
        return self_test()
    tree = ET.parse(TS)
    check = "--check" in sys.argv
    files = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if files:
        fill(tree, files)
        write(tree)
    found = list(faults(tree.getroot()))
    lupdate = reader() if check else None
    if lupdate:
        found += strays(tree.getroot(), lupdate)
    for line in found:
        print(line)
    total = sum(1 for _ in messages(tree.getroot()))
    print(f"{total} texts, {len(found)} to do")
    return 1 if check and found else 0


sys.exit(main())
