// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace ow::ledger {

/// Names, numbers and tails of cases in memory, after sign-in only (design §8): nothing searchable is on
/// disk. Dropped by lock and sign-out. One piece of UTF-8 for all of them, about 120 bytes a case, searched
/// from end to end: 100,000 cases take some ms. One thread at a time.
class NameIndex
{
public:
    struct Hit
    {
        qint64 row = 0; ///< for CaseQueries::rows
        QString number;
    };

    /// Adds a case or replaces it.
    void put(qint64 row, const QString& number, const CaseSummary& summary);
    void clear();

    [[nodiscard]] qsizetype size() const { return m_placeOf.size(); }

    /// Newest first. Looks for the text in names (applicant, agent), in numbers with or without hyphens, and,
    /// from four characters on, at the end of certificate and phone numbers.
    [[nodiscard]] std::vector<Hit> find(const QString& text, int limit) const;
    /// All cases find() would give, by rows and without a limit; ascending.
    [[nodiscard]] std::vector<qint64> rowsFitting(const QString& text) const;

    /// Makes the order by name ready; put() keeps it from then on. Some hundred ms for 100,000 names.
    void sortNames();
    /// The rows of `rows` in the order of the applicants' names (Chinese ones by pinyin, as in a directory);
    /// rows without an entry come last. Only after sortNames(); before it they stay as they are.
    void orderByName(std::vector<qint64>& rows, bool backwards) const;

private:
    struct Place
    {
        quint32 start = 0;
        qint64 row = 0; ///< 0: replaced by a later place
    };

    [[nodiscard]] QByteArray packed(quint32 place) const;
    [[nodiscard]] QString nameAt(quint32 place) const;
    [[nodiscard]] quint32 placeHolding(qsizetype position) const;
    void search(const QByteArray& needle, std::vector<qint64>& rows) const;
    [[nodiscard]] bool counts(quint32 place, qsizetype position, const QByteArray& needle) const;
    void drop(quint32 place);
    void compact();

    QByteArray m_text;           ///< of every place: fields, each ended by kFieldEnd
    std::vector<Place> m_places; ///< ascending by start
    QHash<qint64, quint32> m_placeOf;
    std::vector<quint32> m_order; ///< places by name, once sortNames() was called
    bool m_ordered = false;
    qsizetype m_deadBytes = 0;
};

} // namespace ow::ledger
