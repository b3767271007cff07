// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ow::center {

/// How far a window has read a topic; opaque on the wire. First the cases there are, by number, then what
/// happened since the reading began. Bound to the epoch of the database: after a restore from an older backup
/// places are given a second time, and whoever read the first must start over.
struct FeedCursor
{
    QByteArray epoch;
    qint64 order = 0; ///< last place read; while cases are listed, where the feed stood when that began
    bool listing = false;
    QString number; ///< last case listed

    [[nodiscard]] QString text() const;
    /// Nothing for what no centre ever gave.
    [[nodiscard]] static std::optional<FeedCursor> parse(const QString& text);
};

} // namespace ow::center
