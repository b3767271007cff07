// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/finding.h"

#include <QCborValue>
#include <QString>
#include <QStringList>

namespace ow::domain {

/// What a rule of a form decides.
enum class RuleKind {
    Visible,  ///< the target fields show only while `when` holds
    Required, ///< the target fields are demanded while `when` holds (beside those the guide always demands)
    Valid,    ///< `when` must hold, else the rule's finding stands
    Computed, ///< the target field is `value`; the clerk cannot type into it
    Choices,  ///< while `when` holds the target field offers only `options`
    Axis,     ///< the situation of the computed axis `targets[0]` is the text `value` gives
};

/// One rule of a guide's form, as data: conditions and values are expressions (docs/form-rules.md) over the
/// answers, with exact decimals. Built only by catalogue::GuideReader, which has checked every name in it.
struct FormRule
{
    QString id;
    RuleKind kind = RuleKind::Valid;
    QStringList targets; ///< field keys; of Axis the axis id; of Valid the fields its finding points to
    QCborValue when;     ///< expression; undefined = always
    QCborValue value;    ///< expression, of Computed and Axis
    QStringList options;
    Effect effect = Effect::CorrectNow; ///< of Valid
    QString sentence; ///< of Valid: what is wrong; may hold {expression places}, see docs/form-rules.md
    QString source;   ///< law it rests on, ready to print; empty = the guide
    QString why;      ///< one sentence for 为什么?; may hold places as well
};

} // namespace ow::domain
