// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/numbers.h"

#include "domain/casenumber.h"
#include "ledger/database.h"

#include <QCborMap>

#include <limits>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

Numbers::Numbers(const Database& database, const NumberingIdentity& identity, Entry entry)
    : m_database(database)
    , m_identity(identity)
    , m_entry(std::move(entry))
{
}

Result<int> Numbers::next(const QString& series)
{
    auto statement = m_database.prepare(
        QStringLiteral("INSERT INTO serial (series, last) VALUES (?, 1) "
                       "ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last"));
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->bind(series).step();
    if (!row)
        return tl::unexpected(row.error());
    const qint64 serial = *row ? statement->integer(0) : 0;
    // Run to the end: only then has SQLite done the write.
    if (const auto end = statement->step(); !end)
        return tl::unexpected(end.error());
    if (serial < 1 || serial > std::numeric_limits<int>::max())
        return fail(ErrorCode::Internal, QStringLiteral("a serial gave no number"));
    m_drawn.append(QCborMap{{QStringLiteral("series"), series}, {QStringLiteral("n"), serial}});
    return static_cast<int>(serial);
}

Result<QString> Numbers::drawCase()
{
    const QString dayText = day().toString(QStringLiteral("yyyyMMdd"));
    return next(QStringLiteral("case/%1/%2").arg(m_identity.station, dayText))
        .and_then([this](int serial) {
            return domain::CaseNumber::make(m_identity.hall, m_identity.station, day(), serial);
        })
        .map([this](const domain::CaseNumber& number) {
            m_entry.caseNumber = number.format();
            return m_entry.caseNumber;
        });
}

Result<QString> Numbers::drawPaper(const QString& kind, const domain::PaperSeries& series)
{
    const int year = day().year();
    return next(QStringLiteral("paper/%1/%2/%3").arg(kind, m_identity.station).arg(year))
        .and_then([&](int serial) {
            return domain::formatPaperNumber(series, {year, m_identity.station, serial});
        });
}

} // namespace ow::ledger
