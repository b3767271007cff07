# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of items leaves unsaid about 大件运输: the fields that decide, the parts of the form, the rules.

Figures: 超限运输车辆行驶公路管理规定 (交通运输部令2016年第62号). Every limit stands here as data and can be corrected
in a published version of the guide.
"""

LAW = "《超限运输车辆行驶公路管理规定》"
LARGE = "大型物件运输"
TRAIN = "汽车列车"
RIGID = "载货汽车"
FLATBED = "普通平板"
HYDRAULIC = "液压多轴线"

SECTIONS = [("applicant", "申请人"), ("contact", "经办人与联系"), ("goods", "货物"), ("vehicle", "车辆与轴载"),
            ("outline", "外廓与质量"), ("trip", "行程")]

# Section -> (key, span of twelve). Fields of the list keep what the list says of them.
LAYOUT = {
    "applicant": [("applicantKind", 4), ("applicantName", 8), ("applicantNo", 6), ("division", 6),
                  ("applicantAddr", 12), ("licenceScope", 8), ("runningBan", 4)],
    "contact": [("agentName", 4), ("agentId", 8), ("mobile", 6), ("delivery", 6), ("postAddr", 12)],
    "goods": [("goodsName", 6), ("goodsMass", 6), ("goodsSize", 8), ("divisible", 4)],
    "vehicle": [("carriage", 4), ("tractorPlate", 4), ("trailerPlate", 4), ("axles", 12), ("axleCount", 3),
                ("axleSum", 3), ("axleMean", 3), ("axleMax", 3), ("vehicleKind", 6), ("driveAxles", 6)],
    "outline": [("totalLen", 3), ("totalWid", 3), ("totalHei", 3), ("totalMass", 3), ("massLimit", 6),
                ("massOver", 6)],
    "trip": [("origin", 6), ("dest", 6), ("route", 12), ("dateFrom", 6), ("dateTo", 6), ("provinces", 12)],
}

AXLE_LOAD = "轴荷（kg）"
SPACING = "轴距（m）"
FIELDS = {
    "licenceScope": {"label": "许可证经营范围", "type": "multiselect", "required": True,
                     "options": ["道路普通货物运输", "货物专用运输", LARGE, "危险货物运输"],
                     "hint": "照道路运输经营许可证填写"},
    "runningBan": {"label": "正处于限制申请期内", "type": "bool", "required": True},
    "divisible": {"label": "货物可分载（可解体）", "type": "bool", "required": True},
    "carriage": {"label": "平板车型式", "type": "select", "required": True, "options": [FLATBED, HYDRAULIC]},
    "axleCount": {"label": "轴数", "type": "number", "required": False},
    "axleSum": {"label": "轴荷合计", "type": "number", "required": False, "unit": "kg"},
    "axleMean": {"label": "平均轴荷", "type": "number", "required": False, "unit": "kg"},
    "axleMax": {"label": "最大轴荷", "type": "number", "required": False, "unit": "kg"},
    "vehicleKind": {"label": "车辆类型", "type": "select", "required": False, "options": [RIGID, TRAIN]},
    "driveAxles": {"label": "牵引车驱动轴数", "type": "number", "required": False, "min": "1", "max": "6"},
    "massLimit": {"label": "总质量限定标准", "type": "number", "required": False, "unit": "kg"},
    "massOver": {"label": "总质量超过限定标准", "type": "bool", "required": False},
}
ADDED = {
    "axles": {"columnTypes": ["number", "number", "number", "number"], "optionalColumns": [SPACING],
              "across": True, "hint": "自车头起逐轴填写，首轴轴距可空"},
    "goodsSize": {"hint": "长×宽×高，单位 m，如 12.5×3.2×3.1"},
    "totalHei": {"hint": "装载后自地面量起"},
    "trailerPlate": {"hint": "填写后按汽车列车计"},
}


def field(key):
    return ["field", key]


def loads():
    return ["column", "axles", AXLE_LOAD]


def computed(key, value, why):
    return {"id": key, "kind": "computed", "targets": [key], "value": value, "why": why}


def check(name, targets, effect, when, sentence, source=LAW):
    rule = {"id": name, "kind": "valid", "targets": targets, "when": when, "effect": effect, "sentence": sentence}
    if source:
        rule["source"] = source
    return rule


def class_rule(name, situation, when, why):
    rule = {"id": name, "kind": "axis", "targets": ["class"], "value": situation, "why": why}
    if when:
        rule["when"] = when
    return rule


def computed_rules():
    train = ["=", field("vehicleKind"), TRAIN]
    axles = field("axleCount")
    mass = field("totalMass")
    limit = ["case", ["<=", axles, 2], 18000,
             ["and", ["not", train], ["=", axles, 3]], 25000,
             ["not", train], 31000,
             ["=", axles, 3], 27000,
             ["=", axles, 4], 36000,
             ["=", axles, 5], 43000,
             ["=", field("driveAxles"), 1], 46000,
             49000]
    # The least and the greatest limit decide even while the axles are not written down yet.
    over = ["case", ["<=", mass, 18000], False,
            [">", mass, 49000], True,
            ["and", train, [">=", axles, 6], ["<=", mass, 46000]], False,
            [">", mass, field("massLimit")]]
    return [
        computed("vehicleKind", ["if", ["blank", "trailerPlate"], RIGID, TRAIN],
                 "填写了挂车号牌的按汽车列车计，未填写的按载货汽车计。"),
        computed("axleCount", ["count", loads()], "按轴荷表的列数计。"),
        computed("axleSum", ["sum", loads()], "各轴轴荷相加。"),
        computed("axleMean", ["round", ["mean", loads()], 2], "轴荷合计除以轴数。"),
        computed("axleMax", ["max", loads()], "各轴轴荷中最大的一个。"),
        {"id": "driveAxlesShown", "kind": "visible", "targets": ["driveAxles"], "when": ["and", train, [">=", axles, 6]],
         "why": "六轴及以上汽车列车的总质量限定标准取决于牵引车驱动轴数。"},
        {"id": "driveAxlesNeeded", "kind": "required", "targets": ["driveAxles"],
         "when": ["and", train, [">=", axles, 6]],
         "why": "六轴及以上汽车列车的总质量限定标准取决于牵引车驱动轴数：单轴驱动 46000 kg，其他 49000 kg。"},
        computed("massLimit", limit, "{axleCount} 轴{vehicleKind}的总质量限定标准为 {massLimit} kg。"),
        computed("massOver", over, "车货总质量 {totalMass} kg，与该车型的限定标准比较。"),
    ]


def class_rules():
    above = [("hei", "totalHei", "总高", "m"), ("wid", "totalWid", "总宽", "m"), ("len", "totalLen", "总长", "m")]
    second = {"hei": "4.2", "wid": "3", "len": "20"}
    third = {"hei": "4.5", "wid": "3.75", "len": "28"}
    rules = []
    for name, key, label, unit in above:
        rules.append(class_rule(f"class3_{name}", "S03", [">", field(key), third[name]],
                                f"{label} {{{key}}} {unit} 超过 {third[name]} {unit}，因此为Ⅲ类。"))
    rules.append(class_rule("class3_mass", "S03", [">", field("totalMass"), 100000],
                            "总质量 {totalMass} kg 超过 100000 kg，因此为Ⅲ类。"))
    for name, key, label, unit in above:
        rules.append(class_rule(f"class2_{name}", "S02", [">", field(key), second[name]],
                                f"{label} {{{key}}} {unit} 超过 {second[name]} {unit}，未超过Ⅱ类上限，因此为Ⅱ类。"))
    rules.append(class_rule("class2_mass", "S02", field("massOver"),
                            "总质量 {totalMass} kg 超过该车型的限定标准，未超过 100000 kg，因此为Ⅱ类。"))
    rules.append(class_rule("class1", "S01", None,
                            "总高 {totalHei} m、总宽 {totalWid} m、总长 {totalLen} m 均在Ⅰ类以内，"
                            "总质量未超过限定标准，因此为Ⅰ类。"))
    return rules


def answer_rules():
    within = ("车货总高 {totalHei} m、总宽 {totalWid} m、总长 {totalLen} m、总质量 {totalMass} kg，均未超过公路限定标准"
              "（高 4 m、宽 2.55 m、长 18.1 m，总质量按车型和轴数），不需要办理公路超限运输许可。")
    return [
        check("withinLimits", ["totalHei", "totalWid", "totalLen", "totalMass"], "notRequired",
              ["or", [">", field("totalHei"), "4"], [">", field("totalWid"), "2.55"],
               [">", field("totalLen"), "18.1"], field("massOver")], within),
        check("divisibleGoods", ["divisible"], "notOurs", ["not", field("divisible")],
              "货物可以分载（可以解体），不属于可以申请超限运输许可的不可解体物品，依法不予受理；分载后应当按不超限方式运输。"),
        check("scopeLacking", ["licenceScope"], "notOurs", ["in", LARGE, field("licenceScope")],
              f"道路运输经营许可证的经营范围为{{licenceScope}}，不含{LARGE}，依法不予受理；取得{LARGE}资质后可以再申请。"),
        check("underBan", ["runningBan"], "notOurs", ["not", field("runningBan")],
              "承运人被依法限制申请公路超限运输许可，限制期限未满，依法不予受理；期满后可以再申请。"),
    ]


def load_rules():
    rules = []
    for name, kind, words, mean, most in (("flatbed", FLATBED, "普通平板车单轴", 10000, 13000),
                                          ("hydraulic", HYDRAULIC, "液压多轴线平板车每轴线", 18000, 20000)):
        other = ["!=", field("carriage"), kind]
        rules.append(check(f"{name}Mean", ["axles"], "willBeRefused", ["or", other, ["<=", ["mean", loads()], mean]],
                           f"{words}平均轴荷 {{axleMean}} kg 超过 {mean} kg，可能不予许可；建议增加轴数或者减少装载。"))
        rules.append(check(f"{name}Max", ["axles"], "willBeRefused", ["or", other, ["<=", ["max", loads()], most]],
                           f"{words}最大轴荷 {{axleMax}} kg 超过 {most} kg，可能不予许可；建议调整货物位置或者增加轴数。"))
    return rules


def cross_checks():
    def side(place, key):
        return ["<=", ["numberAt", field("goodsSize"), place], field(key)]

    return [
        check("goodsHeavier", ["goodsMass", "totalMass"], "correctNow", ["<", field("goodsMass"), field("totalMass")],
              "货物质量 {goodsMass} kg 不小于车货总质量 {totalMass} kg，请核对后更正。", None),
        check("goodsLarger", ["goodsSize"], "hint", ["and", side(1, "totalLen"), side(2, "totalWid"), side(3, "totalHei")],
              "货物外廓尺寸 {goodsSize} 大于车货总体外廓（长 {totalLen} m、宽 {totalWid} m、高 {totalHei} m），"
              "请核对数值和单位。", None),
        check("loadsDiffer", ["axles", "totalMass"], "hint",
              ["<=", ["abs", ["-", ["sum", loads()], field("totalMass")]], ["*", field("totalMass"), "0.02"]],
              "轴荷合计 {axleSum} kg 与车货总质量 {totalMass} kg 相差超过百分之二，请核对。", None),
        check("repeatedTooLong", ["dateTo"], "correctNow",
              ["or", ["!=", ["axis", "handling"], "S04"],
               ["<=", field("dateTo"), ["addMonths", field("dateFrom"), 6]]],
              "同线多次通行的行驶期限最长不超过 6 个月：{dateFrom} 至 {dateTo} 超过了 6 个月，请更正。"),
    ]


def fields(listed):
    """The fields of the list and ours, laid out by sections."""
    by_key = {entry["key"]: entry for entry in listed}
    made = []
    for section, places in LAYOUT.items():
        for key, span in places:
            if key in FIELDS:
                entry = {"key": key, "label": FIELDS[key]["label"], "type": FIELDS[key]["type"],
                         "required": FIELDS[key]["required"], "common": False} | FIELDS[key]
            elif key in by_key:
                entry = by_key.pop(key) | ADDED.get(key, {})
            else:
                continue
            made.append(entry | {"section": section, "span": span})
    assert not by_key, list(by_key)
    return made


def sections():
    return [{"id": name, "title": title} for name, title in SECTIONS]


def rules():
    return computed_rules() + class_rules() + answer_rules() + load_rules() + cross_checks()
