#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the built-in guides, one document per item, from the list of items that was researched for the window, and
guides.cmake, which names them to the build.

    convert.py ITEMS.json GUIDES_FOLDER [TOLERANCE.md]

The same list gives the same bytes: keys in a fixed order, one line end, no clock. What the list holds about where
a figure was found (links) is left out; how sure it is (doubt, confidence, estimates) is kept. The optional third
argument is written with the tolerable materials whose days go beyond the promised limit.
"""
import json
import pathlib
import re
import sys

import oversize

FORMAT = 1
WINDOW_ROLES = {"受理": "accept", "收件转办": "pass_on", "咨询引导": "advise"}
HANDLINGS = {"即办件": "on_the_spot", "承诺件": "timed"}
APPLICANTS = {"自然人": "natural", "法人": "legal"}

# Items whose list of situations mixes two independent choices: axis id, name, computed, default, situations.
# A situation given as (id, name) is the plain case that the list leaves unsaid.
PLAIN_ONCE = ("S00", "单次通行")
SPLIT = {
    "62-JT-XK-0006": [("class", "类别", True, "S01", ["S01", "S02", "S03"]),
                      ("handling", "办理", False, "S00", [PLAIN_ONCE, "S04", "S05"])],
    "62-JT-XK-0007": [("class", "类别", True, "S01", ["S01", "S02", "S03"]),
                      ("handling", "办理", False, "S00", [PLAIN_ONCE, "S04", "S05"])],
    # An escort who renews owes no driving licence, a driver does: who it is and what is asked are two questions.
    "62-JT-XK-0030": [("occupation", "从业类别", False, "S01", ["S01", "S02"]),
                      ("handling", "办理", False, "S00", [("S00", "首次申请"), "S03"])],
    # A ship in co-ownership can be bought, new, changed or struck off.
    "62-JT-QR-0004": [("handling", "办理", False, "S01", ["S01", "S02", "S04", "S05"]),
                      ("ownership", "所有形式", False, "S00", [("S00", "单独所有"), "S03"])],
}

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
BESIDE = HAN + "\u3000-\u303f\uff00-\uffef\u2160-\u217f"


def full_width(text):
    """Chinese text with the brackets, commas, semicolons and colons that belong to it."""
    if text is None or not re.search(f"[{HAN}]", text):
        return text
    text = text.replace("(", "（").replace(")", "）")
    for half, full in ((",", "，"), (";", "；"), (":", "：")):
        half = re.escape(half)
        text = re.sub(f"(?<=[{BESIDE}]){half}|{half}(?=[{BESIDE}])", full, text)
    return text


def compact(mapping):
    return {key: value for key, value in mapping.items() if value is not None and value != []}


def decimal(number):
    return None if number is None else str(number)


def basis(entry):
    return compact({
        "law": full_width(entry["law"]),
        "article": full_width(entry["article"]),
        "articleVerified": entry["article_verified"],
        "edition": full_width(entry.get("version")),
        "note": full_width(entry["note"]),
    })


def material(entry):
    return compact({
        "id": entry["id"],
        "name": full_width(entry["name"]),
        "required": entry["required"],
        "requiredWhen": full_width(entry["required_when"]),
        "originals": entry["original_copies"],
        "photocopies": entry["photocopies"],
        "origin": entry["origin"],
        "issuer": full_width(entry["issuer"]),
        "media": entry["media"],
        "tolerable": entry["tolerable"],
        "tolerableDays": entry["tolerable_supplement_days"] if entry["tolerable"] else None,
        "pageHint": full_width(entry["page_hint"]),
        "base": entry["base"],
    })


def situation(entry):
    return compact({
        "id": entry["id"],
        "name": full_width(entry["name"]),
        "note": full_width(entry["note"]),
        "add": entry["add"],
        "drop": entry["drop"],
        "statutoryDays": entry["statutory_days"],
        "promisedDays": entry["promised_days"],
    })


def axes(item):
    listed = {entry["id"]: situation(entry) for entry in item["situations"]}
    if item["code"] not in SPLIT:
        default = [entry["id"] for entry in item["situations"] if entry["default"]]
        assert len(default) == 1, item["code"]
        return [{"id": "situation", "name": "情形", "computed": False, "default": default[0],
                 "situations": list(listed.values())}]
    made = []
    for axis_id, name, computed, default, members in SPLIT[item["code"]]:
        choices = [{"id": m[0], "name": m[1]} if isinstance(m, tuple) else listed.pop(m) for m in members]
        made.append({"id": axis_id, "name": name, "computed": computed, "default": default, "situations": choices})
    assert not listed, item["code"]
    return made


def field(entry):
    rule = entry["validation"]
    return compact({
        "key": entry["key"],
        "label": full_width(entry["label"]),
        "type": entry["type"],
        "required": entry["required"],
        "common": entry["common"],
        "rule": rule.get("rule"),
        "maxLength": rule.get("maxlen"),
        "unit": rule.get("unit"),
        "min": decimal(rule.get("min")),
        "max": decimal(rule.get("max")),
        "options": [full_width(option) for option in rule.get("options", [])],
        "columns": [full_width(column) for column in rule.get("columns", [])],
    })


def post_rules(fields):
    """An address to post to is asked for when the result goes by post, and only then."""
    delivery = next((entry for entry in fields if entry["key"] == "delivery"), None)
    if not delivery or "邮寄" not in delivery["options"] or not any(entry["key"] == "postAddr" for entry in fields):
        return []
    when = ["=", ["field", "delivery"], "邮寄"]
    why = "选择了邮寄送达，须填写邮寄地址。"
    return [{"id": "postShown", "kind": "visible", "targets": ["postAddr"], "when": when, "why": why},
            {"id": "postNeeded", "kind": "required", "targets": ["postAddr"], "when": when, "why": why}]


def period_rules(fields):
    """What begins ends on the same day or later: dateFrom and dateTo, workFrom and workTo."""
    dates = {entry["key"]: entry["label"] for entry in fields if entry["type"] == "date"}
    return [{"id": f"{key[:-4]}Order", "kind": "valid", "targets": [end],
             "when": ["<=", ["field", key], ["field", end]], "effect": "correctNow",
             "sentence": f"{dates[end]} {{{end}}} 早于{label} {{{key}}}，请更正。"}
            for key, label in dates.items() if key.endswith("From") for end in [key[:-4] + "To"] if end in dates]


def form(item):
    """Sections, fields and rules."""
    fields = [field(entry) for entry in item["fields"]]
    large = item["code"] in ("62-JT-XK-0006", "62-JT-XK-0007")
    if large:
        fields = oversize.fields(fields)
    rules = (oversize.rules() if large else []) + post_rules(fields) + period_rules(fields)
    return {"sections": oversize.sections() if large else [], "fields": fields, "rules": rules}


def guide(item):
    note = item["note"]
    parts = form(item)
    return compact({
        "format": FORMAT,
        "code": item["code"],
        "version": 1,
        "origin": "builtin",
        "name": full_width(item["name"]),
        "shortName": full_width(item["short_name"]),
        "aliases": [full_width(alias) for alias in item["aliases"]],
        "type": item["type"],
        "typeCode": item["type_code"],
        "domain": item["domain"],
        "level": item["level"],
        "windowRole": WINDOW_ROLES[item["window_role"]],
        "department": {"lead": full_width(item["department"]["lead"]),
                       "decision": full_width(item["department"]["decision"]),
                       "asOf": item["department"]["as_of"]},
        "applicants": [APPLICANTS[who] for who in item["applicant"]],
        "basis": [basis(entry) for entry in item["legal_basis"]],
        "statutoryDays": item["statutory_days"],
        "statutoryNote": full_width(item["statutory_note"]),
        "promisedDays": item["promised_days"],
        "handling": HANDLINGS[item["handling"]],
        "visits": compact({"count": item["visits"]["count"], "note": full_width(item.get("visits_note"))}),
        "online": {"oneNet": item["online"]["yiwangtongban"], "depth": full_width(item["online"]["depth"])},
        "fee": compact({"charged": item["fee"]["charged"], "note": full_width(item["fee"]["note"])}),
        "conditions": [full_width(condition) for condition in item["conditions"]],
        "materials": [material(entry) for entry in item["materials"]],
        "axes": axes(item),
        "sections": parts["sections"],
        "fields": parts["fields"],
        "rules": parts["rules"],
        "steps": [{"name": full_width(step["name"]), "days": step["days"], "counted": step["counted"]}
                  for step in item["steps"]],
        "result": compact({"name": full_width(item["result"]["name"]),
                           "validity": full_width(item["result"]["validity"]),
                           "validityMonths": item["result"]["validity_months"],
                           "validityRangeMonths": item["result"].get("validity_range_months")}),
        "inForceSince": item["in_force_since"],
        "note": full_width(note),
        "confidence": item["confidence"],
        "estimates": ["promisedDays", "visits", "online"],
        "doubt": full_width(item["doubt"]),
    })


def document_text(document):
    """Indented, but for rules: one a line, so that a change of a rule is a change of a line."""
    rules = [json.dumps(rule, ensure_ascii=False) for rule in document.get("rules", [])]
    marked = document | ({"rules": [f"@rule {index}@" for index in range(len(rules))]} if rules else {})
    text = json.dumps(marked, ensure_ascii=False, indent=1) + "\n"
    for index, rule in enumerate(rules):
        text = text.replace(f'"@rule {index}@"', rule, 1)
    assert json.loads(text) == document, document["code"]
    return text


def beyond_promise(item):
    """(situation, limit, materials) of the item's own list where supplying takes longer than deciding."""
    for case in item["situations"]:
        due = {m["id"] for m in item["materials"] if m["base"]} | set(case["add"])
        due -= set(case["drop"])
        limit = item["promised_days"] if case["promised_days"] is None else case["promised_days"]
        late = [(m["id"], m["tolerable_supplement_days"]) for m in item["materials"]
                if m["id"] in due and m["tolerable"] and m["tolerable_supplement_days"] > limit]
        if late:
            yield case, limit, late


