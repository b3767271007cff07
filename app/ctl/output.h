// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QCborMap>

namespace ow::ctl {

/// One line of JSON, members sorted.
[[nodiscard]] QByteArray asJson(const QCborMap& answer);
/// For people: one member a line, lists indented.
[[nodiscard]] QByteArray asText(const QCborMap& answer);
/// {error:{code, field?, detail}}.
[[nodiscard]] QCborMap errorMap(const domain::Error& error);

} // namespace ow::ctl
