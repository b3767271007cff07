// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scannedcode.h"

#include "domain/casenumber.h"
#include "domain/idnumber.h"
#include "domain/mobile.h"
#include "domain/uscc.h"

#include <QStringList>

namespace ow::desk {

namespace {

constexpr QStringView kPaperMark = u"OW1";
constexpr qsizetype kPaperParts = 4;
constexpr qsizetype kHashDigits = 16;

ScannedCode caseOf(const domain::CaseNumber& number)
{
    return {ScannedCode::Kind::Case, number.format(), 0, {}};
}

} // namespace

ScannedCode readScannedCode(const QString& scanned)
{
    const QString text = scanned.trimmed();
    if (const auto number = domain::CaseNumber::parse(text)) {
        return caseOf(*number);
    }
    const QStringList parts = text.split(u'|');
    if (parts.size() == kPaperParts && parts[0] == kPaperMark) {
        bool known = false;
        const qint64 seq = parts[2].toLongLong(&known);
        const auto number = domain::CaseNumber::parse(parts[1]);
        if (number && known && seq > 0 && parts[3].size() == kHashDigits) {
            return {ScannedCode::Kind::Case, number->format(), seq, parts[3].toLower()};
        }
        return {ScannedCode::Kind::Unknown, text, 0, {}};
    }
    if (const auto id = domain::IdNumber::parse(text)) {
        return {ScannedCode::Kind::Identifier, id->text(), 0, {}};
    }
    if (const auto uscc = domain::CreditCode::parse(text)) {
        return {ScannedCode::Kind::Identifier, uscc->text(), 0, {}};
    }
    if (const auto phone = domain::MobileNumber::parse(text)) {
        return {ScannedCode::Kind::Identifier, phone->text(), 0, {}};
    }
    return {ScannedCode::Kind::Unknown, text, 0, {}};
}

} // namespace ow::desk
