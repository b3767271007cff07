// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"

#include <QCborMap>

namespace ow::catalogue {

/// The domain's view of a document that the schema has passed; `ref.sm3` is left to the caller. An article
/// nobody has compared with the text of the law is left out, so that no paper can cite it. Pure; any thread.
[[nodiscard]] domain::Guide guideFromDocument(const QCborMap& document);

} // namespace ow::catalogue
