// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/testdevice.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace ow::test {

inline const QString kZhao = QStringLiteral("zhao11"); ///< administrators
inline const QString kQian = QStringLiteral("qian12");

void addAdministrators(const CentreBox& box);

/// A built-in guide as its file has it, and a new version of it with a change.
[[nodiscard]] QByteArray builtinGuide(const QString& code);
[[nodiscard]] QByteArray newVersion(const QByteArray& document,
                                    const std::function<void(QJsonObject&)>& change, int version = 2);

/// The entry that proposes `document` on `base`.
[[nodiscard]] record::WireEntry propose(TestDevice& device, const QString& actor, const QByteArray& base,
                                        const QByteArray& document);
/// The entry that answers a proposal: "approve" or "decline".
[[nodiscard]] record::WireEntry answer(TestDevice& device, const QString& actor, const QString& step,
                                       const record::WireEntry& proposal);

} // namespace ow::test
