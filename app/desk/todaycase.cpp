// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/todaycase.h"

#include "domain/formvalue.h"
#include "domain/situation.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::GuideField;
using domain::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TodayDesk)
};

bool isPrivate(const GuideField& field)
{
    return field.rule.startsWith(QLatin1StringView("id18")) || field.rule == QLatin1StringView("uscc") ||
           field.rule == QLatin1StringView("mobile");
}

QString tableText(const QCborArray& rows)
{
    QStringList lines;
    for (const QCborValue& row : rows) {
        QStringList cells;
        for (const QCborValue& cell : row.toArray()) {
            cells.append(cell.toString());
        }
        lines.append(cells.join(u'·'));
    }
    return lines.join(u'\n');
}

QString valueText(const GuideField& field, const QCborValue& value)
{
    if (value.isBool()) {
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    }
    if (value.isArray() && field.type == domain::FieldType::Table) {
        return tableText(value.toArray());
    }
    if (value.isArray()) {
        QStringList chosen;
        for (const QCborValue& one : value.toArray()) {
            chosen.append(one.toString());
        }
        return chosen.join(QStringLiteral("、"));
    }
    const QString text = value.isInteger() ? QString::number(value.toInteger()) : value.toString();
    if (isPrivate(field)) {
        return maskedNumber(text);
    }
    return field.unit.isEmpty() ? text : text + u' ' + field.unit;
}

AnswerGroup applicantGroup(const domain::Intake& intake)
{
    AnswerGroup group{Words::tr("Applicant"), {}};
    const auto add = [&group](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            group.answers.push_back({label, value});
        }
    };
    add(Words::tr("Name"), intake.applicant.name);
    add(Words::tr("Number"), maskedNumber(intake.applicant.idNumber));
    if (intake.agent) {
        add(Words::tr("Agent"), intake.agent->name);
        add(Words::tr("Agent's number"), maskedNumber(intake.agent->idNumber));
    }
    add(Words::tr("Phone"), maskedNumber(intake.applicant.phone));
    return group;
}

std::vector<AnswerGroup> formOf(const domain::Intake& intake, const domain::Guide* guide)
{
    std::vector<AnswerGroup> groups{applicantGroup(intake)};
    if (guide == nullptr) {
        return groups;
    }
    std::vector<domain::GuideSection> sections = guide->sections;
    sections.push_back({QString(), Words::tr("Application")}); // of fields that name none
    for (const domain::GuideSection& section : sections) {
        AnswerGroup group{section.title, {}};
        for (const GuideField& field : guide->fields) {
            const QCborValue value = domain::formValue(intake, field.key);
            if (field.common || field.section != section.id || domain::isBlank(value)) {
                continue;
            }
            group.answers.push_back({field.label, valueText(field, value)});
        }
        if (!group.answers.empty()) {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

void addMaterial(TodayCase& opened, const domain::MaterialIntake& material, const domain::CaseFile& file,
                 const domain::Guide* guide, const MaterialShelf& shelf)
{
    const domain::GuideMaterial* known = guide == nullptr ? nullptr : guide->material(material.id);
    MaterialFact fact{known == nullptr ? material.id : known->name, material.state, {}, 0};
    for (const domain::Deficiency& owed : file.openDeficiencies()) {
        if (owed.material == material.id) {
            fact.promised = owed.due;
        }
    }
    const QString mark = shelf.watermark(material, guide == nullptr ? file.intake.guide.code : guide->name);
    for (const domain::MaterialFile& one : material.files) {
        const int pages = std::max(1, one.pages);
        fact.pages += pages;
        for (int page = 0; page < pages; ++page) {
            const bool reused = one.origin == domain::FileOrigin::Reused;
            opened.pages.push_back({fact.name, one.blob, page, pages, one.edit, reused ? mark : QString()});
        }
    }
    opened.materials.push_back(std::move(fact));
}

/// In the order of the guide; what the guide does not know comes last.
std::vector<domain::MaterialIntake> inOrder(const domain::Intake& intake, const domain::Guide* guide)
{
    std::vector<domain::MaterialIntake> list = intake.materials;
    if (guide != nullptr) {
        const auto place = [guide](const domain::MaterialIntake& material) {
            const auto found = std::ranges::find(guide->materials, material.id, &domain::GuideMaterial::id);
            return found - guide->materials.begin();
        };
        std::ranges::stable_sort(list, {}, place);
    }
    return list;
}

} // namespace

domain::Findings decisionFindings(const ledger::CaseHistory& history)
{
    domain::Findings findings;
    for (const ledger::TimelineEntry& entry : history.entries) {
        const auto kind = domain::kindFromKey(entry.entry.header.kind);
        const bool decides = kind == Kind::Accept || kind == Kind::Notice || kind == Kind::Decline ||
                             kind == Kind::NotRequired || kind == Kind::PassOn;
        if (!decides || !entry.folded) {
            continue;
        }
        findings.clear(); // a later answer takes the place of the earlier
        for (const QLatin1StringView key : {QLatin1StringView("findings"), QLatin1StringView("advice")}) {
            for (const QCborValue& value : entry.what.value(key).toArray()) {
                findings.push_back(domain::findingFromCbor(value.toMap()));
            }
        }
    }
    return findings;
}

TodayCase todayCase(const ledger::CaseHistory& history, const domain::Guide* guide,
                    const MaterialShelf& shelf)
{
    TodayCase opened;
    const domain::Intake& intake = history.file.intake;
    opened.form = formOf(intake, guide);
    opened.findings = decisionFindings(history);
    for (const domain::MaterialIntake& material : inOrder(intake, guide)) {
        addMaterial(opened, material, history.file, guide, shelf);
    }
    return opened;
}

} // namespace ow::desk
