// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"

#include <QString>

#include <vector>

namespace ow::ui {

/// A section of a form as it stands on the page: its title and the places of its fields in the guide.
struct FormPart
{
    QString title;
    std::vector<int> fields;
};

/// The applicant's block, the agent's, the sections of the guide in its order, what the guide puts into none,
/// and how the result is delivered. A part of more than 40 fields is cut, so that each is built in little
/// time.
[[nodiscard]] std::vector<FormPart> formPartsOf(const domain::Guide& guide);

/// Whether an answer is masked wherever it is summarised: identifiers and phone numbers.
[[nodiscard]] bool isPrivateField(const domain::GuideField& field);

} // namespace ow::ui
