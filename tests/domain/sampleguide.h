// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "domain/intake.h"
#include "domain/preflight.h"
#include "domain/regime.h"

#include <QFile>

namespace sample {

using namespace ow::domain;

/// An oversize permit in small: two axes, one conditional and one tolerable material.
inline Guide guide(const QString& typeCode = QStringLiteral("01"))
{
    Guide guide;
    guide.ref = {QStringLiteral("62-JT-XK-0007"), 1, QByteArray(32, 'g')};
    guide.name = QStringLiteral("公路超限运输许可");
    guide.typeCode = typeCode;
    guide.level = QStringLiteral("省级");
    guide.decisionDepartment = QStringLiteral("省公路路政执法管理机构");
    guide.forLegal = true;
    guide.basis = {{QStringLiteral("《中华人民共和国公路法》"), QStringLiteral("第五十条")}};
    guide.statutoryDays = 15;
    guide.promisedDays = 8;
    const auto material = [](const char* id, const char* name, bool base, bool tolerable, int days) {
        GuideMaterial m;
        m.id = QString::fromLatin1(id);
        m.name = QString::fromUtf8(name);
        m.base = base;
        m.tolerable = tolerable;
        m.tolerableDays = days;
        m.originals = 1;
        return m;
    };
    guide.materials = {material("M01", "申请表", true, false, 0), material("M02", "许可证", true, true, 30),
                       material("M05", "轮廓图", false, false, 0),
                       material("M08", "原通行证", false, false, 0),
                       material("M09", "委托书", true, false, 0)};
    guide.materials[4].requiredWhen = QStringLiteral("委托他人办理");
    GuideAxis type{QStringLiteral("class"), QStringLiteral("类别"), true, QStringLiteral("S01"), {}};
    type.situations = {
        {QStringLiteral("S01"), QStringLiteral("Ⅰ类"), {}, {}, {}, 2, 1},
        {QStringLiteral("S03"), QStringLiteral("Ⅲ类"), {}, {QStringLiteral("M05")}, {}, 15, 8}};
    GuideAxis handling{QStringLiteral("handling"), QStringLiteral("办理"), false, QStringLiteral("S00"), {}};
    handling.situations = {{QStringLiteral("S00"), QStringLiteral("单次"), {}, {}, {}, {}, {}},
                           {QStringLiteral("S05"),
                            QStringLiteral("变更"),
                            {},
                            {QStringLiteral("M08")},
                            {QStringLiteral("M02")},
                            2,
                            1}};
    guide.axes = {type, handling};
    const auto field = [](const char* key, FieldType kind, bool required, const char* rule = "") {
        GuideField f;
        f.key = QString::fromLatin1(key);
        f.label = f.key;
        f.type = kind;
        f.required = required;
        f.rule = QString::fromLatin1(rule);
        return f;
    };
    guide.fields = {field("applicantName", FieldType::Text, true),
                    field("applicantNo", FieldType::Text, true, "id18_or_uscc"),
                    field("agentName", FieldType::Text, true), field("totalMass", FieldType::Number, true)};
    guide.fields[3].min = QStringLiteral("1");
    guide.fields[3].max = QStringLiteral("2000000");
    return guide;
}

/// Complete in form for class Ⅰ, single trip.
inline Intake complete()
{
    Intake intake;
    intake.guide = guide().ref;
    intake.applicant.kind = ApplicantKind::Legal;
    intake.applicant.name = QStringLiteral("甲乙大件运输有限公司");
    intake.applicant.idNumber = QStringLiteral("113212810144222637"); // published, GB 32100
    intake.agent = Agent{QStringLiteral("王二"), {}, {}};
    intake.answers.insert(QStringLiteral("M09"), false);
    intake.fields.insert(QStringLiteral("totalMass"), QStringLiteral("48000"));
    intake.materialSlot(QStringLiteral("M01")).state = MaterialState::Received;
    intake.materialSlot(QStringLiteral("M02")).state = MaterialState::Received;
    return intake;
}

inline PreflightContext context(const QString& typeCode = QStringLiteral("01"))
{
    QFile file(OW_SOURCE_DIR + QStringLiteral("/resources/regimes/regimes.json"));
    PreflightContext context;
    if (file.open(QIODevice::ReadOnly)) {
        if (const auto table = RegimeTable::parse(file.readAll())) {
            context.regime = table->forTypeCode(typeCode).value_or(Regime());
        }
    }
    return context;
}

} // namespace sample
