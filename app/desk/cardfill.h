// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/idcard.h"
#include "domain/guide.h"
#include "domain/intake.h"

#include <QCborValue>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace ow::desk {

using devices::IdCard;

/// Whose card it was taken for.
enum class CardOwner { Applicant, Agent };

/// What an identity card puts into an application.
struct CardFill
{
    CardOwner owner = CardOwner::Applicant;
    std::vector<std::pair<QString, QCborValue>> values; ///< for IntakeDesk::setField
    QStringList differs; ///< labels of fields where something else was typed; they keep what was typed
};

/// A natural person's card is the applicant's; an organisation has none, so the card is that of who came for
/// it. When the applicant's number is already there and the card has another, the card is the agent's too.
/// Only empty fields are filled: what a person typed is never overwritten, only named.
[[nodiscard]] CardFill cardFill(const domain::Guide& guide, const domain::Intake& intake, const IdCard& card);

} // namespace ow::desk
