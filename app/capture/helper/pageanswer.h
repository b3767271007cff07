// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/wire.h"

#include <optional>

namespace ow::capture {

/// Does what a request of pagework.h asks; none when the request is nonsense. Never throws.
[[nodiscard]] std::optional<Message> answerPage(const Message& request);

} // namespace ow::capture
