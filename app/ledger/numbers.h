// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/legaldate.h"
#include "domain/papernumber.h"
#include "domain/result.h"

#include <QByteArray>
#include <QCborArray>
#include <QDate>
#include <QString>

namespace ow::ledger {

class Database;

/// What one device writes into numbers.
struct NumberingIdentity
{
    QString hall;    ///< "JT62"; in training "YL"
    QString station; ///< "W03": given to one device and never again
};

/// Draws numbers inside the transaction of the act that uses them (I5): if the act is not committed the
/// number was never given. Handed to ActDraft::body; lives only during that call.
class Numbers
{
public:
    struct Entry ///< the entry now being made
    {
        qint64 seq = 0;
        QString id;
        qint64 at = 0;       ///< UTC ms
        QByteArray prevHash; ///< of the entry before it
        QString caseNumber;  ///< empty when the act is about none
    };

    Numbers(const Database& database, const NumberingIdentity& identity, Entry entry);

    [[nodiscard]] qint64 seq() const { return m_entry.seq; }

    [[nodiscard]] const QString& entryId() const { return m_entry.id; }

    [[nodiscard]] qint64 at() const { return m_entry.at; }

    [[nodiscard]] QDate day() const { return domain::legalDay(m_entry.at); }

    [[nodiscard]] const QByteArray& prevHash() const { return m_entry.prevHash; }

    /// Number of the case this act is about, the newly drawn one included.
    [[nodiscard]] const QString& caseNumber() const { return m_entry.caseNumber; }

    /// The next number of the series (paper kind, this station, legal year), as printed:
    /// 甘交受〔2026〕W03-12号.
    [[nodiscard]] domain::Result<QString> drawPaper(const QString& kind, const domain::PaperSeries& series);

    /// Used by the ledger itself for an act that opens a case.
    [[nodiscard]] domain::Result<QString> drawCase();

    /// [{"series":…,"n":…}, …]: what was drawn, for the body, so that the serials can be rebuilt.
    [[nodiscard]] const QCborArray& drawn() const { return m_drawn; }

private:
    [[nodiscard]] domain::Result<int> next(const QString& series);

    const Database& m_database;
    const NumberingIdentity& m_identity;
    Entry m_entry;
    QCborArray m_drawn;
};

} // namespace ow::ledger
