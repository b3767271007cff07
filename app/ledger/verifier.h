// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/chainverifier.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ow::ledger {

class ColumnSealer;
class Database;

struct VerifyOptions
{
    record::SecretBytes k0; ///< from the centre; empty: MACs cannot be checked (their keys are overwritten)
};

/// A row that is not what was written, beside the chain itself.
struct RowFault
{
    QString table;
    QString key; ///< seq, id or name
    QString reason;
    friend bool operator==(const RowFault&, const RowFault&) = default;
};

struct VerifyReport
{
    record::ChainReport chain;
    std::vector<RowFault> rows; ///< at most Verifier::kMaxRowFaults
    bool bodiesChecked = false;
    qint64 forgotten = 0; ///< entries whose body is gone by a forget entry: no fault

    [[nodiscard]] bool isSound() const { return chain.isSound() && rows.empty(); }

    /// Any fault, of chain or row, at this own entry.
    [[nodiscard]] bool names(qint64 seq) const;
};

/// Walks the whole ledger in chunks (I6). Reads only; any connection.
class Verifier
{
public:
    struct Known ///< what lies outside the rows
    {
        QString device;
        QByteArray centrePublicKey;
        std::vector<record::ChainWitness> witnesses; ///< mirrors, the sealed chain state
    };

    /// All outlive this.
    Verifier(const Database& database, const ColumnSealer& sealer, Known known);
    [[nodiscard]] domain::Result<VerifyReport> run(const VerifyOptions& options);

    static constexpr int kChunk = 500;
    static constexpr std::size_t kMaxRowFaults = 1000;

private:
    [[nodiscard]] domain::Result<void> walkEntries(record::ChainVerifier& chain);
    [[nodiscard]] domain::Result<qint64> walkChunk(record::ChainVerifier& chain, qint64 after);
    [[nodiscard]] domain::Result<QVector<record::ChainWitness>> receipts();
    [[nodiscard]] domain::Result<void> checkOutcomes();
    [[nodiscard]] domain::Result<void> checkForeign();
    [[nodiscard]] domain::Result<void> checkLoose();
    [[nodiscard]] domain::Result<void> checkSchema();
    void fault(const QString& table, const QString& key, const QString& reason);

    const Database& m_database;
    const ColumnSealer& m_sealer;
    Known m_known;
    VerifyReport m_report;
};

} // namespace ow::ledger
