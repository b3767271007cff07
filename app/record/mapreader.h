// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>

#include <optional>

namespace ow::record {

/// Takes known members out of a map one by one, each with its type and range, and remembers the first that is
/// wrong. Until then every take gives a usable value; after it the values mean nothing and error() says why.
/// Private to record/.
class MapReader final
{
public:
    /// `path` stands before the names in errors: "guide" makes "guide.code".
    explicit MapReader(QCborMap map, QString path = {});

    [[nodiscard]] bool has(QLatin1StringView name) const;
    [[nodiscard]] qint64 integer(QLatin1StringView name, qint64 least, qint64 most);
    [[nodiscard]] QString text(QLatin1StringView name);
    /// 1-64 of A-Z a-z 0-9 . _ -
    [[nodiscard]] QString token(QLatin1StringView name);
    [[nodiscard]] std::optional<QString> optionalToken(QLatin1StringView name);
    [[nodiscard]] QString uuid(QLatin1StringView name);
    /// Lower-case hex digits of exactly `size` bytes, as they stand.
    [[nodiscard]] QString hexText(QLatin1StringView name, qsizetype size);
    /// Decoded; between `least` and `most` bytes.
    [[nodiscard]] QByteArray hex(QLatin1StringView name, qsizetype least, qsizetype most);
    /// RFC 4648 §4 with padding, only in its one canonical writing; at most `most` bytes.
    [[nodiscard]] QByteArray base64(QLatin1StringView name, qsizetype most);
    [[nodiscard]] QCborMap map(QLatin1StringView name);
    [[nodiscard]] QCborValue value(QLatin1StringView name);

    /// What nobody took.
    [[nodiscard]] const QCborMap& rest() const { return m_map; }

    /// Refuses what nobody took.
    void close();

    void refuse(const QString& name, const QString& reason);

    [[nodiscard]] const std::optional<domain::Error>& error() const { return m_error; }

private:
    QCborMap m_map;
    QString m_path;
    std::optional<domain::Error> m_error;
};

/// Only 0-9 a-f.
[[nodiscard]] bool isLowerHex(QStringView text);
[[nodiscard]] QString toHex(QByteArrayView bytes);

} // namespace ow::record
