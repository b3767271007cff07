#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts Chinese into translations/onewindow_zh_CN.ts and says what is missing.

fill.py FILE.json...   take over {"Context": {"English": "Chinese"}} (for %n texts the Chinese is the one form)
fill.py --check        exit 1 when a text is unfinished, vanished, empty, or loses a %1 place
Run the CMake target update_translations first, so that the .ts knows the texts of the sources.
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

TS = pathlib.Path(__file__).with_name("onewindow_zh_CN.ts")


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


def faults(tree):
    for context, message in messages(tree.getroot()):
        source = message.findtext("source")
        translation = message.find("translation")
        text = "".join(translation.itertext()).strip()
        state = translation.get("type")
        if state:
            yield f"{state}: {context}: {source}"
        elif not text:
            yield f"empty: {context}: {source}"
        elif places(source) != places(text):
            yield f"places differ: {context}: {source} -> {text}"


def main():
    tree = ET.parse(TS)
    check = "--check" in sys.argv
    files = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if files:
        fill(tree, files)
        write(tree)
    found = list(faults(tree))
    for fault in found:
        print(fault)
    total = sum(1 for _ in messages(tree.getroot()))
    print(f"{total} texts, {len(found)} to do")
    return 1 if check and found else 0


sys.exit(main())
