// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/signin/signinmodel.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/materiallist.h"
#include "ui/widgets/searchrow.h"
#include "ui/widgets/startlists.h"
#include "ui/widgets/statusstrip.h"
#include "ui/widgets/timelinelist.h"

#include <QStandardItemModel>

/// What the pictures show: invented people, cases and dates.
namespace ow::ui::samples {

[[nodiscard]] SignInModel signIn();
[[nodiscard]] std::vector<StripPart> strip(bool offline);
[[nodiscard]] std::vector<FindingRow> findings();
[[nodiscard]] std::vector<MaterialRow> materials();
[[nodiscard]] std::vector<TimelineRow> timeline();
[[nodiscard]] std::vector<SearchRow> hits();
[[nodiscard]] std::vector<StartColumn> start();
void fillCases(QStandardItemModel& model);

} // namespace ow::ui::samples
