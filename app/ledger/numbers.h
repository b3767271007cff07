// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QCborArray>
#include <QDate>
#include <QString>
#include <QStringView>

namespace ow::ledger {

class Database;

/// ISO/IEC 7064 MOD 37,36 check character over letters and digits (other characters are skipped); a null
/// QChar for text with none.
[[nodiscard]] QChar checkCharacter(QStringView text);
/// True for "JT62-W03-20261123-0007-3" and the like whose check character is right.
[[nodiscard]] bool isCaseNumber(QStringView text);
/// The legal day (UTC+8) of a time in UTC ms.
[[nodiscard]] QDate legalDay(qint64 utcMs);

/// How a series of papers is numbered; data of the hall. In `pattern` {year}, {station} and {n} are replaced:
/// "甘交受〔{year}〕{station}-{n}号" gives "甘交受〔2026〕W03-12号". Series are (kind, station, year).
struct PaperSeries
{
    QString kind; ///< "acceptance", "notice", …: token
    QString pattern;
    int width = 1; ///< digits of {n}, zero-filled
};

/// What one device writes into numbers.
struct NumberingIdentity
{
    QString hall;    ///< "JT62"; in training mode "YLJT62"
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

    [[nodiscard]] QDate day() const { return legalDay(m_entry.at); }

    [[nodiscard]] const QByteArray& prevHash() const { return m_entry.prevHash; }

    /// Number of the case this act is about, the newly drawn one included.
    [[nodiscard]] const QString& caseNumber() const { return m_entry.caseNumber; }

    /// The next number of a series of papers, as printed.
    [[nodiscard]] domain::Result<QString> drawPaper(const PaperSeries& series);

    /// Used by the ledger itself for an act that opens a case.
    [[nodiscard]] domain::Result<QString> drawCase();

    /// [{"series":…,"n":…}, …]: what was drawn, for the body, so that the serials can be rebuilt.
    [[nodiscard]] const QCborArray& drawn() const { return m_drawn; }

private:
    [[nodiscard]] domain::Result<qint64> next(const QString& series);

    const Database& m_database;
    const NumberingIdentity& m_identity;
    Entry m_entry;
    QCborArray m_drawn;
};

} // namespace ow::ledger
