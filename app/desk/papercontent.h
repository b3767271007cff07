// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/casefile.h"
#include "papers/paperrequest.h"

namespace ow::desk {

/// What a paper is written from. All outlive the call.
struct PaperSource
{
    const domain::CaseFile& file; ///< after the deciding entry
    const domain::Guide& guide;
    const QCborMap& what; ///< of the deciding entry
};

/// What a paper of `request.kind` says beyond the people, the item and the house: findings, advice, days,
/// numbers of the papers it belongs to.
void putPaperContent(papers::PaperRequest& request, const PaperSource& source);

} // namespace ow::desk
