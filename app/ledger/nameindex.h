// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ow::ledger {

/// Names, numbers and tails of cases in memory, after sign-in only (design §8): nothing searchable is on
/// disk. Dropped by lock and sign-out. One thread at a time.
class NameIndex
{
public:
    struct Hit
    {
        qint64 row = 0; ///< for CaseQueries::rows
        QString number;
        QString name;
    };

    /// Adds a case or replaces it.
    void put(qint64 row, const QString& number, const CaseSummary& summary);
    void clear();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }

    /// Newest first. Looks for the text in names (applicant, agent), in numbers with or without hyphens, and,
    /// from four characters on, at the end of certificate and phone numbers.
    [[nodiscard]] std::vector<Hit> find(const QString& text, int limit) const;

private:
    struct Entry
    {
        qint64 row = 0;
        QString number;
        QString plainNumber; ///< without hyphens
        CaseSummary summary;
    };

    std::vector<Entry> m_entries;
    QHash<qint64, std::size_t> m_places;
};

} // namespace ow::ledger
