// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers/paperdocument.h"
#include "papers/templateshelf.h"

namespace ow::tests {

/// The templates as they lie in resources/.
[[nodiscard]] const papers::TemplateShelf& shelf();

/// A request as desk would make it, for an item of the catalogue, under the regime of `typeCode`.
[[nodiscard]] papers::PaperRequest sampleRequest(papers::PaperKind kind, const QString& typeCode);

[[nodiscard]] const papers::PaperTemplate& templateOf(const papers::PaperRequest& request);

/// The PDF, or a failed test.
[[nodiscard]] papers::RenderedPaper render(const papers::PaperRequest& request);

} // namespace ow::tests
