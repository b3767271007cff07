// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "domain/intake.h"

#include <QCborValue>
#include <QString>

#include <optional>

namespace ow::domain {

/// Why an answer of a form cannot be (or, as a warning, may not be) right. The sentence is translated and
/// ready to stand under the field and on a notice.
struct FieldFault
{
    QString code; ///< stable: "too_long", "not_a_number", …, or the identifier's own reason
    QString sentence;
    bool warning = false;
};

/// Checks one answer that is not blank against its field's type, bounds and named identifier rule. The
/// application is needed because an applicant's number is an ID number or a credit code depending on who
/// applies.
[[nodiscard]] std::optional<FieldFault> checkField(const GuideField& field, const Intake& intake,
                                                   const QCborValue& value);

} // namespace ow::domain
