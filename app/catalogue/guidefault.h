// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ow::catalogue {

/// One thing that is wrong with a guide document. `path` is a JSON pointer (RFC 6901), empty for the document
/// as a whole; `reason` is a translated sentence for the administrator who repairs it.
struct GuideFault
{
    QString file;
    QString path;
    QString reason;
    bool warning = false; ///< the guide can be used; somebody should look
    friend bool operator==(const GuideFault&, const GuideFault&) = default;
};

using GuideFaults = std::vector<GuideFault>;

/// Faults are collected up to here; a document with more is not worth reading further.
inline constexpr std::size_t kMaxFaults = 50;

} // namespace ow::catalogue
