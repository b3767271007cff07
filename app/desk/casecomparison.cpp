// SPDX-License-Identifier: GPL-3.0-or-later
// comparedRows(): two cases, side by side.
#include "desk/duplicatedesk.h"
#include "domain/formvalue.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::CaseFile;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseComparison)
};

QString textOf(const QCborValue& value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QCborValue& part : value.toArray()) {
            parts.append(textOf(part));
        }
        return parts.join(QStringLiteral(" / "));
    }
    if (value.isBool()) {
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    }
    return value.toString();
}

QString day(const QDate& date)
{
    return date.toString(Qt::ISODate);
}

bool isPrivate(const domain::GuideField& field)
{
    return field.rule == QLatin1StringView("id18") || field.rule == QLatin1StringView("uscc") ||
           field.rule == QLatin1StringView("id18_or_uscc") || field.rule == QLatin1StringView("mobile");
}

/// Names of persons; those of organisations stay by their length.
bool isName(const QString& key)
{
    return key.endsWith(QLatin1StringView("name"), Qt::CaseInsensitive) ||
           key.contains(QLatin1StringView("legal"), Qt::CaseInsensitive) ||
           key.contains(QLatin1StringView("contact"), Qt::CaseInsensitive);
}

/// Compared as they are, shown masked.
ComparedRow fieldRow(const domain::GuideField& field, const CaseFile& earlier, const CaseFile& later)
{
    QString before = textOf(domain::formValue(earlier.intake, field.key));
    QString after = textOf(domain::formValue(later.intake, field.key));
    const bool differs = before != after;
    if (isName(field.key)) {
        before = maskedName(before);
        after = maskedName(after);
    } else if (isPrivate(field)) {
        before = maskedNumber(before);
        after = maskedNumber(after);
    }
    return {field.label, before, after, differs};
}

QString materialText(const CaseFile& file, const QString& id)
{
    const domain::MaterialIntake* material = file.intake.material(id);
    if (material == nullptr || material->state != domain::MaterialState::Received) {
        return Words::tr("not here");
    }
    int pages = 0;
    for (const domain::MaterialFile& one : material->files) {
        pages += one.pages;
    }
    return pages == 0 ? Words::tr("here, on paper") : Words::tr("%1 page(s)").arg(pages);
}

/// The same scan in both is told by its blob, not by its pages.
bool sameFiles(const CaseFile& earlier, const CaseFile& later, const QString& id)
{
    const domain::MaterialIntake* before = earlier.intake.material(id);
    const domain::MaterialIntake* after = later.intake.material(id);
    if (before == nullptr || after == nullptr) {
        return before == after;
    }
    return before->state == after->state &&
           std::ranges::equal(before->files, after->files, {}, &domain::MaterialFile::blob,
                              &domain::MaterialFile::blob);
}

void addSorted(std::vector<ComparedRow>& to, std::vector<ComparedRow> rows)
{
    std::erase_if(rows, [](const ComparedRow& row) { return row.earlier.isEmpty() && row.later.isEmpty(); });
    std::ranges::stable_partition(rows, [](const ComparedRow& row) { return row.differs; });
    to.insert(to.end(), rows.begin(), rows.end());
}

} // namespace

std::vector<ComparedRow> comparedRows(const CaseFile& earlier, const CaseFile& later,
                                      const domain::Guide* guide)
{
    std::vector<ComparedRow> rows;
    const auto dates = [](const QString& label, const QDate& before, const QDate& after) {
        return ComparedRow{label, day(before), day(after), before != after};
    };
    addSorted(rows, {dates(Words::tr("Received on"), earlier.receivedOn, later.receivedOn),
                     dates(Words::tr("Accepted on"), earlier.acceptedOn.value_or(QDate()),
                           later.acceptedOn.value_or(QDate())),
                     dates(Words::tr("Promised for"), earlier.due.promised, later.due.promised)});
    if (guide == nullptr) {
        return rows;
    }
    std::vector<ComparedRow> fields;
    for (const domain::GuideField& field : guide->fields) {
        fields.push_back(fieldRow(field, earlier, later));
    }
    addSorted(rows, std::move(fields));
    std::vector<ComparedRow> materials;
    for (const domain::GuideMaterial& material : guide->materials) {
        materials.push_back({material.name, materialText(earlier, material.id),
                             materialText(later, material.id), !sameFiles(earlier, later, material.id)});
    }
    addSorted(rows, std::move(materials));
    return rows;
}

} // namespace ow::desk
