// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/exportfolder.h"

#include "ledger/durablefile.h"

#include <QCborMap>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;

domain::Error writeError(const QFile& file)
{
    // QFile tells a full disk from the rest, and nothing finer is needed: the person chooses another place.
    const bool full = file.error() == QFileDevice::ResourceError;
    return {full ? ErrorCode::DatabaseFull : ErrorCode::DatabaseFailed, file.errorString(),
            QStringLiteral("out")};
}

} // namespace

ExportFolder::ExportFolder(QString path, const record::CryptoProvider& crypto)
    : m_path(std::move(path))
    , m_crypto(&crypto)
{
}

Result<void> ExportFolder::check(const QString& path)
{
    const QFileInfo there(path);
    if (path.isEmpty() || (there.exists() && !there.isDir())) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("no folder"), QStringLiteral("out"));
    }
    constexpr auto kAll = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    if (there.exists() && !QDir(path).isEmpty(kAll)) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("the folder is not empty"),
                            QStringLiteral("out"));
    }
    return {};
}

Result<ExportFolder> ExportFolder::open(const QString& path, const record::CryptoProvider& crypto)
{
    return check(path).and_then([&path] { return ledger::makePrivateFolder(path); }).map([&] {
        return ExportFolder(path, crypto);
    });
}

Result<void> ExportFolder::put(const QString& name, const QByteArray& content, const QString& about)
{
    return put(
        name, [&content](const auto& sink) { return sink(content); }, about);
}

Result<void> ExportFolder::put(const QString& name, const Source& source, const QString& about)
{
    QFile file(QDir(m_path).filePath(name));
    if (auto made = ledger::makePrivateFolder(QFileInfo(file).absolutePath()); !made) {
        return made;
    }
    if (auto made = ledger::makePrivateFile(file.fileName()); !made) {
        return made;
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return tl::unexpected(writeError(file));
    }
    const auto sum = m_crypto->sm3Digest();
    qint64 size = 0;
    auto written = source([&](const QByteArray& piece) -> Result<void> {
        sum->add(piece);
        size += piece.size();
        return file.write(piece) == piece.size() ? Result<void>() : tl::unexpected(writeError(file));
    });
    if (!written) {
        file.remove();
        return written;
    }
    m_files.append(QCborMap{{QStringLiteral("about"), about},
                            {QStringLiteral("path"), name},
                            {QStringLiteral("size"), size},
                            {QStringLiteral("sm3"), QString::fromLatin1(sum->finish().toHex())}});
    m_bytes += size;
    return {};
}

void ExportFolder::miss(const QString& name, const QString& about)
{
    m_missing.append(QCborMap{{QStringLiteral("about"), about}, {QStringLiteral("path"), name}});
}

} // namespace ow::desk
