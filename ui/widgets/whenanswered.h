// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/whenanswered.h"

namespace ow::ui {

/// Pages take answers by it in place of QFuture::then(context, …), whose continuation in Qt 6.4 runs on the
/// answering thread and touches the context there, even one just destroyed.
using desk::whenAnswered;

} // namespace ow::ui
