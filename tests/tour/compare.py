#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the tour did against what window and centre say they have, by their own exports; completes tour.json.

compare.py TOUR.json EXPORT.jsonl CASES.json: every case of the tour must be once at the window and once at the centre,
with the same state, and neither may have any other. The tour must have covered everything of EXPECTED, each with a
picture that is there.
"""
import collections
import json
import os
import sys

# What a clerk, a chief and an administrator do in a day. A journey that is left out fails the tour.
EXPECTED = [
    "演练", "读身份证", "扫描方案", "高拍仪取景", "高拍仪拍照", "80 毫米小票", "设备测试",
    "即办件", "一次性告知", "没有网络时不予受理",
    "为什么？", "大件运输 Ⅲ 类", "材料沿用",
    "容缺", "容缺受理通知书", "承诺书",
    "收件凭证", "咨询引导", "当场更正", "收件后答复", "收件转办",
    "重复件并排比较", "撤回", "逐项补正",
    "撤销一步", "暂存", "接着办", "锁定", "解锁", "接手", "交还后接着办",
    "进纸器扫描", "页面旋转", "页面裁切", "页面换序",
    "今日", "已核", "退回并写明原因", "窗口看到退回的任务", "任务办结",
    "办件筛选", "办件排序", "按条件缩小", "办件搜索", "显示完整号码", "打印预览", "补打",
    "扫码枪打开办件", "按编号答进度", "按证件号答进度",
    "深色", "高对比", "150 %", "按键表", "手册",
    "改承诺时限", "提请公布", "第二人核对", "公布并取回",
]


def uncovered(tour, folder):
    """Sentences about what the tour was to cover and did not, or has no picture of."""
    pictures = {entry["what"]: entry["picture"] for entry in tour.get("covered", [])}
    for what in EXPECTED:
        if what not in pictures:
            yield f"{what}: not covered"
        elif not os.path.isfile(os.path.join(folder, pictures[what])):
            yield f"{what}: its picture {pictures[what]} is not there"
    for what in pictures.keys() - set(EXPECTED):
        yield f"{what}: covered and not expected, add it to the list"


def main(tour_path, export_path, cases_path):
    with open(tour_path, encoding="utf-8") as file:
        tour = json.load(file)
    centre = collections.Counter()
    states = {}
    with open(export_path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if "number" in row:
                centre[row["number"]] += 1
                states[row["number"]] = row.get("state")
    with open(cases_path, encoding="utf-8") as file:
        listed = json.load(file)["cases"]
    window = collections.Counter(row["number"] for row in listed)
    faults = []
    for case in tour["cases"]:
        number = case["number"]
        case["window"] = window[number]
        case["centre"] = centre[number]
        if window[number] != 1 or centre[number] != 1:
            faults.append(f"{number}: {window[number]} at the window, {centre[number]} at the centre")
        local = next((row["state"] for row in listed if row["number"] == number), None)
        if local != states.get(number):
            faults.append(f"{number}: {local} at the window, {states.get(number)} at the centre")
    known = {case["number"] for case in tour["cases"]}
    for number in (set(window) | set(centre)) - known:
        faults.append(f"{number}: not of the tour")
    faults += uncovered(tour, os.path.dirname(os.path.abspath(tour_path)))
    with open(tour_path, "w", encoding="utf-8") as file:
        json.dump(tour, file, ensure_ascii=False, indent=2)
        file.write("\n")
    print(json.dumps(tour, ensure_ascii=False))
    for fault in faults:
        print("tour:", fault, file=sys.stderr)
    return 1 if faults or not tour["cases"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
