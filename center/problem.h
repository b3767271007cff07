// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/http.h"
#include "domain/result.h"

#include <QCborMap>
#include <QLatin1StringView>
#include <QString>

#include <tl/expected.hpp>

namespace ow::center {

/// Why a request is not answered with what it asked for (RFC 9457 with our class; see the contract). English,
/// and never with personal data.
struct Problem
{
    int status = 500;
    QLatin1StringView cls{"internal"};
    QString detail;
    QString field;
    bool retryable = false;
    qint64 afterMs = 0; ///< when retryable
    QCborMap extra;     ///< further members: expected_seq, last_hash
};

template <class T> using Answer = tl::expected<T, Problem>;

/// A database or disk in trouble may be well a moment later; anything else of ours is told as internal.
[[nodiscard]] Problem problemOf(const domain::Error& error);
[[nodiscard]] tl::unexpected<Problem> malformed(QString detail, QString field = {});

[[nodiscard]] Response toResponse(const Problem& problem);
/// 200 with canonical JSON.
[[nodiscard]] Response jsonResponse(const QCborMap& map);
/// A request body that must be one JSON object.
[[nodiscard]] Answer<QCborMap> readObject(const QByteArray& body);
/// A member that must be a text of 1 to `most` characters.
[[nodiscard]] Answer<QString> textMember(const QCborMap& map, const QString& key, qsizetype most);

} // namespace ow::center
