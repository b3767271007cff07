// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/division.h"

#include "domain/divisiontable.h"
#include "domain/identifierfault.h"
#include "domain/identifiertext.h"

namespace ow::domain {

namespace {

constexpr qsizetype kLength = 6;
constexpr int kGansu = 62;

const DivisionRow* rowOf(const QString& code)
{
    return gansuDivision(code.toInt());
}

const Province* provinceOf(const QString& code)
{
    return provinceByCode(QStringView(code).left(2).toInt());
}

} // namespace

Result<Division> Division::parse(QStringView typed)
{
    const QString text = identifierText(typed);
    if (text.isEmpty())
        return failIdentifier(IdentifierFault::Empty);
    if (text.size() != kLength || !allAsciiDigits(text))
        return failIdentifier(IdentifierFault::DivisionForm);
    const Province* province = provinceOf(text);
    if (province == nullptr || (province->code == kGansu && rowOf(text) == nullptr))
        return failIdentifier(IdentifierFault::DivisionUnknown);
    return Division(text);
}

std::vector<Division> Division::childrenOf(QStringView parent)
{
    std::vector<Division> children;
    const int code = parent.toInt();
    for (const DivisionRow& row : gansuDivisions()) {
        if (row.parent == code && code != 0 && row.status != DivisionStatus::Historic)
            children.push_back(Division(QString::number(row.code)));
    }
    return children;
}

QString Division::name() const
{
    if (const DivisionRow* row = rowOf(text()))
        return row->name.toString();
    return provinceOf(text())->name.toString();
}

QString Division::fullName() const
{
    QString name;
    for (const DivisionRow* row = rowOf(text()); row != nullptr; row = gansuDivision(row->parent))
        name.prepend(row->name);
    return name.isEmpty() ? provinceOf(text())->name.toString() : name;
}

bool Division::isHistoric() const
{
    const DivisionRow* row = rowOf(text());
    return row != nullptr && row->status == DivisionStatus::Historic;
}

} // namespace ow::domain
