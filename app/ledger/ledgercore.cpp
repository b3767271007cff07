// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledgercore.h"

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

bool diskIsDoubtful(const domain::Error& error)
{
    return error.code == ErrorCode::DatabaseFailed || error.code == ErrorCode::DatabaseCorrupt;
}

} // namespace

LedgerCore::LedgerCore(Database database, const record::CryptoProvider& crypto, const domain::Clock& clock)
    : m_database(std::move(database))
    , m_sealer(crypto, nullptr)
    , m_clock(clock)
{
}

void LedgerCore::setKeys(std::shared_ptr<const DataKeys> keys)
{
    m_sealer = ColumnSealer(m_sealer.crypto(), std::move(keys));
}

void LedgerCore::block(domain::Error why)
{
    // A disk that fails outweighs a fork: then not even marks may be written.
    if (!m_blocked || (!diskIsDoubtful(*m_blocked) && diskIsDoubtful(why)))
        m_blocked = std::move(why);
}

void LedgerCore::noteFailure(const domain::Error& error)
{
    if (diskIsDoubtful(error))
        block(error);
}

Result<void> LedgerCore::write(const std::function<Result<void>()>& work, Purpose purpose)
{
    if (m_blocked && (purpose == Purpose::Act || diskIsDoubtful(*m_blocked)))
        return tl::unexpected(*m_blocked);
    const auto inTransaction = [&]() -> Result<void> {
        auto transaction = Transaction::begin(m_database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        if (auto done = work(); !done)
            return done;
        return transaction->commit();
    };
    auto done = inTransaction();
    if (!done)
        noteFailure(done.error());
    return done;
}

Result<void> LedgerCore::putMeta(const QString& name, const QByteArray& value)
{
    auto statement =
        m_database.prepare(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) "
                                          "DO UPDATE SET value = excluded.value"));
    if (!statement)
        return tl::unexpected(statement.error());
    return statement->bind(name).bind(value).run();
}

Result<QByteArray> LedgerCore::meta(const QString& name) const
{
    auto statement = m_database.prepare(QStringLiteral("SELECT value FROM meta WHERE name = ?"));
    if (!statement)
        return tl::unexpected(statement.error());
    const auto found = statement->bind(name).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, QStringLiteral("meta ") + name);
    return statement->bytes(0);
}

} // namespace ow::ledger
