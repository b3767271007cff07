// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "record/crypto.h"

#include <QByteArray>
#include <QCborArray>
#include <QString>

#include <functional>

namespace ow::desk {

/// A folder that is filled with files of mode 0600 and keeps the sums of all of them. One thread. Errors:
/// InvalidInput (field "out") for a folder that is not empty or cannot be made, DatabaseFull, DatabaseFailed.
class ExportFolder
{
public:
    /// Hands the content over in pieces.
    using Source = std::function<domain::Result<void>(
        const std::function<domain::Result<void>(const QByteArray&)>& sink)>;

    /// Makes it with mode 0700 when it is not there.
    [[nodiscard]] static domain::Result<ExportFolder> open(const QString& path,
                                                           const record::CryptoProvider& crypto);
    /// Whether open() would take it; changes nothing.
    [[nodiscard]] static domain::Result<void> check(const QString& path);

    /// `name` may have one folder before it ("papers/01.pdf"); `about` says what it is, for the manifest.
    [[nodiscard]] domain::Result<void> put(const QString& name, const QByteArray& content,
                                           const QString& about);
    [[nodiscard]] domain::Result<void> put(const QString& name, const Source& source, const QString& about);
    /// A file that could not be had.
    void miss(const QString& name, const QString& about);

    /// [{about, path, size, sm3}], [{about, path}]
    [[nodiscard]] const QCborArray& files() const { return m_files; }

    [[nodiscard]] const QCborArray& missing() const { return m_missing; }

    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    ExportFolder(QString path, const record::CryptoProvider& crypto);

    QString m_path;
    const record::CryptoProvider* m_crypto;
    QCborArray m_files;
    QCborArray m_missing;
    qint64 m_bytes = 0;
};

} // namespace ow::desk
