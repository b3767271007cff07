// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QUrl>

class QObject;

namespace ow::sync {

/// Asks the server at `centre` for its certificates (no request is sent) and gives the PEM of the one whose
/// fingerprint is in the code. CertificateWrong when none has it, Unreachable when nobody answers in time.
[[nodiscard]] QFuture<domain::Result<QByteArray>>
fetchAuthority(const QUrl& centre, const QString& fingerprint, QObject* context);

} // namespace ow::sync
