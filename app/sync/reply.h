// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QCborMap>

#include <chrono>
#include <optional>

namespace ow::sync {

/// An answer that certainly came from a centre (marker header) and was not too long.
struct Reply
{
    int status = 0;
    QByteArray body;
    qint64 centreMs = 0;                                 ///< the centre's clock
    qint64 roundTripMs = 0;                              ///< how long asking took
    std::optional<std::chrono::milliseconds> retryAfter; ///< Retry-After
    std::optional<qint64> uploadOffset = {}; ///< Upload-Offset: bytes the centre has of a material
    bool uploadComplete = false;             ///< Upload-Complete: it has all of them

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

/// Strict JSON of an answer; ReplyInvalid when it is none or no object.
[[nodiscard]] domain::Result<QCborMap> bodyOf(const Reply& reply);

/// What a refusal means to us: CentreBusy, DeviceRevoked, NotEnrolled, EnrolCodeWrong, CentreRefused …;
/// `detail` is the problem's class.
[[nodiscard]] domain::Error refusalOf(const Reply& reply);

/// "seq_gap": the class of an RFC 9457 problem, or empty.
[[nodiscard]] QString problemClass(const Reply& reply);

} // namespace ow::sync
