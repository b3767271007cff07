// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filledform.h"

#include "domain/guide.h"

#include <QCborArray>

namespace ow::ui::tests {

namespace {

QString byRule(const QString& rule, const Person& person)
{
    if (rule == u"uscc" || rule == u"id18_or_uscc") {
        return person.uscc;
    }
    if (rule == u"id18") {
        return person.agentId;
    }
    if (rule == u"mobile") {
        return person.phone;
    }
    return rule == u"plate" ? QStringLiteral("甘A12345") : QStringLiteral("兰州");
}

QCborValue textFor(const domain::GuideField& field, const Person& person)
{
    if (field.key == u"orgName" || field.key == u"applicantName" || field.key == u"name") {
        return person.name;
    }
    return field.key == u"agentName" ? person.agent : byRule(field.rule, person);
}

/// Something right for a required field of any guide.
QCborValue valueFor(const domain::GuideField& field, const Person& person)
{
    using domain::FieldType;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::TextArea:
        return textFor(field, person);
    case FieldType::Number:
        return field.min.isEmpty() ? QStringLiteral("1") : field.min;
    case FieldType::Date:
        return QStringLiteral("2026-12-01");
    case FieldType::Select:
        return field.options.isEmpty() ? QStringLiteral("兰州") : field.options.front();
    case FieldType::MultiSelect:
        return QCborArray{field.options.isEmpty() ? QStringLiteral("兰州") : field.options.front()};
    case FieldType::Bool:
        return true;
    case FieldType::Division:
        return QStringLiteral("620102");
    case FieldType::Table: {
        QCborArray row;
        for (qsizetype i = 0; i < field.columns.size(); ++i) {
            row.append(QStringLiteral("1"));
        }
        return QCborArray{row};
    }
    }
    return {};
}

} // namespace

void fillRequired(desk::IntakeDesk& intake, const Person& person, bool materials)
{
    const domain::Guide guide = intake.guide();
    for (const domain::GuideField& field : guide.fields) {
        if (field.required) {
            intake.setField(field.key, valueFor(field, person));
        }
    }
    intake.setField(QStringLiteral("agentName"), person.agent);
    intake.setField(QStringLiteral("agentId"), person.agentId);
    intake.setField(QStringLiteral("mobile"), person.phone);
    if (materials) {
        for (const domain::GuideMaterial& material : guide.materials) {
            intake.setMaterialState(material.id, domain::MaterialState::Received);
        }
    }
}

} // namespace ow::ui::tests