def tolerance_table(items):
    rows, pairs = [], 0
    for item in items:
        for case, limit, late in beyond_promise(item):
            pairs += len(late)
            days = "、".join(f"{material_id} {allowed}" for material_id, allowed in late)
            rows.append(f"| {item['code']} | {case['id']} {full_width(case['name'])} | {limit} | {days} |")
    head = [
        "# Tolerable materials that outlast the promise",
        "",
        "Written by `resources/guides/convert.py`. A tolerable material (容缺) may be supplied within its own days, but "
        "never later than the promised limit of the chosen situation, because the decision cannot wait for it: "
        "effective = min(tolerable days, promised limit), and 0 means it cannot be left out at all. "
        f"In {pairs} pairs of situation and material the guide's own figure is the larger one. The guides keep the "
        "figure as it was found; the reader warns, the administrator decides.",
        "",
        "Last column: material and its own days (working days).",
        "",
        "| item | situation | promised | materials |",
        "|---|---|---|---|",
    ]
    return "\n".join(head + rows) + "\n"


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    items = json.loads(pathlib.Path(arguments[0]).read_text(encoding="utf-8"))
    folder = pathlib.Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for item in items:
        document = guide(item)
        text = document_text(document)
        assert "http" not in text, item["code"]
        name = f"{document['code']}.v{document['version']}.json"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        names.append(name)
    listing = "\n".join(f"    ${{CMAKE_CURRENT_LIST_DIR}}/{name}" for name in sorted(names))
    listing = f"# SPDX-License-Identifier: GPL-3.0-or-later\n# Written by convert.py.\nset(OW_GUIDES\n{listing})\n"
    (folder / "guides.cmake").write_text(listing, encoding="utf-8", newline="\n")
    if len(arguments) == 3:
        pathlib.Path(arguments[2]).write_text(tolerance_table(items), encoding="utf-8", newline="\n")
    print(f"{len(items)} guides")


if __name__ == "__main__":
    main(sys.argv[1:])
