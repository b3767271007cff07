// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/decision.h"

#include <QCborMap>

namespace ow::desk {

// What the entries of a decision say. Pure functions of the request, the house's data and the legal day on
// which they are written.

/// Of the answer itself; its paper is added by withPaper().
[[nodiscard]] QCborMap answerBody(const DecisionRequest& request, const domain::Regime& regime,
                                  const HouseRules& rules, QDate day);

/// Materials left out, each with its last day: min(tolerable days, promised limit) working days from `day`.
[[nodiscard]] QCborArray deficienciesOf(const DecisionRequest& request, const domain::WorkCalendar& calendar,
                                        QDate day);

/// What somebody needs who wants this done: every material of the situation, its form and where to get it.
[[nodiscard]] QCborMap adviceBody(const domain::Guide& guide, const domain::Intake& intake,
                                  const QString& question);

/// "原件 1 份，复印件 2 份", or empty when the guide counts none.
[[nodiscard]] QString formOf(const domain::GuideMaterial& material);

/// Whose business an item is, as far as the guide knows; addresses and phones are never invented.
[[nodiscard]] QString authorityOf(const domain::Guide& guide);

} // namespace ow::desk
