// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace ow::desk {

/// Why somebody needs to see what is masked; part of the entry that says he saw it.
enum class UnmaskReason {
    Identity, ///< compares the person before him, or his papers
    Contact,  ///< has to call or write
    Filling,  ///< takes the numbers over into another paper or system by hand
    Check,    ///< looks into the case on behalf of the chief or a supervisor
};
inline constexpr std::array kUnmaskReasons{UnmaskReason::Identity, UnmaskReason::Contact,
                                           UnmaskReason::Filling, UnmaskReason::Check};

/// "identity", "contact", …: as the entry has it.
[[nodiscard]] QString unmaskReasonKey(UnmaskReason reason);
/// The reason as people read it; a key of a newer version as it is.
[[nodiscard]] QString unmaskReasonWords(const QString& key);

/// What was masked, whole. Show it for a limited time.
struct Unmasked
{
    QString caseNumber;
    QString applicantName;
    QString applicantId;
    QString phone;
    QString agentName;
    QString agentId;
    QString agentPhone;
};

/// A print of a paper, recorded before it is made.
struct PrintNote
{
    QString caseNumber;
    QString paperNumber;
    int time = 0; ///< 第 n 次打印: counted over this device
};

} // namespace ow::desk
