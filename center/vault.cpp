// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/vault.h"

#include "center/privatefile.h"
#include "record/entry.h"
#include "record/seal.h"

#include <QFile>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using record::SecretBytes;

Vault::Vault(const SecretBytes& master)
    : m_provider(record::makeBotanProvider())
    , m_columns(record::deriveKey(*m_provider, master, record::KeyPurpose::Columns))
    , m_blobs(record::deriveKey(*m_provider, master, record::KeyPurpose::Blobs))
    , m_index(record::deriveKey(*m_provider, master, record::KeyPurpose::Index))
{
}

Result<Vault> Vault::create(const QString& keyFile)
{
    const auto provider = record::makeBotanProvider();
    const auto master = provider->randomSecret(record::kKeySize);
    if (!master)
        return tl::unexpected(master.error());
    if (const auto written = writePrivateFile(keyFile, master->view()); !written)
        return tl::unexpected(written.error());
    return Vault(*master);
}

Result<Vault> Vault::load(const QString& keyFile)
{
    QFile file(keyFile);
    SecretBytes master(record::kKeySize);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() != record::kKeySize ||
        file.read(master.data(), master.size()) != master.size())
        return fail(ErrorCode::KeyLocked, QStringLiteral("the centre's key file cannot be read"), keyFile);
    return Vault(master);
}

Result<QByteArray> Vault::seal(QByteArrayView table, const QString& row, QByteArrayView column,
                               QByteArrayView plain, qint64 version) const
{
    const QByteArray key = row.toUtf8();
    return record::sealColumn(*m_provider, record::Suite::Sm4Gcm, m_columns, {table, key, column, version},
                              plain);
}

Result<QByteArray> Vault::open(QByteArrayView table, const QString& row, QByteArrayView column,
                               QByteArrayView sealed, qint64 version) const
{
    const QByteArray key = row.toUtf8();
    return record::openColumn(*m_provider, m_columns, {table, key, column, version}, sealed);
}

Result<SecretBytes> Vault::openSecret(QByteArrayView table, const QString& row, QByteArrayView column,
                                      QByteArrayView sealed, qint64 version) const
{
    const QByteArray key = row.toUtf8();
    return m_provider->openSecret(m_columns, record::columnAad({table, key, column, version}), sealed);
}

QByteArray Vault::mac(QByteArrayView purpose, QByteArrayView value) const
{
    QByteArray framed;
    record::appendFramed(framed, purpose);
    record::appendFramed(framed, value);
    return m_provider->hmacSm3(m_index.view(), framed);
}

} // namespace ow::center
